"""An index in the search page of a built site, asked as on a slow phone, and what the page keeps."""

from __future__ import annotations

import functools
import gzip
import json
import os
import re
import shutil
import statistics
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import quote

from playwright.sync_api import Browser, CDPSession, sync_playwright

from gongkai.search import write_ahead
from nginx_served import by_nginx

#: 1.6 Mbit/s down, half of it up, 150 ms, a quarter of this processor
LINE = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 100_000}
SLOWER = 4
#: queries asked on a slow line, and those asked one after the other before memory is read
PHONE, KEPT = 24, 100
#: what the build wrote into the page of its own index
_NAMED = re.compile(
    r'\s*<script type="application/json" data-carried.*?</script>| data-(?:read|asked)="[^"]*"'
)
OPTIONS = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")
#: says when the first result and the last word stood there, counted from the click; a script of the page's
#: own, for what a driver puts into a page to wait for something takes half a second of a slow processor
_SAID = "searched"
_TIMES = """document.addEventListener("DOMContentLoaded", () => {
  const part = (name) => document.querySelector(`[data-search-${name}]`);
  const [list, status, form] = ["results", "status", "form"].map(part);
  let first = 0;
  const watch = new MutationObserver(() => {
    if (!first && list.children.length) first = performance.now();
    const said = status.textContent;
    const ended = /^(找到|没有找到|先是)/.test(said) && !form.hasAttribute("aria-busy");
    if (!ended && !/^搜索暂时/.test(said)) return;
    watch.disconnect();
    console.log("searched", ended ? first || performance.now() : said, performance.now());
  });
  watch.observe(list, { childList: true });
  watch.observe(status, { childList: true });
  watch.observe(form, { attributeFilter: ["aria-busy"] });
});"""
_ASK = """async ([folder, queries]) => {
  const { Search } = await import(new URL("search.js", folder));
  window.kept ??= new Search(new URL("index/", document.baseURI));
  for (const query of queries) await window.kept.search(query);
}"""


class Handler(SimpleHTTPRequestHandler):
    """Serves one folder, packed as the shipped settings of nginx have it; connections are kept."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        data = path.read_bytes()
        kind = self.guess_type(path.as_posix())
        packed = len(data) >= 1024 and kind.startswith(("text/", "application/j", "image/svg"))
        self.send_response(200)
        self.send_header("Content-Type", kind)
        if packed:
            data = gzip.compress(data, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: Any) -> None:
        pass


def on_a_phone(site: Path, index: Path, queries: Sequence[str]) -> str:
    """Seconds to the first result and to the end on a slow line; megabytes after a hundred queries.

    As a district serves it, and as a server does that takes one request at a time on each of six lines.
    """
    with tempfile.TemporaryDirectory(prefix="bench-phone-") as name, sync_playwright() as playwright:
        folder = Path(name)
        shutil.copytree(site / "assets", folder / "assets")
        search_page(site, index, folder / "search")
        browser = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM"), args=OPTIONS)
        asked = queries[:: max(1, len(queries) // PHONE)][:PHONE]
        said = [f"手机（{len(asked)} 问）"]
        for way, served in (("HTTP/2", by_nginx), ("HTTP/1.1", _served)):
            with served(folder) as address:
                said.append(f"{way} {_told([_slow(browser, address, query) for query in asked])}")
        with _served(folder) as address:
            said.append(_memory(browser, folder, address, queries[:: max(1, len(queries) // KEPT)][:KEPT]))
        browser.close()
    return "；".join(said)


def _told(times: Sequence[tuple[float, float]]) -> str:
    first, last = zip(*times, strict=True)
    return "，".join(f"{label} 秒 {_seconds(each)}" for label, each in (("首个结果", first), ("全部", last)))


def search_page(site: Path, index: Path, folder: Path) -> None:
    """The site's page with this index, and with the site's own words, answers and readings beside it."""
    folder.mkdir()
    page = _NAMED.sub("", (site / "search/index.html").read_text("utf-8"))
    (folder / "index.html").write_text(page, "utf-8")
    beside, own = (
        json.loads((each / "shards.json").read_text("utf-8")) for each in (site / "search/index", index)
    )
    others = shutil.ignore_patterns(*(each["path"].strip("/") for each in beside["shards"]))
    shutil.copytree(site / "search/index", folder / "index", ignore=others)
    for shard in (each for each in index.iterdir() if each.is_dir()):
        (folder / "index" / shard.name).symlink_to(shard)
    head = {**beside, "shards": own["shards"], "facets": own["facets"]}
    (folder / "index/shards.json").write_text(json.dumps(head, ensure_ascii=False), "utf-8")
    write_ahead(folder / "index.html")


def _slow(browser: Browser, address: str, query: str) -> tuple[float, float]:
    """Seconds from the address being opened with nothing kept."""
    context = browser.new_context(ignore_https_errors=True)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", LINE)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.set_default_timeout(120_000)
    page.add_init_script(_TIMES)
    with page.expect_console_message(lambda said: said.text.startswith(_SAID)) as told:
        page.goto(f"{address}search/?q={quote(query)}", wait_until="commit")
    first, last = map(float, told.value.text.split()[1:])
    context.close()
    return first / 1000, last / 1000


def _memory(browser: Browser, folder: Path, address: str, queries: Sequence[str]) -> str:
    """What the page and its process hold before and after the queries, all in one page."""
    context = browser.new_context()
    page = context.new_page()
    page.set_default_timeout(600_000)
    page.goto(f"{address}search/")
    session = context.new_cdp_session(page)
    before = _held(browser, session)
    script = next(folder.glob("assets/*/js/search/search.js")).relative_to(folder).parent
    page.evaluate(_ASK, [f"{address}{script.as_posix()}/", list(queries)])
    after = _held(browser, session)
    context.close()
    heap, process = (f"{one:.0f} → {other:.0f}" for one, other in zip(before, after, strict=True))
    return f"{len(queries)} 问以后页面占 MB {heap}（进程 {process}）"


def _held(browser: Browser, session: CDPSession) -> tuple[float, float]:
    """Megabytes of the heap with what lies outside of it, and of the whole process."""
    session.send("HeapProfiler.collectGarbage")
    heap = session.send("Runtime.getHeapUsage")
    names = ("usedSize", "embedderHeapUsedSize", "backingStorageSize")
    processes = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")["processInfo"]
    renderers = [each["id"] for each in processes if each["type"] == "renderer"]
    return sum(heap.get(each, 0) for each in names) / 1e6, max(map(_resident, renderers), default=0.0)


def _resident(process: int) -> float:
    lines = Path(f"/proc/{process}/status").read_text("utf-8").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))


def _seconds(values: Sequence[float]) -> str:
    ordered = sorted(values)
    late = ordered[int(len(ordered) * 0.95)]
    return f"p50 {statistics.median(ordered):.1f} / p95 {late:.1f} / 最多 {ordered[-1]:.1f}"


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
