"""Makes .venv the environment that the requirements ask for: ``environment.py SET``.

Only the standard library, as it runs before anything is installed. All its words
go to standard error. Exits 0 when the environment stands, 2 when it cannot be made.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

from readiness import BACKEND, READY, ROOT, SETS, UNFINISHED, VENV, digest, is_ready

PYTHON = VENV / "bin" / "python"
LOCK = VENV / "lock"
LOG = VENV / "install.log"
#: pip settings that would put the packages elsewhere; mirrors, proxies and certificates stay as they are set
ELSEWHERE = ("PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_DRY_RUN", "PIP_LOG")

#: pip says one of these for each package: from an index, from a folder of wheels, there already
BEGINNINGS = ("Collecting ", "Processing ", "Requirement already satisfied: ")


class CannotPrepareError(Exception):
    """Why the environment cannot be made: a sentence in Chinese and one in English."""


def tell(text: str, *, passing: bool = False) -> None:
    """A line for the person waiting; a passing one is written over by the next, on a terminal."""
    if sys.stderr.isatty():
        print(f"\r\x1b[K{text}", end="" if passing else "\n", file=sys.stderr, flush=True)
    else:
        print(text, file=sys.stderr, flush=True)


def version_inside() -> str | None:
    """The version of the environment's own Python; None where it does not run, is too old or has no pip."""
    question = "import sys, pip; assert sys.version_info >= (3, 11); print('%d.%d.%d' % sys.version_info[:3])"
    try:
        answer = subprocess.run([PYTHON, "-I", "-c", question], capture_output=True, text=True, check=False)
    except OSError:
        return None
    return answer.stdout.strip() if answer.returncode == 0 else None


def create() -> None:
    """Puts a new, empty environment in place of whatever is there."""
    tell("正在建立 Python 环境 .venv（creating the environment）……")
    for entry in VENV.iterdir():
        if entry in (LOCK, UNFINISHED):
            continue
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        else:
            entry.unlink()
    try:
        venv.EnvBuilder(with_pip=True, symlinks=True).create(VENV)
    except (ValueError, subprocess.CalledProcessError) as error:
        raise CannotPrepareError(
            f"建立 .venv 失败（{error}）。The virtual environment could not be created."
        ) from error


def surroundings() -> dict[str, str]:
    """The environment variables pip runs with: its cache off where there is no home to keep it in."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in ELSEWHERE and not name.startswith("PYTHON")
    }
    home = Path(kept.get("HOME", ""))
    if not (home.is_absolute() and home.is_dir() and os.access(home, os.W_OK)):
        kept["PIP_NO_CACHE_DIR"] = "1"
    return kept


def pip_install(requirements: str, lock: int) -> None:
    """Installs one hash-pinned file, showing how far it is; every word of pip goes to the log."""
    command: list[str | Path] = [PYTHON, "-I", "-X", "utf8", "-m", "pip", "install"]
    command += ["--require-hashes", "--no-deps", "--no-build-isolation", "--use-pep517", "--no-input"]
    command += ["--disable-pip-version-check", "--progress-bar=off", "-r", ROOT / requirements]
    # The child holds the lock too: were this process killed, the next must not start a second pip beside it.
    pip = subprocess.Popen(
        command,
        env=surroundings(),
        pass_fds=(lock,),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )
    assert pip.stdout is not None
    with LOG.open("a", encoding="utf-8") as log:
        cause = follow(pip.stdout, log, requirements)
    if pip.wait() != 0:
        raise CannotPrepareError(
            f"依赖没有装成，请检查网络和磁盘后再运行一次，详情见 {LOG}（{cause}）。"
            " The dependencies could not be installed: check network and disk, then run again."
        )


def package_begun(line: str) -> str:
    """The package that a line of pip's begins with, or ''."""
    for start in BEGINNINGS:
        if line.startswith(start):
            return Path(line.removeprefix(start).split()[0]).name
    return ""


def follow(lines: Iterable[str], log: TextIO, requirements: str) -> str:
    """Shows pip's progress while copying its lines to the log; gives the first error it named, or ''."""
    total = sum("==" in line for line in (ROOT / requirements).read_text(encoding="utf-8").splitlines())
    done, cause = 0, ""
    step = 1 if sys.stderr.isatty() else 10
    for line in lines:
        log.write(line)
        if line.startswith("ERROR: "):
            cause = cause or line.removeprefix("ERROR: ").strip()
        if package := package_begun(line):
            done += 1
            if done % step == 0:
                tell(f"安装依赖 {done}/{total} {package}", passing=True)
        elif line.startswith("Installing collected packages"):
            tell(f"写入 .venv（unpacking {total} packages）……", passing=True)
    return cause


def install(name: str, lock: int) -> None:
    """Makes the set stand: repairs what is there where that is sound, starts anew where it is not."""
    interrupted = UNFINISHED.exists()
    UNFINISHED.touch()
    READY.unlink(missing_ok=True)
    if interrupted or version_inside() is None:
        create()
    version = version_inside()
    if version is None:
        raise CannotPrepareError(
            "新建的 .venv 不能运行，请检查 Python。The new .venv does not run: check Python."
        )
    LOG.unlink(missing_ok=True)
    for requirements in (BACKEND, SETS[name]):
        pip_install(requirements, lock)
    complete = dict.fromkeys(("build", name))  # the larger ones hold all of build
    READY.write_text("".join(f"{digest(each, version)}\n" for each in complete))
    UNFINISHED.unlink()
    tell("环境已就绪（ready）：.venv")


def prepare(name: str) -> None:
    """Waits for any other run that is at it, then does what is still to be done."""
    VENV.mkdir(exist_ok=True)
    with LOCK.open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            tell("另一次运行正在准备环境，等它完成（waiting for another run）……")
            fcntl.flock(lock, fcntl.LOCK_EX)
        if not is_ready(name, version_inside() or ""):
            install(name, lock.fileno())


def main(name: str) -> int:
    """Prepares one set; gives the exit code."""
    try:
        prepare(name)
    except CannotPrepareError as error:
        tell(str(error))
    except OSError as error:
        tell(f"不能写入 {VENV}（{error.strerror}）。The environment cannot be written.")
    except KeyboardInterrupt:
        tell("已中断，下次运行会重新准备环境。Interrupted: the next run starts anew.")
        return 130
    else:
        return 0
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
