// The table itself: headings that sort, rows, links to pages. Made as the build makes them without scripts.

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} name
 * @param {Record<string, string | null>} [attributes]
 * @param {...(Node | string)} children
 */
function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== null) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/**
 * A button in the heading of each column that rows can be sorted by; no stop for Tab where rows are cards.
 * @param {HTMLElement[]} headings
 * @param {number[]} columns
 * @param {(column: number) => unknown} onSort
 */
export function sortButtons(headings, columns, onSort) {
  const cards = matchMedia("(max-width: 40em)");
  const stops = () => headings.forEach((heading) => {
    const button = heading.querySelector("button");
    if (button) button.tabIndex = cards.matches ? -1 : 0;
  });
  headings.forEach((heading, column) => {
    if (!columns.includes(column)) return;
    const words = element("span", { class: "rows-sort__words" }, ...heading.childNodes);
    const button = element("button", { type: "button", class: "rows-sort" }, words);
    button.append(element("span", { class: "rows-sort__mark", "aria-hidden": "true" }));
    button.addEventListener("click", () => onSort(column));
    heading.replaceChildren(button);
  });
  cards.addEventListener("change", stops);
  stops();
}

/**
 * The same choices as the headings', for phones, where rows are cards without headings.
 * @param {HTMLElement} select
 * @param {number[]} columns
 * @param {[string, string][]} fields
 * @param {number | null} date
 */
export function sortChoices(select, columns, fields, date) {
  const option = (/** @type {string} */ value, /** @type {string} */ words) => element("option", { value }, words);
  const made = date === null ? [option("", "照原来的次序")] : [option("", "新的在前"), option(fields[date][0], "旧的在前")];
  for (const column of columns) {
    const [name] = fields[column];
    if (column !== date) made.push(option(name, `${name}，升序`), option(`-${name}`, `${name}，降序`));
  }
  select.replaceChildren(...made);
  const label = select.closest("label");
  if (label) label.hidden = made.length < 2;
}

/**
 * Says by which column the rows stand, and how.
 * @param {HTMLElement[]} headings
 * @param {number | null} column
 * @param {boolean} up
 */
export function markSorted(headings, column, up) {
  headings.forEach((heading, i) => {
    const mark = heading.querySelector(".rows-sort__mark");
    if (!mark) return;
    if (i === column) heading.setAttribute("aria-sort", up ? "ascending" : "descending");
    else heading.removeAttribute("aria-sort");
    mark.textContent = i === column ? (up ? "▲" : "▼") : "↕";
  });
}

/**
 * The year and the number of a document, and a credit code, stand on one line.
 * @param {string} cell
 */
function pieces(cell) {
  return cell.split(/(〔\d{4}〕\d{1,6}号|\b\d{2}[0-9A-Z]{16}\b)/).map((part, i) => (i % 2 ? element("span", { class: "whole" }, part) : part));
}

/**
 * A day as it is told on every page; what is no day stays as it is.
 * @param {string} cell
 */
function day(cell) {
  return cell.replace(/^(\d{4})-0?(\d+)-0?(\d+)$/, "$1年$2月$3日");
}

/**
 * One row; the cell at `heading` names it.
 * @param {string[]} cells
 * @param {[string, string][]} fields
 * @param {string[]} labels names of columns with their measures, for cards
 * @param {number} heading
 */
export function row(cells, fields, labels, heading) {
  const made = cells.map((cell, i) => {
    const attributes = { class: fields[i][1] || null, "data-label": labels[i] };
    const made = pieces(fields[i][1] === "date" ? day(cell) : cell);
    return i === heading ? element("th", { scope: "row", ...attributes }, ...made) : element("td", attributes, ...made);
  });
  return element("tr", {}, ...made);
}

/**
 * Links to the first, the last and the neighbouring pages.
 * @param {number} page
 * @param {number} pages
 * @param {(page: number) => string} addressOf
 */
export function pageLinks(page, pages, addressOf) {
  /** @type {(text: string, to: number, more?: Record<string, string>) => HTMLElement} */
  const link = (text, to, more) =>
    element("a", { class: "pages__link", href: addressOf(to), "data-page": String(to), ...more }, text);
  const none = (/** @type {string} */ text) => element("span", { class: "pages__link pages__link--none" }, text);
  /** @type {HTMLElement[]} */
  const items = [page > 1 ? link("上一页", page - 1, { rel: "prev" }) : none("上一页")];
  const shown = [...new Set([1, page - 1, page, page + 1, pages])].filter((p) => p >= 1 && p <= pages).sort((a, b) => a - b);
  shown.forEach((number, i) => {
    if (i && number > shown[i - 1] + 1) items.push(none("…"));
    /** @type {Record<string, string>} */
    const current = number === page ? { "aria-current": "page" } : {};
    items.push(link(String(number), number, { "aria-label": `第 ${number} 页`, ...current }));
  });
  items.push(page < pages ? link("下一页", page + 1, { rel: "next" }) : none("下一页"));
  return element("ul", { role: "list" }, ...items.map((item) => element("li", {}, item)));
}
