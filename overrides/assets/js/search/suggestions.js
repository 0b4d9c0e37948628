// What may be meant while somebody types: columns, units, services, policies, questions; also in the words that
// people use, and by pinyin. One small file, read at the first key.
import { load } from "./load.js";
import { compact, prepare } from "./normalise.js";
import { Pinyin } from "./pinyin.js";

/**
 * @typedef {{text: string, kind: string, url: string}} Suggestion without an address: words to search for
 * @typedef {Suggestion & {plain: string}} Row
 * @typedef {{rows: Row[], aliases: [string, string][], pinyin: Pinyin | null}} Opened
 */

export const MOST = 8;

export class Suggestions {
  /** @param {URL} index the folder that holds shards.json */
  constructor(index) {
    this.index = index;
    /** @type {Promise<Opened | null> | null} */
    this.opening = null;
  }

  /**
   * What a reader may mean who has typed so far; nothing where the site has no index.
   * @param {string} query
   * @returns {Promise<Suggestion[]>}
   */
  async of(query) {
    await prepare(query);
    const parts = query.split(/\s+/).map(compact).filter(Boolean);
    if (!parts.length) return [];
    this.opening ??= opened(this.index).catch(() => null);
    const known = await this.opening;
    if (!known) {
      this.opening = null;
      return [];
    }
    return this.among(known, parts, query.trim());
  }

  /**
   * @param {Opened} known
   * @param {string[]} parts
   * @param {string} query
   */
  async among({ rows, aliases, pinyin }, parts, query) {
    const read = (await pinyin?.meant(query, true).catch(() => [])) ?? [];
    const asked = [parts, ...read.map((each) => [compact(each)]), ...official(parts, aliases)];
    /** @type {Set<Suggestion>} */
    const found = new Set();
    for (const each of asked) for (const row of holding(rows, each)) found.add(row);
    const words = read.map((text) => ({ text, kind: "", url: "" }));
    return [...words.slice(0, 2), ...found].slice(0, MOST);
  }
}

/**
 * @param {URL} index
 * @returns {Promise<Opened | null>}
 */
async function opened(index) {
  const head = await load(new URL("shards.json", index), { cache: "no-cache" });
  if (!head.suggest) return null;
  const { kinds, rows, aliases } = await load(new URL(head.suggest, index));
  await prepare(rows.map((/** @type {[string]} */ [text]) => text).join(""));
  return {
    rows: rows.map((/** @type {[string, number, string]} */ [text, kind, url]) => ({ text, kind: kinds[kind], url, plain: compact(text) })),
    aliases,
    pinyin: head.pinyin ? new Pinyin(index, head) : null,
  };
}

/**
 * Rows that hold all parts: those that are one, then those that begin so, then others, each as listed.
 * @param {Row[]} rows
 * @param {string[]} parts
 */
function holding(rows, parts) {
  const found = rows.filter(({ plain }) => parts.every((part) => plain.includes(part)));
  const rank = (/** @type {Row} */ { plain }) => (plain === parts[0] ? 0 : plain.startsWith(parts[0]) ? 1 : 2);
  return found.sort((a, b) => rank(a) - rank(b));
}

/**
 * The official words for what people say, also when it is only begun.
 * @param {string[]} parts
 * @param {[string, string][]} aliases
 */
function official(parts, aliases) {
  const said = parts.join("");
  const found = aliases.filter(([word]) => word === said || (said.length > 1 && word.startsWith(said)));
  return [...new Set(found.map(([, meant]) => compact(meant)))].slice(0, 3).map((each) => [each]);
}
