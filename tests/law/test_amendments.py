"""What the check says of an amending document, and that it can be pasted into the file as it is told."""

from __future__ import annotations

from gongkai.law.example import CLEAN, OLD_POLICY, a_policy

NAME = "《示例区养老服务办法（jiu）》"


def told(outcome):
    return [each for each in outcome.problems if each.rule == "amendment-applied"]


def amending(words, relation="[示民发〔2020〕5号]", **fields):
    body = f"对{NAME}作如下修改：\n\n{words}"
    return {
        **CLEAN,
        **OLD_POLICY,
        **a_policy(body=body, 修改=relation, 标题="关于修改有关规定的决定", **fields),
    }


def test_words_to_be_confirmed_come_as_lines_for_the_file(run):
    words = "一、第一条修改为：“为了做好养老服务。”\n\n二、将第二条中的“补贴”修改为“补助”。"
    (problem,) = told(run(amending(words)))
    assert "词句的替换要有人核对：“第二条换“补贴”为“补助””" in problem.message
    written = problem.fix.partition("：修改: ⏎ ")[2].split(" ⏎ ")
    assert [line.strip() for line in written] == [
        "- 文件: 示民发〔2020〕5号", "操作:", "- 改: 第一条", "- 换: 第二条", "原词: 补贴", "新词: 补助",
    ]  # fmt: skip
    relation = "\n" + "\n".join(written)
    assert told(run(amending(words, relation))) == []


def test_what_the_written_operations_leave_out_is_told(run):
    words = "一、第一条修改为：“为了做好养老服务。”\n\n二、将第二条中的“补贴”修改为“补助”。"
    relation = "[{文件: 示民发〔2020〕5号, 操作: [{换: 第二条, 原词: 补贴, 新词: 补助}]}]"
    (problem,) = told(run(amending(words, relation)))
    assert "“操作”里没有写" in problem.message
    assert "第一条修改为" in problem.message


def test_a_suspension_that_only_the_words_state_is_told_with_the_key_for_it(run):
    (problem,) = told(run(amending("一、第二条暂停执行。")))
    assert "- 停: 第三条" in problem.fix
    relation = "[{文件: 示民发〔2020〕5号, 操作: [{停: 第二条}]}]"
    assert told(run(amending("一、第二条暂停执行。", relation))) == []
