// The search page: form, filters, address and results in step. Without it the page explains itself.
import { Beside } from "./beside.js";
import { column, fill, item } from "./result-list.js";
import { FACETS, Search } from "./search.js";
import { said } from "./status.js";
import { word } from "./words.js";

/**
 * @import { Above } from "./beside.js"
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
    this.beside = new Beside(root, this.search, this.site);
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

  get filtered() {
    return FACETS.some((name) => this.field(name)?.value);
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
    const asking = this.beside.ask(query, this.filtered);
    const options = {
      order: asked.order,
      offset,
      limit: PAGE,
      signal: control.signal,
      onPartial: async (/** @type {Answer} */ answer) => {
        const above = await asking;
        if (!control.signal.aborted) this.show(answer, query, 0, above);
      },
    };
    this.form.setAttribute("aria-busy", "true");
    this.status.textContent = query ? word("正在搜索…") : "";
    try {
      const answer = await this.search.search(query, asked, options);
      const above = await asking;
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
    const answer = above.rows && found.approximate ? { ...found, count: 0, results: [] } : found; // nothing is near a name
    const asked = query || this.filtered;
    if (!offset) this.beside.show(above, query);
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
    if (answer.complete && !this.filtered && (!answer.count || answer.approximate)) this.beside.lead(above, answer, query);
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

/** @type {NodeListOf<HTMLElement>} */
const pages = document.querySelectorAll("[data-search-index]");
for (const root of pages) new SearchPage(root).start();
