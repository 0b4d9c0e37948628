"""What the tests of the scripts share: the checkout, and a way to run a command in chosen surroundings."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def project() -> Path:
    """The root of the checkout."""
    return Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def run() -> Run:
    """run(*words, cwd=…, NAME=value…): one command; a variable given as None is taken away."""

    def run(
        *words: str | Path, cwd: Path | None = None, **changes: str | None
    ) -> subprocess.CompletedProcess[str]:
        wanted = {**os.environ, **changes}
        environment = {name: value for name, value in wanted.items() if value is not None}
        return subprocess.run(
            [str(word) for word in words],
            cwd=cwd,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
        )

    return run
