"""What every record shares: where it came from, its identity, its address.

The file key is Chinese (the words editors use), the attribute English. Unknown
keys are refused. A record is frozen; where it stands in the files is kept beside
its fields, not among them.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from functools import cached_property
from typing import ClassVar

from pydantic import Field, PrivateAttr

from gongkai.records.fields.occasion import DayPair, Occasion
from gongkai.records.fields.parts import Attachments, Moves, Part, Push, Pushes, Review, Update, Updates
from gongkai.records.fields.references import references
from gongkai.records.fields.values import Link, Refers, Summary, Text, Texts, Yes
from gongkai.records.traits import ColumnPlace, Trait
from gongkai.records.vocabulary.term import Term
from gongkai.text.document import Document, document

__all__ = [
    "DOMAIN",
    "STATUS",
    "UNIT",
    "YEAR",
    "Attachments",
    "ContentRecord",
    "Facet",
    "Part",
    "Push",
    "Record",
    "Review",
    "Source",
    "Update",
    "Updates",
]


@dataclass(frozen=True, slots=True)
class Source:
    """Where a record stands: ``path`` from the root, the row of a table file, the text's first line."""

    path: str
    key: str
    row: int | None = None
    body: str = ""
    body_line: int = 0

    def without_body(self) -> Source:
        """The same place with no text."""
        return replace(self, body="", body_line=0)


class Record(Part):
    """One thing the column knows about.

    ``PATH`` says which files hold records of the type: ``{year}``, ``{unit}`` and
    ``{slug}`` stand for one folder or file name. ``ROWS`` files hold a list.
    ``ORDER`` is its place among the columns and in the documentation, by ``TYPE`` where it is the same.
    ``EXAMPLE`` is a file that passes; ``EXAMPLE_BAD`` one that fails with ``EXAMPLE_MESSAGE``.
    """

    TYPE: ClassVar[str]
    LABEL: ClassVar[str]
    PATH: ClassVar[str]
    ROWS: ClassVar[bool] = False
    ORDER: ClassVar[int] = 200
    #: in a file of rows, the key whose text ends a row's id and address; none: rows have no page
    KEY: ClassVar[str | None] = None
    EXAMPLE: ClassVar[str]
    EXAMPLE_BAD: ClassVar[str]
    EXAMPLE_MESSAGE: ClassVar[str]

    _source: Source = PrivateAttr(default=Source("", ""))

    def placed(self, source: Source) -> Record:
        """Tell a new record where it came from (once, by validate)."""
        self._source = source
        for known in ("source", "id", "url"):
            self.__dict__.pop(known, None)
        return self

    # Asked some hundred times for each record: what pydantic keeps privately is slow to reach.

    @cached_property
    def source(self) -> Source:
        return self._source

    @cached_property
    def id(self) -> str:
        """``policies/2026/slug``: unique in the column, and the record's address without the slash."""
        return self.source.key

    @property
    def lasting_id(self) -> str:
        """What the registers of published addresses and dates know it by: does not change with its place."""
        return self.id

    @property
    def slug(self) -> str:
        return self.id.rsplit("/", 1)[-1]

    @cached_property
    def url(self) -> str:
        """The address of its page below the column's root; never changes."""
        return self.id + "/"

    @property
    def shown_at(self) -> str:
        """The address readers find it at: its page, or its place on a page that shows many."""
        return self.url

    @property
    def body(self) -> str:
        """The Markdown text below the front matter."""
        return self.source.body

    @property
    def public_from(self) -> dt.date | None:
        """The first day on which the record may appear anywhere; None: always."""
        return None

    @property
    def held_back(self) -> bool:
        """True for a draft: it appears nowhere, whatever its dates."""
        return False

    def is_public(self, today: dt.date) -> bool:
        return not self.held_back and (self.public_from is None or self.public_from <= today)


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to narrow a list: its part of the address, its label, and the attribute with the terms.

    ``year``, ``unit`` and ``status`` are worked out rather than read. ``feed`` is the first
    part of the names of the feeds that belong to its choices.
    """

    name: str
    label: str
    attribute: str = ""
    feed: str | None = None


YEAR = Facet("year", "年份")
UNIT = Facet("unit", "单位", feed="unit")
#: a policy's 状态 and that of other types, worked out on the day
STATUS = Facet("status", "状态")
DOMAIN = Facet("domain", "领域", "domains", feed="domain")


class ContentRecord(Record):
    """Fields of every record that is a page of its own with a text.

    ``COLUMN`` is the name of the type's list, ``GROUP`` where 全部栏目 shows it if it is listed;
    ``FACETS`` says by what the list can be narrowed, beside year and unit. ``TRAITS`` says what rules,
    figures and the frame ask of every type. A type that forgets one is told when types are looked for.
    """

    COLUMN: ClassVar[str]
    ORDER: ClassVar[int] = 100
    LISTED: ClassVar[bool] = True
    GROUP: ClassVar[ColumnPlace]
    TRAITS: ClassVar[tuple[Trait, ...]]
    #: BCP 47; what is not Chinese stands in pages, feeds and an index of its own
    LANGUAGE: ClassVar[str] = "zh-CN"
    FACETS: ClassVar[tuple[Facet, ...]] = (YEAR, UNIT)

    summary: Summary | None = Field(None, alias="摘要", description="这一页讲什么，不超过 200 字")
    keywords: Texts = Field((), alias="关键词")
    asked: Texts = Field(
        (),
        alias="通俗问法",
        description="群众会怎样搜、怎样打 12345 问这一页：一句写一条，不用官话；不显示，只帮搜索找到它",
    )
    attachments: Attachments = Field((), alias="附件")
    review: Review | None = Field(None, alias="审核")
    updates: Updates = Field((), alias="更新说明")
    moves: Moves = Field((), alias="日期变更", description="公布过的日期改了，由哪一天改到哪一天，为什么")
    pushes: Pushes = Field(
        (), alias="主动推送", description="经政务新媒体、短信推送给公众的渠道和日期；订阅源自动送出的不用写"
    )
    draft: Yes = Field(False, alias="草稿", description="写“是”则任何地方都不出现")
    example: Yes = Field(False, alias="示例", description="写“是”则页面标明“示例”")
    origin: Text | None = Field(None, alias="资料来源", description="所依据的原始文件或数据")
    origin_link: Link | None = Field(None, alias="原文链接")

    @classmethod
    def section(cls) -> str:
        """The first part of its addresses: the folder below content/."""
        return cls.PATH.split("/")[1]

    @property
    def held_back(self) -> bool:
        return self.draft

    @property
    def name(self) -> str:
        """The title shown in lists: its ``title``, where its type does not say otherwise."""
        title: str = vars(self)["title"]
        return title

    @property
    def document(self) -> Document:
        """Its text as a document: what everything reads that asks what the text says."""
        return document(self.body, self.name)

    @property
    def published(self) -> dt.date:
        """The day readers are told, which sorts lists, feeds and search: ``published_on`` as a rule."""
        day: dt.date = vars(self)["published_on"]
        return day

    @property
    def public_from(self) -> dt.date | None:
        return self.published

    @property
    def change_days(self) -> tuple[dt.date, ...]:
        """Every day on which readers get something new, in no order."""
        later = (*(update.date for update in self.updates), *(move.announced_on for move in self.moves))
        return (self.published, *later)

    def last_change(self, today: dt.date) -> dt.date:
        """The newest of these days up to ``today``: what is dated later has not happened yet."""
        return max((day for day in self.change_days if day <= today), default=self.published)

    def pushed_on(self, today: dt.date) -> tuple[Push, ...]:
        """The ways by which it was sent out up to a day, oldest first."""
        done = (push for push in self.pushes if push.date <= today)
        return tuple(sorted(done, key=lambda push: (push.date, push.channel)))

    @property
    def unit_names(self) -> tuple[str, ...]:
        """The units the record names, as written: they answer for it."""
        return tuple(dict.fromkeys(name for _, name in references(self, Refers.UNIT)))

    @property
    def fields(self) -> tuple[str, ...]:
        """领域 of the record: its ``domains``, of types that have them."""
        domains: tuple[str, ...] = vars(self).get("domains", ())
        return domains

    @property
    def repeats(self) -> tuple[str, ...]:
        """The names of records whose content it says again: closed to readers where these are."""
        return ()

    def state_on(self, today: dt.date) -> Term | None:
        """状态 on a day, for types that have one of their own."""
        return None

    def over_on(self, today: dt.date) -> str | None:
        """Of what is over and done with on a day, the words under which lists fold it."""
        return None

    @property
    def day_pairs(self) -> tuple[DayPair, ...]:
        """Its days of which one must not come after the other (rule date-order)."""
        return ()

    @property
    def anchors(self) -> tuple[str, ...]:
        """Places on its page that links may lead to, beside those of its text."""
        return ()

    @property
    def occasions(self) -> tuple[Occasion, ...]:
        """Its days that the public may want in its calendar."""
        return ()

    @property
    def gathered(self) -> tuple[str, str] | None:
        """(words, address) of a page that shows it among its like: many of them are named by it."""
        return None

    @property
    def facts(self) -> tuple[str, ...]:
        """What its row in a list says before unit and date."""
        return ()
