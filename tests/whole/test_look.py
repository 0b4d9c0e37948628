"""A district's colours, logo and icon are on its pages; a file that is not there stops what is made."""

from __future__ import annotations

import io
import re
from pathlib import Path

import lxml.html
import pytest
from PIL import Image

THEME = "theme:\n  logo: files/hui.png\n  favicon: tubiao.svg\n  palette: {primary: teal}\n"


@pytest.fixture
def district(mini: Path) -> Path:
    """The tiny column with a look of its own; its picture says who drew it."""
    about = Image.Exif()
    about[0x013B] = "Zhang San"
    (mini / "content/files").mkdir(exist_ok=True)
    Image.new("L", (90, 90)).save(mini / "content/files/hui.png", exif=about)
    (mini / "overrides").mkdir()
    (mini / "overrides/tubiao.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', "utf-8")
    with (mini / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write(f"\n{THEME}")
    return mini


def test_they_are_on_every_page_and_leave_clean(district: Path, command, tmp_path: Path) -> None:
    site = tmp_path / "site"
    made = command("build", "--root", district, "--site-dir", site)
    assert made.returncode == 0, made.stdout
    for page in (site / "index.html", site / "policies/index.html"):
        read = lxml.html.fromstring(page.read_bytes())
        pictures = [*read.xpath("//header//img/@src"), *read.xpath("//link[@rel='icon']/@href")]
        assert [(page.parent / each).name for each in pictures] == ["logo.png", "favicon.svg"]
    logo = (page.parent / pictures[0]).read_bytes()
    assert b"Zhang San" not in logo and Image.open(io.BytesIO(logo)).size == (90, 90)
    (sheet,) = site.glob("assets/*/column.css")
    blues = re.findall(r"--blue:(#[0-9a-f]{6})[;}]", sheet.read_text("utf-8"))
    # ours on light, dark and high contrast, then the district's, then that on paper
    assert len(blues) == 6 and blues[5] == "#000000"
    assert [one not in blues[:3] for one in blues[3:5]] == [True, True]


def test_a_file_that_is_not_there_stops_it_with_its_place(district: Path, command, tmp_path: Path) -> None:
    (district / "overrides/tubiao.svg").unlink()
    made = command("check", "--root", district)
    assert made.returncode == 2
    assert re.search(r"mkdocs.yml 第 \d+ 行：theme.favicon 不能照办：没有“tubiao.svg”这个文件", made.stdout)
    assert "Traceback" not in made.stdout
