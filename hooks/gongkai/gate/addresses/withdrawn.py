"""A withdrawn page → what goes with it: what says it again, its files, and what leads on to it."""

from __future__ import annotations

from collections.abc import Iterator, Set

from gongkai.column.asked import FOLDER
from gongkai.column.drafts import STEP
from gongkai.column.register import Register
from gongkai.gate.addresses import drafts, questions, texts
from gongkai.gate.addresses.files import files_of
from gongkai.records.base import ContentRecord
from gongkai.records.types.address import MovedAddress
from gongkai.records.types.dataset import Dataset
from gongkai.records.types.policy import Policy

DATASETS = "datasets/"


def rows(register: Register, current: Set[str]) -> list[MovedAddress]:
    """Every 地址变更 as readers are to have it: those written, and one for each that goes with another.

    ``current`` are the addresses there are today: a file that something else uses stays. Only
    what is registered needs a row, for readers know nothing else.
    """
    gone = _gone(register, current)
    own = {row.address for row in register.moved}
    with_it = sorted(address for address in gone if address in register.published and address not in own)
    return [
        *(
            _with(register, gone[row.to], row.address) if row.to in gone else _whose(register, row)
            for row in register.moved
        ),
        *(_with(register, gone[address], address) for address in with_it),
        *_moved_with(register, current, own),
        *_answers_moved(register, own),
    ]


def _whose(register: Register, row: MovedAddress) -> MovedAddress:
    """With the units of what was withdrawn, as long as its file is there to say."""
    record = register.record(row.address.removesuffix("/")) if row.withdrawn_on and not row.units else None
    units = tuple(unit.name for unit in register.units_of(record)) if record else ()
    return row.model_copy(update={"units": units}) if units else row


def _moved_with(register: Register, current: Set[str], own: Set[str]) -> Iterator[MovedAddress]:
    """Versions of a policy, and the page of a draft, go where the address above them went."""
    for row in register.moved:
        below = (f"{row.address}{texts.MARK}", f"{row.address}{STEP}")
        for address in register.published if row.to and row.address.endswith("/") else ():
            to = f"{row.to}{address.removeprefix(row.address)}"
            if address.startswith(below) and to in current and address not in own:
                yield row.model_copy(update={"address": address, "to": to, "title": None})


def _answers_moved(register: Register, own: Set[str]) -> Iterator[MovedAddress]:
    """The answers in a record whose address changed go where they stand now."""
    for row in register.moved:
        for address, to in questions.moved_with(register, row):
            if address in register.published and address not in own:
                yield row.model_copy(update={"address": address, "to": to, "title": None})


def _gone(register: Register, current: Set[str]) -> dict[str, MovedAddress]:
    """Address → the row by which it is withdrawn, files that are used by nothing else among them."""
    found = dict(register.gone)
    for record in register.content if found else ():
        if record.url in register.gone:
            for address in _led_to(register, record):
                if address not in current:
                    found.setdefault(address, register.gone[record.url])
    for address, row in _of_deleted(register):
        if address not in current:
            found.setdefault(address, row)
    return found


def _of_deleted(register: Register) -> Iterator[tuple[str, MovedAddress]]:
    """What had led on from a withdrawn record whose file is deleted too, as far as addresses tell it.

    An answer's begins with the file name of its record: where another record has that name, it may be
    the other's.
    """
    stems = [record.id.rsplit("/", 1)[-1] for record in register.content]
    there = {record.url for record in register.content}
    for url, row in register.gone.items():
        if url in there or not url.endswith("/"):
            continue
        stem = url.rsplit("/", 2)[-2]
        begins = [f"{url}{texts.MARK}", f"{url}{STEP}"]
        begins += [f"{FOLDER}{stem}-"] if stem not in stems else []
        begins += [url] if url.startswith(DATASETS) else []
        yield from ((each, row) for each in register.published if each.startswith(tuple(begins)))


def _led_to(register: Register, record: ContentRecord) -> Iterator[str]:
    yield from (name for _, name in files_of(record))
    yield from drafts.led_to(register, record)
    yield from questions.of_record(register, record)
    if isinstance(record, Policy):
        yield from texts.led_to(register, record)
    if isinstance(record, Dataset):
        known = (address for address in register.published if address.startswith(record.url))
        yield from (address for address in known if not address.endswith("/"))


def _with(register: Register, row: MovedAddress, address: str) -> MovedAddress:
    """The row of an address that goes on the day and for the reason of another."""
    why = f"随“{row.name(register.published.get(row.address, ''))}”一同撤下"
    changed = {
        "address": address,
        "title": None,
        "to": None,
        "note": "。".join(filter(None, (why, row.note))),
    }
    return row.model_copy(update=changed)
