"""What rules, figures and the frame ask of a type of record: each type answers in its own file."""

from __future__ import annotations

from enum import Enum, auto


class Trait(Enum):
    """One answer; a type lists in ``TRAITS`` those that hold for it, ``()`` where none does."""

    #: news (动态类): its column must go on (rule freshness)
    LIVELY = auto()
    #: its column may not be empty (rule empty-column)
    NEVER_EMPTY = auto()
    #: information for the public to be told of, unlike statistics, plans and lists (figure push-rate)
    PUSHED = auto()
    #: rules of its own look at the policies it names; record-reference leaves them to those
    OWN_POLICY_RULES = auto()
    #: its list is an entry of the navigation, which has room for few
    IN_NAVIGATION = auto()
