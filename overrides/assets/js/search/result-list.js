// Results as DOM nodes. Text is only ever text: nothing from content is read as HTML.
import { spoken, word } from "./words.js";

/**
 * @import { Piece } from "./excerpt.js"
 * @import { Led, Result } from "./search.js"
 */

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} name
 * @param {string} className
 * @param {...(Node | string | null)} children
 */
export function element(name, className, ...children) {
  const node = document.createElement(name);
  if (className) node.className = className;
  node.append(...children.filter((child) => child !== null));
  return node;
}

/** @param {Piece[]} list */
function pieces(list) {
  return list.map(({ text, match }) => (match ? element("mark", "", text) : document.createTextNode(text)));
}

/** @param {string} date */
function dated(date) {
  const node = element("time", "", spoken(date));
  node.dateTime = date;
  return node;
}

/** @param {string} word */
function status(word) {
  const node = element("span", "search-result__status", word);
  node.dataset.status = word;
  return node;
}

/**
 * A link within the site; words alone where it would lead out of it.
 * @param {string} url
 * @param {URL} root
 * @param {...(Node | string)} words
 */
export function linked(url, root, ...words) {
  const link = element("a", "", ...words);
  const target = new URL(url, root);
  if (target.href.startsWith(root.href)) link.href = target.href;
  return link;
}

/**
 * One <li>; `root` is the address of the site, and no link may lead out of it.
 * @param {Result} result
 * @param {URL} root
 */
export function item(result, root) {
  const link = linked(result.url, root, ...pieces(result.title));
  const meta = element(
    "p",
    "search-result__meta",
    result.type && element("span", "", result.type),
    result.number.length ? element("span", "", ...pieces(result.number)) : null,
    result.unit && element("span", "", result.unit),
    result.date && dated(result.date),
    result.status && status(result.status),
  );
  const text = element("p", "search-result__text", ...pieces(result.excerpt));
  const row = element("li", "search-result", element("h3", "search-result__title", link), meta, text);
  if (result.language) row.lang = result.language;
  return row;
}

/**
 * What is found first is drawn before all is known. A row that stays as it was stays itself, so that no link changes
 * under a finger; a link that somebody has come to by keyboard keeps the focus, wherever it stands now.
 * @param {Element} list
 * @param {Element[]} rows
 */
export function renew(list, rows) {
  const stood = list.querySelector("a:focus")?.getAttribute("href");
  rows.forEach((row, place) => {
    const there = list.children[place];
    if (!there) list.append(row);
    else if (!there.isEqualNode(row)) there.replaceWith(row);
  });
  for (const gone of Array.from(list.children).slice(rows.length)) gone.remove();
  if (!stood || list.querySelector("a:focus")) return;
  Array.from(list.querySelectorAll("a")).find((link) => link.getAttribute("href") === stood)?.focus({ preventScroll: true });
}

/**
 * A column as a result, which says no more than its name; a page of the English version with what it is about.
 * @param {Led} led
 * @returns {Result}
 */
export function column({ label, address, text = "", language }) {
  const type = language ? "English" : word("栏目");
  const excerpt = text ? [{ text, match: false }] : [];
  return { url: address, type, unit: "", status: "", date: "", title: [{ text: label, match: !language }], number: [], excerpt, language };
}
