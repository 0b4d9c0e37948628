"""A text and its parts → the keys of its record: what the text states, each with the words that state it."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field

from gongkai.column.register import Register
from gongkai.common.document_numbers import guessed, looks_like
from gongkai.desk.intake import units
from gongkai.desk.intake.parts import Parts, Role, one_line
from gongkai.law.shared.genres import genre_of
from gongkai.law.shared.stated import last_days, later
from gongkai.text.document import Document, document
from gongkai.text.facts import Effective, Term, effects, repeals, terms
from gongkai.text.facts.days import impossible
from gongkai.text.facts.repeal import Extent

_RULES = ("办法", "规定", "细则", "条例")
_AMENDS = re.compile(r"关于(?:修改|修订)《([^《》]+)》")
#: <…>, ＜…＞ and 《《…》》 for 《…》
_MARKS = re.compile(r"[<＜][^<>＜＞]{2,80}[>＞]|《{2,}|》{3,}|〈[^〈〉《》]{2,80}〉(?![^《]*》)")
#: behind a day on which something begins
_BEGINS = re.compile(r"起(?:施行|实施|执行|生效)")
_ISSUE = frozenset(("印发", "下发", "签发"))


@dataclass
class Facts:
    """Keys with their values as text; ``sources``: where each was read; ``doubts``: what to look at."""

    keys: dict[str, str | list[str]] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)
    doubts: list[str] = field(default_factory=list)
    #: articles of the document that holds the rules, and whether it is of the kind that has them
    articles: tuple[str, ...] = ()
    rules: bool = False
    #: key → what the file has in its place, and what it may mean: to be asked, never taken
    unsure: dict[str, tuple[str, str]] = field(default_factory=dict)

    def put(self, key: str, value: str | list[str], source: str) -> None:
        """A key that the text states."""
        if value:
            self.keys[key] = value
            self.sources[key] = source


def facts_of(parts: Parts, body: str, register: Register) -> Facts:
    """All that the text states."""
    found = Facts()
    where = parts.places.get
    found.put("标题", parts.title, where("标题") or where("所印发文件的标题") or "")
    found.put("体裁", genre_of(parts.title), "标题的末尾")
    _issuers(parts, register, found)
    found.put("发文字号", parts.number, where("发文字号", ""))
    found.put("成文日期", parts.made_on.isoformat() if parts.made_on else "", where("成文日期", ""))
    _unsure(parts, found)
    text = document(body, parts.title)
    governing = text.governing
    found.articles = tuple(each.label for each in governing.articles)
    found.rules = genre_of(governing.title.text if governing.title else parts.title) in _RULES
    _days(parts, text, found)
    wrong = next((each for each in impossible(body) if _BEGINS.match(body, each.end())), None)
    if "施行日期" not in found.keys and wrong:
        words = f"正文写的是“自{wrong[0]}起施行”，日历上没有这一天，照原件是哪一天？"
        found.unsure["施行日期"] = words, ""
    _relations(parts, text, register, found)
    if second := _second(parts):
        found.doubts.append(
            f"下面像是还有一个文件（{second}），现在接在这一件的正文里：分成两个 Word，各自再放一次"
        )
    if parts.unmatched:
        found.doubts.append(f"标题说的文件名，与落款下面的“{parts.unmatched}”对不上，没有当作所印发的文件")
    return found


def _second(parts: Parts) -> str:
    """The number of another document that begins below the signature; "" where none does."""
    signed = [at for at, role in enumerate(parts.roles) if role is Role.SIGNATURE]
    below = (one_line(parts.blocks[at]) for at in parts.free(signed[0] + 1)) if signed else ()
    return next((each for each in below if looks_like(each) and each != parts.number), "")


def _numbered(parts: Parts) -> bool:
    """Whether it has the head of papers that carry a number: 某某局文件."""
    heads = [
        one_line(each) for each, role in zip(parts.blocks, parts.roles, strict=True) if role is Role.HEAD
    ]
    return bool(heads) and heads[-1].endswith("文件")


def _unsure(parts: Parts, found: Facts) -> None:
    """What stands at its place and cannot be read; marks that look like those of a title."""
    if parts.like_number:
        words = f"文件上写的是“{parts.like_number}”，照原件写成 代字〔年份〕几号"
        found.unsure["发文字号"] = words, guessed(parts.like_number)
    elif not parts.number and _numbered(parts):
        found.unsure["发文字号"] = "红头下面没有找到发文字号，照原件是哪一个？没有的空着", ""
    if parts.like_day:
        why = "日历上没有这一天" if "日" in parts.like_day else "没有写是哪一日"
        found.unsure["成文日期"] = f"落款写的是“{parts.like_day}”，{why}，照原件是哪一天？", ""
    if wrong := _MARKS.search(parts.title):
        found.doubts.append(f"标题里的“{wrong[0]}”像是书名号写错了：照原件改成《》，里面一层的写〈〉")
    if Role.CONTENTS in parts.roles:
        found.doubts.append("标题下面的目录没有写进正文：网页自己有目录")


def _issuers(parts: Parts, register: Register, found: Facts) -> None:
    """As the column names them; what it does not know stands as the paper has it, for the check to tell."""
    names = [units.known(register, each) or each for each in parts.issuers]
    source = parts.places.get("发文机关") or parts.places.get("红头") or ""
    if not names and (name := units.in_title(register, parts.title)):
        names, source = [name], "标题的开头"
    found.put("发文机关", list(dict.fromkeys(names)), source)


def _days(parts: Parts, text: Document, found: Facts) -> None:
    """施行日期 where a sentence states it, 失效日期 where it states a term."""
    readings = (text,) if text.governing is text else (text.governing, text)
    effect = next((each for one in readings for each in effects(one) if not each.article), None)
    day = _day_of(effect, parts.made_on) if effect else None
    if effect and day:
        found.put("施行日期", day.isoformat(), f"正文“{effect.sentence.text[:40]}”")
    term = next((each for one in readings for each in terms(one)), None)
    begin = day or parts.made_on
    last = _last_day(begin, term) if term and begin else None
    if term and last:
        found.put("失效日期", last.isoformat(), f"正文“{term.sentence.text[:40]}”")


def _last_day(begin: dt.date, term: Term) -> dt.date | None:
    """None for a term that leads out of the calendar."""
    try:
        return last_days(begin, term)[0]
    except (ValueError, OverflowError):
        return None


def _day_of(effect: Effective, made_on: dt.date | None) -> dt.date | None:
    """自印发之日 is the day of the signature; that of 公布 is not known yet."""
    if effect.day:
        return effect.day
    if effect.kind not in _ISSUE or made_on is None:
        return None
    try:
        return later(made_on, effect.after, effect.unit)
    except (ValueError, OverflowError):
        return None


def _relations(parts: Parts, text: Document, register: Register, found: Facts) -> None:
    """What it repeals and amends, of what the column has; the rest is told."""
    for each in (one for part in text.all for one in repeals(part)):
        key = {Extent.WHOLE: "废止", Extent.PARTLY: "部分废止"}.get(each.extent)
        name = each.named.number or each.named.title
        if key and (register.policy(name) or register.policy(each.named.title)):
            known = found.keys.get(key, [])
            listed = [*known, name] if isinstance(known, list) else [name]
            found.put(key, list(dict.fromkeys(listed)), f"正文“{each.sentence.text[:40]}”")
        else:
            found.doubts.append(
                f"正文说《{each.named.title}》{each.extent.value}，栏目里没有这件，没有写“废止”"
            )
    amended = _AMENDS.search(parts.title)
    if amended and register.policy(amended[1]):
        found.put("修改", [amended[1]], "标题")
