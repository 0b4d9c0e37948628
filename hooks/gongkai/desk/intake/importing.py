"""Files of an office → drafts in the column, and a page that shows each beside its original."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from gongkai.column.register import Register
from gongkai.common.problems import EnvironmentProblem
from gongkai.desk import word
from gongkai.desk.intake import answers, captions, comparison, draft, escaping, files, renewing, slugs, units
from gongkai.desk.intake.ending import named
from gongkai.desk.intake.facts import Facts, facts_of
from gongkai.desk.intake.markdown import Writer, differs
from gongkai.desk.intake.parts import Parts, squashed
from gongkai.desk.intake.questions import Question, of_explanation, questions
from gongkai.desk.intake.reading import parts_of
from gongkai.law.duties.terms import Terms
from gongkai.records.types.standard import Standard
from gongkai.text.limits import beyond

Ask = Callable[[Question], str]
_EXPLAINS = re.compile(r"解读|问答|一图读懂")
_TIMING = "interpretation-timing"


@dataclass
class Imported:
    """What came of one file: the files written, what is open, and the page to compare."""

    name: str
    reading: word.Reading
    parts: Parts
    facts: Facts
    open: list[Question] = field(default_factory=list)
    written: list[str] = field(default_factory=list)
    page: str = ""
    #: what was said of this file, beforehand or when asked
    answers: dict[str, str] = field(default_factory=dict)
    #: notes and pictures of the head, which is not in the text
    left: list[word.Told] = field(default_factory=list)
    #: pictures that nothing is said of
    wordless: int = 0

    @property
    def unread(self) -> tuple[word.Told, ...]:
        """All that is not in the record's text, each with its reason."""
        return (*self.reading.unread, *self.left)


@dataclass
class Importer:
    """Imports into one column; ``ask`` gives an answer or "", ``into`` is where pages to compare stand."""

    root: Path
    register: Register
    standards: Mapping[str, Standard]
    into: Path
    answers: dict[str, str] = field(default_factory=dict)
    ask: Ask = lambda question: ""
    name: str = ""
    #: whether the draft of an earlier import is made anew, asked with its path; else another is begun
    again: Callable[[str], bool] = lambda path: False
    #: the drafts that are
    renewed: set[str] = field(default_factory=set)

    def bring(self, paths: Sequence[Path], names: Sequence[str] = ()) -> list[Imported]:
        """The policy first, then what explains it; nothing is written where a file is refused.

        ``names`` are what people call the files, where they are kept under others.
        """
        called = names or [path.name for path in paths]
        read = [self._read(path, name) for path, name in zip(paths, called, strict=True)]
        policies = [each for each in read if not _explains(each)]
        others = [each for each in read if _explains(each)]
        for each in policies:
            self._policy(each, alone=not others)
        for each in others:
            self._explanation(each, policies[0] if policies else None)
        return read

    def _read(self, path: Path, name: str) -> Imported:
        data = files.bytes_of(path)
        try:
            reading = files.read(data, name)
        except word.Refused as error:  # of two files that came together one is meant
            raise word.Refused(f"{name}：{error}") from None
        except EnvironmentProblem as error:
            raise EnvironmentProblem(f"{name}：{error}") from None
        if reading.refused:
            raise Stopped(name, reading.refused)
        return Imported(name, reading, parts_of(reading.blocks), Facts(), answers=dict(self.answers))

    def _policy(self, done: Imported, alone: bool) -> None:
        parts = done.parts
        if not done.reading.characters:
            raise word.Refused(
                f"{done.name} 里只有图片，没有文字，多半是扫描件：要文字的 Word 文件，或先做文字识别"
            )
        read = self._body(done, "")
        done.facts = facts_of(parts, read, self.register)
        old = self._before(done)
        self._answer(done)
        year = old.year if old else self._year(done)
        title = self._value(done, "标题")
        slug = old.slug if old else self._slug(f"content/policies/{year}", title)
        listed = parts.listed if not _held(parts) else []
        body = self._body(done, f"../../files/{year}/{slug}-") if done.reading.pictures else read
        path = f"content/policies/{year}/{slug}.md"
        self._write(done, draft.policy(path, done.facts, done.answers, done.open, listed, body))
        self._pictures(done, f"content/files/{year}/{slug}-")
        if alone:
            published = done.answers.get("发布日期", "")
            due = self._due(published)
            name = done.facts.keys.get("标题", title)
            explained = parts.printed or str(name)
            at = f"content/interpretations/{year}/{slug}-jiedu.md"
            self._write(done, draft.interpretation(at, explained, slug, published, due, done.facts.articles))
        self._compare(done, slug, body)

    def _before(self, done: Imported) -> renewing.Before | None:
        """The draft that this file became before; what was answered there need not be asked again."""
        title = self._value(done, "标题")
        name = self.name or slugs.slug_of(title, units.places(self.register.column.portal))
        old = renewing.before(self.root, name, title) if title else None
        if old is None or not self.again(old.path):
            return None
        self.renewed.add(old.path)
        for each in questions(done.facts, self.register, done.answers):
            if each.key in old.keys:
                done.answers[each.key] = old.keys[each.key]
        return old

    def _explanation(self, done: Imported, policy: Imported | None) -> None:
        """A file that explains a policy: the one beside it."""
        title = done.parts.title or done.name.rpartition(".")[0]
        policy = self._beside(done, title, policy)
        slug = Path(policy.written[0]).stem if policy and policy.written else self._explained(done, title)
        year = self._year(policy or done)
        name = f"{slug}-jiedu" if policy else self._slug(f"content/interpretations/{year}", title)
        body = self._body(done, f"../../files/{year}/{name}-")
        done.facts.put("标题", title, done.parts.places.get("标题", "文件名"))
        path = f"content/interpretations/{year}/{name}.md"
        published = (policy or done).answers.get("发布日期", "")
        of = f"{policy.facts.keys.get('标题', '')}{policy.parts.printed or ''}" if policy else ""
        found = answers.taken(body, of, policy.facts.articles if policy else ())
        done.facts.doubts += [each for each in (found.doubt, _said(found.answers)) if each]
        self._write(done, draft.explained(path, title, slug, published, found))
        self._pictures(done, f"content/files/{year}/{name}-")
        self._compare(done, name, body)

    def _beside(self, done: Imported, title: str, policy: Imported | None) -> Imported | None:
        """The policy that came with it, unless its title names another that the column has."""
        meant = [squashed(each) for each in named(title)]
        if policy is None or not meant:
            return policy
        came = [squashed(f"{policy.facts.keys.get('标题', '')}"), squashed(policy.parts.printed)]
        if any(each in one or (one and one in each) for each in meant for one in came):
            return policy
        other = next((each for each in map(self.register.policy, named(title)) if each), None)
        told = f"题目说的是《{named(title)[0]}》，不是一起放进来的这件政策"
        done.facts.doubts.append(
            f"{told}：已经和公布过的那一件配在一起" if other else f"{told}：不是一对的，分开放"
        )
        return None if other else policy

    def _explained(self, done: Imported, title: str) -> str:
        """The policy of an interpretation that came alone: the one its title names, else it is asked."""
        found = [each for each in map(self.register.policy, named(title)) if each]
        if found:
            done.answers.setdefault("解读文件", found[0].slug)
            done.facts.put("解读文件", f"《{found[0].title.strip('《》')}》", "标题")
        self._ask(done, of_explanation(self.register, done.answers))
        answer = done.answers.get("解读文件", "")
        policy = self.register.policy(answer.strip("《》 ")) or self.register.policy(answer)
        return policy.slug if policy else answer

    def _body(self, done: Imported, folder: str) -> str:
        said = captions.captions(done.parts)
        writer, body, told = _written(done, folder, said, exact=False)
        if told:
            writer, body, told = _written(done, folder, said, exact=True)
        if fault := next(beyond(body), None):
            raise word.Refused(f"{fault.message}：{fault.fix}")
        if told:
            raise word.Refused(f"写成的正文与原文不同（{told}）：请把文件交给维护人员")
        done.left = list(writer.left(done.parts))
        done.wordless = captions.wordless(done.reading.pictures, said)
        return body

    def _answer(self, done: Imported) -> None:
        """Ask what is missing; what gets no answer stays open."""
        self._ask(done, questions(done.facts, self.register, done.answers))

    def _ask(self, done: Imported, asked: list[Question]) -> None:
        for each in asked:
            answer = self.ask(each)
            if answer:
                done.answers[each.key] = answer
            else:
                done.open.append(each)

    def _value(self, done: Imported, key: str) -> str:
        value = done.answers.get(key) or done.facts.keys.get(key, "")
        return value if isinstance(value, str) else "、".join(value)

    def _year(self, done: Imported) -> str:
        day = self._value(done, "发布日期") or self._value(done, "成文日期")
        return day[:4] or str(self.register.today.year)

    def _slug(self, folder: str, title: str) -> str:
        known = units.places(self.register.column.portal)
        return slugs.free(self.root / folder, self.name or slugs.slug_of(title, known))

    def _due(self, published: str) -> dt.date | None:
        rule = self.standards.get(_TIMING)
        if rule is None or not published:
            return None
        terms = Terms.of_rule(self.register, rule)
        return terms.working_day(draft.day(published), terms.number("工作日"))

    def _write(self, done: Imported, made: draft.Draft) -> None:
        self._put(done, made.path, made.text.encode("utf-8"))

    def _pictures(self, done: Imported, beginning: str) -> None:
        left = {each.text for each in done.left}
        for each in (each for each in done.reading.pictures if each.name not in left):
            self._put(done, f"{beginning}{each.name}", each.data)

    def _put(self, done: Imported, path: str, data: bytes) -> None:
        target = self.root / path
        if self.renewed and path.startswith("content/interpretations/") and target.exists():
            return  # somebody may have written it
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("wb" if self.renewed else "xb") as file:
                file.write(data)
        except FileExistsError:
            raise EnvironmentProblem(f"已有文件，没有改动：{path}") from None
        except OSError as error:
            raise EnvironmentProblem(f"不能写 {path}（{error.strerror}）") from None
        done.written.append(path)

    def _compare(self, done: Imported, slug: str, body: str) -> None:
        page = comparison.page(done.reading, done.unread, done.parts, done.facts, body, done.open)
        target = self.into / f"{slug}.html"
        try:
            self.into.mkdir(parents=True, exist_ok=True)
            target.write_text(page, encoding="utf-8")
        except OSError as error:
            raise EnvironmentProblem(f"不能写 {target}（{error.strerror}）") from None
        done.page = str(target)


class Stopped(Exception):
    """A file holds what cannot be taken: each with its place."""

    def __init__(self, name: str, told: tuple[word.Told, ...]) -> None:
        self.name, self.told = name, told
        super().__init__(name)


def _written(done: Imported, folder: str, said: Mapping[str, str], exact: bool) -> tuple[Writer, str, str]:
    """The text of a record, and where readers would see something else than the file says."""
    notes = {each.key: each for each in done.reading.notes}
    pictures = {each.name: each for each in done.reading.pictures}
    writer = Writer(folder, notes, pictures, said, exact)
    try:
        body = writer.text(done.parts)
    except escaping.NotWritable as error:
        raise word.Refused(f"这一段写不成正文：{error}") from None
    return writer, body, differs(done.parts, body, writer.used)


def _said(found: Sequence[answers.Answer]) -> str:
    """Where questions of the text went."""
    return f"正文里的 {len(found)} 组问和答，写进了“问答”" if found else ""


def _explains(done: Imported) -> bool:
    title = done.parts.title or done.name
    return bool(_EXPLAINS.search(title)) and "印发" not in title


def _held(parts: Parts) -> bool:
    """Whether the attachments that the text lists stand in the same file."""
    text = squashed("".join(block.text for block, _ in parts.text))
    return bool(parts.listed) and all(text.count(squashed(each)) > 1 for each in parts.listed)
