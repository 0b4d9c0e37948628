"""What search knows of the rulebook: every rule by its words and its 依据, the waivers by their reasons."""

from __future__ import annotations

from collections.abc import Sequence

from gongkai.law.rulebook import RuleEntry, WaiverEntry
from gongkai.records.types.waiver import Waiver
from gongkai.search import SearchDocument


def rule_document(rule: RuleEntry, url: str) -> SearchDocument:
    """A rule's page, under its group and under 现行, 将生效 or 已失效."""
    standard = rule.standard
    bases = [*standard.bases, *(base for version in standard.versions for base in version.bases)]
    parameters = [
        f"{standard.meanings.get(name, name)}：{value}" for name, value in standard.parameters.items()
    ]
    text = (
        rule.looks_at, rule.wrong, rule.remedy, standard.note,
        *dict.fromkeys(map(str, (*bases, *standard.ended_by))), *parameters,
    )  # fmt: skip
    return SearchDocument(
        url=url,
        title=standard.title,
        number="",
        text="\n".join(filter(None, text)),
        type="规则",
        unit="",
        year="",
        status=rule.force.value,
        date="",
        extra=f"{standard.slug} {standard.group}",
    )


def waivers_document(
    waivers: Sequence[WaiverEntry], labels: Sequence[str], url: str, title: str
) -> SearchDocument:
    """The list of all waivers; ``labels`` are what readers call the records."""
    said = [
        f"{each.rule}：{label}。{each.waiver.reason}（{each.waiver.approver}）"
        for each, label in zip(waivers, labels, strict=True)
    ]
    return SearchDocument(
        url=url,
        title=title,
        number="",
        text="\n".join(said),
        type=Waiver.LABEL,
        unit="",
        year="",
        status="",
        date="",
    )
