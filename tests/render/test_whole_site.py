"""The built site as readers and machines meet it: every link, every page found, nothing from elsewhere."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree

import html5lib
import lxml.html
import pytest

from gongkai.render.frame.page import file_of
from gongkai.settings import PROJECT

#: elements that make the browser load something by themselves
LOADING = {"script", "img", "iframe", "source", "video", "audio", "embed", "object", "track", "form"}
LOADED_LINKS = {
    "stylesheet",
    "icon",
    "preload",
    "modulepreload",
    "manifest",
    "prefetch",
    "preconnect",
    "dns-prefetch",
}
#: the published address of a site's home page by its folder
ROOTS = {
    "demo": "https://www.example.gov.cn/zwgk/",
    "mini": "https://mini.example.gov.cn/gongkai/",
    "bare": "https://bare.example.gov.cn/zwgk/",
}


def anchors(tree):
    return set(tree.xpath("//@id"))


def faults_of(built, links):
    """Which of these (from, address, fragment) lead nowhere."""
    known = {url: anchors(tree) for url, tree in built.pages.items()}
    for page, address, fragment in links:
        file = built.folder / file_of(address)
        if not file.is_file():
            yield page, address, "no such file"
        elif fragment and fragment not in known.get(
            address, {fragment} if address.endswith(".pdf") else set()
        ):
            yield page, address, f"no #{fragment}"


def test_every_link_and_anchor_leads_somewhere(built):
    inside = [
        (url, address, fragment)
        for url in built.pages
        for _, address, fragment in built.links(url)
        if not urlsplit(address).scheme
    ]
    assert len(inside) > 10 * len(built.pages)
    assert list(faults_of(built, inside)) == []


def test_full_addresses_in_heads_feeds_and_site_map_lead_somewhere(built):
    root = ROOTS[built.folder.name]
    text = re.compile(re.escape(root) + r"[^\s\"'<>&\\]*")
    found = [
        (file.relative_to(built.folder).as_posix(), address)
        for pattern in ("*.html", "*.xml")
        for file in sorted(built.folder.rglob(pattern))
        for address in set(text.findall(file.read_text("utf-8")))
    ]
    assert len({address for _, address in found}) > 20
    links = [(file, *address.removeprefix(root).partition("#")[::2]) for file, address in found]
    assert list(faults_of(built, links)) == []


def test_every_page_is_reached_by_links_alone(built):
    lost = {url for url in built.pages if built.template(url) in {"lost", "not-found"}}
    reached, waiting = {""}, [""]
    while waiting:
        url = waiting.pop()
        for tag, address, _ in built.links(url):
            if tag == "a" and address in built.pages and address not in reached:
                reached.add(address)
                waiting.append(address)
    assert set(built.pages) - reached - lost == set()
    # the log leads to the note that stands in place of a withdrawn page
    noted = {url for url in lost if (built.folder / url / "withdrawn.txt").is_file()}
    assert not reached & lost - noted


def test_a_page_found_by_going_up_exists(built):
    """Readers shorten addresses: every folder that has a page below it has one itself."""
    above = {url[: place + 1] for url in built.pages for place, sign in enumerate(url) if sign == "/"}
    assert len(above) > 30
    assert above - set(built.pages) == set()


def test_nothing_is_loaded_from_elsewhere(built):
    for url, tree in built.pages.items():
        for tag, address, _ in built.links(url):
            # a picture may be carried by the page itself
            assert tag not in LOADING or urlsplit(address).scheme in ("", "data"), (url, address)
        for link in tree.iter("link"):
            if set(link.get("rel").split()) & LOADED_LINKS:
                assert not urlsplit(built.resolve(url, link.get("href"))[0]).scheme, (url, link.get("href"))
        assert not tree.xpath("//@style | //@srcset | //style | //base")
        assert not [name for name in tree.xpath("//@*") if name.attrname.startswith("on")]
        # data alone stands in pages: for machines, and what the search page leads to strings with
        inside = {script.get("type") for script in tree.xpath("//script[not(@src)]")}
        assert inside <= {"application/ld+json", "application/json"}, url


def test_styles_and_scripts_name_no_other_host(built):
    for file in sorted(built.folder.rglob("assets/**/*")):
        if file.suffix in {".css", ".js", ".svg"}:
            text = re.sub(r"/\*.*?\*/|^\s*//.*$", "", file.read_text("utf-8"), flags=re.S | re.M)
            hosts = set(re.findall(r"(?:https?:)?//[a-z0-9.-]+\.[a-z]{2,}", text))
            assert hosts <= {"http://www.w3.org"}, (file.name, hosts)


def test_one_page_of_every_template_is_strict_html(built):
    for template, url in built.samples.items():
        parser = html5lib.HTMLParser(strict=True)
        document = parser.parse((built.folder / file_of(url)).read_bytes())
        assert document is not None, template


def test_pages_are_whole_and_say_what_they_are(built):
    for url, tree in built.pages.items():
        ids = Counter(element.get("id") for element in tree.iter() if element.get("id"))
        assert [name for name, count in ids.items() if count > 1] == [], url
        assert len(tree.findall(".//h1")) == 1, url
        assert len(tree.findall(".//main")) == 1, url
        assert tree.get("lang") == ("en" if url.startswith("en/") else "zh-CN")
        assert tree.findtext("head/title").strip(), url
        assert "slot-" not in lxml.html.tostring(tree, encoding="unicode"), url


def test_titles_tell_pages_apart(built):
    titles = Counter(
        tree.findtext("head/title") for url, tree in built.pages.items() if built.template(url) != "lost"
    )
    assert [title for title, count in titles.items() if count > 1] == []


def test_every_other_file_of_the_site_is_led_to_or_known(built):
    led = {address for url in built.pages for _, address, _ in built.links(url)}
    files = {file.relative_to(built.folder).as_posix() for file in built.folder.rglob("*") if file.is_file()}
    others = {file for file in files if not file.endswith(".html")} - led
    # scripts fetch the index of the search, the chunks of a large table, the lines of a list
    fetched = r"(en/)?search/index/.*|datasets/[a-z0-9-]+/table/.*|[a-z-]+(/[a-z-]+/list)?/lines/\d{4}\.json"
    # programs begin at llms.txt, whose address is a custom of theirs, and are led on by it
    programs = r"llms\.txt|corpus/[a-z-]+-\d{4}\.jsonl"
    known = re.compile(rf"sitemap\.xml|SHA256SUMS|{programs}|{fetched}|assets/[0-9a-f]+/.*|.*/withdrawn\.txt")
    assert [file for file in sorted(others) if not known.fullmatch(file)] == []


def test_the_site_map_lists_public_records_only(built):
    tree = ElementTree.parse(built.folder / "sitemap.xml")
    listed = [loc.text for loc in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    addresses = [url.removeprefix(ROOTS[built.folder.name]) for url in listed]
    assert len(set(addresses)) == len(addresses)
    records = {"policy", "interpretation", "meeting", "item", "page"}
    assert (
        {url for url in built.pages if built.template(url) in records} <= set(addresses) <= set(built.pages)
    )
    dates = [mod.text for mod in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}lastmod")]
    assert dates and max(dates) <= "2026-11-21"


# -- lists -------------------------------------------------------------------------------------


def entries(built, url):
    """The records a list names, page after page."""
    found = []
    while url is not None:
        tree = built.pages[url]
        found += [built.resolve(url, a.get("href"))[0] for a in tree.xpath("//*[@class='entry__title']/a")]
        following = tree.xpath("//a[@rel='next' and contains(@class, 'pages__link')]")
        url = built.resolve(url, following[0].get("href"))[0] if following else None
    return found


def first_pages_of_lists(built):
    return [url for url in built.pages if built.template(url) == "list" and "/page/" not in url]


def test_pages_of_a_list_hold_each_record_once_and_as_many_as_they_say(built):
    for url in first_pages_of_lists(built):
        found = entries(built, url)
        said = re.search(r"共 (\d+) 件", built.pages[url].find(".//main").text_content())
        assert len(found) == int(said[1]), url
        assert len(set(found)) == len(found), url
        table = (built.folder / url / "list.csv").read_text("utf-8-sig")
        assert len(list(csv.reader(io.StringIO(table, newline="")))) == len(found) + 1, url


@pytest.mark.parametrize("section", ["policies", "interpretations", "meetings", "items"])
def test_a_list_holds_every_record_of_its_type(built, section):
    kind = {"policies": "policy", "interpretations": "interpretation", "meetings": "meeting", "items": "item"}
    pages = {url for url in built.pages if built.template(url) == kind[section]}
    assert set(entries(built, f"{section}/")) == pages


def test_a_facet_says_how_many_its_list_holds(built):
    held = {url: len(entries(built, url)) for url in first_pages_of_lists(built)}
    for url in held:
        # those within what is chosen are narrowed by a script
        for link in built.pages[url].xpath("//a[@class='facets__link'][not(contains(@href, '?'))]"):
            count = int(re.search(r"(\d+)", link.xpath(".//*[@class='facets__count']")[0].text_content())[1])
            target = built.resolve(url, link.get("href"))[0]
            assert count == held[target] > 0, (url, target)


def test_lists_stand_newest_first(demo):
    dates = [
        demo.pages[url].xpath("string(//meta[@name='PubDate']/@content)")
        for url in entries(demo, "policies/")
    ]
    assert dates == sorted(dates, reverse=True) and all(dates)


def test_neighbours_lead_back(built):
    for url, tree in built.pages.items():
        for link in tree.xpath("//a[@rel='next' and not(contains(@class, 'pages__link'))]"):
            other = urljoin(url, link.get("href"))
            back = built.pages[other].xpath("//a[@rel='prev' and not(contains(@class, 'pages__link'))]")
            assert [urljoin(other, each.get("href")) for each in back] == [url]


def test_a_note_beside_every_withdrawn_page_tells_the_server_to_answer_gone(demo, recorded):
    notes = {note.parent: note.read_text("utf-8") for note in demo.folder.rglob("withdrawn.txt")}
    gone = [each for each in recorded.moved if each.withdrawn_on and not each.coming(recorded.today)]
    assert gone
    assert notes == {demo.folder / each.address: f"{each.withdrawn_on} {each.reason}\n" for each in gone}
    assert "${gongkai_folder}withdrawn.txt" in (PROJECT / "deploy/nginx.conf").read_text("utf-8")
