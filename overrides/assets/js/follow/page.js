// The page of what to follow: each choice becomes a box to tick; what is ticked stands in the address, and below
// with its addresses, several of them as one file. Without it, each choice leads to its own page.
import { opml } from "./opml.js";

/** @typedef {{name: string, title: string, page: string, calendar: string}} Choice */

/** @type {(selector: string) => HTMLElement} */
const part = (selector) => /** @type {HTMLElement} */ (document.querySelector(selector));

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} name
 * @param {Partial<HTMLElementTagNameMap[T]>} [properties]
 * @param {(Node | string)[]} [children]
 * @returns {HTMLElementTagNameMap[T]}
 */
function make(name, properties = {}, children = []) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

class FollowPage {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.base = root.dataset.follow ?? "";
    this.list = part("[data-follow-list]");
    this.status = part("[data-follow-status]");
    this.file = /** @type {HTMLAnchorElement} */ (part("[data-follow-file]"));
    /** @type {Map<string, Choice>} */
    this.choices = new Map();
    /** @type {Set<string>} names in the order in which they were ticked */
    this.chosen = new Set();
    this.asked = new URLSearchParams(location.search).getAll("f");
    for (const row of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-feed]"))) this.box(row);
    this.asked.forEach((name) => this.choices.has(name) && this.chosen.add(name));
    this.show();
  }

  /** @param {HTMLElement} row its link gives way to a box to tick */
  box(row) {
    const link = /** @type {HTMLAnchorElement} */ (row.querySelector("a"));
    const name = row.dataset.feed ?? "";
    const title = link.textContent ?? "";
    this.choices.set(name, { name, title, page: link.href, calendar: row.dataset.calendar ?? "" });
    const box = make("input", { type: "checkbox", checked: this.asked.includes(name) });
    if (box.checked) row.closest("details")?.setAttribute("open", "");
    const there = make("div", { hidden: !box.checked }, this.ways(this.choices.get(name)));
    box.addEventListener("change", () => {
      if (box.checked) this.chosen.add(name);
      else this.chosen.delete(name);
      there.hidden = !box.checked;
      this.show();
    });
    link.replaceWith(make("label", { className: "follow__label" }, [box, title]), there);
  }

  show() {
    const chosen = [...this.chosen].map((name) => /** @type {Choice} */ (this.choices.get(name)));
    this.status.textContent = chosen.length ? `您选了 ${chosen.length} 样：${chosen.map((each) => each.title).join("、")}。地址在选的下面，也在“怎样收到”里。` : "还没有选。";
    this.list.replaceChildren(...chosen.map((each) => this.row(each)));
    this.file.hidden = chosen.length < 2;
    if (chosen.length > 1) this.file.href = this.written(chosen);
    const query = chosen.map((each) => `f=${each.name}`).join("&");
    history.replaceState(null, "", query ? `?${query}` : location.pathname);
  }

  /** @param {Choice} each */
  row(each) {
    return make("li", {}, [make("strong", {}, [each.title]), ...this.ways(each)]);
  }

  /**
   * The ways to one choice, beside its box as well: a reader who wants one thing scrolls no further.
   * @param {Choice | undefined} each
   */
  ways(each) {
    if (!each) return [];
    const links = [
      make("a", { href: each.page }, ["看最近内容"]),
      make("a", { href: `${each.name}.rss.xml` }, ["RSS"]),
      ...(each.calendar ? [make("a", { href: `../${each.calendar}` }, ["日历"])] : []),
    ];
    links.forEach((link) => link.append(make("span", { className: "visually-hidden" }, [`：${each.title}`])));
    return [
      make("p", { className: "row" }, links),
      make("p", { className: "facts" }, [make("code", {}, [this.address(each)])]),
      ...(navigator.clipboard ? [this.copying(each)] : []),
    ];
  }

  /** @param {Choice} each the address is long: nobody need select it with a finger */
  copying(each) {
    const told = make("span", { className: "facts", role: "status" });
    const button = make("button", { className: "button", type: "button" }, ["复制地址"]);
    button.append(make("span", { className: "visually-hidden" }, [`：${each.title}`]));
    button.addEventListener("click", () => {
      navigator.clipboard.writeText(this.address(each)).then(
        () => (told.textContent = "已复制。"),
        () => (told.textContent = "没有复制成，请选中上面的文字复制。"),
      );
    });
    return make("p", {}, [button, " ", told]);
  }

  /** @param {Choice} each the whole address, also where the site is seen at another */
  address(each) {
    return `${this.base}feeds/${each.name}.rss.xml`;
  }

  /** @param {Choice[]} chosen */
  written(chosen) {
    const feeds = chosen.map((each) => {
      return { title: each.title, feed: this.address(each), page: `${this.base}feeds/${each.name}/` };
    });
    URL.revokeObjectURL(this.file.href);
    return URL.createObjectURL(new Blob([opml(document.title, feeds)], { type: "text/x-opml" }));
  }
}

new FollowPage(part("[data-follow]"));
