// A view of the rows as an address, so that it can be linked, and back.

/**
 * @import { Head } from "./store.js"
 * @typedef {object} Asked
 * @property {string} q
 * @property {number} year
 * @property {Record<string, string>} words by facet
 * @property {number | null} column to sort by
 * @property {boolean} up
 * @property {number} page
 */

/**
 * Parameters of the address → what is asked: q, year, words by facet, column to sort by, page.
 * @param {string} search
 * @param {Head} head
 * @returns {Asked}
 */
export function read(search, head) {
  const asked = new URLSearchParams(search);
  /** @type {Record<string, string>} */
  const words = {};
  head.facets.forEach((place, facet) => {
    const word = asked.get(head.fields[place][0]);
    if (word && head.values[facet].includes(word)) words[facet] = word;
  });
  const sort = asked.get("sort") ?? "";
  const column = head.fields.findIndex(([name]) => name === sort.replace(/^-/, ""));
  return {
    q: (asked.get("q") ?? "").trim(),
    year: head.chunks.some(([year]) => String(year) === asked.get("year")) ? Number(asked.get("year")) : 0,
    words,
    column: column >= 0 && (head.sortable || column === head.date) ? column : null,
    up: !sort.startsWith("-"),
    page: Math.max(1, Math.floor(Number(asked.get("page"))) || 1),
  };
}

/**
 * What is asked → parameters, in one order.
 * @param {Asked} asked
 * @param {Head} head
 */
export function write(asked, head) {
  const found = new URLSearchParams();
  if (asked.q) found.set("q", asked.q);
  if (asked.year) found.set("year", String(asked.year));
  for (const [facet, word] of Object.entries(asked.words)) found.set(head.fields[head.facets[Number(facet)]][0], word);
  if (asked.column !== null) found.set("sort", (asked.up ? "" : "-") + head.fields[asked.column][0]);
  if (asked.page > 1) found.set("page", String(asked.page));
  return found.toString();
}
