"""文号、落款须与正文一致。

看什么：政策正文开头的红头、文号和标题，末尾落款的机关和日期，正文列出的附件；表头的“标题”“发文字号”“发文机关”“成文日期”“附件”；
“体裁”和标题的最后几个字。
怎样算错：两处写的不一样；正文列了附件，表头一个也没有（警告），或者比正文列的少（提示）；标题是“…的通知”，体裁写的却是别的（警告）。
怎样改：对照原件，改正写错的一处；附件放进 content/files/，在“附件”里写名称和文件。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.document_numbers import corrected, same
from gongkai.common.problems import Edit, Level, Problem
from gongkai.law.example import CLEAN, Edge, Example, Files, a_policy
from gongkai.law.shared.genres import disagreeing, genre_of
from gongkai.law.shared.stated import policies_with_text
from gongkai.records.base import Record
from gongkai.records.types.policy import Policy
from gongkai.records.types.standard import Standard
from gongkai.text.document import Document
from gongkai.text.facts.days import read
from gongkai.text.tree import Part

_MAX_TITLE = 80
_ARTICLE = "第一条　为做好养老服务，制定本办法。"
#: a notice whose attachment stands behind the document that it prints
_PRINTED = (
    "现将《示例区养老服务办法》印发给你们。\n\n附件：申请表\n\n"
    "　　　　　　　　区民政局\n\n　　　　　　　　2026年11月2日\n\n"
    f"示例区养老服务办法\n\n{_ARTICLE}\n\n附件1\n\n申请表\n\n姓名：____"
)


def _signed(
    unit: str = "区民政局", day: str = "2026年11月2日", head: str = "", tail: str = "", **fields: str
) -> Files:
    return a_policy(body=f"{head}{_ARTICLE}\n\n{tail}{unit}\n\n{day}", **fields)


EXAMPLE = Example(
    good={**CLEAN, **_signed(head="示民发〔2026〕21号\n\n")},
    bad=_signed(head="示民发〔2026〕22号\n\n"),
    message="发文字号“示民发〔2026〕21号”，正文第 16 行写“示民发〔2026〕22号”",
    edges=(
        Edge(
            "发文字号“示区令第5号”，正文",
            _signed(head="第5号\n\n", 发文字号="示区令第5号"),
            _signed(head="第6号\n\n", 发文字号="示区令第5号"),
        ),
        Edge("成文日期 2026-11-02，落款", _signed(), _signed(day="2026年11月3日")),
        Edge("落款第 18 行是“区财政局”", _signed("北京市示例区民政局"), _signed("区财政局")),
        Edge(
            "红头第 16 行是“区财政局”",
            _signed(head="示例区民政局文件\n\n"),
            _signed(head="区财政局文件\n\n"),
        ),
        Edge(
            "正文第 18 行写“示例区养老服务条例”",
            _signed(head="示民发〔2026〕21号\n\n示例区养老服务办法（yanglao）\n\n"),
            _signed(head="示民发〔2026〕21号\n\n示例区养老服务条例\n\n"),
        ),
        Edge("标题的末尾是“办法”", a_policy(体裁="办法"), a_policy(体裁="意见")),
        Edge("列出 1 个附件", _signed(), _signed(tail="附件：申请表\n\n")),
        Edge(
            "列出 1 个附件",
            a_policy(body=f"{_ARTICLE}\n\n附件：申请表\n\n附件1\n\n申请表\n\n姓名：____"),
            a_policy(body=f"{_ARTICLE}\n\n附件：申请表\n\n附件1\n\n申请书\n\n姓名：____"),
        ),
        Edge(
            "列出 1 个附件",
            a_policy(body=_PRINTED),
            a_policy(body=_PRINTED.replace("申请表\n\n姓名", "姓名")),
        ),
    ),
)


def scope(register: Register) -> Iterable[Record]:
    return policies_with_text(register)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    for policy in policies_with_text(register):
        text = policy.document
        yield from _number(rule, policy, text)
        yield from _day(rule, policy, text)
        yield from _issuers(register, rule, policy, text)
        yield from _genre(rule, policy)
        yield from _title(rule, policy, text)
        yield from _attachments(rule, policy, text)


def _line(policy: Policy, line: int) -> int:
    return policy.source.body_line + line


def _number(rule: Standard, policy: Policy, text: Document) -> Iterator[Problem]:
    if text.number is None:
        return
    where = f"正文第 {_line(policy, text.number.line)} 行写“{text.number.text}”"
    if policy.number is None:
        written = corrected(text.number.text) or text.number.text.strip()
        fix = f"加一行“发文字号: {written}”"
        edit = Edit(written, key="发文字号")
        yield rule.problem(policy, "标题", f"没有写发文字号，{where}", fix, Level.WARNING, edit)
    elif not same(policy.number, text.number.text):
        message = f"发文字号“{policy.number}”，{where}"
        yield rule.problem(policy, "发文字号", message, "照原件核对，改正写错的一处")


def _day(rule: Standard, policy: Policy, text: Document) -> Iterator[Problem]:
    day = read(text.day.text) if text.day else None
    if text.day and day and day != policy.made_on:
        message = f"成文日期 {policy.made_on}，落款第 {_line(policy, text.day.line)} 行是 {day}"
        yield rule.problem(policy, "成文日期", message, "成文日期就是落款的日期，照原件改正写错的一处")


def _issuers(register: Register, rule: Standard, policy: Policy, text: Document) -> Iterator[Problem]:
    """A line of the 落款 that is none of the issuers, and no other unit known by a longer name."""
    known = [name for issuer in policy.issuers for name in _names(register, issuer)]
    places = [("落款", line, line.text) for line in text.issuers]
    places += [("红头", line, line.text.removesuffix("文件")) for line in text.head if _is_issuer(line.text)]
    for what, line, words in places:
        if not any(words == name or words.endswith(name.removeprefix("区")) for name in known):
            where = f"{what}第 {_line(policy, line.line)} 行是“{words}”"
            message = f"发文机关是{'、'.join(policy.issuers)}，{where}"
            yield rule.problem(policy, "发文机关", message, "照原件核对，联合发文的写全", Level.WARNING)


def _is_issuer(line: str) -> bool:
    return line.endswith("文件")


def _title(rule: Standard, policy: Policy, text: Document) -> Iterator[Problem]:
    """The line below 红头 and 文号 that ends as titles do, where it is not the record's title."""
    first = next(text.walk(), None)
    headed = text.number or any(_is_issuer(line.text) for line in text.head)
    if not headed or text.title or first is None or first.kind not in (Part.PARAGRAPH, Part.HEADING):
        return
    stated, written = ("".join(each.split()) for each in (first.own_words, policy.title))
    same_title = stated.endswith(written) or written.endswith(stated) or f"《{written}》" in stated
    if len(stated) <= _MAX_TITLE and "。" not in stated and genre_of(stated) and not same_title:
        message = f"标题是“{policy.title}”，正文第 {_line(policy, first.line)} 行写“{stated}”"
        yield rule.problem(policy, "标题", message, "照原件核对，改正写错的一处", Level.WARNING)


def _genre(rule: Standard, policy: Policy) -> Iterator[Problem]:
    if policy.genre and (stated := disagreeing(policy.genre, policy.title)):
        message = f"体裁是“{policy.genre}”，标题的末尾是“{stated}”"
        yield rule.problem(
            policy, "体裁", message, f"照原件核对；标题没有错的，体裁写 {stated}", Level.WARNING
        )


def _names(register: Register, issuer: str) -> Iterator[str]:
    yield issuer
    if unit := register.unit(issuer):
        yield from unit.names


def _attachments(rule: Standard, policy: Policy, text: Document) -> Iterator[Problem]:
    listed = [each for each in text.attachments if not _printed(each.text, text)]
    given = len(policy.attachments)
    if len(listed) > given:
        names = "、".join(each.text for each in listed)
        how_many = f"只有 {given} 个" if given else "一个也没有"
        message = f"正文列出 {len(listed)} 个附件（{names}），“附件”里{how_many}"
        level = Level.NOTICE if given else Level.WARNING
        fix = "把文件放进 content/files/，在“附件”里写名称和文件"
        yield rule.problem(policy, "附件" if given else "标题", message, fix, level)


def _printed(name: str, text: Document) -> bool:
    """Whether what is listed is printed in the text itself: as a document, or below its name on a line."""
    plain = name.strip("《》")
    if any(each.title and plain in each.title.text.replace(" ", "") for each in text.all[1:]):
        return True
    return any(each.own_words == plain for one in text.all for each in one.walk())
