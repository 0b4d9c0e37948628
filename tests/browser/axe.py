"""What axe finds on a page, asked for no more than is read."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe

#: 7:1 for text is AAA in WCAG and the bar of this column
EVERYTHING: dict[str, Any] = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"color-contrast-enhanced": {"enabled": True}, "target-size": {"enabled": True}},
}
#: The rule of 7:1 leaves what is below 4.5:1 to another, which looks at every text again: here it tells both.
_ONE_BAR = """axe.configure({ checks: [{ id: "color-contrast-enhanced", options: {
  ignoreUnicode: true, ignoreLength: false, ignorePseudo: false, pseudoSizeThreshold: 0.25,
  boldValue: 700, boldTextPt: 14, largeTextPt: 18,
  contrastRatio: { normal: { expected: 7 }, large: { expected: 4.5 } } } }] })"""


def faults(page: Any, rules: dict[str, Any] = EVERYTHING) -> list[str]:
    """What axe finds, one line a rule, with the first element."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
        page.evaluate(_ONE_BAR)
    # Without the list of all that is well and without selectors nobody reads, it takes half the time.
    options = {**rules, "resultTypes": ["violations"], "selectors": False}
    if "rules" in rules:
        options["rules"] = {**rules["rules"], "color-contrast": {"enabled": False}}
    found = page.evaluate("options => axe.run(options).then(said => said.violations)", options)
    return [f"{page.url} {fault['id']}: {fault['nodes'][0]['html']}" for fault in found]
