"""Records that name one another, in whatever direction → matters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.column.stations import Matter, Topic
from gongkai.records.types.consultation import Consultation
from gongkai.records.types.decision import Decision
from gongkai.records.types.meeting import Meeting
from gongkai.records.types.policy import Policy


def joined(register: Register) -> Iterator[Matter]:
    """Every matter of which readers have anything: decisions, then documents, then mere consultations."""
    taken: set[str] = set()
    for matter in _decisions(register):
        taken |= matter.keys
        yield matter
    for policy in register.policies:
        if policy.id not in taken:
            asked = _asked(register, (policy,))
            taken |= {each.id for each in asked}
            yield Matter(None, _by_day(asked), _sorted(_topics_of(register, (policy,))), (policy,))
    for consultation in register.public(Consultation):
        if consultation.id not in taken:
            yield Matter(consultations=(consultation,))


def _decisions(register: Register) -> Iterator[Matter]:
    asking = [(each, _asking(register, each)) for each in register.public(Decision)]
    times = Counter(each.id for _, found in asking for each in found)
    for decision, found in asking:
        # what was asked about two decisions does not say of which of them its documents came
        yield _decision(register, decision, found, [each for each in found if times[each.id] == 1])


def _asking(register: Register, decision: Decision) -> tuple[Consultation, ...]:
    """The public consultations that name a decision, and those that its steps name."""
    named = [register.record(name) for _, step in decision.steps.named for name in step.records]
    found = [*register.mentions(decision), *(each for each in named if each)]
    return _by_day(
        each for each in found if isinstance(each, Consultation) and each.is_public(register.today)
    )


def _decision(
    register: Register, decision: Decision, asking: Iterable[Consultation], sure: Iterable[Consultation]
) -> Matter:
    naming = _naming(register, decision)
    names = [*decision.documents, *(name for each in sure for name in each.documents)]
    for topic in naming:
        if topic.agenda and len(topic.agenda.decisions) == 1 and not topic.explains:
            names += topic.agenda.documents
    policies = _policies(register, decision, names)
    topics = [*naming, *_topics_of(register, policies)]
    return Matter(
        decision,
        _by_day([*asking, *_asked(register, policies)]),
        _sorted([*topics, *_held(register, decision, topics)]),
        policies,
    )


def _policies(register: Register, decision: Decision, names: Iterable[str]) -> tuple[Policy, ...]:
    """The public documents of these names; none that only another decision says is its own."""
    own = {each.id for each in filter(None, map(register.policy, decision.documents))}
    found = {each.id: each for each in filter(None, map(register.policy, names))}
    return tuple(
        each
        for each in found.values()
        if each.is_public(register.today)
        and (each.id in own or not any(isinstance(by, Decision) for by in register.mentions(each)))
    )


def _asked(register: Register, policies: Iterable[Policy]) -> list[Consultation]:
    """The consultations of which these documents came."""
    named = (each for policy in policies for each in register.mentions(policy))
    return [each for each in named if isinstance(each, Consultation)]


def _topics_of(register: Register, policies: Iterable[Policy]) -> list[Topic]:
    return [Topic(*each) for policy in policies for each in register.topics_of(policy)]


def _naming(register: Register, decision: Decision) -> list[Topic]:
    """The topics that say they are about a decision."""
    return [
        Topic(meeting, number, agenda)
        for meeting in register.mentions(decision)
        if isinstance(meeting, Meeting)
        for number, agenda in enumerate(meeting.agenda, 1)
        if decision in map(register.record, agenda.decisions)
    ]


def _held(register: Register, decision: Decision, known: list[Topic]) -> Iterator[Topic]:
    """The other meetings that 集体讨论 names: the topic that bears its title, else the meeting as a whole."""
    for meeting in map(register.record, decision.steps.discussion.records):
        if not isinstance(meeting, Meeting) or not meeting.is_public(register.today):
            continue
        if not any(each.meeting is meeting for each in known):
            titled = [
                each for each in _topics(meeting) if each.agenda and decision.title in each.agenda.title
            ]
            yield titled[0] if len(titled) == 1 else Topic(meeting, 0)


def _topics(meeting: Meeting) -> list[Topic]:
    return [Topic(meeting, number, agenda) for number, agenda in enumerate(meeting.agenda, 1)]


def _by_day(found: Iterable[Consultation]) -> tuple[Consultation, ...]:
    unique = {each.id: each for each in found}.values()
    return tuple(sorted(unique, key=lambda each: (each.opens_on, each.id)))


def _sorted(found: Iterable[Topic]) -> tuple[Topic, ...]:
    unique = {each.key: each for each in found}.values()
    return tuple(sorted(unique, key=lambda each: (each.meeting.date, each.meeting.id, each.number)))
