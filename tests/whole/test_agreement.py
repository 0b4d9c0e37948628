"""Check and build agree: what the build would refuse, the check has said; what the check passes is built."""

from __future__ import annotations

from pathlib import Path

import pytest

from gongkai import settings
from gongkai.desk import cli

DAY = "2026-11-21"
ITEM = "content/items/minzheng-ju/2026/jiuzhu.md"
LINK = "+\n\n[甲](../../../policies/2020/meiyou.md)\n"
LOWER = "依据: [{文件: 某文件}]\n级别: 提示\n"
GONE = "- 地址: {}\n  撤下日期: 2026-11-01\n  理由: 其他\n"
OWN = "依据: [{文件: 某文件}]\n"
WAIVER = "规则: {}\n对象: {}\n理由: 领导同意\n批准人: 甲\n有效期至: 2026-12-31\n"
#: what is laid over the tiny column (a text; + what is added to a file; ~ what is replaced), and what is said
REFUSED = {
    "waived dead link": (
        {ITEM: LINK, "data/waivers/a.yml": WAIVER.format("link-target", ITEM)},
        "data/waivers/a.yml:1:5 [豁免须有效 waiver-valid] 错误：“链接须有去处”是底线，谁也不能豁免",
    ),
    "lowered dead link": (
        {ITEM: LINK, "data/rulebook/link-target.yml": LOWER},
        "data/rulebook/link-target.yml:2:5 [底线 rule-floor] 错误：“链接须有去处”（link-target）是底线",
    ),
    "lowered script": (
        {ITEM: "+\n\n<script>1</script>\n", "data/rulebook/body-safe.yml": LOWER},
        "[正文须安全 body-safe] 错误：",
    ),
    "ended rule of personal data": (
        {ITEM: "+\n\n电话 13800138000\n", "data/rulebook/personal-data.yml": OWN + "失效日期: 2000-01-01\n"},
        "[不得公开个人信息 personal-data] 错误：有手机号码 138****8000",
    ),
    "waived missing attachment": (
        {
            "content/policies/2026/dianti.md": "~files/2026/shenqingbiao.pdf|files/2026/meiyou.pdf",
            "data/waivers/a.yml": WAIVER.format("attachments-present", "content/policies/2026/dianti.md"),
        },
        "“附件须在”是底线，谁也不能豁免",
    ),
    "lowered number used twice": (
        {
            "data/catalogue/minzheng-ju.yml": "+- {编号: XZ-01, 一级事项: 又一项}\n",
            "data/rulebook/row-number.yml": LOWER,
        },
        "“表格编号不得重复”（row-number）是底线",
    ),
    "long address": (
        {"data/addresses/c.yml": GONE.format(f"policies/2020/{'a' * 300}/")},
        "data/addresses/c.yml:1:7 [填写内容 field-value] 错误：“地址”：网址太长（315 字），没有这样的文件名",
    ),
    "empty step": (
        {"data/addresses/c.yml": GONE.format("policies//jiu/")},
        "“地址”填的“policies//jiu/”不符合要求",
    ),
}  # fmt: skip


def _lay(root: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        before = (root / path).read_text("utf-8") if text[0] in "+~" else ""
        old, _, new = text.removeprefix("~").partition("|")
        after = before.replace(old, new) if text[0] == "~" else before + text.removeprefix("+")
        assert after != before
        (root / path).write_text(after, "utf-8")


@pytest.fixture
def check(mini, monkeypatch, capsys):
    for name in (settings.ROOT_VARIABLE, settings.DATE_VARIABLE):
        monkeypatch.setenv(name, "")

    def go() -> tuple[int, str]:
        code = cli.main(["check", "--root", str(mini), "--date", DAY])
        said = capsys.readouterr()
        return code, said.out + said.err

    return go


@pytest.mark.parametrize(("files", "said"), REFUSED.values(), ids=REFUSED)
def test_the_check_says_what_the_build_would_refuse(mini, check, files, said):
    _lay(mini, files)
    code, told = check()
    assert code == 1 and said in told, told


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("https://a.gov.cn/zwgk/?x=1", "里有 ? 或 #，后面接不上各页的网址"),
        ("https://a.gov.cn/zwgk/#y", "里有 ? 或 #，后面接不上各页的网址"),
        ("https://a.gov.cn/../../", "的路径里有 //、./、../、反斜杠或 %"),
        ("https://a.gov.cn/zw//gk/", "的路径里有 //、./、../、反斜杠或 %"),
        ("https://a.gov.cn/%7Ezwgk/", "的路径里有 //、./、../、反斜杠或 %"),
        ("https://user:pass@a.gov.cn/", "网址里写着用户名或密码，会公布在每一页上"),
        ("https://user@a.gov.cn/", "网址里写着用户名或密码，会公布在每一页上"),
        ("https:///zwgk/", "没有写对域名"),
    ],
)
def test_an_address_that_no_page_can_stand_below_is_refused(mini, check, address, why):
    (mini / "mkdocs.yml").write_text(
        (mini / "mkdocs.yml").read_text("utf-8").replace("https://mini.example.gov.cn/gongkai/", address),
        "utf-8",
    )
    code, told = check()
    assert code == 2 and why in told
    assert "pass" not in told


def test_a_rule_that_ended_in_no_group_is_checked_and_built(mini, check, command, tmp_path):
    own = "名称: 旧规则\n依据: [{文件: 某文件}]\n失效日期: 2020-01-01\n"
    _lay(mini, {"data/standards/jiu-guize.yml": own})
    assert check()[0] == 0
    done = command("build", "--root", mini, "--site-dir", tmp_path / "site", GONGKAI_NO_SEARCH="1")
    assert done.returncode == 0, done.stdout
    page = (tmp_path / "site/rulebook/jiu-guize/index.html").read_text("utf-8")
    assert 'rulebook/#other"' not in page and "其他" in page
