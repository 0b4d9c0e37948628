"""Who may ask: the login's header alone, our own pages alone, under our own name alone."""

from __future__ import annotations

import dataclasses
import io

import pytest
from werkzeug.test import Client

from gongkai.desk.web.app import Desk

from . import papers
from .conftest import HEADER, Clerk


def test_without_the_login_nothing_is_shown(desk):
    client = Client(desk)
    assert client.get("/").status_code == 401
    assert client.get("/", headers={HEADER: " "}).status_code == 401
    assert client.get("/", headers={"X-Forwarded-User": "张某"}).status_code == 401
    assert client.get("/static/column.css").status_code == 401


@pytest.mark.parametrize(
    ("headers", "token"),
    [
        ({}, ""),
        ({}, "0" * 64),
        ({"Origin": "http://evil.example"}, None),
        ({"Origin": "null"}, None),
        ({"Sec-Fetch-Site": "cross-site"}, None),
        ({"Sec-Fetch-Site": "same-site"}, None),
    ],
)
def test_what_another_page_sends_is_refused(desk, clerk, options, headers, token):
    given = desk.guard.token(clerk.name) if token is None else token
    answer = clerk.client.post(
        "/put",
        data={"token": given, "files": (io.BytesIO(papers.policy()[1]), "a.docx")},
        headers={**clerk.headers, **headers},
    )
    assert answer.status_code == 403
    assert not (options.state / "works").exists()


def test_the_token_of_one_user_is_none_of_another(desk, clerk):
    other = desk.guard.token("李某")
    answer = clerk.client.post("/put", data={"token": other}, headers=clerk.headers)
    assert answer.status_code == 403


def test_another_host_is_another_site(clerk):
    assert clerk.client.get("/", headers={**clerk.headers, "Host": "evil.example"}).status_code == 400
    assert clerk.client.get("/", headers={**clerk.headers, "Host": "localhost:8001"}).status_code == 200


def test_another_users_work_is_not_there(desk, clerk):
    at = clerk.work(papers.policy())
    other = Clerk(desk, "李某")
    assert other.get(at).status_code == 404
    assert other.post(f"{at}drop").status_code == 404
    assert at not in other.page("/")
    assert clerk.get(at).status_code == 200


@pytest.mark.parametrize(
    "path",
    ["/work/../../etc/", "/work/%2e%2e/", "/work/ABCDEF0123456789/", "/work/0/", "/static/../app.py",
     "/static/%2e%2e%2fapp.py", "/static/base.html"],
)  # fmt: skip
def test_no_path_of_a_request_reaches_the_disk(clerk, path):
    assert clerk.get(path).status_code == 404


def test_too_much_is_refused_before_it_is_read(options, clerk):
    small = Clerk(Desk(dataclasses.replace(options, most=1000)), clerk.name)
    answer = small.put(papers.policy())
    assert answer.status_code == 413 and "太大" in answer.text


def test_a_page_says_what_it_may_load(clerk):
    answer = clerk.get("/")
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy and "unsafe" not in policy
    assert answer.headers["Cache-Control"] == "no-store"


def test_on_ones_own_machine_the_printed_address_opens_and_a_cookie_keeps_open(options):
    desk = Desk(dataclasses.replace(options, user_header=""))
    client = Client(desk)
    assert client.get("/", headers={HEADER: "张某"}).status_code == 401
    assert client.get("/?key=wrong").status_code == 401
    answer = client.get(f"/?key={desk.guard.key}")
    assert answer.status_code == 303 and "SameSite=Strict" in answer.headers["Set-Cookie"]
    assert "HttpOnly" in answer.headers["Set-Cookie"]
    assert "本机" in client.get("/").text
