"""Scripts and styles as readers get them: short names inside, no comments, no layout.

What it is said with is a third of what a telephone loads for the search page. The library has a runtime with
threads of its own, and a build forks: it works in a process beside ours, which ends with its work.

Version 2.24.12 loses ``void (a || b())``, all of it; the tests ask that every name which a script asks of an
object is asked in what readers get.
"""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from collections.abc import Mapping
from functools import lru_cache

#: whether this machine can
SHORTENS = importlib.util.find_spec("minify") is not None
_TYPES = {".js": "application/javascript", ".css": "text/css"}


def shorter(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The scripts and styles among ``files``, by name, shortened; the rest as it is.

    All as it is where the library is not made for the machine, an office's Mac. Raises ``CalledProcessError``
    when one of them is no script or no style: a fault of ours.
    """
    if not SHORTENS:
        return dict(files)
    meant = {name: _type(name) for name in files if _type(name)}
    texts = _shortened(tuple((kind, files[name].decode()) for name, kind in meant.items()))
    return {**files, **{name: text.encode() for name, text in zip(meant, texts, strict=True)}}


def _type(name: str) -> str:
    return next((kind for ending, kind in _TYPES.items() if name.endswith(ending)), "")


@lru_cache(maxsize=4)
def _shortened(texts: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    """Each (media type, text) of ``texts``, in their order; a desk that stays open asks again and again."""
    words = [sys.executable, "-I", "-X", "utf8", __file__]
    done = subprocess.run(words, input=json.dumps(texts), capture_output=True, encoding="utf-8", check=True)
    return tuple(json.loads(done.stdout))


def _main() -> None:
    import minify  # noqa: PLC0415 only in the process beside ours

    json.dump([minify.string(kind, text) for kind, text in json.load(sys.stdin)], sys.stdout)


if __name__ == "__main__":
    _main()
