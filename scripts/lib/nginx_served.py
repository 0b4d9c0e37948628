"""A folder served by nginx under deploy/nginx.conf, plainly, or as a district does: over TLS and HTTP/2."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SETTINGS = Path(__file__).resolve().parents[2] / "deploy/nginx.conf"
_PLAIN, _ROOT = "    listen 80;", "root /var/www/gongkai;"
_MAIN = """\
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
#: a certificate of this hour's, which the browser is told not to ask about
_CERTIFICATE = (
    "req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=127.0.0.1 -keyout key.pem -out certificate.pem"
)
_PATIENCE = 10


@contextmanager
def by_nginx(root: Path) -> Iterator[str]:
    """The address of ``root``, which stands at /zwgk/ as the settings have it.

    Needs nginx and openssl, raises FileNotFoundError without them.
    """
    with tempfile.TemporaryDirectory(prefix="bench-nginx-") as name:
        folder = Path(name)
        subprocess.run(["openssl", *_CERTIFICATE.split()], cwd=folder, check=True, capture_output=True)
        web = folder / "root"
        web.mkdir()
        (web / "zwgk").symlink_to(root.resolve())
        secure = (
            f" ssl http2;\n    ssl_certificate {folder}/certificate.pem;\n"
            f"    ssl_certificate_key {folder}/key.pem;"
        )
        with running(folder, web, secure) as port:
            yield f"https://127.0.0.1:{port}/zwgk/"


@contextmanager
def running(folder: Path, web: Path, how: str = ";") -> Iterator[int]:
    """The port of an nginx that serves ``web`` by the project's settings, its own files in ``folder``.

    ``how`` ends the line that says where it listens. RuntimeError, with its words, where it does not start.
    """
    port = _free_port()
    ours = SETTINGS.read_text("utf-8")
    assert ours.count(_PLAIN) == ours.count(_ROOT) == 1
    ours = ours.replace(_PLAIN, f"    listen 127.0.0.1:{port}{how}").replace(_ROOT, f"root {web};")
    (folder / "gongkai.conf").write_text(ours, "utf-8")
    # one who is not root may name no other user, and needs none
    user = f"user {pwd.getpwuid(0).pw_name};" if os.getuid() == 0 else ""
    (folder / "nginx.conf").write_text(_MAIN.format(user=user, folder=folder), "utf-8")
    program = os.environ.get("NGINX") or shutil.which("nginx") or "/usr/sbin/nginx"
    server = subprocess.Popen([program, "-c", folder / "nginx.conf", "-p", folder], stderr=subprocess.PIPE)
    try:
        _await(server, port)
        yield port
    finally:
        server.terminate()
        server.wait(timeout=_PATIENCE)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _await(server: subprocess.Popen[bytes], port: int) -> None:
    """Until it answers; what it said where it does not start."""
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end and server.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    server.kill()
    said = server.stderr.read().decode() if server.stderr else ""
    raise RuntimeError(f"nginx 没有启动：{said}")
