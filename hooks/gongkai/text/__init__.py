"""An official document's Markdown → safe HTML, its headings and links, and what is wrong in it.

Pure functions: text in, text out.
"""

from gongkai.text.converter import Converter, anchors
from gongkai.text.faults import find_damage, find_faults, find_unsafe
from gongkai.text.links import labelled, links, other_site
from gongkai.text.plain import places, plain_text
from gongkai.text.results import Converted, Fault, Heading, LinkUse, UnsafeText
from gongkai.text.style import article_id
from gongkai.text.targets import Host, host

__all__ = [
    "Converted", "Converter", "Fault", "Heading", "Host", "LinkUse", "UnsafeText",
    "anchors", "article_id", "find_damage", "find_faults", "find_unsafe", "host", "labelled",
    "links", "other_site", "places", "plain_text",
]  # fmt: skip
