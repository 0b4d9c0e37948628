"""What Pagefind wrote, opened file by file: it reports success on a full disk with empty files."""

from __future__ import annotations

import gzip
import json
import re
import shutil
import zlib
from collections.abc import Collection
from pathlib import Path

from gongkai.search.documents import SearchFailed

_SIGNATURE = b"pagefind_dcd"
_LANGUAGE = "zh"
_RUNTIME = ("pagefind.js", "pagefind-worker.js", "wasm.unknown.pagefind")


def verify(bundle: Path, names: Collection[str]) -> dict[str, str]:
    """The engine's id of each copy by its name; refuses a bundle that lacks any page or file."""
    entry = _entry(bundle)
    if entry.get("page_count") != len(names):
        raise _incomplete(f"应收录 {len(names)} 个页面，实际收录 {entry.get('page_count', 0)} 个")
    identities: dict[str, str] = {}
    for fragment in sorted((bundle / "fragment").glob("*.pf_fragment")):
        identities[json.loads(_unpacked(fragment))["url"]] = fragment.stem
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
