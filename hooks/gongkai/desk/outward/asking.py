"""Addresses → what each site answers. The only place from which other sites are asked for their pages.

Politely: one question at a time to a site, with a pause, head first; no more than a few
redirects; not to machines inside a network, whatever an address or a redirect says.
"""

from __future__ import annotations

import http.client
import socket
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import Event
from urllib.parse import urljoin, urlsplit

from gongkai.records.vocabulary.publishing import LinkAnswer
from gongkai.text import host

#: sites that are asked at the same time
_AT_ONCE = 8
_HOPS = 5
_REDIRECTS = frozenset((301, 302, 303, 307, 308))
#: the page is not there; anything else that is no success may be meant for programs only
_GONE = frozenset((404, 410))
_NO_HEAD = frozenset((400, 403, 405, 501))
_SERVER = 500


@dataclass(frozen=True)
class Manners:
    """How one asks: seconds until one gives up, seconds between two questions to a site, who is asking."""

    timeout: float = 10.0
    pause: float = 1.0
    agent: str = "gongkai-links"


@dataclass(frozen=True)
class Answered:
    """What became of one question."""

    address: str
    answer: LinkAnswer
    said: str


def outside(address: str) -> bool:
    """Whether an address leads to a site of the open network."""
    found = host(address)
    return found is not None and not found.inside and found.wrong is None


def ask(
    addresses: Iterable[str], manners: Manners, allowed: Callable[[str], bool] = outside
) -> list[Answered]:
    """Every address once, the sites beside each other, in the order of the addresses."""
    by_site: dict[str, list[str]] = {}
    for address in addresses:
        by_site.setdefault(urlsplit(address).netloc.lower(), []).append(address)
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        found = pool.map(lambda each: _of_site(each, manners, allowed), by_site.values())
        return sorted((each for site in found for each in site), key=lambda each: each.address)


def _of_site(addresses: list[str], manners: Manners, allowed: Callable[[str], bool]) -> list[Answered]:
    done = []
    for number, address in enumerate(addresses):
        if number:
            Event().wait(manners.pause)
        done.append(_answered(address, manners, allowed))
    return done


def _answered(address: str, manners: Manners, allowed: Callable[[str], bool]) -> Answered:
    """Redirects followed; a head that is refused is asked for whole."""
    at = address
    try:
        for _ in range(_HOPS):
            if not allowed(at):
                return Answered(address, LinkAnswer.UNSURE, "转到不能查问的地方")
            status, target = _request("HEAD", at, manners)
            if status in _NO_HEAD:
                status, target = _request("GET", at, manners)
            if status not in _REDIRECTS or not target:
                return Answered(address, _meaning(status), str(status))
            at = urljoin(at, target)
    except (OSError, http.client.HTTPException, ValueError) as error:
        return Answered(address, LinkAnswer.DEAD, _told(error))
    return Answered(address, LinkAnswer.UNSURE, "转来转去")


def _request(method: str, address: str, manners: Manners) -> tuple[int, str | None]:
    """The status, and where a redirect leads; nothing of the page itself is read."""
    parts = urlsplit(address)
    secure = parts.scheme.lower() == "https"
    kind = http.client.HTTPSConnection if secure else http.client.HTTPConnection
    connection = kind(parts.netloc.rpartition("@")[2], timeout=manners.timeout)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    try:
        connection.request(method, _ascii(path), headers={"User-Agent": manners.agent, "Accept": "*/*"})
        answer = connection.getresponse()
        return answer.status, answer.getheader("Location")
    finally:
        connection.close()


def _ascii(path: str) -> str:
    """A path as it is sent: what is not ASCII is escaped, what is escaped already stays."""
    return "".join(c if c.isascii() and c > " " else "".join(f"%{b:02X}" for b in c.encode()) for c in path)


def _meaning(status: int) -> LinkAnswer:
    if status in _GONE or status >= _SERVER:
        return LinkAnswer.DEAD
    return LinkAnswer.FINE if status < 400 else LinkAnswer.UNSURE


def _told(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return "没有答复"
    return "没有这个网站" if isinstance(error, socket.gaierror) else "连不上"
