"""放附件: under a name of the desk's, named in the record, handed in with it; nothing else is taken."""

from __future__ import annotations

import io

from . import papers


def test_a_file_goes_beside_the_record_and_into_it(clerk):
    at = clerk.work(papers.policy())
    clerk.post(f"{at}questions", **papers.ANSWERS)
    (tree,) = clerk.desk.office.works._folder.glob("*/tree")
    assert 'action="' + at + 'attach/0"' in clerk.page(at)
    two = [(io.BytesIO(b"%PDF-1.4\n%%EOF\n"), "../申请表.PDF"), (io.BytesIO(b"a,b\n"), "名单.csv")]
    assert clerk.post(f"{at}attach/0", files=two).status_code == 303
    (policy,) = tree.glob("content/policies/2026/shili-*.md")
    names = [f"files/2026/{policy.stem}-fujian-{end}" for end in ("1.pdf", "2.csv")]
    text = policy.read_text("utf-8")
    assert f"附件:\n  - 名称: 申请表\n    文件: {names[0]}\n  - 名称: 名单\n    文件: {names[1]}\n" in text
    work = clerk.desk.office.works.all()[0]
    assert [path for path in work.written if "fujian" in path] == [f"content/{name}" for name in names]
    assert "申请表" in clerk.page(at)


def test_what_is_no_file_for_readers_is_refused_and_leaves_the_record_as_it_was(clerk):
    at = clerk.work(papers.policy())
    clerk.post(f"{at}questions", **papers.ANSWERS)
    before = clerk.page(at)
    for name, data in (("表.exe", b"MZ"), ("表.pdf", b"no"), ("表", b"")):
        assert clerk.post(f"{at}attach/0", files=[(io.BytesIO(data), name)]).status_code == 422
    assert clerk.post(f"{at}attach/9", files=[(io.BytesIO(b"a"), "a.txt")]).status_code == 422
    assert clerk.page(at) == before


def test_answers_given_again_keep_the_files(clerk):
    at = clerk.work(papers.policy())
    clerk.post(f"{at}questions", **papers.ANSWERS)
    clerk.post(f"{at}attach/0", files=[(io.BytesIO(b"a,b\n"), "名单.csv")])
    clerk.post(f"{at}questions", **{**papers.ANSWERS, "主题分类": "其他"})
    (tree,) = clerk.desk.office.works._folder.glob("*/tree")
    (policy,) = tree.glob("content/policies/2026/shili-*.md")
    assert "名称: 名单" in policy.read_text("utf-8") and list(tree.glob("content/files/2026/*fujian-1.csv"))
