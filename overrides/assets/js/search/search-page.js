// The search page: form, filters, address and results in step. Without it the page explains itself.
import { announcer } from "../announce.js";
import { Beside } from "./beside.js";
import { breathe } from "./breathe.js";
import { Filters } from "./filters.js";
import { instead } from "./instead.js";
import { remember } from "./place.js";
import { column, item, renew } from "./result-list.js";
import { Search } from "./search.js";
import { further, inEnglish, said } from "./status.js";
import { word } from "./words.js";

/**
 * @import { Above } from "./beside.js"
 * @import { Answer } from "./search.js"
 */

const PAGE = 10;
const MOST = 200; // so many are listed again at most for who comes back

class SearchPage {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (root.querySelector(`[data-search-${name}]`));
    this.form = /** @type {HTMLFormElement} */ (part("form"));
    this.input = /** @type {HTMLInputElement} */ (this.form.elements.namedItem("q"));
    this.filters = new Filters(this.form, /** @type {HTMLFieldSetElement} */ (part("filters")), part("fold"));
    this.heading = part("heading");
    this.status = part("status");
    this.count = part("count");
    this.announce = announcer(this.status);
    this.instead = part("instead");
    this.list = part("results");
    /** @type {HTMLElement | null} */
    this.further = part("further");
    this.more = part("more");
    this.site = new URL(root.dataset.searchRoot ?? "../", document.baseURI);
    this.search = new Search(new URL(root.dataset.searchIndex ?? "", document.baseURI));
    this.beside = new Beside(root, this.search, this.site);
    /** @type {AbortController | null} */
    this.running = null;
    this.title = document.title;
    this.led = 0; // rows above the documents, which lead to columns
    /** @type {string[]} what a page is told to mark */
    this.marks = [];
  }

  async start() {
    this.root.dataset.searchStarted = "";
    this.listen();
    this.search.expected = new URLSearchParams(location.search).get("q")?.trim() ?? "";
    try {
      const { facets } = await this.search.overview();
      this.filters.start(facets, this.search.tables?.units ?? []);
    } catch {
      this.failed();
      return;
    }
    this.read();
    await this.run(0, this.kept);
    if (this.input.value && document.activeElement === document.body) this.arrive();
    if (history.state?.top) scrollTo(0, history.state.top);
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
      if (!composing) this.go().then(() => this.arrive());
    });
    this.filters.fields.addEventListener("change", () => this.go());
    this.list.addEventListener("click", (event) => {
      const link = /** @type {HTMLElement} */ (event.target).closest("a");
      if (link?.href) remember(link.href, this.marks);
      if (link) this.keep(scrollY);
    });
    this.more.addEventListener("click", () => this.run(this.list.children.length - this.led).then(() => this.keep(0)));
    window.addEventListener("popstate", () => {
      this.read();
      this.run(0, this.kept);
    });
  }

  /**
   * Who comes back from a result finds as many as there were, and the place.
   * @param {number} top
   */
  keep(top) {
    history.replaceState({ shown: this.list.children.length - this.led, top }, "");
  }

  get kept() {
    return Math.min(Math.max(Number(history.state?.shown) || 0, PAGE), MOST);
  }

  /** Address → form. */
  read() {
    const asked = new URLSearchParams(location.search);
    this.input.value = asked.get("q") ?? "";
    this.filters.read(asked);
  }

  /** Form → address → results. */
  go() {
    const asked = new URLSearchParams();
    for (const [name, value] of this.written()) if (value.trim()) asked.set(name, value.trim());
    const address = new URL(location.href);
    address.search = asked.toString();
    if (address.href !== location.href) history.pushState(null, "", address);
    return this.run();
  }

  /** What was asked is answered: keyboard and screen reader go on at the results. */
  arrive() {
    this.heading.focus({ preventScroll: true });
    if (this.heading.getBoundingClientRect().top > innerHeight) this.heading.scrollIntoView();
  }

  get filtered() {
    return this.filters.chosen > 0;
  }

  /** What stands in the form. */
  written() {
    return /** @type {[string, string][]} */ ([...new FormData(this.form)]);
  }

  async run(offset = 0, limit = PAGE) {
    this.running?.abort();
    const control = (this.running = new AbortController());
    const asked = Object.fromEntries(this.written());
    const query = (asked.q ?? "").trim();
    document.documentElement.classList.toggle("asked", Boolean(query || this.filters.chosen));
    const asking = this.beside.ask(query, this.filtered);
    asking.then(
      (above) => {
        // an answer is read while its documents are sought; not above those of the question before
        if (above.card && !control.signal.aborted && !this.list.children.length) this.beside.show(above);
      },
      () => {}, // told below, where it is waited for
    );
    const options = {
      order: asked.order,
      offset,
      limit,
      signal: control.signal,
      onPartial: async (/** @type {Answer} */ answer) => {
        const above = await asking;
        if (!control.signal.aborted) this.show(answer, query, 0, above);
      },
    };
    this.form.setAttribute("aria-busy", "true");
    this.status.textContent = query ? word("正在搜索…") : "";
    this.announce("");
    try {
      const answer = await this.search.search(query, asked, options);
      const above = await asking;
      await breathe();
      if (!control.signal.aborted) this.show(answer, query, offset, above);
    } catch {
      if (!control.signal.aborted) this.failed();
    } finally {
      if (this.running === control) this.form.removeAttribute("aria-busy");
    }
  }

  /**
   * @param {Answer} found
   * @param {string} query
   * @param {number} offset
   * @param {Above} above
   */
  show(found, query, offset, above) {
    // nothing is near a name, nor in Chinese what is asked for in English
    const english = inEnglish(found.columns) > 0;
    const elsewhere = Boolean(above.rows) || english;
    const answer = elsewhere && found.approximate ? { ...found, count: 0, results: [] } : found;
    const asked = query || this.filtered;
    if (!offset) this.beside.show(above);
    const columns = offset ? [] : answer.columns.map((led) => item(column(led), this.site));
    const items = [...columns, ...answer.results.map((result) => item(result, this.site))];
    if (!offset) this.led = columns.length;
    if (offset) this.list.append(...items);
    else renew(this.list, items);
    if (answer.complete) this.filters.fill(asked ? answer.facets : this.filters.known); // first what is read first
    this.marks = answer.marks;
    instead(this.instead, asked ? answer.instead : []);
    const shown = this.list.children.length - this.led;
    const first = above.card ? word("先是一条回答。") : "";
    const sum = above.rows && !answer.count ? above.rows.rows.reduce((all, each) => all + each.count, 0) : 0;
    const told = sum ? word("数据集里有 {n} 条，网页里没有。", { n: sum }) : said(answer, query, shown);
    // an answer is there before its documents are counted: the count stands below it, so that nothing moves
    this.status.textContent = asked ? first || told : "";
    this.status.lang = english ? "en" : document.documentElement.lang;
    this.count.textContent = asked && first ? told : "";
    if (asked && answer.complete) this.announce(first + told);
    document.title = query ? `${query} - ${this.title}` : this.title; // tabs and history are told apart by it
    if (this.further) this.further.textContent = asked ? further(answer) : "";
    this.more.hidden = !answer.complete || shown >= answer.count;
    if (answer.complete && !this.filtered && (!answer.count || answer.approximate || answer.doubted)) this.beside.lead(above, answer, query);
    if (offset) items[0]?.querySelector("a")?.focus();
  }

  failed() {
    this.status.textContent = word("搜索暂时不能使用。请检查网络后再试，或从下面的目录里找。");
    this.count.textContent = "";
    this.announce(this.status.textContent);
    this.fallback(true);
  }

  /** @param {boolean} shown */
  fallback(shown) {
    /** @type {NodeListOf<HTMLElement>} */
    const fallbacks = this.root.ownerDocument.querySelectorAll("[data-search-fallback]");
    for (const node of fallbacks) node.classList.toggle("shown", shown);
  }
}

// For the page over several columns, which asks each with the column's own program (hooks/gongkai/city/portal/pages).
export { Search, further, item, said };

/** @type {NodeListOf<HTMLElement>} */
const pages = document.querySelectorAll("[data-search-index]");
for (const root of pages) new SearchPage(root).start();
