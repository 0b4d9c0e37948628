"""A column with everything, served by a real nginx under the project's own deploy/nginx.conf."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
NGINX = os.environ.get("NGINX") or shutil.which("nginx") or "/usr/sbin/nginx"
MAIN = """\
{user}
daemon off;
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/gongkai.conf;
}}
"""
#: what lies in a careless web root beside the column, and in it: none of it may be answered
SECRETS = (
    ".zwgk.lock",
    ".zwgk.staging-4711/index.html",
    ".zwgk.old-4711/guide/index.html",
    ".zwgk.search/tables/xuke.csv",
    ".git/config",
    "state/releases/1/index.html",
    "zwgk/.env",
    "zwgk/files/.git/config",
)
MOVED = """\
- 地址: items/minzheng-ju/2019/chongfu/
  撤下日期: 2026-05-06
  理由: 重复发布
"""


@dataclass(frozen=True)
class Answer:
    """What the server said: status, headers in lower case, the body as it came."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")


Ask = Callable[..., Answer]


@pytest.fixture(scope="module")
def web_root(command, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of README's "Deploy": the built column in it, and what must not be seen around it."""
    base = tmp_path_factory.mktemp("serving")
    column = Path(shutil.copytree(PROJECT / "tests/sites/good", base / "column"))
    identity = column / "mkdocs.yml"
    identity.write_text(identity.read_text("utf-8").replace("/gongkai/", "/zwgk/"), "utf-8")
    (column / "data/addresses").mkdir(exist_ok=True)
    with (column / "data/addresses/moved.yml").open("a", encoding="utf-8") as entries:
        entries.write(MOVED)
    root = base / "root"
    root.mkdir()
    done = command("build", "--root", column, "--site-dir", root / "zwgk")
    assert done.returncode == 0, done.stdout
    for name in (*SECRETS, ".well-known/acme-challenge/proof", "robots.txt"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(f"lies at {name}", "utf-8")
    return root


@pytest.fixture(scope="module")
def ask(web_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    """ask(path, method=…, Header_Name=…) of a running nginx."""
    folder = tmp_path_factory.mktemp("nginx")
    port = _free_port()
    _configure(folder, web_root, port)
    server = subprocess.Popen([NGINX, "-c", folder / "nginx.conf", "-p", folder], stderr=subprocess.PIPE)
    try:
        _await(server, port)
        yield lambda path, method="GET", **headers: _asked(port, path, method, headers)
    finally:
        server.terminate()
        server.wait(timeout=10)


def _configure(folder: Path, root: Path, port: int) -> None:
    """The project's configuration with another port and root, inside the smallest main file."""
    ours = (PROJECT / "deploy/nginx.conf").read_text("utf-8")
    assert ours.count("    listen 80;") == ours.count("root /var/www/gongkai;") == 1
    ours = ours.replace("    listen 80;", f"    listen 127.0.0.1:{port};")
    (folder / "gongkai.conf").write_text(ours.replace("root /var/www/gongkai;", f"root {root};"), "utf-8")
    user = f"user {pwd.getpwuid(0).pw_name};" if os.getuid() == 0 else ""
    (folder / "nginx.conf").write_text(MAIN.format(folder=folder, user=user), "utf-8")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _await(server: subprocess.Popen[bytes], port: int) -> None:
    """Until it answers; its own words where it does not start."""
    for _ in range(200):
        if server.poll() is not None:
            assert server.stderr is not None
            pytest.fail(server.stderr.read().decode())
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    pytest.fail("nginx does not answer")


def _asked(port: int, path: str, method: str, headers: Mapping[str, str]) -> Answer:
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    words = {"Host": "www.example.gov.cn"} | {k.replace("_", "-"): v for k, v in headers.items()}
    connection.request(method, path, headers=words)
    response = connection.getresponse()
    found = {name.lower(): value for name, value in response.getheaders()}
    answer = Answer(response.status, found, response.read())
    connection.close()
    return answer
