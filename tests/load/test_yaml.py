"""YAML: everything stays text, and what is not needed is refused."""

from __future__ import annotations

import pytest

from gongkai.common.problems import ContentError, EnvironmentProblem
from gongkai.load import read_mapping

PATH = "content/pages/zhinan.md"

AS_TEXT = {
    "010": "010",
    "no": "no",
    "NO": "NO",
    "yes": "yes",
    "12:30": "12:30",
    "1.10": "1.10",
    "0x1F": "0x1F",
    "1e3": "1e3",
    "1_000": "1_000",
    ".inf": ".inf",
    "2023-05-22": "2023-05-22",
    "2023-02-30": "2023-02-30",
    "=": "=",
    "true": "true",
    "null": "",
    "~": "",
    "": "",
    "'null'": "null",
    "'~'": "~",
    "《办法》解读": "《办法》解读",
    "“引号”": "“引号”",
    "'it''s'": "it's",
    '"\\u4e00"': "一",
    "'冒号: 在内'": "冒号: 在内",
    "全角：冒号": "全角：冒号",
    "https://example.com/a:b": "https://example.com/a:b",
    "国发〔2023〕1号": "国发〔2023〕1号",
    "甲 # 注释": "甲",
    "甲#乙": "甲#乙",
    "9" * 100_000: "长",
    "|-\n  第一行：\n  第二行": "第一行：\n第二行",
    ">\n  第一行\n  第二行": "第一行 第二行\n",
    "[]": [],
    "[甲, 010]": ["甲", "010"],
    "\n  - 甲\n  - ": ["甲", ""],
    "{}": {},
    "{甲: 1}": {"甲": "1"},
}


@pytest.mark.parametrize("written", [each for each in AS_TEXT if len(each) < 20_000])
def test_no_type_is_guessed(read, written):
    loaded = read({PATH: f"---\n标题: {written}\n---\n"})
    assert loaded.problems == ()
    assert loaded.documents[0].data == {"标题": AS_TEXT[written]}


def test_endless_number(read):
    [problem] = read({PATH: f"---\n标题: {'9' * 100_000}\n---\n"}).problems
    assert (problem.rule, problem.line) == ("line-length", 2)


DEEP = "标题: " + "[" * 13 + "]" * 13
REFUSED = {
    "duplicate": ("标题: a\n标题: b", "duplicate-key", 3, 1, "“标题”写了两次（第 2 行、第 3 行）"),
    "duplicate below": ("议题:\n  - 甲: 1\n    甲: 2", "duplicate-key", 4, 5, "第 3 行、第 4 行"),
    "duplicate in braces": ("标题: {甲: 1, 甲: 2}", "duplicate-key", 2, 12, "“甲”写了两次"),
    "anchor": ("标题: &a 甲", "yaml-feature", 2, 5, "“&a”是 YAML 的锚点"),
    "anchor on a list": ("标题: &a [甲]", "yaml-feature", 2, 5, "锚点"),
    "alias": ("标题: *zhongyao", "yaml-feature", 2, 5, "“*zhongyao”是 YAML 的引用"),
    "alias to itself": ("标题: &a [*a]", "yaml-feature", 2, 5, "锚点"),
    "alias as key": ("*a : 甲", "yaml-feature", 2, 1, "键须是一个词"),
    "merge": ("<<: 甲", "yaml-feature", 2, 1, "“<<”是 YAML 的合并写法"),
    "tag": ("标题: !!str 甲", "yaml-feature", 2, 5, "类型标记"),
    "python tag": ("标题: !!python/object/apply:os.system [ls]", "yaml-feature", 2, 5, "类型标记"),
    "tag on key": ("!a 标题: 甲", "yaml-feature", 2, 1, "类型标记"),
    "list as key": ("[a]: 甲", "yaml-feature", 2, 1, "键须是一个词"),
    "mapping as key": ("? {a: b}\n: 甲", "yaml-feature", 2, 3, "键须是一个词"),
    "directive": ("%YAML 1.1\n--- # 注\n标题: 甲", "yaml-feature", 2, 1, "% 开头的 YAML 指令"),
    "two documents": ("标题: 甲\n--- # 注\n标题: 乙", "yaml-feature", 3, 1, "一个文件只能有一份"),
    "deep": (DEEP, "nesting", 2, 16, "超过 12 层"),
    "very deep": ("标题: " + "[" * 19_000, "nesting", 2, 16, "超过 12 层"),
    "deep blocks": ("\n".join(" " * n + "a:" for n in range(300)), "nesting", 14, 13, "超过 12 层"),
    "surrogate": ('标题: "\\ud800"', "yaml-syntax", 2, 8, "孤立的代理码"),
    "escaped bidi": ('标题: "\\u202e"', "hidden-character", 2, 5, "U+202E"),
    "escaped nul": ('标题: "\\0"', "control-character", 2, 5, "空字符 NUL"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused(read, name):
    text, rule, line, column, message = REFUSED[name]
    problem = read({PATH: f"---\n{text}\n---\n"}).problems[0]
    assert (problem.rule, problem.line, problem.column) == (rule, line, column)
    assert message in problem.message


def test_billion_laughs_is_quick_and_small(read):
    laughs = "a0: &a0 [哈]\n" + "".join(f"a{n}: &a{n} [" + f"*a{n - 1}, " * 9 + "]\n" for n in range(1, 10))
    problems = read({PATH: f"---\n{laughs}---\n"}).problems
    assert {each.rule for each in problems} == {"yaml-feature"}
    assert len(problems) == 10 + 81


SYNTAX = {
    "colon in a value": ("标题: 通知: 关于", 2, 7, "值里还有冒号", "标题: '通知: 关于'"),
    "unknown key, full-width colon": ("题目：指南\n日期: 1", 2, 3, "全角冒号", "题目: 指南"),
    "unknown key, no space": ("日期: 1\n题目:指南", 3, 3, "少一个空格", "题目: 指南"),
    "text between keys": ("日期: 1\n正文写在这里\n标题: 甲", 3, 1, "不是“键: 值”的样子", "写成“键: 值”"),
    "unclosed double quote": ('标题: "指南\n日期: 1', 2, 5, "引号只有开头", "补上"),
    "unclosed single quote": ("标题: '指南\n日期: 1", 2, 5, "引号只有开头", "补上"),
    "text after quote": ('标题: "指南"修订', 2, 9, "引号结束之后还有文字", "单引号"),
    "at": ("标题: @指南", 2, 5, "不能以“@”开头", "标题: '@指南'"),
    "percent": ("标题: %50", 2, 5, "不能以“%”开头", "'%50'"),
    "backtick": ("标题: `指南`", 2, 5, "不能以“`”开头", "'`指南`'"),
    "star": ("标题: *重要*通知", 2, 6, "值以 * 开头", "'*重要*通知'"),
    "exclamation": ("标题: !重要", 2, 6, "值以 ! 开头", "'!重要'"),
    "ampersand": ("标题: &重要", 2, 6, "值以 & 开头", "'&重要'"),
    "greater": ("标题: >重要", 2, 6, "值以 | 或 > 开头", "'>重要'"),
    "bracket": ("标题: ]重要", 2, 5, "不能以“]”开头", "']重要'"),
    "unclosed list": ("标题: [甲, 乙\n日期: 1", 2, 5, "方括号没有配对", "[甲, 乙]"),
    "unclosed braces": ("标题: {甲: 1\n日期: 1", 2, 5, "花括号没有配对", "一行一个"),
    "backslash": ('标题: "C:\\路径"', 2, 8, "反斜杠", "单引号"),
    "item beside key": ("标题: - 甲", 2, 5, "写在了键的同一行", "另起一行"),
    "item under a value": ("标题: 甲\n- 乙", 3, 1, "缩进", "对齐"),
    "key in a list": ("- 甲\n标题: 乙", 3, 1, "不是列表的一项", "补“- ”"),
    "odd indent": ("标题: 甲\n  日期: 1", 3, 5, "缩进", "对齐"),
    "half indent": ("议题:\n    标题: 甲\n  日期: 1", 4, 3, "缩进", "对齐"),
    "percent at line start": ("%标题: 甲", 2, 2, "行首的 %", "引号"),
    "no-break space after an unknown colon": ("题目:\u00a0指南\n日期: 1", 2, 3, "少一个空格", "题目: 指南"),
}


@pytest.mark.parametrize("name", SYNTAX)
def test_syntax_error_in_plain_words(read, name):
    text, line, column, message, fix = SYNTAX[name]
    loaded = read({PATH: f"---\n{text}\n---\n正文\n"})
    [problem] = loaded.problems
    assert (problem.rule, problem.line, problem.column) == ("yaml-syntax", line, column)
    assert message in problem.message
    assert fix in problem.fix
    assert loaded.documents == ()


@pytest.mark.parametrize(
    ("path", "text", "message"),
    [
        ("data/units/a.yml", "- 名称: 甲\n", "现在是一个列表"),
        ("data/units/a.yml", "", "现在是空的"),
        ("data/units/a.yml", "# 只有注释\n", "现在是空的"),
        ("data/catalogue/a.yml", "编号: 甲\n", "表文件须是列表"),
        ("data/catalogue/a.yml", "", "现在是空的"),
        ("data/catalogue/a.yml", "- 甲\n", "第 1 行：表的每一项"),
        ("data/catalogue/a.yml", "- 编号: 甲\n- [乙]\n", "第 2 行：表的每一项"),
        ("data/units/a.yml", "---\n名称: 甲\n---\n", "一个文件只能有一份"),
    ],
)
def test_shape(read, path, text, message):
    [problem] = read({path: text}).problems
    assert message in problem.message


def test_table(read):
    loaded = read({"data/catalogue/a.yml": "---\n- 编号: 01\n- 编号: 02\n", "data/catalogue/b.yml": "[]\n"})
    assert loaded.problems == ()
    assert [document.data for document in loaded.documents] == [[{"编号": "01"}, {"编号": "02"}], []]


def test_read_mapping(tmp_path):
    file = tmp_path / "mkdocs.yml"
    file.write_text("extra:\n  编码: 010\n", encoding="utf-8")
    assert read_mapping(file) == {"extra": {"编码": "010"}}
    file.write_text("extra: !!python/name:os.system\nextra: 1\n", encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        read_mapping(file)
    assert [(each.path, each.line) for each in caught.value.problems] == [
        ("mkdocs.yml", 1),
        ("mkdocs.yml", 2),
    ]
    file.write_text("- a\n", encoding="utf-8")
    with pytest.raises(ContentError):
        read_mapping(file)
    with pytest.raises(EnvironmentProblem, match=r"找不到文件 no\.yml"):
        read_mapping(tmp_path / "no.yml")
