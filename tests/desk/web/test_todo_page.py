"""待办 at the desk: of one unit, on the page, as a file to print, as the draft of a mail."""

from __future__ import annotations

import email
import email.policy
import io

import docx


def test_the_list_of_a_unit_is_shown_printed_and_mailed(clerk):
    assert "哪个单位" in clerk.page("/todo")
    page = clerk.page("/todo?unit=minzheng-ju")
    assert '<option value="minzheng-ju" selected>' in page and "<h2>六、换年要做的</h2>" in page
    title = "区民政局政务公开待办（2026-11-21）"
    word = docx.Document(io.BytesIO(clerk.get("/todo.docx?unit=minzheng-ju").data))
    assert word.paragraphs[0].text == title
    mail = email.message_from_bytes(clerk.get("/todo.eml?unit=minzheng-ju").data, policy=email.policy.default)
    assert mail["Subject"] == title and "六、换年要做的" in mail.get_content()
    assert clerk.get("/todo.eml?unit=nobody").status_code == 404
    assert clerk.get("/todo.exe?unit=minzheng-ju").status_code == 404
