"""The small types: what they take is exact, everything else is answered by a sentence."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from gongkai.records.fields.values import Title, as_amount, as_date

FORMS = (
    *(
        "-1.00",
        "+1.00",
        "1e5",
        "1E5.00",
        "1,000.00",
        "1 000.00",
        "1_000.00",
        "1000",
        "1000.5",
        ".50",
        "1.500",
    ),
    *(
        "０.５０",
        "１２.００",
        "٣.٠٠",
        "12．50",
        "NaN",
        "inf",
        "¥1.00",
        "1.00万",
        "007.00",
        "99999999999.00",
        "1.00\n2",
    ),
)


@pytest.mark.parametrize("text", FORMS)
def test_an_amount_in_another_form_is_refused(text):
    with pytest.raises(PydanticCustomError, match="不是金额"):
        as_amount(text)


@given(st.integers(0, 10**12 - 1))
def test_an_amount_is_exact(cents):
    written = f"{cents // 100}.{cents % 100:02d}"
    assert as_amount(written) == Decimal(cents) / 100 and str(as_amount(written)) == written


@given(st.text(st.sampled_from("0123456789.,-+eE０５ \t") | st.characters(), max_size=14))
def test_any_text_is_an_amount_as_written_or_refused(text):
    try:
        assert f"{as_amount(text):.2f}" == text.strip()
    except PydanticCustomError as error:
        assert error.context and error.context["fix"]


@pytest.mark.parametrize("text", ["9999-12-31", "2200-01-01", "1899-12-31", "0001-01-01"])
def test_a_day_beyond_all_terms_is_refused(text):
    with pytest.raises(PydanticCustomError, match="不在 1900 到 2199 年之间"):
        as_date(text)
    assert as_date("2199-12-31") == dt.date(2199, 12, 31)


def test_a_title_is_one_line():
    with pytest.raises(ValidationError, match="有换行"):
        TypeAdapter(Title).validate_python("甲\n乙")
