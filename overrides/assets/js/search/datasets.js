// The rows of datasets that have a name or a code: how many, and the newest of them.
import { Store } from "../rows/store.js";

/**
 * @typedef {{title: string, url: string, version: string, shown: string[]}} Described a dataset
 * @typedef {object} Rows what one has
 * @property {string} title
 * @property {string} url of its page, with the word filled in
 * @property {number} count
 * @property {string} day of the newest
 * @property {string[]} newest what was decided in it
 */

/**
 * What datasets have of a name or code, most first; those that have nothing are left out.
 * @param {Described[]} datasets
 * @param {string} query
 * @param {URL} root
 * @returns {Promise<Rows[]>}
 */
export async function rowsOf(datasets, query, root) {
  const found = await Promise.all(datasets.map((each) => rows(each, query, root)));
  return found.filter(({ count }) => count).sort((a, b) => b.count - a.count);
}

/**
 * @param {Described} dataset
 * @param {string} query
 * @param {URL} root
 * @returns {Promise<Rows>}
 */
async function rows({ title, url, version, shown }, query, root) {
  const store = new Store(new URL(`${url}table/`, root), version);
  const { fields, date } = await store.open();
  const answer = await store.ask({ q: query, year: 0, words: {} });
  const count = await answer.total();
  const [cells = []] = count ? await store.rows(await answer.ids(0, 1)) : [];
  const newest = shown.map((name) => cells[fields.findIndex((field) => field[0] === name)]).filter(Boolean);
  return { title, url: `${url}?q=${encodeURIComponent(query)}`, count, day: (date !== null && cells[date]) || "", newest };
}
