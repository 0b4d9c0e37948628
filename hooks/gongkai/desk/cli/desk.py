"""The command ``desk``: the web page on which an office writes."""

from __future__ import annotations

import argparse
import ipaddress
import re
from pathlib import Path
from urllib.parse import urlsplit

from gongkai import pipeline
from gongkai.common.problems import EnvironmentProblem
from gongkai.desk.cli.site import free_port
from gongkai.desk.web import people
from gongkai.desk.web.options import HandIn, Options, Way
from gongkai.settings import read_settings, read_state, read_today

_HEADER = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,60}")


def serve(options: argparse.Namespace) -> int:
    """Serve the desk; beyond this machine only behind a login."""
    from gongkai.desk.web import serving  # noqa: PLC0415  a server is no part of the other commands

    settings = read_settings()
    header, host = options.user_header or "", options.host
    if header and not _HEADER.fullmatch(header):
        raise EnvironmentProblem(f"--user-header 要写 HTTP 头的名字，如 X-Remote-User，写的是“{header}”")
    if not header and not _is_loopback(host):
        raise EnvironmentProblem(
            f"没有登录，只能在本机用：--host 不能写 {host}。放在单位的登录后面时，加 --user-header 头的名字"
        )
    port = free_port(options.port, host)
    names = tuple(options.name or (host, "localhost"))
    hand_in = HandIn(
        Way(options.hand_in),
        options.remote,
        options.target,
        options.repository or "",
        _token(options.token_file),
        _api(options.api),
    )
    state = read_state() / "desk"
    reviewers = people.read(Path(options.reviewers)) if options.reviewers else people.NOBODY
    if wrong := reviewers.unknown(pipeline.read(settings)[0]):
        raise EnvironmentProblem(f"--reviewers 里写的单位，本栏目没有：{'、'.join(wrong)}")
    signers = Path(options.signers) if options.signers else None
    _reviewable(bool(reviewers), bool(header), signers, hand_in, options.approvals)
    asked = Options(
        settings, state, names, header, hand_in, reviewers, signers, options.approvals, day=read_today
    )
    serving.serve(asked, host, port)
    return 0


def _reviewable(by_role: bool, login: bool, signers: Path | None, hand_in: HandIn, approvals: bool) -> None:
    """Refuse options by which no review could ever be given, or anybody's."""
    if (signers or approvals) and not by_role:
        raise EnvironmentProblem("--signers、--approvals 要和 --reviewers 一起用：不知道各人审哪一道")
    if by_role and not (login or signers or approvals):
        raise EnvironmentProblem("--reviewers 要和 --user-header 一起用：没有登录，不知道是谁在审")
    if signers and not signers.is_file():
        raise EnvironmentProblem(f"没有 --signers 的文件：{signers}")
    if approvals and (hand_in.way is Way.LOCAL or not hand_in.repository or hand_in.token is None):
        raise EnvironmentProblem("--approvals 要写明平台：--hand-in、--repository、--token-file")


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _token(text: str | None) -> Path | None:
    """Where a token stands that no command line shows."""
    return Path(text) if text else None


def _api(address: str) -> str:
    """An address of an API: a token goes over no open line, but to this machine."""
    at = urlsplit(address)
    if at.scheme == "https" or (at.scheme == "http" and _is_loopback(at.hostname or "")):
        return address
    raise EnvironmentProblem(f"--api 要写 https:// 开头的地址，写的是“{address}”")
