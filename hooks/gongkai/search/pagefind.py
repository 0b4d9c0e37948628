"""Runs Pagefind over a folder of copies and trusts nothing it says about success.

It exits 0 on a full disk with empty files, so every file is opened and counted.
"""

from __future__ import annotations

import gzip
import importlib.util
import json
import re
import shutil
import subprocess
import zlib
from collections.abc import Collection
from pathlib import Path

from gongkai.search.documents import SearchFailed

VERSION = "1.5.2"
_SIGNATURE = b"pagefind_dcd"
_LANGUAGE = "zh"
_RUNTIME = ("pagefind.js", "pagefind-worker.js", "wasm.unknown.pagefind")


def executable() -> Path:
    """The program that the package ``pagefind_bin`` carries."""
    found = importlib.util.find_spec("pagefind_bin")
    if found is not None and found.origin:
        for name in ("pagefind", "pagefind.exe"):
            if (path := Path(found.origin).with_name(name)).is_file():
                return path
    raise SearchFailed(f"没有找到检索程序 Pagefind。请安装 pagefind_bin=={VERSION} 后重新生成。")


def run(folder: Path, names: Collection[str]) -> dict[str, str]:
    """Indexes ``folder/pages`` into ``folder/bundle``; the engine's id of each copy by its name.

    The working folder is our own and the environment empty, because Pagefind reads
    settings from both.
    """
    command = [executable(), "--site", "pages", "--output-path", "bundle", "--silent"]
    try:
        done = subprocess.run(
            [str(part) for part in command], cwd=folder, env={}, capture_output=True, check=False
        )
    except OSError as error:
        raise SearchFailed(
            f"检索程序 Pagefind 无法运行（{error.strerror}）。请重新安装 pagefind_bin。"
        ) from error
    if done.returncode != 0:
        said = done.stderr.decode("utf-8", "replace").strip()[-300:]
        raise SearchFailed(
            f"检索程序 Pagefind 出错退出（代码 {done.returncode}）：{said or '没有说明原因'}。"
        )
    identities = verify(folder / "bundle", names)
    slim(folder / "bundle")
    return identities


def verify(bundle: Path, names: Collection[str]) -> dict[str, str]:
    """Opens every file of a fresh bundle; refuses it unless each copy is in it exactly once."""
    entry = _entry(bundle)
    if entry.get("page_count") != len(names):
        raise _incomplete(f"应收录 {len(names)} 个页面，实际收录 {entry.get('page_count', 0)} 个")
    identities: dict[str, str] = {}
    for fragment in sorted((bundle / "fragment").glob("*.pf_fragment")):
        page = json.loads(_unpacked(fragment))
        identities[Path(page["url"]).stem] = fragment.stem
    if identities.keys() != set(names):
        raise _incomplete(f"有 {len(set(names) - identities.keys())} 个页面没有进入索引")
    chunks = {chunk.stem for chunk in (bundle / "index").glob("*.pf_index") if _unpacked(chunk)}
    meta = _unpacked(bundle / f"pagefind.{entry.get('hash')}.pf_meta")
    named = {m.decode() for m in re.findall(rb"%s_[0-9a-f]{6,}" % _LANGUAGE.encode(), meta)}
    if missing := named - chunks - set(identities.values()):
        raise _incomplete(f"缺少 {len(missing)} 个索引文件")
    for name in _RUNTIME:
        if not (bundle / name).is_file() or not (bundle / name).stat().st_size:
            raise _incomplete(f"缺少 {name}")
    return identities


def slim(bundle: Path) -> None:
    """Takes away what our own page does not use: Pagefind's interfaces, and the fragments."""
    shutil.rmtree(bundle / "fragment")
    for path in bundle.glob("pagefind-*"):
        if path.suffix in {".css", ".js"} and path.name not in _RUNTIME:
            path.unlink()


def _entry(bundle: Path) -> dict[str, object]:
    try:
        languages = json.loads((bundle / "pagefind-entry.json").read_bytes())["languages"]
        entry = languages[_LANGUAGE]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise _incomplete("没有写出目录文件") from error
    if len(languages) != 1 or not isinstance(entry, dict):
        raise _incomplete("目录文件的语种不对")
    return entry


def _unpacked(path: Path) -> bytes:
    try:
        data = gzip.decompress(path.read_bytes())
    except (OSError, EOFError, zlib.error) as error:
        raise _incomplete(f"{path.name} 是空的或不完整") from error
    if not data.startswith(_SIGNATURE):
        raise _incomplete(f"{path.name} 是空的或不完整")
    return data.removeprefix(_SIGNATURE)


def _incomplete(what: str) -> SearchFailed:
    return SearchFailed(f"检索索引不完整：{what}。请检查磁盘空间后重新生成。")
