"""What stands below the text: 版记, 附注, 落款, the list of attachments, attachments, a printed document."""

from __future__ import annotations

import re
import unicodedata

from gongkai.desk.intake.parts import Parts, Role, centred, filled, lines, one_line, organs, squashed
from gongkai.desk.word.blocks import Block, Paragraph, Table
from gongkai.text import style
from gongkai.text.facts.days import read

_IMPRINT = re.compile(r"(?:抄送|抄报|分送)[：:].*|.*\d日印发|[（(]?共印.{1,8}份[）)]?", re.DOTALL)
_SIGNER = re.compile(r"(?:代)?(?:市长|区长|县长|镇长|主任|局长)\S{2,10}")
_LISTING = re.compile(r"附件?[：:](.*)", re.DOTALL)
#: 附件1：…, one line for each
_NUMBERED = re.compile(r"附件?(?:\d{1,2}|[一二三四五六七八九十]{1,2})[：:、.．](?!\d)(\S.{1,60})")
_ATTACHMENT = re.compile(r"附件?(?:[\d一二三四五六七八九十]{1,3})?[：:]?")
_ENTRY = re.compile(r"(?:\d{1,2}|[一二三四五六七八九十])[.．、](.*)", re.DOTALL)
#: （此件公开发布）, which a page says by being public; whom to ask is said nowhere else
_OPEN = re.compile(
    r"[（(](?!.*(?:联系|咨询|电话))(?:此件|本件|主动公开|依申请公开|不予公开|公开属性|公开方式)"
)
_ISSUED = re.compile(r"印发|下发|公布|发布|转发|印送")
_NAMED = re.compile(r"《([^《》]{4,80}(?:《[^《》]{2,60}》[^《》]{0,40})?)》")
_QUALIFIER = re.compile(r"[（(](?:试行|暂行|草案|征求意见稿|送审稿|修订|修订稿)[）)]$")
#: lines of offices above the day, lines of a printed title
_SIGNATURE_LINES, _PRINTED_LINES = 12, 6
_LETTER_ZERO = str.maketrans("ＯO0○", "〇〇〇〇")
#: 2026.11.2; 2026年11月, which is no day
_IN_FIGURES = re.compile(r"((?:19|20)\d\d)[.\-/]([01]?\d)[.\-/]([0-3]?\d)")
_MONTH = re.compile(r"[\d二一〇○零三四五六七八九]{4}年[\d一二三四五六七八九十]{1,2}月")


def named(title: str) -> list[str]:
    """The documents that a title names in its marks."""
    return list(_NAMED.findall(title))


def imprint(parts: Parts) -> None:
    """From the end upwards: 抄送, 印发, 共印."""
    for at in reversed(list(parts.free())):
        if not _IMPRINT.fullmatch(one_line(parts.blocks[at])):
            return
        parts.take(at, Role.IMPRINT)


def take(parts: Parts, start: int) -> None:
    """All the rest below the head."""
    day = _signature(parts, start)
    _listing(parts, start)
    if day is not None:
        _listed_one_by_one(parts, start, day)
    _notes(parts, start)
    if day is not None:
        _attached(parts, day)
    _printed(parts, start if day is None else day + 1)


def day_of(text: str) -> str:
    """The day a line is, as it can be read; "" for any other line."""
    plain = squashed(text)
    if style.is_date(plain):
        return plain
    figures = _IN_FIGURES.fullmatch(unicodedata.normalize("NFKC", plain))
    if figures:
        return f"{figures[1]}年{figures[2]}月{figures[3]}日"
    zeros = plain.translate(_LETTER_ZERO) if not re.search(r"[1-9]", plain) else plain
    return zeros if style.is_date(zeros) else ""


def _signature(parts: Parts, start: int) -> int | None:
    """The first day that stands alone below offices, or with nothing more behind it."""
    for at in parts.free(start):
        block = parts.blocks[at]
        found = _in_table(block) if isinstance(block, Table) else _on_one_line(block)
        if found:
            names, day = found
            parts.take(at, Role.SIGNATURE)
            return _sign(parts, at, names, day)
        if isinstance(block, Paragraph) and (day := day_of(block.own) or _month(block)) and not block.label:
            above = _above(parts, at, start)
            if above or (_ends_here(parts, at) and not _month(block)):
                parts.take(at, Role.SIGNATURE)
                names = [name for line in above for name in organs(one_line_spaced(parts.blocks[line]))]
                for line in above:
                    parts.take(line, Role.SIGNATURE)
                return _sign(parts, at, names, day)
    return None


def _month(block: Block) -> str:
    """A line that names a month where a day belongs."""
    plain = squashed("".join(lines(block)))
    return plain if _MONTH.fullmatch(unicodedata.normalize("NFKC", plain)) else ""


def one_line_spaced(block: Block) -> str:
    """The words of a block with the spaces that part two offices."""
    return " ".join(lines(block))


def _sign(parts: Parts, at: int, names: list[str], day: str) -> int:
    parts.made_on = read(day)
    parts.like_day = "" if parts.made_on else day
    parts.places["成文日期"] = parts.blocks[at].place
    if names:
        parts.issuers = list(dict.fromkeys(names))
        parts.places["发文机关"] = parts.blocks[at].place
    return at


def _in_table(block: Table) -> tuple[list[str], str] | None:
    """A table of offices whose last cell is a day."""
    found = lines(block)
    day = day_of(found[-1]) if found else ""
    names = [name for line in found[:-1] for name in organs(line)]
    return (names, day) if day and names and len(names) >= len(found) - 1 else None


def _on_one_line(block: Block) -> tuple[list[str], str] | None:
    """Office and day on one line, parted by spaces."""
    head, _, tail = "\u3000".join(lines(block)).strip().replace(" ", "\u3000").rpartition("\u3000")
    day, names = day_of(tail), organs(head)
    return (names, day) if day and names else None


def _above(parts: Parts, at: int, start: int) -> list[int]:
    """The lines of offices, or of who signs, right above a day."""
    found: list[int] = []
    for line in reversed(list(parts.free(start, at))):
        block = parts.blocks[line]
        text = one_line_spaced(block)
        if len(found) == _SIGNATURE_LINES or isinstance(block, Table) or len(text) > 60:
            break
        if not organs(text) and not _SIGNER.fullmatch(squashed(text)):
            break
        found.insert(0, line)
    return found


def _ends_here(parts: Parts, at: int) -> bool:
    """Whether nothing of the text follows: the end, a note in brackets, a new page."""
    following = next(parts.free(at + 1), None)
    if following is None:
        return True
    block = parts.blocks[following]
    return block.breaks or style.is_note(one_line(block)) or bool(_ATTACHMENT.fullmatch(one_line(block)))


def _listing(parts: Parts, start: int) -> None:
    """附件：1.… and the numbered lines below it."""
    for at in parts.free(start):
        block = parts.blocks[at]
        text = one_line(block)
        found = _LISTING.fullmatch(text)
        if isinstance(block, Table) or not found or (not found[1] and not _entry_below(parts, at)):
            continue
        parts.take(at, Role.LISTING)
        parts.listed += [name for name in [_entry(each) for each in _cut(block)] if name]
        for below in parts.free(at + 1):
            entries = _cut(parts.blocks[below])
            if not all(_ENTRY.match(each) for each in entries) or isinstance(parts.blocks[below], Table):
                break
            parts.take(below, Role.LISTING)
            parts.listed += [_entry(each) for each in entries]
        return


def _listed_one_by_one(parts: Parts, start: int, day: int) -> None:
    """附件1：… and 附件2：… above the signature; below it such a line begins the attachment itself."""
    for at in parts.free(start, day):
        block = parts.blocks[at]
        found = None if isinstance(block, Table) else _NUMBERED.fullmatch(one_line(block))
        if found and not found[1].endswith("。"):
            parts.take(at, Role.LISTING)
            parts.listed.append(found[1].strip("；; "))


def _entry_below(parts: Parts, at: int) -> bool:
    below = next(parts.free(at + 1), None)
    return below is not None and bool(_ENTRY.match(one_line(parts.blocks[below])))


def _cut(block: Block) -> list[str]:
    return [entry for line in lines(block) for entry in _one_by_one(squashed(line))]


def _one_by_one(line: str) -> list[str]:
    """附件：1.申请表2.汇总表 → both: each number follows the one before."""
    found, number, rest = [], 1, line
    if not re.match(r"(?:附件?[：:])?1[.．、]", line):
        return [line]
    while next_one := re.search(rf"(?<![\d.．]){number + 1}[.．、](?!\d)", rest):
        found.append(rest[: next_one.start()])
        number, rest = number + 1, rest[next_one.start() :]
    return [*found, rest]


def _entry(text: str) -> str:
    listed = _LISTING.fullmatch(text)
    plain = listed[1] if listed else text
    numbered = _ENTRY.fullmatch(plain)
    return (numbered[1] if numbered else plain).strip("。；; ")


def _notes(parts: Parts, start: int) -> None:
    for at in parts.free(start):
        text = one_line(parts.blocks[at])
        if not isinstance(parts.blocks[at], Table) and style.is_note(text):
            parts.take(at, Role.OPENNESS if _OPEN.match(text) else Role.NOTE)


def _attached(parts: Parts, day: int) -> None:
    """From 附件1 alone on its line to the end: attachments that stand in the same file."""
    begun = False
    for at in parts.free(day + 1):
        block = parts.blocks[at]
        begun = begun or (not isinstance(block, Table) and bool(_ATTACHMENT.fullmatch(one_line(block))))
        if begun:
            parts.take(at, Role.ATTACHED)


def _printed(parts: Parts, start: int) -> None:
    """The title of the document that the notice or order is about, printed below its signature."""
    name = _name_of_printed(parts)
    if not name:
        return
    for at in parts.free(start):
        run = _matching(parts, at, name)
        if run:
            for line in run:
                parts.take(line, Role.PRINTED)
            parts.printed = "".join(one_line(parts.blocks[line]) for line in run)
            parts.title = parts.title or parts.printed
            return
    first = next((at for at in parts.free(start) if centred(parts.blocks[at])), None)
    if first is not None and start and parts.roles[start - 1] is Role.SIGNATURE:
        parts.unmatched = one_line(parts.blocks[first])


def _name_of_printed(parts: Parts) -> str:
    if "《" in parts.title and _ISSUED.search(parts.title):
        return squashed(_NAMED.findall(parts.title)[-1]) if _NAMED.search(parts.title) else ""
    for at in parts.free():
        text = one_line(parts.blocks[at])
        if not parts.title and "《" in text and _ISSUED.search(text) and _NAMED.search(text):
            return str(_NAMED.findall(text)[0])
    return ""


def _matching(parts: Parts, start: int, name: str) -> list[int]:
    """The centred lines from here on that are the name together."""
    words, run = "", []
    for at in range(start, min(start + _PRINTED_LINES, len(parts.blocks))):
        block = parts.blocks[at]
        if not filled(block):
            continue
        if isinstance(block, Table) or block.label or parts.roles[at] is not Role.TEXT:
            return []
        words += one_line(block)
        run.append(at)
        if words.endswith(name) or _QUALIFIER.sub("", words).endswith(_QUALIFIER.sub("", name)):
            return run if len(words) <= len(name) + 20 else []
    return []
