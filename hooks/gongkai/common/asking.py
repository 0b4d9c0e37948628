"""Stand-ins for an object that note all that is asked of it, with the answers.

What was noted is asked again in the next build: where every answer is the same, so is all that was made of
them. A stand-in cannot be the key of a table nor be kept in one, so that nothing can hide from it what was
asked before: whoever keeps something for a column is a question itself (``question``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial, wraps
from types import MethodType
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar, cast

P = ParamSpec("P")
S = TypeVar("S")
T = TypeVar("T")

#: what leads from one of the objects a page begins with to an answer: names, calls, keys, one after the other
Way = tuple[Any, ...]

#: how a question is called that a function asks of its first argument → the function
QUESTIONS: dict[str, Callable[..., Any]] = {}


class Notes(Protocol):
    """Who notes."""

    def told(self, way: Way, answer: Any, *, attribute: bool) -> Any:
        """Notes an answer and gives it back, or a stand-in that notes what is asked of it."""

    def all_of(self, way: Way, answer: Iterator[Any]) -> Iterator[Any]:
        """The same of answers that come one after the other."""


def question(function: Callable[Concatenate[S, P], T]) -> Callable[Concatenate[S, P], T]:
    """A question about its first argument: what it asks to find the answer is not noted, the answer is."""
    name = f"{function.__module__}:{function.__qualname__}"
    QUESTIONS[name] = function

    @wraps(function)
    def ask(of: Any, *args: P.args, **named: P.kwargs) -> T:
        if type(of) is not Asking:
            return function(of, *args, **named)
        return cast(T, of._called(name, partial(function, of._real), args, named))

    return cast(Callable[Concatenate[S, P], T], ask)


def plain(function: Callable[P, T]) -> Callable[P, T]:
    """A method that goes by its arguments and by what is the same for all pages of a build: never noted."""
    function.__dict__["plain"] = True
    return function


def real(given: Any) -> Any:
    """What a stand-in stands for."""
    return given._real if type(given) in STAND_INS else given


class _StandIn:
    __slots__ = ("_notes", "_real", "_way")
    __hash__ = None  # type: ignore[assignment]  # see above

    def __init__(self, real: Any, notes: Notes, way: Way) -> None:
        self._real, self._notes, self._way = real, notes, way

    def _told(self, step: Any, answer: Any) -> Any:
        return self._notes.told((*self._way, step), answer, attribute=False)


class Asking(_StandIn):
    """Stands for an object with attributes and methods; private ones are not to be had."""

    __slots__ = ()

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        value = getattr(self._real, name)
        if isinstance(value, MethodType) and value.__self__ is self._real:
            if "plain" in value.__func__.__dict__:
                return value
            return partial(self._call, name, value)
        return self._notes.told((*self._way, name), value, attribute=True)

    def _call(self, name: str, method: Callable[..., Any], /, *args: Any, **named: Any) -> Any:
        return self._called(name, method, args, named)

    def _called(
        self, name: str, method: Callable[..., Any], args: tuple[Any, ...], named: dict[str, Any]
    ) -> Any:
        answer = method(*map(real, args), **{key: real(each) for key, each in named.items()})
        way = (*self._way, (name, args, named))
        if isinstance(answer, Iterator):
            return self._notes.all_of(way, answer)
        return self._notes.told(way, answer, attribute=False)


class AskingTable(_StandIn, Mapping[Any, Any]):
    """Stands for a table: of what is looked up the answer is noted, not the whole."""

    __slots__ = ()

    def __getitem__(self, key: Any) -> Any:
        found = self._real.get(key)
        if found is None:
            self._told(("[]", (key,), {}), None)
            raise KeyError(key)
        return self._notes.told((*self._way, ("[]", (key,), {})), found, attribute=True)

    def __iter__(self) -> Iterator[Any]:
        return iter(self._told(("iter", (), {}), tuple(self._real)))

    def __len__(self) -> int:
        return cast(int, self._told(("len", (), {}), len(self._real)))


class AskingRow(_StandIn, Sequence[Any]):
    """Stands for a long list: of a part that is taken of it only that part is noted."""

    __slots__ = ()

    def __getitem__(self, place: Any) -> Any:
        args = (place.start, place.stop, place.step) if isinstance(place, slice) else (place,)
        return self._told(("[]", args, {}), self._real[place])

    def __iter__(self) -> Iterator[Any]:
        return iter(self._told(("iter", (), {}), self._real))

    def __len__(self) -> int:
        return cast(int, self._told(("len", (), {}), len(self._real)))


#: asked for each argument: to be an instance of a Mapping is dear to find out
STAND_INS = frozenset((Asking, AskingTable, AskingRow))


def ask(of: Any, step: Any) -> Any:
    """The answer to one step of a question, of the real thing."""
    if isinstance(step, str):
        return getattr(of, step)
    name, args, named = step
    if name == "iter":
        return tuple(of) if isinstance(of, Mapping) else of
    if name == "len":
        return len(of)
    if name == "[]":
        if isinstance(of, Mapping):
            return of.get(args[0])
        return of[args[0]] if len(args) == 1 else of[slice(*args)]
    answer = QUESTIONS[name](of, *args, **named) if ":" in name else getattr(of, name)(*args, **named)
    return tuple(answer) if isinstance(answer, Iterator) else answer
