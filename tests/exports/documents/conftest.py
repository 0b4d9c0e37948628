"""The schema by which every document is valid."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

PROJECT = Path(__file__).parents[3]


@pytest.fixture(scope="session")
def schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(str(PROJECT / "tests/data/akomantoso/akomantoso30.xsd")))
