"""Settings of MkDocs that change nothing in this column, and what does instead: nobody is to look for a day.

Pages are made from records by templates of our own; MkDocs lends its configuration and the preview.
So what its users change first has no effect here, and says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

#: how a column looks: `gongkai.column.look` reads it
_LOOK = {"theme.palette", "theme.palette.primary", "theme.palette.accent", "theme.logo", "theme.favicon"}
#: what the checkout's own file has a use for; ``extra`` and ``theme`` key by key
_HEEDED = {
    "site_name", "site_url", "site_dir", "docs_dir", "use_directory_urls", "dev_addr", "strict",
    "hooks", "watch", "validation",
    "theme.name", "theme.language", "theme.font", "extra.generator", "extra.column",
    "extra_css", "extra_javascript", *_LOOK,
}  # fmt: skip
#: what a column elsewhere is told by: the rest is the checkout's
_IDENTITY = {"site_url", "extra.column", "theme.name", *_LOOK}
#: what to do instead of the settings that people look for first
_INSTEAD = {
    "INHERIT": "栏目的标识和外观只从 mkdocs.yml 自己读，写在别的文件里的要搬过来",
    "theme.custom_dir": "模板在 overrides/，页面外框是 overrides/main.html，都不经 MkDocs",
    "theme.palette.scheme": "浅色、深色都有，随读者的系统",
    "theme.palette.toggle": "读者在“适老与无障碍”里选，或随系统",
    "theme.icon": "各页的图标写在模板里，在 overrides/",
    "nav": "有哪些栏目，由 content/ 和 data/ 里有什么决定",
    "markdown_extensions": "正文怎么写是固定的，见 docs/text.md；改写法在 hooks/gongkai/text/",
    "plugins": "记录不是 MkDocs 的页面，插件看不到它们：改页面在 overrides/，改读法在 hooks/gongkai/",
}
_THEME = "material"


def unheeded(written: Mapping[str, Any], own: bool) -> Iterator[str]:
    """Sentences for what a mkdocs.yml says in vain.

    ``written`` is the file as read; ``own`` is True for that of the checkout, which MkDocs reads too.
    """
    heeded = _HEEDED if own else _IDENTITY
    vain = [key for key, value in _flat(written) if key not in heeded and value not in (None, "", [], {})]
    if not own:
        if vain:
            heard = "site_url、extra: column: 和 theme: 的 palette、logo、favicon"
            yield f"mkdocs.yml 里只读 {heard}，其余的 {'、'.join(vain)} 不起作用。"
        return
    for key in vain:
        yield f"mkdocs.yml 里的 {key} 不起作用（{_INSTEAD.get(key, '各页不用它')}）。"
    theme = written.get("theme")
    name = theme.get("name") if isinstance(theme, dict) else theme
    if name != _THEME:
        yield f"mkdocs.yml 里的主题 {name} 不起作用（各页用 overrides/ 里自己的模板）。"


def _flat(written: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Every setting; those of ``theme``, its palette and ``extra`` one by one."""
    for key, value in written.items():
        if key in {"theme", "extra"} and isinstance(value, dict):
            yield from ((f"{key}.{name}", each) for name, each in value.items())
            yield from _palette(value.get("palette"))
        elif key != "theme":
            yield key, value


def _palette(palette: Any) -> Iterator[tuple[str, Any]]:
    """The keys of a palette, each once; where there are two, ``scheme`` and ``media`` tell them apart."""
    schemes = [each for each in palette if isinstance(each, dict)] if isinstance(palette, list) else [palette]
    telling = {"scheme", "media"} if len(schemes) > 1 else set()
    keys = {key: value for each in schemes if isinstance(each, dict) for key, value in each.items()}
    yield from ((f"theme.palette.{key}", value) for key, value in keys.items() if key not in telling)
