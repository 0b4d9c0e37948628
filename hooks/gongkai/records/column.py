"""栏目标识: who publishes the column; configuration in ``mkdocs.yml`` under ``extra: column:``."""

from __future__ import annotations

import re
from typing import Annotated, Any, Self
from urllib.parse import urlsplit

from pydantic import BeforeValidator, Field, WithJsonSchema, field_validator, model_validator

from gongkai.common.areas import Area, area_of
from gongkai.records.base import Part
from gongkai.records.fields.values import Link, Text, Title, Yes, as_link, wrong
from gongkai.records.fields.ways import Phone


def as_home(value: Any) -> str:
    """The address of a home page: what every other address of a site can be put after."""
    text = as_link(value)
    parts = urlsplit(text)
    fix = "写成 https://www.本区域名/zwgk/ 这样，以 / 结尾"
    if parts.username is not None or parts.password is not None:
        raise wrong("网址里写着用户名或密码，会公布在每一页上", f"删去 @ 和它前面的，{fix}")
    if not parts.hostname or parts.hostname.strip(".") != parts.hostname:
        raise wrong(f"“{text}”没有写对域名", fix)
    if "?" in text or "#" in text:
        raise wrong(f"“{text}”里有 ? 或 #，后面接不上各页的网址", f"删去 ? 或 # 和它后面的，{fix}")
    if re.search(r"//|/\.{1,2}(?:/|$)|\\|%", parts.path):
        raise wrong(f"“{text}”的路径里有 //、./、../、反斜杠或 %", fix)
    return text


#: what stands in the printed sample where a column's own words belong
PLACEHOLDERS = ("某某区", "本区域名", "区号-电话", "十位数字")


def own_words(text: str) -> str:
    """What a column says of itself: not what the sample says of any."""
    if left := next((each for each in PLACEHOLDERS if each in text), ""):
        raise wrong(f"“{text}”还是样本里的“{left}”", "改成本栏目自己的")
    return text


Home = Annotated[str, BeforeValidator(as_home), WithJsonSchema({"type": "string", "pattern": "^https?://"})]


class EnglishNames(Part):
    """The column's identity on its English pages."""

    portal: Title = Field(alias="门户名称", description="英文，如 Beijing Example District Government")
    name: Title = Field("Government Transparency", alias="栏目名称")
    description: Text = Field("Policies and public information of the district", alias="栏目简介")
    keywords: Text = Field("government information,policies,transparency", alias="关键词")
    organiser: Text = Field(alias="主办单位")


class Column(Part):
    """The column's identity, shown on every page and in every page's metadata."""

    portal: Title = Field(alias="门户名称", description="如 北京市示例区人民政府")
    name: Title = Field("政务公开专栏", alias="栏目名称")
    description: Text = Field("政府信息公开、政策文件与解读、会议开放", alias="栏目简介")
    keywords: Text = Field("政务公开,政策文件,政策解读", alias="关键词")
    address: Home = Field(alias="栏目网址", description="栏目首页的完整网址，订阅源用它作标识")
    portal_url: Link | None = Field(None, alias="门户网址")
    domain: Text = Field(alias="网站域名")
    site_code: Text = Field(
        alias="网站标识码", pattern=r"^(bm\d{8}|\d{10})$", description="10位数字或bm加8位数字"
    )
    icp: Text | None = Field(None, alias="ICP备案号")
    police: Text | None = Field(None, alias="公安备案号")
    organiser: Text = Field(alias="主办单位")
    contact: Text = Field(alias="联系方式")
    hotline: Phone | None = Field(
        None, alias="市民热线", description="不知道问谁时打的号码，如 12345；没有开通的不写"
    )
    report_error_url: Link | None = Field(None, alias="找错网址")
    demo: Yes = Field(False, alias="演示")
    machine_texts: Yes = Field(
        True, alias="供机器的文本", description="每页旁边的 Markdown、llms.txt 和 corpus/；写“否”不生成"
    )
    english: EnglishNames | None = Field(None, alias="英文", description="英文页面上的名称")

    def in_english(self) -> Column:
        """The same identity for English pages; names that were not given give way to the domain."""
        names = self.english or EnglishNames.model_validate(
            {"门户名称": self.domain, "主办单位": self.domain}
        )
        return self.model_copy(update=names.model_dump())

    @field_validator("portal", "address", "domain", "organiser", "contact")
    @classmethod
    def _its_own(cls, text: str) -> str:
        return own_words(text)

    @model_validator(mode="after")
    def _one_site(self) -> Self:
        """Readers are told the domain, programs the address: both must be of one site."""
        host, domain = (urlsplit(self.address).hostname or ""), self.domain.lower().removeprefix("www.")
        if host.removeprefix("www.") != domain and not host.endswith(f".{domain}"):
            fix = "把“网站域名”写成栏目网址里的域名，或改正 site_url（“栏目网址”）"
            raise wrong(f"网站域名“{self.domain}”和栏目网址“{self.address}”不是一个网站", fix)
        return self

    @property
    def area(self) -> Area:
        """The area it is of: its name at home, and whether it is a 区, 县, 市 or 旗."""
        return area_of(self.portal)

    @property
    def root(self) -> str:
        """The full address of the home page, ending in a slash."""
        return self.address.rstrip("/") + "/"
