"""The files Pagefind made → opened one by one: success is what is in them, not what it says."""

from __future__ import annotations

import gzip
import json
import re
import zlib
from collections.abc import Collection, Mapping
from pathlib import PurePosixPath

from gongkai.search.documents import SearchFailed

Files = Mapping[str, bytes]

_SIGNATURE = b"pagefind_dcd"
_LANGUAGE = "zh"
_ENTRY = "pagefind-entry.json"
_RUNTIME = ("pagefind.js", "pagefind-worker.js", "wasm.unknown.pagefind")


def verify(files: Files, names: Collection[str]) -> dict[str, str]:
    """The engine's id of each copy by its name; refuses a bundle that lacks any page or file."""
    entry = _entry(files)
    if entry.get("page_count") != len(names):
        raise _incomplete(f"应收录 {len(names)} 个页面，实际收录 {entry.get('page_count', 0)} 个")
    identities: dict[str, str] = {}
    for path in _below(files, "fragment"):
        identities[json.loads(_unpacked(files, path))["url"]] = PurePosixPath(path).stem
    if identities.keys() != set(names):
        raise _incomplete(f"有 {len(set(names) - identities.keys())} 个页面没有进入索引")
    chunks = {PurePosixPath(path).stem for path in _below(files, "index") if _unpacked(files, path)}
    meta = _unpacked(files, f"pagefind.{entry.get('hash')}.pf_meta")
    named = {m.decode() for m in re.findall(rb"%s_[0-9a-f]{6,}" % _LANGUAGE.encode(), meta)}
    if missing := named - chunks - set(identities.values()):
        raise _incomplete(f"缺少 {len(missing)} 个索引文件")
    if absent := [name for name in _RUNTIME if not files.get(name)]:
        raise _incomplete(f"缺少 {'、'.join(absent)}")
    return identities


def needed(files: Files) -> dict[str, bytes]:
    """What our own page uses: neither Pagefind's interfaces nor its fragments."""
    return {
        path: files[path]
        for path in sorted(files)
        if path in {*_RUNTIME, _ENTRY} or path.endswith((".pf_index", ".pf_meta"))
    }


def _below(files: Files, folder: str) -> list[str]:
    return sorted(path for path in files if path.startswith(f"{folder}/"))


def _entry(files: Files) -> dict[str, object]:
    try:
        languages = json.loads(files[_ENTRY])["languages"]
        entry = languages[_LANGUAGE]
    except (ValueError, KeyError, TypeError) as error:
        raise _incomplete("没有写出目录文件") from error
    if len(languages) != 1 or not isinstance(entry, dict):
        raise _incomplete("目录文件的语种不对")
    return entry


def _unpacked(files: Files, path: str) -> bytes:
    try:
        data = gzip.decompress(files[path])
    except (KeyError, OSError, EOFError, zlib.error) as error:
        raise _incomplete(f"{path} 是空的或不完整") from error
    if not data.startswith(_SIGNATURE):
        raise _incomplete(f"{path} 是空的或不完整")
    return data.removeprefix(_SIGNATURE)


def _incomplete(what: str) -> SearchFailed:
    return SearchFailed(f"检索索引不完整：{what}。请重新生成；再不成功，请检查内存和磁盘空间。")
