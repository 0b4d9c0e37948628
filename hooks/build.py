"""The only file that meets MkDocs: its events call the stages.

Records are never MkDocs pages. MkDocs gives the configuration and the preview
server; everything that could go wrong in content is found before MkDocs touches
the site folder, and the site is built aside.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files

# MkDocs makes this folder importable only while this file is executed.
sys.path.insert(0, str(Path(__file__).resolve().parent))

import gongkai.common.started  # before the rest of the program is read
from gongkai import pipeline, release
from gongkai.common import faults, interrupt, stage_costs
from gongkai.common.kept import Kept
from gongkai.common.problems import ContentError, EnvironmentProblem, Level, told
from gongkai.desk import report, watching
from gongkai.desk.live import Live, Superseded
from gongkai.desk.preview.failing import FAILING
from gongkai.desk.preview.seeing import Sight
from gongkai.law import checking
from gongkai.release import file_marks, kept_registers, provenance, taken_back, unchanged, verification
from gongkai.settings import (
    DATE_VARIABLE,
    NO_SEARCH_VARIABLE,
    PROJECT,
    Settings,
    read_settings,
    read_state,
)


class Stop(Abort):
    """Ends the run with our own exit code; everything was said already."""

    def __init__(self, message: str, code: int) -> None:
        super().__init__(message)
        self.code = code
        self.exit_code = code  # type: ignore[misc]  # click declares it for the class, reads it here

    def show(self, *args: Any, **kwargs: Any) -> None:
        """Among the other messages, on standard error."""
        say(self.format_message())


class Run:
    """What one build keeps between MkDocs' events."""

    serving = False
    #: of a preview: what is known of its tree, from its start to its end
    sight: Sight | None = None
    live: Live | None = None

    def __init__(self) -> None:
        self.resources = ExitStack()
        self.settings: Settings
        self.checked: pipeline.Checked
        self.state: release.State
        #: the marks of what this run reads, and what it says that the next must say too
        self.marks: file_marks.Marks | None = None
        self.said: list[str] = []


run = Run()


def say(message: str) -> None:
    print(told(message), file=sys.stderr, flush=True)


def _say_on(message: str) -> None:
    """What a run that finds nothing changed says again."""
    say(message)
    run.said.append(message)


def _say_hints_on(message: str) -> None:
    (_say_on if message.startswith("提示") else say)(message)


def on_startup(command: str, dirty: bool) -> None:
    Run.serving = command == "serve"
    interrupt.install()
    faults.install(read_state, "原来的网站没有改动。")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Whose column, which day; MkDocs writes into a folder aside."""
    global run
    run.resources.close()
    run = Run()
    # Whoever builds, the web server must be able to read it.
    os.umask(0o022)
    try:
        run.settings = read_settings()
        if config.strict:  # what every user of MkDocs knows for "stop at a warning too"
            run.settings = replace(run.settings, release=True)
        stage = _preview(Path(config.site_dir)) if Run.serving else _building(Path(config.site_dir))
        config.site_dir = str(run.resources.enter_context(stage))
    except EnvironmentProblem as error:
        raise Stop(f"不能运行：{error}", 2) from None
    if not Run.serving:
        if os.environ.get(stage_costs.VARIABLE):
            stage_costs.begin()
        run.marks = unchanged.begun(run.state, run.settings.root)
    config.docs_dir = str(run.settings.root / "content")
    config.watch = [*config.watch, str(run.settings.root / "data")]
    # Ours are made from the records; the theme's know only MkDocs pages.
    config.theme.static_templates -= {"404.html", "sitemap.xml"}
    return config


def on_pre_build(config: MkDocsConfig) -> None:
    """Read and check everything while the old site still stands untouched."""
    _say_on(
        "".join(f"提示：{line}\n" for line in run.settings.unheeded)
        + f"检查 {run.settings.root}（{run.settings.today}）"
    )
    stage_costs.passed("启动")
    if Run.serving:
        _look()
        return
    try:
        with checking.remembering(checking.Memory(_kept("rules"))):
            run.checked = pipeline.check(run.settings)
        back = taken_back.taken_back(run.settings, run.checked.register, run.state)
    except EnvironmentProblem as error:
        raise Stop(f"不能运行：{error}", 2) from None
    # told, and not kept with what the check found: pages show that, and depend on the tree and the day alone
    if found := run.checked.also(back.problems).problems:
        _say_on(report.as_text(found))
    if back.stops:
        raise Stop(back.why, 1)
    if run.checked.stops:
        what = "有错误" if any(each.level is Level.ERROR for each in run.checked.problems) else "有警告"
        raise Stop(f"{what}，没有发布；原来的网站没有改动。", 1)


def _kept(name: str) -> Kept:
    """What the last run with this program kept."""
    return Kept(run.state.work / name, gongkai.common.started.CODE)


def _look() -> None:
    """Of a preview nothing stops: what is wrong is told, here and on its pages."""
    try:
        if Run.live is None or Run.sight is None:
            Run.sight = Sight(run.settings, checking.Memory(_kept("rules")))
            Run.sight.seen()  # the first time pages are shown before the rules are asked
            return
        run.checked = Run.sight.check(run.settings)
    except Superseded as end:
        raise Stop(f"{end}", 0) from None
    except EnvironmentProblem as error:
        raise Stop(f"不能运行：{error}", 2) from None
    if found := run.checked.problems:
        say(report.as_text(found))
    Run.live.refresh(checking=False)
    if Run.sight.stops:
        say("有错误，现在发布不了；预览里别的照样看得到，问题标在网页上。")
    if Run.sight.waits:
        say(f"草稿引起的错误 {len(Run.sight.waits)} 处：改好了草稿才能公布，不妨碍发布别的。")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Neither records nor the theme's own assets pass through MkDocs."""
    return Files([])


def on_post_build(config: MkDocsConfig) -> None:
    """Make every page in the folder aside, and put it in place whole."""
    stage = Path(config.site_dir)
    if Run.serving:
        _put_preview(stage, config)
        return
    try:
        index, work = not os.environ.get(NO_SEARCH_VARIABLE), run.state.work
        kept = _kept("pages")
        pipeline.publish(run.settings, run.checked, stage, _say_hints_on, work=work, index=index, kept=kept)
        _put_out(stage)
        config.site_dir = str(run.state.site)
        say(f"网站在 {run.state.site}")
        stage_costs.passed("核对、换上新网站")
        if costs := stage_costs.stages():
            say(stage_costs.listed(costs))
    except ContentError as error:
        say(report.as_text(error.problems))
        raise Stop("有错误，没有发布；原来的网站没有改动。", 1) from None
    except EnvironmentProblem as error:
        raise Stop(f"不能运行：{error}", 2) from None
    except verification.NotVerified as error:
        said = f"程序本身出错，核对没有通过：{error}。没有发布，原来的网站没有改动；请交给维护人员。"
        raise Stop(said, faults.OWN_FAULT) from None
    except OSError as error:
        raise _stopped(error, stage) from None
    finally:
        run.resources.close()


def _put_preview(stage: Path, config: MkDocsConfig) -> None:
    """What stands beside the pages of a preview; where it cannot be made, the last stays."""
    try:
        assert Run.sight, "pages are shown before what stands beside them is made"
        if Run.live is None:
            Run.sight.write_assets(stage)
        else:
            index, work = not os.environ.get(NO_SEARCH_VARIABLE), run.state.work
            Run.live.make(run.settings, run.checked, stage, say, work, index=index, kept=_kept("pages"))
        release.put_in_place(stage, run.state, unshared=True)
        config.site_dir = str(run.state.site)
    except Superseded as end:
        raise Stop(f"{end}", 0) from None
    except FAILING as error:  # whatever a file with faults may lead to: the pages are there without
        raise Stop(f"搜索、订阅源和数据文件没有更新（{type(error).__name__} {error}）。", 1) from None
    finally:
        run.resources.close()


def _put_out(stage: Path) -> None:
    """The staged site becomes the live one: as it is, or as a verified and kept release."""
    keep = run.settings.keep
    for line in verification.verify(run.checked, stage) if keep else ():
        say(line)
    release.complete(stage, run.state.site, say, untouched=unchanged.untouched(run.state))
    if keep:
        about = provenance.about(run.settings)
        name = release.issue(stage, run.state, about, keep, run.settings.key, run.settings.root)
        say(f"发布 {name}")
    else:
        release.put_in_place(stage, run.state)
        kept_registers.keep(run.settings.root, run.state, public=run.settings.release)
        _note()


def _note() -> None:
    """What lets the next run see that nothing has changed: only of a run that a command of ours began."""
    wanted = os.environ.get(unchanged.ASKED_VARIABLE)
    if run.marks and wanted:
        day = "" if os.environ.get(DATE_VARIABLE) else run.settings.today.isoformat()
        root, site, said = str(run.settings.root), str(run.state.site), "\n".join(run.said)
        read = run.marks.whole, dict(run.marks.recent)
        unchanged.keep(run.state, unchanged.Note(wanted, root, site, day, *read, "", said))


def _stopped(error: OSError, stage: Path) -> Stop:
    """How the run ends that the system let down; a fault of the program is raised as it is."""
    if error.errno == errno.ENAMETOOLONG:
        address = str(error.filename).removeprefix(f"{stage}/")
        return Stop(f"有错误，没有发布：网址太长，系统存不下，改短文件名或地址：{address}", 1)
    return Stop(f"不能运行：网站没有写成：{faults.as_problem(error)}；原来的网站没有改动。", 2)


def _building(site: Path) -> AbstractContextManager[Path]:
    run.state = release.State.of(read_state(), site)
    return release.building(run.state, PROJECT, say, kept=bool(run.settings.keep))


def _preview(site: Path) -> AbstractContextManager[Path]:
    """MkDocs gives every preview a folder that nobody else knows; the next pages are made beside it."""
    run.state = release.preview_state(read_state(), site)
    return release.staged(site.with_name(f".{site.name}.staging"))


def on_serve(
    server: LiveReloadServer, config: MkDocsConfig, builder: Callable[..., None]
) -> LiveReloadServer:
    """A save shows at once on the page that is asked for, whatever is wrong; what is wrong follows."""
    assert Run.sight, "MkDocs builds once before it serves"
    Run.live = live = Live(server, server.serve_request, Run.sight)
    server.set_app(live.answer)
    watching.instead_of_polling(server)
    for folder in filter(Path.is_dir, (run.settings.root / "content", run.settings.root / "data")):
        server.observer.schedule(live, str(folder), recursive=True)  # type: ignore[arg-type]

    server.builder = lambda: live.rebuild(builder, say, Stop)
    return server


def on_build_error(error: Exception) -> None:
    run.resources.close()


def on_shutdown() -> None:
    """Also after Ctrl-C: nothing half made is left behind."""
    run.resources.close()
