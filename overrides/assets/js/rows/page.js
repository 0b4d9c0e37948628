// A dataset's page: form, address, table and status in step. Without it the newest rows and plain pages are there.
import { announcer } from "../announce.js";
import { read, write } from "./address.js";
import { Store } from "./store.js";
import { markSorted, pageLinks, row, sortButtons, sortChoices } from "./table.js";

/**
 * @import { Asked } from "./address.js"
 * @import { Head } from "./store.js"
 * @typedef {HTMLInputElement & HTMLSelectElement} Field
 * @typedef {() => boolean} Current whether nothing was asked since
 */

class RowsPage {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (root.querySelector(`[data-rows-${name}]`));
    this.form = /** @type {HTMLFormElement} */ (part("form"));
    this.status = part("status");
    this.announce = announcer(this.status);
    this.region = part("region");
    this.nav = part("pages");
    this.fallback = part("fallback");
    const table = /** @type {HTMLTableElement} */ (root.querySelector("table"));
    // what stands above the table says it to the eye
    this.caption = /** @type {HTMLElement} */ (table.caption?.firstElementChild);
    this.body = table.tBodies[0];
    this.headings = [.../** @type {NodeListOf<HTMLElement>} */ (table.querySelectorAll("thead th"))];
    this.heading = [...this.body.rows[0].cells].findIndex((cell) => cell.tagName === "TH");
    this.labels = [...this.body.rows[0].cells].map((cell) => cell.dataset.label ?? "");
    this.store = new Store(new URL(root.dataset.rows ?? "", document.baseURI), root.dataset.rowsVersion ?? "");
    /** @type {Head} read before anything is asked */
    this.head = /** @type {any} */ (null);
    /** @type {Asked} */
    this.asked = /** @type {any} */ (null);
    /** @type {number[]} */
    this.sorted = [];
    /** @type {Promise<void> | null} */
    this.opening = null;
    this.turn = {};
  }

  async start() {
    if (!("DecompressionStream" in window)) {
      this.form.hidden = true;
      this.failed("您的浏览器版本较旧，不能在这里查找和筛选。");
      return;
    }
    this.form.classList.add("rows-form--started");
    this.listen();
    await (location.search ? this.run() : this.prepare());
  }

  /** The head, and headings that sort: once, asked for again after a failure. */
  open() {
    this.opening ??= this.store.open().then((head) => {
      this.head = head;
      const { sortable, fields, date } = head;
      this.sorted = sortable ? fields.map((_, i) => i) : date === null ? [] : [date];
      sortButtons(this.headings, this.sorted, (column) => this.sort(column));
      sortChoices(this.field("sort"), this.sorted, fields, date);
    });
    const opening = this.opening;
    opening.catch(() => (this.opening = null));
    return opening;
  }

  listen() {
    let composing = false;
    const q = this.field("q");
    q.addEventListener("compositionstart", () => (composing = true));
    q.addEventListener("compositionend", () => (composing = false));
    q.addEventListener("keydown", (event) => {
      const typing = composing || event.isComposing || event.keyCode === 229;
      if ((event.key === "Enter" && typing) || (event.key === "Escape" && !typing)) event.preventDefault();
    });
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (!composing) this.go().then(() => this.arrive());
    });
    this.form.addEventListener("change", (event) => event.target !== q && this.go());
    this.root.querySelector("[data-rows-clear]")?.addEventListener("click", () => {
      for (const field of /** @type {Iterable<Field>} */ (this.form.elements)) if (field.name) field.value = "";
      this.go();
    });
    this.nav.addEventListener("click", (event) => {
      const link = /** @type {Element} */ (event.target).closest("a");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      this.change({ page: Number(link.dataset.page) }).then(() => this.arrive());
    });
    window.addEventListener("popstate", () => this.run());
  }

  /** Headings that sort and counts beside the words, before anything is asked. */
  async prepare() {
    try {
      await this.open();
    } catch {
      return; // told with the first question
    }
    if (!this.asked) {
      this.asked = read("", this.head);
      this.dress();
    }
  }

  /** @param {string} name */
  field(name) {
    return /** @type {Field} */ (this.form.elements.namedItem(name));
  }

  /** Form → address → rows. */
  async go() {
    try {
      await this.open();
    } catch {
      this.failed();
      return;
    }
    /** @type {Record<string, string>} */
    const words = {};
    this.head.facets.forEach((place, facet) => {
      const word = this.field(this.head.fields[place][0]).value;
      if (word) words[facet] = word;
    });
    const { column, up } = read(`?sort=${encodeURIComponent(this.field("sort").value)}`, this.head);
    const q = this.field("q").value.trim();
    await this.change({ q, year: Number(this.field("year").value), words, column, up, page: 1 });
  }

  /** Whoever asked is led to the answer; a choice in a list leaves the keyboard where it is. */
  arrive() {
    this.announce(""); // what gets the focus is read for that
    this.status.scrollIntoView({ block: "start" });
    this.status.focus({ preventScroll: true });
  }

  /** @param {number} column */
  async sort(column) {
    const now = this.order();
    const up = column === now.column ? !now.up : column !== this.head.date;
    await this.change({ ...(column === this.head.date && !up ? { column: null, up: true } : { column, up }), page: 1 });
  }

  order() {
    const { column, up } = this.asked;
    return column === null ? { column: this.head.date, up: false } : { column, up };
  }

  /** @param {Partial<Asked>} parts */
  async change(parts) {
    const address = new URL(location.href);
    address.search = write({ ...this.asked, ...parts }, this.head);
    address.hash = "";
    if (address.href !== location.href) history.pushState(null, "", address);
    await this.run();
  }

  async run() {
    const turn = (this.turn = {});
    const current = () => this.turn === turn;
    this.form.setAttribute("aria-busy", "true");
    this.status.textContent = "正在查找…";
    this.announce("");
    try {
      await this.open();
      this.asked = read(location.search, this.head);
      this.dress();
      await this.show(current);
    } catch {
      if (current()) this.failed();
    } finally {
      if (current()) this.form.removeAttribute("aria-busy");
    }
  }

  /** @param {Current} current */
  async show(current) {
    const size = this.head.page;
    const { column, up } = this.order();
    const byDate = column === this.head.date;
    const answer = await this.store.ask({ ...this.asked, oldest: byDate && column !== null && up });
    const from = (this.asked.page - 1) * size;
    if (byDate) {
      const ids = await answer.ids(from, from + size);
      const cells = await this.store.rows(ids);
      if (!current()) return;
      this.fill(cells);
      this.status.textContent = ids.length ? "正在统计共有几条…" : this.status.textContent;
      this.count(await answer.total(), current);
    } else {
      const ids = await answer.ids(0, Infinity);
      const place = /** @type {number} */ (column);
      const cells = sorted(await this.store.rows(ids), place, up, this.head.fields[place][1] === "number");
      if (!current()) return;
      this.fill(cells.slice(from, from + size));
      this.count(ids.length, current);
    }
  }

  /** Form and headings as asked. */
  dress() {
    const { q, year, words } = this.asked;
    this.field("q").value = q;
    this.choose(this.field("year"), String(year || ""), q ? null : this.store.counts(this.asked, "year"));
    this.head.facets.forEach((place, facet) => {
      const counts = q ? null : this.store.counts(this.asked, facet);
      this.choose(this.field(this.head.fields[place][0]), words[facet] ?? "", counts);
    });
    const { column, up } = this.order();
    markSorted(this.headings, column, up);
    const chosen = this.asked.column;
    this.field("sort").value = chosen === null ? "" : (up ? "" : "-") + this.head.fields[chosen][0];
  }

  /**
   * @param {HTMLSelectElement} select
   * @param {string} value
   * @param {Map<string | number, number> | null} counts
   */
  choose(select, value, counts) {
    for (const option of select.options) {
      const key = select.name === "year" ? Number(option.value) : option.value;
      const words = option.dataset.words ?? (option.dataset.words = option.textContent);
      option.textContent = counts && option.value ? `${words}（${counts.get(key) ?? 0}）` : words;
    }
    select.value = value;
  }

  /** @param {string[][]} rows */
  fill(rows) {
    this.body.replaceChildren(...rows.map((cells) => row(cells, this.head.fields, this.labels, this.heading)));
  }

  /**
   * @param {number} total
   * @param {Current} current
   */
  count(total, current) {
    if (!current()) return;
    const pages = Math.max(1, Math.ceil(total / this.head.page));
    const { page } = this.asked;
    if (total && page > pages) {
      this.change({ page: pages });
      return;
    }
    const place = pages > 1 ? `，第 ${page} 页，共 ${pages} 页` : "";
    const none = "没有找到。文字只在上面写明的几列里查，可以减少字数；别的列请用筛选。";
    this.status.textContent = total ? `共 ${total} 条${this.sortedBy()}${place}。` : none;
    this.announce(this.status.textContent);
    this.caption.textContent = `查找结果${pages > 1 ? `，第 ${page} 页` : ""}`;
    this.region.hidden = !total;
    this.nav.hidden = pages < 2;
    const addressOf = (/** @type {number} */ to) => `?${write({ ...this.asked, page: to }, this.head)}`;
    this.nav.replaceChildren(pageLinks(page, pages, addressOf));
  }

  /** By what the rows stand, where somebody chose it. */
  sortedBy() {
    const { column, up } = this.order();
    if (this.asked.column === null || column === null) return "";
    return `，按${this.head.fields[column][0]}${up ? "升序" : "降序"}`;
  }

  failed(reason = "数据没有读出来，请检查网络后再试。") {
    this.status.textContent = `${reason}全部数据可以逐页查看，也可以下载。`;
    this.announce(this.status.textContent);
    this.fallback.hidden = false;
  }
}

/**
 * @param {string[][]} rows
 * @param {number} column
 * @param {boolean} up
 * @param {boolean} numeric
 */
function sorted(rows, column, up, numeric) {
  const words = new Intl.Collator("zh-Hans-CN", { numeric: true });
  const number = (/** @type {string} */ cell) => (cell === "" ? -Infinity : Number(cell));
  /** @type {(a: string, b: string) => number} */
  const compare = numeric ? (a, b) => number(a) - number(b) || 0 : words.compare;
  return rows.sort((a, b) => (up ? 1 : -1) * compare(a[column], b[column]));
}

/** @type {NodeListOf<HTMLElement>} */
const pages = document.querySelectorAll("[data-rows]");
for (const root of pages) new RowsPage(root).start();
