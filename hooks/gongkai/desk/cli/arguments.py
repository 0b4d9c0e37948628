"""Words of a command line → options: what each command takes, and how wrong words are answered."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NoReturn

from gongkai.common.problems import EnvironmentProblem, told
from gongkai.desk import beginning, mailing, report
from gongkai.records.vocabulary.documents import Form

Options = dict[str, dict[str, Any]]
_ROOT: Options = {"--root": {"metavar": "文件夹", "help": "含 content/ 和 data/ 的文件夹（默认本仓库）"}}
_WHERE: Options = {
    **_ROOT,
    "--date": {"metavar": "年-月-日", "help": "把这一天当作“今天”（默认北京时间今天）"},
}
_RELEASE: Options = {"--release": {"action": "store_true", "help": "正式发布：有警告也算不通过"}}
_STATE: Options = {
    "--state-dir": {
        "metavar": "文件夹",
        "help": "锁、正在生成的和换下的网站放在哪里：与网站同一分区，不对外公开（默认 .state）",
    }
}


def _form(forms: Iterable[str], default: str, what: str) -> Options:
    """The option that chooses among forms."""
    known = tuple(forms)
    said = f"{what}：{'、'.join(known)}（默认 {default}）"
    return {"--format": {"choices": known, "default": default, "metavar": "形式", "help": said}}


_STALE: Options = {"--check": {"action": "store_true", "help": "只比较，不写；有不同则退出码为 1"}}
#: what each command takes
OPTIONS: dict[str, Options] = {
    "build": {
        **_WHERE,
        "--site-dir": {"metavar": "文件夹", "help": "网站放在哪里（默认 site）"},
        "--again": {"action": "store_true", "help": "什么都没有改动，也重新生成"},
        "--profile": {
            "action": "store_true",
            "help": "重新生成，最后列出每一步用了多少 CPU 秒、内存最多时多少",
        },
        **_STATE,
        **_RELEASE,
    },
    "city": {
        "plan": {"metavar": "city.yml", "help": "写着有哪些栏目的文件"},
        "--date": _WHERE["--date"],
        "--site-dir": {
            "metavar": "文件夹",
            "help": "全市的网站放在哪里，各栏目是其中的链接（默认 city-site）",
        },
        **_STATE,
        "--workers": {"metavar": "个数", "help": "本机同时生成几个栏目（默认有几个处理器就几个）"},
        "--scheduler": {"metavar": "地址", "help": "交给 dask.distributed 的集群，如 tcp://10.0.0.5:8786"},
        "--only": {"metavar": "代号", "help": "只生成这一个栏目；写 - 只合成总的网站"},
        "--matrix": {
            "choices": ("github", "gitlab"),
            "metavar": "平台",
            "help": "不生成，写出平台的任务矩阵：github、gitlab",
        },
        "--to": {
            "metavar": "桶",
            "help": "发布传到 S3 兼容的存储桶，如 s3://gongkai/shi；只传没有传过的文件",
        },
        "--endpoint": {"metavar": "网址", "help": "存储服务的网址（不写的按 AWS 的）"},
    },
    "serve": {
        **_WHERE,
        "--port": {"default": "8000", "metavar": "端口", "help": "本机的端口（默认 8000）"},
        **_STATE,
    },
    "desk": {
        **_WHERE,
        "--port": {"default": "8001", "metavar": "端口", "help": "端口（默认 8001）"},
        "--host": {
            "default": "127.0.0.1",
            "metavar": "地址",
            "help": "在哪个地址上（默认 127.0.0.1，只有本机；别的地址要有 --user-header）",
        },
        "--user-header": {
            "metavar": "头",
            "help": "单位的登录把用户写在哪个 HTTP 头里，如 X-Remote-User；别的头都不信",
        },
        "--name": {
            "action": "append",
            "metavar": "域名",
            "help": "用户用哪个域名打开，可以写几次（默认 --host 的地址和 localhost）",
        },
        "--hand-in": {
            "choices": ("local", "gitlab", "gitea", "github"),
            "default": "local",
            "metavar": "去处",
            "help": "交审时：local 存在本仓库的一个分支上（默认）；gitlab、gitea、github 推送并提出合并",
        },
        "--reviewers": {
            "metavar": "文件",
            "help": "谁初审、复审、终审、保密审查（YAML）；不写的，由写稿的人写上是谁审的",
        },
        "--signers": {
            "metavar": "文件",
            "help": "认谁签名的审核（git 的 allowedSignersFile）：提交里写“Review: 初审”，用其中的钥匙签名",
        },
        "--approvals": {"action": "store_true", "help": "到 --hand-in 的平台上看谁批准了，算他的审核"},
        "--remote": {"default": "origin", "metavar": "远程", "help": "推送到 Git 的哪个远程（默认 origin）"},
        "--target": {"default": "main", "metavar": "分支", "help": "合并到哪个分支（默认 main）"},
        "--repository": {"metavar": "仓库", "help": "平台上的仓库，写成 所有者/名称"},
        "--token-file": {"metavar": "文件", "help": "存着平台令牌的文件"},
        "--api": {
            "default": "https://api.github.com",
            "metavar": "网址",
            "help": "平台的接口地址（默认 https://api.github.com；单位自己的 GitHub 写 https://主机/api/v3，"
            "GitLab 写 /api/v4，Gitea 写 /api/v1）",
        },
        **_STATE,
    },
    "release": {
        **_WHERE,
        "--site-dir": {"metavar": "文件夹", "help": "网站放在哪里：一个链接，指向当前的发布（默认 site）"},
        **_STATE,
        "--keep": {"default": "5", "metavar": "次数", "help": "保留最近几次发布（默认 5）"},
        "--sign": {"metavar": "密钥", "help": "用这个 SSH 私钥给清单签名"},
        "--rollback": {
            "metavar": "发布",
            "nargs": "?",
            "const": "",
            "help": "不生成，马上退回上一次发布，或写明的那一次",
        },
        "--list": {"action": "store_true", "help": "列出保留的发布"},
    },
    "check": {
        **_WHERE,
        **_form(report.FORMATS, "text", "输出形式"),
        "--all": {"action": "store_true", "help": "逐处列出，同样的问题也不合并"},
        "--fix": {
            "action": "store_true",
            "help": "先列出确切知道怎样改的（日期、文号、冒号、编码、文件名等），问过再写，再检查",
        },
        "--yes": {"action": "store_true", "help": "--fix 列出以后不问，照改"},
        "--changed": {"metavar": "版本", "help": "先列出与 Git 的这个版本相比新出现的问题；仍检查全部内容"},
        "--horizon": {
            "metavar": "天数",
            "help": "今后这么多天里，哪一天会多出错误、警告，哪些文件失效，哪些事到期",
        },
        "--compare": {
            "metavar": "年-月-日",
            "nargs": "?",
            "const": "",
            "help": "到 --date 那天会逾期、这一天（默认北京时间今天）还没有的，按单位列出",
        },
        **_RELEASE,
    },
    "addresses": _WHERE,
    "undo": {
        **_WHERE,
        "act": {
            "choices": ("correct", "withdraw", "merge", "repeal", "rename"),
            "metavar": "做什么",
            "help": "correct 更正文字，withdraw 撤下网页、附件，merge 单位撤并，"
            "repeal 文件废止，rename 改文件名或单位的名称",
        },
        "name": {"metavar": "对象", "help": "文件的路径、文号或标题；附件写 files/…；单位写名称"},
        "--reason": {"required": True, "metavar": "原因", "help": "为什么；撤下的从规定的几个里选"},
        "--old": {"metavar": "原文", "help": "更正：现在网页上写错的字，照抄"},
        "--new": {"metavar": "更正后", "help": "更正：应当是什么"},
        "--note": {"metavar": "说明", "help": "撤下：给读者的说明"},
        "--kept": {"metavar": "留下的", "help": "重复发布的：留下的是哪一件"},
        "--into": {"metavar": "承接单位", "help": "撤并：由哪个单位承接"},
        "--by": {"metavar": "文件", "help": "废止：由哪件文件废止；本栏目没有的写它的名称和文号"},
        "--to": {"metavar": "新名称", "help": "改名：新的文件名（拼音），或单位的新名称"},
        "--on": {"metavar": "年-月-日", "help": "从哪一天起（默认今天）"},
        "--yes": {"action": "store_true", "help": "列出以后不问，照办"},
    },
    "new": {
        **_WHERE,
        "kind": {
            "choices": ("column", *beginning.kinds()),
            "metavar": "写什么",
            "help": "column 一个新的栏目，annual-report 年度报告，别的是一份草稿："
            + "，".join(f"{name} {kind.LABEL}" for name, kind in beginning.kinds().items()),
        },
        "--unit": {"metavar": "单位", "help": "年度报告，按单位放的内容：单位的名称、简称或文件名"},
        "--of": {"metavar": "政策", "help": "解读：解读的是哪件政策，写文件名、文号或标题"},
        "--form": {
            "choices": [each.value for each in Form],
            "default": Form.TEXT.value,
            "metavar": "形式",
            "help": f"解读：哪一种形式（默认文字）：{'、'.join(each.value for each in Form)}",
        },
        "--into": {"metavar": "文件夹", "help": "新栏目放在哪个文件夹"},
        "--name": {"metavar": "名称", "help": "标题或名称；新栏目写本级的全称，如 北京市大兴区"},
        "--domain": {"metavar": "域名", "help": "新栏目：网站的域名"},
        "--code": {"metavar": "标识码", "help": "新栏目：网站标识码"},
        "--phone": {"metavar": "电话", "help": "新栏目：带区号的电话"},
        "--address": {"metavar": "地址", "help": "新栏目：办公室的地址，收信和当面办理都在这里"},
        "--units": {"metavar": "单位", "help": "新栏目：还有哪些单位，用、隔开；街道、镇、乡照名称认"},
        "--platform": {
            "choices": ("github", "gitlab"),
            "default": "github",
            "metavar": "平台",
            "help": "新栏目：放在哪个代码平台，github 或 gitlab（默认 github）",
        },
        "--tables": {
            "metavar": "文件",
            "help": "从 Word、Excel 或网页复制来的三张表（各格用制表符或 | 隔开），读出各行的数",
        },
        "--year": {"metavar": "年度", "help": "年度报告：哪一年；2020 年及以前用 2019 版式"},
    },
    "import": {
        **_WHERE,
        **_STATE,
        "files": {
            "nargs": "+",
            "metavar": "文件",
            "help": "政策的 Word 文件，可以加上解读的；旧格式 .doc、.wps、.rtf 和有文字的 PDF 也试着读；"
            ".xlsx、.csv 是数据集的行，照国家样式的标准目录 .xlsx 是公开目录的事项",
        },
        "--name": {
            "metavar": "文件名",
            "help": "写成什么文件名（默认标题的拼音）；数据集写它的文件夹名；公开目录写编号的开头",
        },
        "--sheet": {"default": "", "metavar": "工作表", "help": "Excel 有几张工作表时，读哪一张"},
        "--year": {"default": "", "metavar": "年份", "help": "数据集的行是哪一年的"},
        "--renew": {"action": "store_true", "help": "以前读成的草稿重新读，填好的仍在，不另写一份"},
        "--unit": {"default": "", "metavar": "单位", "help": "公开目录：整张表由哪个单位负责"},
        "--who": {
            "metavar": "说法=单位",
            "action": "append",
            "default": [],
            "help": "公开目录：公开主体里的说法是哪个单位，如 县级民政部门=区民政局；可以写几次",
        },
        "--replace": {"action": "store_true", "help": "数据集这一年已有文件的，换成新的"},
        "--set": {
            "metavar": "键=值",
            "action": "append",
            "default": [],
            "help": "先回答文件里没有的，如 发布日期=2026-11-30；可以写几次",
        },
    },
    "report": {
        **_WHERE,
        "--changed": {
            "metavar": "版本",
            "help": "不写月报，写这次改动的报告：与 Git 的这个版本相比，群众看到什么变化，新出现的问题和改法",
        },
        "--todo": {
            "action": "store_true",
            "help": "不写月报，写待办：逾期的，没有公开过的，30 天内到期的，90 天内失效、核验、复核的，"
            "换年要做的",
        },
        "--preview": {
            "metavar": "网址",
            "default": "",
            "help": "改动的报告里，改动以后的网站在哪里看",
        },
        "--unit": {"metavar": "单位", "help": "单位的名称、简称或文件名（默认全部单位，须写 --into）"},
        "--month": {"metavar": "年-月", "help": "列出这个月公布的内容（默认“今天”所在的月）"},
        **_form(mailing.FORMATS, "md", "文件的形式"),
        "--into": {
            "metavar": "文件夹",
            "help": "写进这个文件夹，一个单位一个文件；不写则显示在屏幕上（只有 md）",
        },
    },
    "forms": {**_ROOT, **_STALE},
    "gazette": {**_ROOT, **_STALE},
    "links": {**_WHERE, "--most": {"default": "300", "help": "最多查问多少个（默认 300），最久没问的先问"}},
    "reference": _STALE,
}


class Parser(argparse.ArgumentParser):
    """Wrong words are answered in Chinese, with exit code 2."""

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(2, f"命令用法不对：{told(message)}\n")


def read_place(name: str) -> Path:
    """As ``read_folder``, for what may be a link itself: only the way to it is followed."""
    if not name.strip():
        raise EnvironmentProblem("文件夹的名称是空的")
    path = Path(os.path.abspath(name))  # noqa: PTH100  # Path.absolute() leaves ".." in it
    return path.parent.resolve() / path.name


def read_folder(name: str) -> Path:
    """The folder that was named, from where the command was called.

    Raises EnvironmentProblem for an empty name.
    """
    if not name.strip():
        raise EnvironmentProblem("文件夹的名称是空的")
    return Path(name).resolve()
