"""Files are published as they were checked: another one in their place is told, never a traceback."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from gongkai.common.problems import EnvironmentProblem
from gongkai.gate import cleaning
from gongkai.load import File
from planted_files import a_pdf, a_picture


@pytest.fixture
def root(tmp_path):
    (tmp_path / "content/files").mkdir(parents=True)
    for name, data in {
        "a.pdf": a_pdf(),
        "a.jpg": a_picture("JPEG", comment=b"x"),
        "a.mp3": b"ID3\x03",
    }.items():
        (tmp_path / "content/files" / name).write_bytes(data)
    return tmp_path


def taken(root: Path, *names: str, said: list[str] | None = None) -> cleaning.Taken:
    files = {}
    for name in names:
        data = (root / "content/files" / name).read_bytes()
        files[f"files/{name}"] = File(f"files/{name}", len(data), hashlib.sha256(data).hexdigest())
    return cleaning.take(root, files, root / "work", (said if said is not None else []).append)


def test_size_and_digest_are_those_of_what_is_published(root, tmp_path):
    files = taken(root, "a.jpg")
    files.copy("files/a.jpg", tmp_path / "site/files/a.jpg")
    data = (tmp_path / "site/files/a.jpg").read_bytes()
    assert b"x" not in data[:40] and len(data) < (root / "content/files/a.jpg").stat().st_size
    told = files.files["files/a.jpg"]
    assert (told.size, told.digest) == (len(data), hashlib.sha256(data).hexdigest())


def test_a_file_replaced_after_it_was_taken_is_published_as_it_was_checked(root, tmp_path):
    files = taken(root, "a.pdf")
    (root / "content/files/a.pdf").write_bytes(b"%PDF-1.7\nother")
    files.copy("files/a.pdf", tmp_path / "b.pdf")
    assert b"other" not in (tmp_path / "b.pdf").read_bytes()


def test_a_file_replaced_or_gone_since_the_check_is_told(root):
    other = {"files/a.pdf": File("files/a.pdf", 1, "0" * 64)}
    with pytest.raises(EnvironmentProblem, match=r"^content/files/a.pdf 在生成网站时被换过，请再运行一次$"):
        cleaning.take(root, other, root / "work", print)
    (root / "content/files/a.pdf").unlink()
    with pytest.raises(
        EnvironmentProblem, match=r"^content/files/a.pdf 在生成网站时不见了，请放回去，再运行一次$"
    ):
        cleaning.take(root, other, root / "work", print)


def test_sound_is_seen_to_be_another_when_it_is_copied(root, tmp_path):
    files = taken(root, "a.mp3")
    (root / "content/files/a.mp3").write_bytes(b"ID3\x04")
    with pytest.raises(EnvironmentProblem, match="被换过"):
        files.copy("files/a.mp3", tmp_path / "b.mp3")
    (root / "content/files/a.mp3").unlink()
    with pytest.raises(EnvironmentProblem, match="不见了"):
        files.copy("files/a.mp3", tmp_path / "b.mp3")


def test_a_file_is_cleaned_once_and_forgotten_when_nobody_has_it(root, monkeypatch):
    first = taken(root, "a.pdf", "a.jpg").files
    monkeypatch.setattr(
        "gongkai.gate.cleaning.cleaned_files.clean", lambda name, data: pytest.fail(f"{name} again")
    )
    assert taken(root, "a.pdf").files["files/a.pdf"] == first["files/a.pdf"]
    assert [each.suffix for each in (root / "work").rglob("*.*") if each.is_file()] == [".pdf"]


def test_what_leaves_as_it_is_is_said(root):
    (root / "content/files/a.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    said: list[str] = []
    assert taken(root, "a.jpg", said=said).files["files/a.jpg"].size == 4
    assert said == ["提示：content/files/a.jpg 原样公布，里面的作者等属性没有清除：图片不完整"]
