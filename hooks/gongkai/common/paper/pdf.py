"""A paper as a tagged PDF with its font inside, for screen readers and printers alike."""

from __future__ import annotations

import logging
from types import ModuleType

from gongkai.common.paper.blocks import Paper
from gongkai.common.paper.html import as_html, digest
from gongkai.common.problems import EnvironmentProblem

#: the standard of accessible PDF the files follow: ISO 14289-1
VARIANT = "pdf/ua-1"


def as_pdf(paper: Paper) -> bytes:
    """The PDF; EnvironmentProblem where the system's own text library (Pango) is missing."""
    engine = _engine()
    # It tells of every style it leaves out: of use to whoever changes ours, not to whoever prints.
    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    made: bytes = engine.HTML(string=as_html(paper)).write_pdf(
        pdf_variant=VARIANT, pdf_identifier=digest(paper).encode(), custom_metadata=True
    )
    return made


def _engine() -> ModuleType:
    try:
        import weasyprint  # noqa: PLC0415  only who makes a PDF needs the system's libraries
    except (ImportError, OSError) as error:
        raise EnvironmentProblem(
            f"做不成 PDF：缺少系统的排版库 Pango（{str(error).splitlines()[0]}）。"
            "Debian、Ubuntu 请安装 libpango-1.0-0、libpangoft2-1.0-0 和 fonts-noto-cjk；不装的请用 md 或 docx"
        ) from None
    module: ModuleType = weasyprint
    return module
