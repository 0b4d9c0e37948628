"""Numbers, amounts and telephones as people write them: what is sure, and what is left to them."""

from __future__ import annotations

import pytest

from gongkai.records.fields import loose


@pytest.mark.parametrize(
    ("read", "written", "right"),
    [
        (loose.count, "２５", "25"),
        (loose.count, "1,234", "1234"),
        (loose.count, "3人", "3"),
        (loose.count, "3至5人", ""),
        (loose.count, "12,34", ""),
        (loose.percent, "20%", "20"),
        (loose.percent, "２０％", "20"),
        (loose.percent, "20.5%", ""),
        (loose.amount, "12.6", "12.60"),
        (loose.amount, "0", "0.00"),
        (loose.amount, "1,961", "1961.00"),
        (loose.amount, "12.5万元", "12.50"),
        (loose.amount, "126000元", "12.60"),
        (loose.amount, "0.3亿元", "3000.00"),
        (loose.amount, "99元", ""),
        (loose.amount, "126000", ""),
        (loose.amount, "约12万元", ""),
        (loose.clock, "9：05", "09:05"),
        (loose.clock, "9时30分", "09:30"),
        (loose.clock, "24:00", ""),
        (loose.telephone, "（010）81296012", "010-81296012"),
        (loose.telephone, "01081296012", "010-81296012"),
        (loose.telephone, "010-81296012-801", "010-81296012转801"),
        (loose.telephone, "13800000000", ""),
        (loose.local, "8129-6012", "81296012"),
        (loose.local, "12345", ""),
    ],
)
def test_what_is_meant(read, written, right):
    assert read(written) == right
