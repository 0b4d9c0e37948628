"""A release in a real store that speaks S3: changed files only, the switch last.

The server has an environment of its own (requirements-store.txt), made at the first use.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import time

import minio
import pytest

import store_tools
from gongkai.city.stores import Bucket, upload
from gongkai.common.problems import EnvironmentProblem

pytestmark = pytest.mark.slow

#: serves on a port that is free, says which, ends when nobody holds the other end of its input any more
SERVER = """
import sys
from moto.server import ThreadedMotoServer
server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
server.start()
print(server.get_host_and_port()[1], flush=True)
sys.stdin.read()
server.stop()
"""


@pytest.fixture
def bucket(monkeypatch):
    """An empty bucket of a server of its own."""
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "a")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "b")
    assert store_tools.main() == 0
    command = [str(store_tools.PYTHON), "-I", "-c", SERVER]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        port = int(server.stdout.readline())
        found = Bucket.of("s3://gongkai/shi", f"http://127.0.0.1:{port}")
        _client(found.endpoint).make_bucket("gongkai")
        yield found
        server.stdin.close()
        server.wait()


def _client(endpoint):
    host = endpoint.removeprefix("http://")
    return minio.Minio(host, access_key="a", secret_key="b", secure=False, region="us-east-1")


def _objects(bucket):
    listed = _client(bucket.endpoint).list_objects(bucket.name, recursive=True)
    return {each.object_name.removeprefix(bucket.prefix) for each in listed}


def _read(bucket, key):
    return _client(bucket.endpoint).get_object(bucket.name, bucket.prefix + key).read()


@pytest.fixture
def release(tmp_path):
    def make(name, **texts):
        folder = tmp_path / name
        (folder / "site").mkdir(parents=True)
        for path, text in texts.items():
            (folder / "site" / path).write_text(text)
        files = {path: hashlib.sha256(text.encode()).hexdigest() for path, text in texts.items()}
        (folder / "manifest.json").write_text(json.dumps({"files": files}))
        return folder

    return make


def test_only_what_changed_is_sent_and_the_old_release_stays(bucket, release):
    first, second = release("r1", a="eins", b="zwei", c="eins"), release("r2", a="eins", b="drei")
    assert upload(bucket, "jia", "r1", first) == 2  # of two equal files one
    assert upload(bucket, "jia", "r1", first) == 0
    assert upload(bucket, "jia", "r2", second) == 1
    files = json.loads((second / "manifest.json").read_text())["files"]
    now = json.loads(_read(bucket, "jia/current.json"))["manifest"]
    assert json.loads(_read(bucket, now)) == {"release": "r2", "files": files}
    for path, digest in files.items():
        content = _read(bucket, f"objects/{digest[:2]}/{digest}")
        assert content == (second / "site" / path).read_bytes()
    kept = {f"jia/manifests/{name}.json" for name in ("r1", "r2")}
    assert kept < _objects(bucket) and len(_objects(bucket)) == 3 + 2 + 1


def test_a_store_that_is_not_there_is_told_in_a_sentence(release, monkeypatch):
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "a")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "b")
    began = time.monotonic()
    with pytest.raises(EnvironmentProblem, match="没有传到"):
        upload(Bucket.of("s3://gongkai/shi", "http://127.0.0.1:9"), "jia", "r1", release("r1", a="eins"))
    assert time.monotonic() - began < 30
