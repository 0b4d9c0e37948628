// The search page: form, filters, address and results in step. Without it the page explains itself.
import { fill, item } from "./result-list.js";
import { FACETS, Search } from "./search.js";
import { word } from "./words.js";

/**
 * @import { Answer, Counts, Facet } from "./search.js"
 */

const PAGE = 10;

class SearchPage {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (root.querySelector(`[data-search-${name}]`));
    this.form = /** @type {HTMLFormElement} */ (part("form"));
    this.input = /** @type {HTMLInputElement} */ (this.form.elements.namedItem("q"));
    this.filters = /** @type {HTMLFieldSetElement} */ (part("filters"));
    this.status = part("status");
    this.list = part("results");
    this.more = part("more");
    this.site = new URL(root.dataset.searchRoot ?? "../", document.baseURI);
    this.search = new Search(new URL(root.dataset.searchIndex ?? "", document.baseURI));
    /** @type {AbortController | null} */
    this.running = null;
    this.led = 0; // rows above the documents, which lead to columns
    /** @type {Counts} */
    this.known = { type: {}, unit: {}, year: {}, status: {}, topic: {}, audience: {} };
  }

  async start() {
    this.listen();
    this.fallback(false);
    try {
      this.known = (await this.search.overview()).facets;
    } catch {
      this.failed();
      return;
    }
    for (const name of FACETS) {
      fill(this.field(name), this.values(name), this.known[name]);
      const label = this.field(name)?.closest("label");
      if (label) label.hidden = !this.values(name).length;
    }
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
    this.more.addEventListener("click", () => this.run(this.list.children.length - this.led));
    window.addEventListener("popstate", () => {
      this.read();
      this.run();
    });
  }

  /** @param {string} name */
  field(name) {
    return /** @type {HTMLSelectElement | null} */ (this.form.elements.namedItem(name));
  }

  /** @param {Facet} name */
  values(name) {
    return Object.keys(this.known[name] ?? {});
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
    for (const [name, value] of this.written()) if (value.trim()) asked.set(name, value.trim());
    const address = new URL(location.href);
    address.search = asked.toString();
    if (address.href !== location.href) history.pushState(null, "", address);
    this.run();
  }

  /** What stands in the form. */
  written() {
    return /** @type {[string, string][]} */ ([...new FormData(this.form)]);
  }

  async run(offset = 0) {
    this.running?.abort();
    const control = (this.running = new AbortController());
    const asked = Object.fromEntries(this.written());
    const query = (asked.q ?? "").trim();
    const options = {
      order: asked.order,
      offset,
      limit: PAGE,
      signal: control.signal,
      onPartial: (/** @type {Answer} */ answer) => control.signal.aborted || this.show(answer, query, 0),
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

  /**
   * @param {Answer} answer
   * @param {string} query
   * @param {number} offset
   */
  show(answer, query, offset) {
    const asked = query || FACETS.some((name) => this.field(name)?.value);
    const columns = offset ? [] : answer.columns.map(({ label, address }) => item(column(label, address), this.site));
    const items = [...columns, ...answer.results.map((result) => item(result, this.site))];
    if (!offset) this.led = columns.length;
    if (offset) this.list.append(...items);
    else this.list.replaceChildren(...items);
    for (const name of FACETS) {
      fill(this.field(name), this.values(name), (asked ? answer.facets : this.known)[name]);
    }
    const shown = this.list.children.length - this.led;
    this.status.textContent = asked ? said(answer, query, shown) : "";
    this.more.hidden = !answer.complete || shown >= answer.count;
    if (offset) items[0]?.querySelector("a")?.focus();
  }

  failed() {
    this.status.textContent = word("搜索暂时不能使用。请检查网络后再试，或从下面的目录里找。");
    this.fallback(true);
  }

  /** @param {boolean} shown */
  fallback(shown) {
    /** @type {NodeListOf<HTMLElement>} */
    const fallbacks = this.root.ownerDocument.querySelectorAll("[data-search-fallback]");
    for (const node of fallbacks) node.hidden = !shown;
  }
}

/**
 * A column as a result, which says no more than its name.
 * @param {string} label
 * @param {string} url
 * @returns {import("./search.js").Result}
 */
function column(label, url) {
  return { url, type: word("栏目"), unit: "", status: "", date: "", title: [{ text: label, match: true }], number: [], excerpt: [] };
}

/**
 * @param {Answer} answer
 * @param {string} query
 * @param {number} shown
 */
function said({ count, partial, approximate, complete, said: words, folded }, query, shown) {
  if (!complete) return word("已找到 {n} 件，正在搜索更早的年份…", { n: count });
  const what = query ? word("“{query}”", { query }) : word("符合条件的内容");
  if (!count) return word("没有找到{what}。可以减少字数、换一种说法，或取消筛选条件。", { what });
  const part = shown < count ? word("，显示前 {n} 件", { n: shown }) : "";
  if (approximate) return word("没有找到与{what}完全一致的内容。相近结果 {n} 件{part}。", { what, n: count, part });
  const longer = partial ? word("，其中 {n} 件里是更长的数字或英文词的一部分", { n: partial }) : "";
  const also = words.length ? word("也找了{words}。", { words: words.map((each) => word("“{query}”", { query: plain(each) })).join("") }) : "";
  const apart = folded ? word("另有工作台账（要点任务、检查规则等）{n} 件，可在“类型”里选。", { n: folded }) : "";
  return word("找到 {n} 件{part}。", { n: count, part: longer + part }) + also + apart;
}

/** @param {string} query */
const plain = (query) => query.replaceAll('" "', "…").replaceAll('"', "");

/** @type {NodeListOf<HTMLElement>} */
const pages = document.querySelectorAll("[data-search-index]");
for (const root of pages) new SearchPage(root).start();
