"""What was read out of documents as open data: their versions, what was done to them, what they state."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.citations import meant
from gongkai.column.effects import Effect, effects
from gongkai.column.identifiers import eli_of_version
from gongkai.column.register import Register
from gongkai.column.versions import Version, versions
from gongkai.exports.opendata.schema import DAY
from gongkai.exports.opendata.worked_out import (
    ADDRESS,
    ID,
    OPTIONAL_DAY,
    OPTIONAL_TEXT,
    TEXT,
    TEXTS,
    Fields,
    WorkedOut,
)
from gongkai.exports.record_rows import Json
from gongkai.records.types.policy import Policy
from gongkai.records.vocabulary.documents import EffectKind
from gongkai.text import facts
from gongkai.text.amend import Address
from gongkai.text.facts import Named, Sentence
from gongkai.text.pointing import addresses_at, pointed

VERSIONS: Fields = {
    "id": ("唯一的标识：文件的 id 和本版本起的日期", ID),
    "文件": ("文件的 id", TEXT),
    "起": ("这样的文本从哪一天起", DAY),
    "止": ("到哪一天以前；没有定的为空", OPTIONAL_DAY),
    "算得": ("是：由修改文件算得，供查阅，以公布的文件为准；否：公布的文本", {"enum": ["是", "否"]}),
    "修改者": ("使文本变成这样的文件的 id（可有多个）", TEXTS),
    "变动的条": ("与上一版本不同的条（可有多个）", TEXTS),
    "没有写入": ("已知而没有写入文本、或者要人核对的修改（可有多个）", TEXTS),
    "标识": ("不变的标识，ELI 的写法", TEXT),
    "网址": ("文件的网页", ADDRESS),
}
EFFECTS: Fields = {
    "id": ("唯一的标识", ID),
    "日期": ("从哪一天起", DAY),
    "种类": ("对文件做了什么", {"enum": [kind.value for kind in EffectKind]}),
    "文件": ("被修改、被废止的文件的 id", TEXT),
    "依据": ("使它这样的文件的 id；不是本栏目公布的为空", OPTIONAL_TEXT),
    "条款": ("哪些条款（可有多个）；整份文件的为空", TEXTS),
    "内容": ("改、增、删、移、换了什么", TEXT),
    "写入": ("是否已写入文本；不改文本的为空", {"enum": ["是", "否", None]}),
    "说明": ("没有写入的原因，或者依据的条款", TEXT),
    "至": ("停止执行的最后一天；没有定的、不是停止执行的为空", OPTIONAL_DAY),
}
FACTS: Fields = {
    "id": ("唯一的标识：文件的 id 和它所述的第几项", ID),
    "文件": ("文件的 id", TEXT),
    "种类": ("文件写明的是什么", {"enum": ["施行", "有效期", "废止", "根据", "引用"]}),
    "条": ("写在哪一条；不在条里的为空", TEXT),
    "原文": ("写明的那一句", TEXT),
    "日期": ("写明的日期；没有写日期的为空", OPTIONAL_DAY),
    "所指": ("自印发之日起多久、有效多久、废止到什么程度、根据或引用哪几条", TEXT),
    "所指文件": ("所指文件的名称；不指文件、引用本文件的条的为空", TEXT),
    "所指文号": ("所指文件的文号；没有写的为空", TEXT),
    "所指id": ("所指的文件在本栏目的 id；没有的为空", OPTIONAL_TEXT),
}
#: file name, name in words and of the table, fields
SETS = (
    ("versions", "文件版本", VERSIONS),
    ("effects", "文件效果", EFFECTS),
    ("facts", "文件所述", FACTS),
)
#: the columns of each that hold the id of a document
_LEADS = {"versions": ("文件",), "effects": ("文件", "依据"), "facts": ("文件", "所指id")}


def tables(register: Register) -> Iterator[WorkedOut]:
    """The three sets, of documents whose text readers have."""
    policies = sorted((each for each in register.policies if not each.closed), key=lambda each: each.id)
    rows = (
        [_version(register, each) for policy in policies for each in versions(register, policy)],
        [_effect(each) for each in effects(register)],
        [row for policy in policies for row in _facts(register, policy)],
    )
    for (section, name, fields), found in zip(SETS, rows, strict=True):
        made = [dict(zip(fields, row, strict=True)) for row in found]
        yield WorkedOut(section, name, fields, made, _LEADS[section])


def _version(register: Register, version: Version) -> list[Json]:
    policy = version.policy
    changed = [each.label for each in version.text.governing.articles if each.id in version.changed]
    unread = [item.words for by in version.by for item in by.unread]
    return [
        f"{policy.id}@{version.begins}",
        policy.id,
        version.begins.isoformat(),
        version.ends.isoformat() if version.ends else None,
        _yes(version.consolidated),
        [each.by.id for each in version.by],
        [*changed],
        [*(f"{each.operation.words}：{each.message}" for each in version.remarks), *unread],
        eli_of_version(register, policy, version.begins),
        register.column.root + policy.url,
    ]


def _effect(effect: Effect) -> list[Json]:
    return [
        effect.id,
        effect.day.isoformat(),
        effect.kind.value,
        effect.on.id,
        effect.by.id if effect.by else None,
        [at.words for at in effect.at],
        effect.words,
        None if effect.written is None else _yes(effect.written),
        effect.note,
        effect.last.isoformat() if effect.last else None,
    ]


def _facts(register: Register, policy: Policy) -> Iterator[list[Json]]:
    document = policy.document.governing
    found = [
        *(_row("施行", each.sentence, each.day, _when(each)) for each in facts.effects(document)),
        *(_row("有效期", each.sentence, each.until, _term(each)) for each in facts.terms(document)),
        *(
            _row("废止", each.sentence, None, each.extent.value, each.named)
            for each in facts.repeals(document)
        ),
        *(_row("根据", each.sentence, None, _articles(each), each.named) for each in facts.bases(document)),
        *(_row("引用", each.sentence, None, each.words) for each in facts.references(document)),
        *(_row("引用", each.sentence, None, _listed(each.at), each.named) for each in pointed(document)),
    ]
    for number, (row, name) in enumerate(found, 1):
        other = meant(register, policy, name) if name else None
        yield [f"{policy.id}#{number}", policy.id, *row, other.id if other else None]


def _row(
    kind: str, sentence: Sentence, day: object, what: str, name: Named | None = None
) -> tuple[list[Json], Named | None]:
    title, number = (name.title, name.number) if name else ("", "")
    return [kind, sentence.article, sentence.text, str(day) if day else None, what, title, number], name


def _articles(basis: facts.Basis) -> str:
    return _listed(addresses_at(basis.sentence.text, basis.named.end))


def _listed(places: Iterable[Address]) -> str:
    """第五条、第八条第二款."""
    return "、".join(at.words for at in places)


def _when(effect: facts.Effective) -> str:
    """自印发之日起满30日; the article that has a day of its own."""
    after = f"满{effect.after}{effect.unit}" if effect.after else ""
    return f"{effect.article}{f'自{effect.kind}之日起{after}' if effect.kind else ''}"


def _term(term: facts.Term) -> str:
    return f"{term.count}{term.unit}" if term.count else ""


def _yes(value: bool) -> str:
    return "是" if value else "否"
