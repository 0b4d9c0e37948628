"""A small column made by rule."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from gongkai.search import SearchDocument

SENTENCES = (
    "推进老旧小区综合整治，加装电梯{n}部。",
    "完善12345市民服务热线接诉即办机制；",
    "落实GB/T 19001质量管理体系要求，电话010-83926{n}。",
    "各街道办事处要公开办事指南，方便群众查询！",
    "区民政局负责养老服务驿站建设与运营补贴。",
    "西城区（原宣武区）范围内的历史文化街区适用本办法。",
    "第{n}条 政府信息公开申请应当采用书面形式。",
    "对符合条件的中小企业给予房租减免，期限{n}个月。",
    "教育委员会组织义务教育入学工作，做到就近入学。",
    "本办法自2026年{n}月1日起施行，由区财政局解释。",
)


def column(count: int, seed: int = 1) -> list[SearchDocument]:
    """``count`` documents of the last five years, always the same for the same seed."""
    chance = random.Random(seed)
    found = []
    for n in range(count):
        year = str(2026 - n % 5)
        lines = [s.format(n=chance.randint(1, 99)) for s in chance.choices(SENTENCES, k=6)]
        found.append(
            SearchDocument(
                url=f"policies/{year}/no-{n}/",
                title=f"关于印发《{chance.choice(('养老', '教育', '住房', '营商'))}工作{n}号方案》的通知",
                number=f"西政发〔{year}〕{n}号",
                text="\n".join(lines),
                type=("政策文件", "政策解读", "会议")[n % 3],
                unit=("区民政局", "区教委", "区财政局")[n % 3],
                year=year,
                status=("有效", "废止")[n % 7 == 0],
                date=f"{year}-0{n % 9 + 1}-1{n % 10}",
            )
        )
    return found


@pytest.fixture(scope="session")
def make_documents() -> Callable[..., list[SearchDocument]]:
    return column
