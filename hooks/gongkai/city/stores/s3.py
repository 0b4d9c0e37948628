"""A release in a store that speaks S3: every file once, under its digest.

    objects/ab/<sha256>                   a file of any column, of any release
    <slug>/manifests/<release>.json       path → digest
    <slug>/current.json                   which manifest readers see: written last, it is the switch

What the last manifest names is there; no question for each file is asked.
"""

from __future__ import annotations

import io
import json
import mimetypes
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from gongkai.common.problems import EnvironmentProblem

#: files sent at once
_AT_ONCE = 8
_AWS = "https://s3.amazonaws.com"
_GONE = "NoSuchKey"


@dataclass(frozen=True)
class Bucket:
    """Where releases go; the keys are those of the environment (``AWS_ACCESS_KEY_ID`` …)."""

    name: str
    prefix: str
    endpoint: str

    @classmethod
    def of(cls, address: str, endpoint: str) -> Bucket:
        """``s3://bucket/prefix``, and the address of the service → the bucket."""
        parts, service = urlsplit(address), urlsplit(endpoint or _AWS)
        if parts.scheme != "s3" or not parts.netloc:
            raise EnvironmentProblem(f"“{address}”不是存储桶：写成 s3://桶/前缀")
        if service.scheme not in {"http", "https"} or not service.netloc or service.path.strip("/"):
            raise EnvironmentProblem(f"“{endpoint}”不是存储服务的网址：写成 https://主机:端口")
        prefix = parts.path.strip("/")
        return cls(parts.netloc, f"{prefix}/" if prefix else "", endpoint or _AWS)


class _Store:
    """The few things that are asked of the service, by a client that is only needed here."""

    def __init__(self, bucket: Bucket) -> None:
        try:
            from minio import Minio  # noqa: PLC0415
            from minio.credentials.providers import EnvAWSProvider  # noqa: PLC0415
            from minio.error import MinioException, S3Error  # noqa: PLC0415
            from urllib3.exceptions import HTTPError  # noqa: PLC0415  (what its client is made of)
        except ImportError:
            raise EnvironmentProblem(
                "没有装 minio：用 scripts/city 运行，它会装上 requirements-city.txt"
            ) from None
        service = urlsplit(bucket.endpoint)
        self._bucket, self._error = bucket, S3Error
        #: what may go wrong on the way
        self.faults: tuple[type[Exception], ...] = (MinioException, HTTPError, OSError)
        self._client: Any = Minio(
            service.netloc, credentials=EnvAWSProvider(), secure=service.scheme == "https", region="us-east-1"
        )

    def get(self, key: str) -> dict[str, Any]:
        """A file of JSON; empty where there is none."""
        try:
            found = self._client.get_object(self._bucket.name, self._bucket.prefix + key)
        except self._error as error:
            if error.code == _GONE:
                return {}
            raise
        try:
            whole: dict[str, Any] = json.loads(found.read())
        finally:
            found.close()
            found.release_conn()
        return whole

    def put(self, key: str, content: bytes, kind: str = "application/json") -> None:
        """One object."""
        place = self._bucket.prefix + key
        self._client.put_object(
            self._bucket.name, place, io.BytesIO(content), len(content), content_type=kind
        )


def upload(bucket: Bucket, slug: str, release: str, folder: Path) -> int:
    """Send what the store has not; gives how many files that were. The switch is the last step."""
    store = _Store(bucket)
    files: dict[str, str] = json.loads((folder / "manifest.json").read_text("utf-8"))["files"]
    try:
        return _upload(store, slug, release, files, folder / "site")
    except store.faults as error:
        raise EnvironmentProblem(f"没有传到 s3://{bucket.name}（{bucket.endpoint}）：{error}") from None


def _upload(store: _Store, slug: str, release: str, files: dict[str, str], site: Path) -> int:
    before = store.get(store.get(f"{slug}/current.json").get("manifest", f"{slug}/none"))
    if before.get("release") == release:
        return 0
    there = set(before.get("files", {}).values())
    wanted = {digest: path for path, digest in files.items() if digest not in there}
    _send(store, site, wanted.items())
    key = f"{slug}/manifests/{release}.json"
    store.put(key, _json({"release": release, "files": files}))
    store.put(f"{slug}/current.json", _json({"manifest": key}))
    return len(wanted)


def _send(store: _Store, site: Path, wanted: Iterable[tuple[str, str]]) -> None:
    def send(each: tuple[str, str]) -> None:
        digest, path = each
        kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
        store.put(f"objects/{digest[:2]}/{digest}", (site / path).read_bytes(), kind)

    with ThreadPoolExecutor(_AT_ONCE) as pool:
        for _ in pool.map(send, wanted):
            pass


def _json(whole: object) -> bytes:
    return json.dumps(whole, ensure_ascii=False, sort_keys=True).encode()
