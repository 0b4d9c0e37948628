"""The metadata of a version: who made it, when it began and ended, what changed it, whom it names.

No clock: the file is dated by the day its text begins to hold.
"""

from __future__ import annotations

import datetime as dt

from gongkai.column.amendments import Suspension, amendments, suspended
from gongkai.column.identifiers import article_eid, eli, eli_of_version
from gongkai.column.register import Register
from gongkai.column.versions import Version
from gongkai.common.title_marks import in_marks
from gongkai.exports.documents.words import Element, add, below
from gongkai.records.types.policy import Policy
from gongkai.text.amend import Act, Operation

_SOURCE = "#column"
_CHANGES = {
    Act.PUT: "substitution", Act.ADD: "insertion", Act.TAKE: "repeal", Act.MOVE: "renumbering",
    Act.WORDS: "substitution", Act.CLOSE_UP: "renumbering",
}  # fmt: skip


def meta(act: Element, register: Register, version: Version, known: tuple[Version, ...]) -> None:
    """Everything of the version; ``known`` are all versions of the document."""
    made, policy = below(act, "meta"), version.policy
    identification(made, register, version)
    below(made, "publication", date=policy.published_on.isoformat(), name=register.column.name,
          showAs=register.column.name, **({"number": policy.number} if policy.number else {}))  # fmt: skip
    events = _lifecycle(made, register, version, known)
    _modifications(made, register, version)
    _periods(made, version, events)
    _references(made, register, version, known)
    _remarks(made, register, version)


def identification(made: Element, register: Register, version: Version, component: str = "") -> None:
    """The three levels of a document: what was made, its text in Chinese from a day on, the file."""
    policy, day = version.policy, version.begins
    work, text = eli(register, policy), eli_of_version(register, policy, day)
    part = f"/!{component or 'main'}"
    holder = below(made, "identification", source=_SOURCE)
    level = _level(holder, "FRBRWork", f"{work}{part}", work, policy.made_on, "成文")
    below(level, "FRBRcountry", value="cn")
    if policy.genre:
        below(level, "FRBRsubtype", value=policy.genre)
    if policy.number:
        below(level, "FRBRnumber", value=policy.number)
    below(level, "FRBRname", value=policy.title)
    level = _level(holder, "FRBRExpression", f"{text}{part}", text, day, "本版本起")
    below(level, "FRBRauthoritative", value="false" if version.consolidated else "true")
    below(level, "FRBRlanguage", language="zho")
    level = _level(holder, "FRBRManifestation", f"{text}{part}.xml", f"{text}.xml", day, "本版本起")
    below(level, "FRBRformat", value="application/akn+xml")


def _level(holder: Element, name: str, this: str, uri: str, day: dt.date, what: str) -> Element:
    level = below(holder, name)
    below(level, "FRBRthis", value=this)
    below(level, "FRBRuri", value=uri)
    below(level, "FRBRdate", date=day.isoformat(), name=what)
    below(level, "FRBRauthor", href="#issuer-1" if name == "FRBRWork" else _SOURCE)
    return level


def _lifecycle(
    made: Element, register: Register, version: Version, known: tuple[Version, ...]
) -> dict[dt.date, str]:
    """Made, amended, ended: day → the event of the version that begins then."""
    holder, found = below(made, "lifecycle", source=_SOURCE), dict[dt.date, str]()
    amending = _amending(known)
    for number, each in enumerate(known, 1):
        kind = "amendment" if each.by else "generation"
        source = f"#amending-{amending.index(each.by[0].by) + 1}" if each.by else "#original"
        found[each.begins] = _event(holder, number, each.begins, kind, source)
    if end := register.ended_on(version.policy):
        found[end] = _event(holder, len(known) + 1, end, "repeal", "#original")
    return found


def _event(holder: Element, number: int, day: dt.date, kind: str, source: str) -> str:
    below(holder, "eventRef", eId=f"e_{number}", date=day.isoformat(), source=source, type=kind)
    return f"e_{number}"


def _modifications(made: Element, register: Register, version: Version) -> None:
    """What changed the text before into this one, operation by operation."""
    told = [(by, operation) for by in version.by for operation in by.operations]
    if not told:
        return
    holder = below(below(made, "analysis", source=_SOURCE), "passiveModifications")
    for number, (by, operation) in enumerate(told, 1):
        mod = below(holder, "textualMod", type=_CHANGES[operation.act], eId=f"pmod_{number}")
        below(mod, "source", href=eli(register, by.by))
        for place in _places(operation):
            below(mod, "destination", href=f"#{place}" if place else f"{eli(register, version.policy)}/!main")
        below(mod, "force", period="#tg_1")


def _places(operation: Operation) -> list[str]:
    """Ids of the parts an operation names, by their new numbers where it says so; "" of the whole text."""
    at = (operation.to,) if operation.to else operation.at
    found = []
    for each in at:
        clause = f"__para_{each.clause}" if each.clause else ""
        found.append(article_eid(each.article) + clause + (f"__point_{each.item}" if each.item else ""))
    return found or [""]


def _periods(made: Element, version: Version, events: dict[dt.date, str]) -> None:
    """From when to when the version holds; the end where that is known."""
    group = below(below(made, "temporalData", source=_SOURCE), "temporalGroup", eId="tg_1")
    end = version.ends
    closed = {"end": f"#{events[end]}"} if end and end > version.begins and end in events else {}
    below(group, "timeInterval", start=f"#{events[version.begins]}", refersTo="#in-force", **closed)


def _references(made: Element, register: Register, version: Version, known: tuple[Version, ...]) -> None:
    """The work itself, what changed it, what it rests on, who made it and who publishes it."""
    policy, holder = version.policy, below(made, "references", source=_SOURCE)
    below(holder, "original", eId="original", href=eli(register, policy), showAs=policy.title)
    for number, each in enumerate(_amending(known), 1):
        shown = each.number or each.title
        below(holder, "passiveRef", eId=f"amending-{number}", href=eli(register, each), showAs=shown)
    below(
        holder, "TLCOrganization", eId="column", href=register.column.root, showAs=register.column.organiser
    )
    for number, name in enumerate(policy.issuers, 1):
        unit = register.unit(name)
        href = register.column.root + (unit.url if unit else "")
        below(holder, "TLCOrganization", eId=f"issuer-{number}", href=href, showAs=name)
    below(holder, "TLCConcept", eId="in-force", href="/ontology/concept/cn/施行", showAs="施行")


def _amending(known: tuple[Version, ...]) -> list[Policy]:
    """Every document that changed the text, in the order in which they did."""
    return list({each.by.id: each.by for version in known for each in version.by}.values())


def _remarks(made: Element, register: Register, version: Version) -> None:
    """What a reader of the text has to know beside it."""
    words = remarks(register, version)
    holder = below(made, "notes", source=_SOURCE) if words else made
    for number, each in enumerate(words, 1):
        add(below(below(holder, "note", eId=f"remark_{number}"), "p"), each)


def remarks(register: Register, version: Version) -> list[str]:
    """What a computed text is and does not have yet, and which articles are not carried out."""
    stopped = [_stopped(each) for each in _suspensions(register, version)]
    if not version.consolidated:
        return stopped
    unread = [f"没有写入：{item.words}" for by in version.by for item in by.unread]
    told = [f"{each.operation.words}：{each.message}" for each in version.remarks]
    return ["本文本由修改文件算得，供查阅，以公布的文件为准。", *told, *unread, *stopped]


def _suspensions(register: Register, version: Version) -> list[Suspension]:
    """Those that fall into the days of the version."""
    return [
        each
        for each in suspended(amendments(register, version.policy))
        if (version.ends is None or each.begins < version.ends)
        and (each.last is None or version.begins <= each.last)
    ]


def _stopped(each: Suspension) -> str:
    places = "、".join(at.words for at in each.at) or "全文"
    until = f"至{each.last}" if each.last else ""
    return f"{places}自{each.begins}起{until}停止执行，依据{in_marks(each.by.title)}。"
