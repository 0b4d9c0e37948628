"""What machines are told a page is about."""

from __future__ import annotations

import json

import pytest

from gongkai.column.register import Register
from gongkai.records.base import ContentRecord
from gongkai.records.types.interpretation import Interpretation
from gongkai.records.types.request_stats import RequestStats
from gongkai.render.machine.jsonld import json_ld

ROOT = "https://www.example.gov.cn/zwgk/"
POLICY = """\
---
标题: {title}
发文机关: 区民政局
成文日期: 2026-01-02
发布日期: {published}
是否规范性文件: 否
{more}
---
正文。
"""


def about(register: Register, slug: str):
    record = next(record for record in register.all if record.slug == slug)
    assert isinstance(record, ContentRecord)
    return json.loads(json_ld(record, register))


def test_a_policy_is_legislation(small_column):
    data = about(small_column(), "jiazhuang-dianti")
    unit = {
        "@type": "GovernmentOrganization",
        "name": "区住房和城市建设委员会",
        "url": ROOT + "units/zhufang-jianshe-wei/",
    }
    assert data["@type"] == "Legislation"
    assert data["url"] == ROOT + "policies/2026/jiazhuang-dianti/"
    assert data["legislationIdentifier"] == "/eli/cn-110000/zhufang-jianshe-wei/2026/示建发-21"
    assert data["identifier"] == "示建发〔2026〕21号"
    assert data["legislationDate"] == "2026-11-02"
    assert data["datePublished"] == "2026-11-05"
    assert data["dateModified"] == "2026-11-10"
    assert data["publisher"] == data["legislationPassedBy"] == [unit]
    assert data["legislationLegalForce"] == "https://schema.org/InForce"
    assert "expires" not in data
    assert "legislationChanges" not in data


@pytest.mark.parametrize(
    ("key", "force"),
    [("修改", "InForce"), ("部分废止", "PartiallyInForce"), ("废止", "NotInForce"), ("替代", "NotInForce")],
)
def test_a_change_shows_on_both_documents(small_column, key, force):
    old = POLICY.format(title="旧办法", published="2026-01-05", more="")
    new = POLICY.format(title="新办法", published="2026-02-05", more=f"{key}: [jiu-banfa]")
    files = {"content/policies/2026/jiu-banfa.md": old, "content/policies/2026/xin-banfa.md": new}
    register = small_column(files)
    changes = about(register, "xin-banfa")["legislationChanges"]
    named = {
        "@type": "Legislation",
        "@id": ROOT + "policies/2026/jiu-banfa/",
        "name": "旧办法",
        "legislationIdentifier": "/eli/cn-110000/minzheng-ju/2026/jiu-banfa",
    }
    assert changes == [named]
    kind = "Amends" if key in ("修改", "部分废止") else "Repeals"
    assert about(register, "xin-banfa")[f"legislation{kind}"] == [named]
    changed = about(register, "jiu-banfa")
    assert changed["legislationLegalForce"] == f"https://schema.org/{force}"
    # it is changed, and changes nothing itself
    assert "legislationChanges" not in changed


def test_a_document_not_public_yet_is_not_named(small_column):
    new = POLICY.format(title="新办法", published="2026-02-05", more="废止: [weilai]")
    register = small_column({"content/policies/2026/xin-banfa.md": new})
    assert "还没有公布" not in json.dumps(about(register, "xin-banfa"), ensure_ascii=False)


def test_a_policy_not_yet_in_force(small_column):
    new = POLICY.format(
        title="新办法", published="2026-11-05", more="施行日期: 2027-01-01\n失效日期: 2028-01-01"
    )
    data = about(small_column({"content/policies/2026/xin-banfa.md": new}), "xin-banfa")
    assert data["legislationLegalForce"] == "https://schema.org/NotInForce"
    assert (data["legislationDateOfApplicability"], data["expires"]) == ("2027-01-01", "2028-01-02")


def test_questions_are_a_faq_about_the_policy(small_column):
    data = about(small_column(), "jiazhuang-dianti-jiedu")
    answer = {"@type": "Answer", "text": "楼门业主代表。"}
    assert data["@type"] == "FAQPage"
    [question] = data["mainEntity"]
    assert question.pop("url").startswith(ROOT + "answers/jiazhuang-dianti-jiedu-")
    assert question == {"@type": "Question", "name": "谁可以申请？", "acceptedAnswer": answer}
    assert data["about"][0]["@id"] == ROOT + "policies/2026/jiazhuang-dianti/"


def test_an_interpretation_without_questions_is_an_article(small_column):
    text = "---\n标题: 解读\n解读文件: [jiazhuang-dianti]\n发布日期: 2026-11-06\n解读人: 王某\n---\n说明。\n"
    data = about(small_column({"content/interpretations/2026/wenzi.md": text}), "wenzi")
    assert data["@type"] == "Article"
    assert data["author"] == {"@type": "Person", "name": "王某"}
    assert "mainEntity" not in data


def test_a_meeting_is_an_event(small_column):
    text = """\
---
会议名称: 常务会
日期: 2026-11-24
时间: 09:00
地点: 区政府 301 会议室
预告日期: 2026-11-18
主办单位: 区民政局
是否开放: 是
开放方式: {openings}
---
安排。
"""
    for openings, mode in (("[列席, 网络直播]", "Mixed"), ("[列席]", "Offline"), ("[广播电视]", "Online")):
        path = f"content/meetings/2026/{mode.lower()}.md"
        data = about(small_column({path: text.format(openings=openings)}), mode.lower())
        assert data["@type"] == "Event"
        assert data["startDate"] == "2026-11-24T09:00:00+08:00"
        assert data["location"] == {"@type": "Place", "name": "区政府 301 会议室"}
        assert data["organizer"][0]["name"] == "区民政局"
        assert data["eventAttendanceMode"] == f"https://schema.org/{mode}EventAttendanceMode"


def test_a_meeting_without_time_or_opening_says_only_its_day(small_column):
    data = about(small_column(), "cw-46")
    assert data["startDate"] == "2026-11-24"
    assert not {"eventAttendanceMode", "location"} & set(data)


def test_items_are_articles_and_pages_pages(small_column):
    page = "---\n标题: 指南\n更新日期: 2026-01-01\n---\n正文。\n"
    register = small_column({"content/pages/guide.md": page})
    assert about(register, "jiuzhu")["@type"] == "Article"
    assert about(register, "guide")["@type"] == "WebPage"
    assert about(register, "guide")["url"] == ROOT + "guide/"


def test_nothing_in_it_can_end_the_script(markup_let_through, small_column):
    hostile = "答 </script> <!-- & \u2028\u2029 行"
    fields = {
        "标题": hostile,
        "解读文件": "x",
        "发布日期": "2026-11-06",
        "问答": [{"问": hostile, "答": hostile}],
    }
    text = json_ld(Interpretation.model_validate(fields), small_column())
    assert not set("<>&\u2028\u2029") & set(text)
    assert json.loads(text)["mainEntity"][0]["acceptedAnswer"]["text"] == hostile
    assert json.loads(text)["headline"] == "答 </script> <!-- & 行"


def test_an_event_says_when_where_and_for_how_many(small_column):
    text = """\
---
名称: 走进驿站
类型: {kind}
日期: 2026-12-02
时间: 09:30
地点: 望槐街道养老服务驿站
主办单位: 区民政局
预告日期: 2026-11-02
报名方式: 到街道登记
名额: 20
相关文件: [jiazhuang-dianti, weilai]
---
欢迎参加。
"""
    files = {
        "content/events/2026/yizhan.md": text.format(kind="政务开放日"),
        "content/events/2026/fangtan.md": text.format(kind="在线访谈"),
    }
    register = small_column(files)
    data = about(register, "yizhan")
    assert (data["@type"], data["startDate"]) == ("Event", "2026-12-02T09:30:00+08:00")
    assert data["location"] == {"@type": "Place", "name": "望槐街道养老服务驿站"}
    assert data["organizer"][0]["name"] == "区民政局"
    assert data["maximumAttendeeCapacity"] == 20
    assert data["eventAttendanceMode"] == "https://schema.org/OfflineEventAttendanceMode"
    assert [each["name"] for each in data["about"]] == ["示例区老旧小区加装电梯补助办法"]
    assert "eventAttendanceMode" not in about(register, "fangtan")


def test_a_service_says_who_provides_it_for_whom_and_where(small_column):
    text = """\
事项名称: 加装电梯补助申请
受理单位: 区民政局
服务对象: [个人, 企业]
办理依据: [补助办法]
基本流程: [提交材料]
收费依据及标准: 不收费
办理时限: 15个工作日
办理地点: [政务服务中心]
咨询方式: 窗口
相关政策: jiazhuang-dianti
发布日期: 2026-11-10
"""
    data = about(small_column({"data/services/dianti.yml": text}), "dianti")
    assert data["@type"] == "GovernmentService"
    assert [each["name"] for each in data["provider"]] == ["区民政局"]
    assert [each["audienceType"] for each in data["audience"]] == ["个人", "企业"]
    assert data["availableChannel"][0]["serviceLocation"] == {"@type": "Place", "name": "政务服务中心"}
    assert data["isRelatedTo"][0]["@id"] == ROOT + "policies/2026/jiazhuang-dianti/"


def test_a_year_of_applications_is_a_dataset(small_column):
    data = about(small_column({"data/requests/2026.yml": RequestStats.EXAMPLE}), "2026")
    assert (data["@type"], data["temporalCoverage"]) == ("Dataset", "2026-01/2026-01")
    assert "不予公开" in data["variableMeasured"]


def test_open_data_is_a_catalogue_whose_files_are_there(demo):
    (script,) = demo.pages["data/"].xpath("//script[@type='application/ld+json']")
    data = json.loads(script.text)
    assert data["@type"] == "DataCatalog"
    assert {each["@type"] for each in data["dataset"]} == {"Dataset"}
    root = data["url"].removesuffix("data/")
    for file in (file for each in data["dataset"] for file in each["distribution"]):
        path = demo.folder / file["contentUrl"].removeprefix(root)
        assert f"{path.stat().st_size} B" == file["contentSize"]
        assert file["encodingFormat"] != "application/octet-stream"


def test_what_types_exist_is_what_the_pages_say(demo):
    kinds = {
        "events/": "Event",
        "services/": "GovernmentService",
        "requests/2": "Dataset",
        "meetings/2": "Event",
    }
    for start, kind in kinds.items():
        pages = [page for url, page in demo.pages.items() if url.startswith(start)]
        found = [
            json.loads(s.text) for page in pages for s in page.xpath("//script[@type='application/ld+json']")
        ]
        assert found and {each["@type"] for each in found} == {kind}


def test_a_meeting_that_moved_says_from_which_day(small_column):
    move = "{字段: 日期, 原日期: 2026-11-23, 新日期: 2026-11-24, 原因: 会场检修, 公布日期: 2026-11-19}"
    text = f"---\n会议名称: 常务会\n日期: 2026-11-24\n预告日期: 2026-11-18\n日期变更: [{move}]\n---\n安排。\n"
    data = about(small_column({"content/meetings/2026/gaiqi.md": text}), "gaiqi")
    assert data["eventStatus"] == "https://schema.org/EventRescheduled"
    assert data["previousStartDate"] == ["2026-11-23"]
