"""SVG: whether a file is a drawing and nothing else.

Opened by its own address, such a file is a page: what acts in it would act in the column's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from gongkai.column.look.styles import fetched, without_comments
from gongkai.load.attached.xml import Entities, local, parse

_SVG = "http://www.w3.org/2000/svg"
#: what draws, and what says how; links, scripts, pages and movements are not among them
_DRAWN = {
    "svg", "g", "defs", "symbol", "use", "title", "desc", "metadata", "style", "path", "rect", "circle",
    "ellipse", "line", "polyline", "polygon", "text", "tspan", "textPath", "image", "clipPath", "mask",
    "linearGradient", "radialGradient", "stop", "pattern", "marker", "filter", "switch", "feBlend",
    "feColorMatrix", "feComponentTransfer", "feComposite", "feConvolveMatrix", "feDiffuseLighting",
    "feDisplacementMap", "feDistantLight", "feDropShadow", "feFlood", "feFuncA", "feFuncB", "feFuncG",
    "feFuncR", "feGaussianBlur", "feMerge", "feMergeNode", "feMorphology", "feOffset", "fePointLight",
    "feSpecularLighting", "feSpotLight", "feTile", "feTurbulence",
}  # fmt: skip
#: what is pointed to: another part of the drawing, or a picture carried along that is none of text
_CARRIED = re.compile(r"\s*(?:#|data:image/(?:png|jpe?g|gif|webp);base64,)", re.I)
_POINTS = {"href", "src", "base"}
#: what drawing programs note down beside the drawing; it does not leave (``gate.cleaning``)
_NOTES = re.compile(
    r"inkscape|sodipodi|sketch|adobe|corel|creativecommons|purl\.org|w3\.org/1999/02/22-rdf", re.I
)


def acting(data: bytes) -> str:
    """What makes an SVG more than a drawing, in a few words; empty for a drawing."""
    try:
        root = parse(data)
    except Entities:
        return "开头有 <!DOCTYPE"
    except (etree.XMLSyntaxError, ValueError, LookupError):
        return "写法不合规范，画不出来"
    if root.tag != f"{{{_SVG}}}svg":
        return f'最外层不是 <svg xmlns="{_SVG}">'
    around = [*root.itersiblings(preceding=True), *root.itersiblings()]
    return next((word for node in (*around, *root.iter()) for word in _acts(node)), "")


def _acts(node: etree._Element) -> Iterator[str]:
    """What of one element is not drawn but done, or fetched."""
    name = local(node)
    space = str(node.tag)[1:].partition("}")[0]
    if not name or (name not in _DRAWN if space == _SVG else not _NOTES.search(space)):
        yield f"有 <{name or '?'}>"
        return
    for key, value in node.items():
        attribute = str(key).rpartition("}")[2]
        if attribute.lower().startswith("on"):
            yield f"有 {attribute}"
        elif _fetches(str(value)) or (
            attribute in _POINTS and space == _SVG and not _CARRIED.match(str(value))
        ):
            yield f"{attribute} 要到别处取文件"
    if name == "style" and _fetches("".join(node.itertext())):
        yield "<style> 要到别处取文件"


def _fetches(styles: str) -> bool:
    """Whether styles would, read as they are or without what may be comments or strings."""
    return bool(fetched(styles) or fetched(without_comments(styles)))
