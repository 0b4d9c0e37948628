"""What a kept release is: every file's digest, what it was made from, and on request a signature.

It stands beside the site and is not served: readers have ``SHA256SUMS``, and which revision and which
tools made a site is of use to us and to whoever looks for a way in.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from gongkai.common.problems import EnvironmentProblem

NAME = "manifest.json"
#: what the signature is for: one made for mail or commits is none of a release
NAMESPACE = "gongkai-release"


def write(folder: Path, name: str, about: Mapping[str, object], files: Mapping[str, str]) -> Path:
    """Write the manifest of the release ``name``; ``about`` says what it was made from."""
    whole = {"release": name, **about, "files": dict(sorted(files.items()))}
    path = folder / NAME
    path.write_text(json.dumps(whole, ensure_ascii=False, indent=1) + "\n", "utf-8", newline="\n")
    return path


def read(folder: Path) -> dict[str, object]:
    """The manifest of a kept release; empty where it cannot be read."""
    try:
        found = json.loads((folder / NAME).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def refuse_key(key: Path) -> None:
    """Told before anything is built: a key that is not there, or nothing to sign with."""
    if not key.is_file():
        raise EnvironmentProblem(f"没有签名用的密钥 {key}")
    if shutil.which("ssh-keygen") is None:
        raise EnvironmentProblem("没有找到 ssh-keygen，不能签名：先安装 OpenSSH")


def sign(manifest: Path, key: Path) -> None:
    """A detached signature beside the manifest, as ``ssh-keygen -Y verify`` reads it."""
    command = ["ssh-keygen", "-Y", "sign", "-f", str(key), "-n", NAMESPACE, str(manifest)]
    done = subprocess.run(
        command, stdin=subprocess.DEVNULL, capture_output=True, text=True, errors="replace", check=False
    )
    if done.returncode or not manifest.with_name(f"{NAME}.sig").is_file():
        said = done.stderr.strip().splitlines()
        raise EnvironmentProblem(f"没有签成名，没有发布：{said[-1] if said else done.returncode}")
