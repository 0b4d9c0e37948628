"""Makes .tools/store, the environment of the S3 server that tests send releases to; prints its Python.

It stands apart because boto3, which it brings, holds python-dateutil below the version that everything else
is pinned to. Words go to standard error. Exits 0 when it stands, 2 when it cannot be had.
"""

from __future__ import annotations

import fcntl
import hashlib
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DECLARED = ROOT / "requirements-store.txt"
TOOLS = ROOT / ".tools"
FOLDER = TOOLS / "store"
PYTHON = FOLDER / "bin/python"
#: holds the digest of what is completely installed
READY = FOLDER / "ready"
WORDS = (
    "--quiet",
    "--disable-pip-version-check",
    "--no-input",
    "--no-compile",
    "--require-hashes",
    "--no-deps",
)


def digest() -> str:
    """Stands for the packages as they are declared now, and for the Python that runs them."""
    return hashlib.sha256(DECLARED.read_bytes() + sys.version.encode()).hexdigest()


def is_ready() -> bool:
    """Whether what is declared now is completely installed."""
    return READY.is_file() and READY.read_text() == digest()


def install() -> bool:
    """Puts the packages in place of whatever is there, by this environment's pip; whether that went well."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    venv.EnvBuilder(symlinks=True).create(FOLDER)
    command: list[str | Path]
    command = [sys.executable, "-I", "-m", "pip", "--python", PYTHON, "install", *WORDS, "-r", DECLARED]
    outcome = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=sys.stderr, check=False)
    if outcome.returncode == 0:
        READY.write_text(digest())
    return outcome.returncode == 0


def main() -> int:
    """Waits for any other run that is at it, installs what is missing; gives the exit code."""
    TOOLS.mkdir(exist_ok=True)
    with (TOOLS / "store.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not is_ready():
            print("正在安装测试用的存储服务（installing the tests' store）……", file=sys.stderr, flush=True)
            if not install():
                print(
                    "测试用的存储服务没有装成，请检查网络后再运行一次。"
                    "The tests' store could not be installed: check the network, then run again.",
                    file=sys.stderr,
                )
                return 2
    print(PYTHON)
    return 0


if __name__ == "__main__":
    sys.exit(main())
