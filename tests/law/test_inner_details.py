"""Passwords, keys and inner addresses in a text: told, and nothing that only speaks of them."""

from __future__ import annotations

import pytest

from gongkai.law.example import CLEAN, a_policy, a_unit, an_item

PLANTED = {
    "用户名 admin，密码：Xc@2026gk": "密码（Xc***）",
    "密码: 12345678": "密码（12***）",
    "口令是Gk2026!!": "密码（Gk***）",
    "**密码**：abc-1234": "密码（ab***）",
    "password=hunter2024": "密码（hu***）",
    "密码&#58; Xc@2026gk": "密码（Xc***）",
    "api_key: 9f8e7d6c5b4a39281706": "令牌或密钥（9f8e***）",
    "令牌：AbCdEf0123456789": "令牌或密钥（AbCd***）",
    "ghp_abcdefghijklmnopqrstuvwxyz0123456789": "令牌或密钥（ghp_***）",
    "系统地址 http://192.168.1.5:8080/oa ，": "内网或本机的地址“http://192.168.1.5:8080/oa”",
    "登录 192.168.1.5 填报": "内网或本机的地址“192.168.1.5”",
    "登录10.1.2.3:8080填报": "内网或本机的地址“10.1.2.3:8080”",
    "见 http://oa.local/x": "内网或本机的地址“http://oa.local/x”",
    "文件在 C:\\Users\\zhangsan\\桌面": "路径“C:\\Users\\”",
    "共享在 \\\\fileserver\\gongkai": "路径",
}
FINE = [
    "初始密码为证件号码后六位，登录后请修改。",
    "密码：不少于8位，含字母和数字。",
    "密码：********",
    "忘记密码的，拨打010-66001234。",
    "按 10.1.2.3 条执行，版本 1.2.3.4。",
    "见 https://www.gov.cn/ 和 8.8.8.8。",
    "保密工作、商用密码管理条例、密码（Password）",
    "请求书 secretary: zhang、token ring、key: value",
    "时间 9:00\\10:00",
]


@pytest.mark.parametrize("text", PLANTED)
def test_what_is_told(run, text):
    (problem,) = run({**CLEAN, **an_item(body=f"第一行。\n\n{text}。")}).problems
    assert (problem.rule, problem.level.value, problem.at) == ("inner-details", "警告", ("正文", 2))
    assert PLANTED[text] in problem.message
    assert "2026gk" not in problem.as_text() and "hunter2024" not in problem.as_text()


@pytest.mark.parametrize("text", ["token" + " " * 19_000, "密码" * 9_000, "密码" + " " * 19_000])
def test_long_lines_are_read_in_one_go(run, text):
    assert "inner-details" not in [each.rule for each in run({**CLEAN, **an_item(body=text)}).problems]


@pytest.mark.parametrize("text", FINE)
def test_what_is_not(run, text):
    assert [each.as_text() for each in run({**CLEAN, **an_item(body=text)}).problems] == []


@pytest.mark.parametrize(
    ("files", "at"),
    [
        (a_policy(摘要="系统密码：Xc@2026gk"), ("摘要",)),
        (a_unit(职责="登录 192.168.1.5 填报"), ("职责",)),
    ],
)
def test_fields_are_looked_at_too(run, files, at):
    problems = [each for each in run({**CLEAN, **files}).problems if each.rule == "inner-details"]
    assert [each.at for each in problems] == [at]
