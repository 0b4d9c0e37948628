// The search page: form, filters, address and results in step. Without it the page explains itself.
import { fill, item } from "./result-list.js";
import { Search } from "./search.js";
import { word } from "./words.js";

const FACETS = ["type", "unit", "year", "status"];
const PAGE = 10;

class SearchPage {
  constructor(root) {
    this.root = root;
    this.form = root.querySelector("[data-search-form]");
    this.input = this.form.elements.namedItem("q");
    this.filters = root.querySelector("[data-search-filters]");
    this.status = root.querySelector("[data-search-status]");
    this.list = root.querySelector("[data-search-results]");
    this.more = root.querySelector("[data-search-more]");
    this.site = new URL(root.dataset.searchRoot ?? "../", document.baseURI);
    this.search = new Search(new URL(root.dataset.searchIndex, document.baseURI));
  }

  async start() {
    this.listen();
    this.fallback(false);
    try {
      this.overview = await this.search.overview();
    } catch {
      this.failed();
      return;
    }
    for (const name of FACETS) fill(this.field(name), this.values(name), this.overview.facets[name]);
    this.filters.hidden = false;
    this.filters.disabled = false;
    this.read();
    this.run();
  }

  listen() {
    let composing = false;
    this.input.addEventListener("compositionstart", () => (composing = true));
    this.input.addEventListener("compositionend", () => (composing = false));
    this.input.addEventListener("keydown", (event) => {
      const typing = composing || event.isComposing || event.keyCode === 229;
      // Enter that only confirms a candidate must not search; Esc must not wipe what was typed.
      if ((event.key === "Enter" && typing) || (event.key === "Escape" && !typing)) event.preventDefault();
    });
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (!composing) this.go();
    });
    this.filters.addEventListener("change", () => this.go());
    this.more.addEventListener("click", () => this.run(this.list.children.length));
    window.addEventListener("popstate", () => {
      this.read();
      this.run();
    });
  }

  field(name) {
    return this.form.elements.namedItem(name);
  }

  values(name) {
    return Object.keys(this.overview.facets[name]);
  }

  /** Address → form. */
  read() {
    const asked = new URLSearchParams(location.search);
    this.input.value = asked.get("q") ?? "";
    for (const name of [...FACETS, "order"]) {
      const field = this.field(name);
      if (field) field.value = asked.get(name) ?? "";
      if (field && field.selectedIndex < 0) field.value = "";
    }
  }

  /** Form → address → results. */
  go() {
    const asked = new URLSearchParams();
    for (const [name, value] of new FormData(this.form)) if (value.trim()) asked.set(name, value.trim());
    const address = new URL(location.href);
    address.search = asked.toString();
    if (address.href !== location.href) history.pushState(null, "", address);
    this.run();
  }

  async run(offset = 0) {
    this.running?.abort();
    const control = (this.running = new AbortController());
    const asked = Object.fromEntries(new FormData(this.form));
    const query = (asked.q ?? "").trim();
    const options = {
      order: asked.order,
      offset,
      limit: PAGE,
      signal: control.signal,
      onPartial: (answer) => control.signal.aborted || this.show(answer, query, 0),
    };
    this.form.setAttribute("aria-busy", "true");
    this.status.textContent = query ? word("正在搜索…") : "";
    try {
      const answer = await this.search.search(query, asked, options);
      if (!control.signal.aborted) this.show(answer, query, offset);
    } catch {
      if (!control.signal.aborted) this.failed();
    } finally {
      if (this.running === control) this.form.removeAttribute("aria-busy");
    }
  }

  show(answer, query, offset) {
    const asked = query || FACETS.some((name) => this.field(name)?.value);
    const items = answer.results.map((result) => item(result, this.site));
    if (offset) this.list.append(...items);
    else this.list.replaceChildren(...items);
    for (const name of FACETS) {
      fill(this.field(name), this.values(name), (asked ? answer : this.overview).facets[name]);
    }
    this.status.textContent = asked ? said(answer, query, this.list.children.length) : "";
    this.more.hidden = !answer.complete || this.list.children.length >= answer.count;
    if (offset) items[0]?.querySelector("a")?.focus();
  }

  failed() {
    this.status.textContent = word("搜索暂时不能使用。请检查网络后再试，或从下面的目录里找。");
    this.fallback(true);
  }

  fallback(shown) {
    for (const node of this.root.ownerDocument.querySelectorAll("[data-search-fallback]")) node.hidden = !shown;
  }
}

function said({ count, approximate, complete }, query, shown) {
  if (!complete) return word("已找到 {n} 件，正在搜索更早的年份…", { n: count });
  const what = query ? word("“{query}”", { query }) : word("符合条件的内容");
  if (!count) return word("没有找到{what}。可以减少字数、换一种说法，或取消筛选条件。", { what });
  const part = shown < count ? word("，显示前 {n} 件", { n: shown }) : "";
  if (approximate) return word("没有找到与{what}完全一致的内容。相近结果 {n} 件{part}。", { what, n: count, part });
  return word("找到 {n} 件{part}。", { n: count, part });
}

for (const root of document.querySelectorAll("[data-search-index]")) new SearchPage(root).start();
