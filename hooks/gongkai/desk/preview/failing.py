"""What making a page of files with faults may end with: told in the page's place, it stops no other."""

from __future__ import annotations

from jinja2 import TemplateError
from lxml.etree import LxmlError

from gongkai.common.problems import ContentError, EnvironmentProblem
from gongkai.desk.glimpse import UNCHECKED

FAILING = (*UNCHECKED, ContentError, EnvironmentProblem, LxmlError, OSError, RuntimeError, TemplateError)
