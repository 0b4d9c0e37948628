"""What axe finds on a page, asked for no more than is read."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe

#: 7:1 for text is AAA in WCAG and the bar of this column; below 4.5:1 axe tells by the first rule only
EVERYTHING: dict[str, Any] = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"color-contrast-enhanced": {"enabled": True}, "target-size": {"enabled": True}},
}


def faults(page: Any, rules: dict[str, Any] = EVERYTHING) -> list[str]:
    """What axe finds, one line a rule, with the first element."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    # Without the list of all that is well and without selectors nobody reads, it takes half the time.
    options = {**rules, "resultTypes": ["violations"], "selectors": False}
    found = page.evaluate("options => axe.run(options).then(said => said.violations)", options)
    return [f"{page.url} {fault['id']}: {fault['nodes'][0]['html']}" for fault in found]
