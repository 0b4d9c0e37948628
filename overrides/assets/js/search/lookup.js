// When datasets are looked into for a reader: at once for what is surely the name of a company, and for what may be
// part of a name or the number of a decision when no page has it.
import { apart, likely, named } from "./named.js";
import { prepare } from "./normalise.js";

/**
 * @import { Rows } from "./datasets.js"
 * @import { Answer, Search } from "./search.js"
 */

/** @typedef {{word: string, rows: Rows[]}} Looked word: what was looked for */

/**
 * The rows of a full name or a credit code, or of what is left of a name without 公司; null where the query is none.
 * @param {Search} search
 * @param {string} query
 * @param {URL} site
 * @returns {Promise<Looked | null>}
 */
export async function rowsOfNamed(search, query, site) {
  await Promise.all([search.overview(), prepare(query)]);
  const words = search.tables?.answering;
  const { name, wanted } = apart(query);
  if (!search.help || !named(name, words)) return null;
  const rows = await rowsWith(search, name, site);
  const short = rows.length ? "" : likely(name, words);
  const others = short ? await rowsWith(search, short, site) : [];
  return others.length ? { word: short, rows: first(others, wanted) } : { word: name, rows: first(rows, wanted) };
}

/** @type {(rows: Rows[], wanted: string) => Rows[]} those of the kind that was asked for before others */
const first = (rows, wanted) => (wanted ? [...rows].sort((a, b) => Number(b.title.includes(wanted)) - Number(a.title.includes(wanted))) : rows);

/**
 * The rows of what may be a name or a number, where the pages that were found do not hold it.
 * @param {Search} search
 * @param {string} query
 * @param {Pick<Answer, "count" | "approximate" | "doubted">} answer
 * @param {URL} site
 * @returns {Promise<Looked>}
 */
export async function rowsOfLikely(search, query, { count, approximate, doubted }, site) {
  const found = search.help ? likely(query, search.tables?.answering) : "";
  const word = !count || approximate || doubted || /\d{4,6}号?$/.test(found) ? found : "";
  return { word, rows: word ? await rowsWith(search, word, site) : [] };
}

/**
 * The program that reads datasets is only loaded now.
 * @param {Search} search
 * @param {string} query
 * @param {URL} site
 * @returns {Promise<Rows[]>}
 */
export async function rowsWith(search, query, site) {
  const [{ rowsOf }, known] = await Promise.all([import("./datasets.js"), search.help?.known()]);
  return known ? rowsOf(known.datasets, query, site) : [];
}
