// 您是不是要找: what a part of a query that stands nowhere may have been meant for, in the site's own words. By its
// sound, for most people type pinyin; else by what the documents have where one character is wrong, too many or
// missing. Only offered, never asked in the reader's place.
import { reshaped } from "./misread.js";
import { compact, lines } from "./normalise.js";

/**
 * @import { Hit } from "./search.js"
 * @import { Pinyin } from "./pinyin.js"
 * @typedef {{query: string, count: number}} Offer words that stand on the site, and in how many documents
 * @typedef {{query: string, hits: Hit[]}} Meant the same with the documents
 * @typedef {object} Asked
 * @property {(parts: string[]) => Promise<Hit[]>} exact documents that hold all parts
 * @property {(part: string) => Promise<boolean>} stands whether any document holds a part
 * @property {(part: string) => Promise<number>} count how many documents do
 */

const MOST = 3;
const LONGEST = 16; // characters of a part that is looked at
const KEPT = 3; // characters that must be right
const TURNED = 3; // places where two neighbours are tried in the other order
const CARDS = 6; // documents that are read for one place
const RUN = /\p{Script=Han}{2,}/gu;
const SHORT = 6; // characters of what is a word or two: in more, much stands nowhere though nothing is wrong
const ANY = "\\p{Script=Han}";

/**
 * Other writings of a query that was found nowhere, the likeliest first.
 * @param {string[]} parts as they are compared
 * @param {Asked} asked
 * @param {Pinyin | null} pinyin
 * @returns {Promise<Meant[]>}
 */
export async function offers(parts, asked, pinyin) {
  const found = [];
  for (const [at, part] of parts.entries()) {
    if (Array.from(part).length < 2 || (await asked.stands(part))) continue;
    const sounds = (await pinyin?.alike(part).catch(() => [])) ?? [];
    const others = sounds.length ? sounds : await nearly(part, asked);
    const queries = others.slice(0, MOST).map((other) => parts.map((each, i) => (i === at ? other : each)));
    const held = await Promise.all(queries.map((query) => asked.exact(query.map(compact))));
    found.push(...queries.map((query, i) => ({ query: query.join(" "), hits: held[i] })).filter(({ hits }) => hits.length));
  }
  return found.slice(0, MOST);
}

/**
 * A query in which some characters stand side by side nowhere, with what is read as they are in their place, or looks
 * as they do; "" where there is none such. Of two characters only words that people use take the place.
 * @param {string} query
 * @param {Asked["stands"]} stands
 * @param {Pinyin | null} pinyin
 * @param {(words: string[]) => Promise<string>} known the first of some words that people use
 */
export async function sounded(query, stands, pinyin, known) {
  const alike = async (/** @type {string} */ text) => (await pinyin?.alike(text).catch(() => [])) ?? [];
  for (const { 0: run, index } of query.matchAll(RUN)) {
    const signs = Array.from(run).slice(0, LONGEST);
    // all at once: each is a journey to the server
    const [whole, pairs, [same]] = await Promise.all([stands(run), Promise.all(signs.slice(1).map((sign, at) => stands(signs[at] + sign))), alike(run)]);
    const other = !whole && (same || (signs.length <= SHORT && (await reshaped(run, stands, pairs))));
    if (other) return query.replace(run, other);
    const wrong = pairs.indexOf(false);
    const pieces = wrong < 0 ? [] : around(wrong, signs.length);
    const read = await Promise.all(pieces.map(([from, to]) => alike(signs.slice(from, to).join(""))));
    for (const [n, [from, to]] of pieces.entries()) {
      const [other] = read[n];
      if (other) return query.slice(0, index + from) + other + query.slice(index + to);
    }
    const short = query.length > SHORT ? [] : [...pairs.keys()].filter((at) => !pairs[at]);
    const words = await Promise.all(short.map(async (at) => known(await alike(signs[at] + signs[at + 1]))));
    for (const [n, at] of short.entries()) {
      if (words[n]) return query.slice(0, index + at) + words[n] + query.slice(index + at + 2);
    }
  }
  return "";
}

/**
 * The longest pieces first, of some characters, that hold both of a pair.
 * @param {number} pair
 * @param {number} length
 * @returns {[number, number][]}
 */
function around(pair, length) {
  /** @type {[number, number][]} */
  const found = [];
  for (let size = KEPT + 1; size >= KEPT; size -= 1) {
    for (let from = Math.max(0, pair + 2 - size); from <= pair && from + size <= length; from += 1) found.push([from, from + size]);
  }
  return found;
}

/**
 * What documents have in place of a part in which one character is wrong.
 * @param {string} part
 * @param {Asked} asked
 * @returns {Promise<string[]>}
 */
async function nearly(part, { exact, stands, count }) {
  const signs = Array.from(part);
  if (signs.length <= KEPT || signs.length > LONGEST) return [];
  const pairs = await Promise.all(signs.slice(1).map((sign, at) => count(signs[at] + sign)));
  const least = Math.min(...pairs); // in many documents any pair stands somewhere by chance
  const sure = pairs.map((found) => found > least);
  const places = gaps(signs, sure);
  const read = Promise.all(places.map(({ left, right }) => holding([left, right].filter(Boolean), exact)));
  read.catch(() => {}); // told when it is needed
  const turned = swapped(signs, sure);
  const standing = await Promise.all(turned.map(stands));
  if (standing.includes(true)) return [turned[standing.indexOf(true)]];
  /** @type {Map<string, number>} */
  const counted = new Map();
  for (const [n, cards] of (await read).entries()) {
    const pattern = new RegExp(`${literal(places[n].left)}${ANY}?${literal(places[n].right)}`, "gu");
    for (const { title, text } of cards) {
      const said = lines(`${title}\n${text}`).join("\n");
      for (const [words] of said.matchAll(pattern)) if (words !== part) counted.set(words, (counted.get(words) ?? 0) + 1);
    }
  }
  const off = (/** @type {string} */ words) => Number(words.length !== part.length);
  return [...counted].sort((a, b) => off(a[0]) - off(b[0]) || b[1] - a[1]).map(([words]) => words);
}

/**
 * Some documents that hold all parts, to be read.
 * @param {string[]} parts
 * @param {Asked["exact"]} exact
 */
async function holding(parts, exact) {
  const hits = await exact(parts);
  return Promise.all(hits.slice(0, CARDS).map((hit) => hit.shard.card(hit.id)));
}

/**
 * A part with two neighbours in the other order, where it breaks most pairs that are in doubt.
 * @param {string[]} signs
 * @param {boolean[]} sure for each pair of neighbours whether it stands
 */
function swapped(signs, sure) {
  const broken = (/** @type {number} */ at) => [at - 1, at, at + 1].filter((pair) => sure[pair] === false).length;
  const places = [...sure.keys()].filter((at) => broken(at) && signs[at] !== signs[at + 1]).sort((a, b) => broken(b) - broken(a));
  return places.slice(0, TURNED).map((at) => [...signs.slice(0, at), signs[at + 1], signs[at], ...signs.slice(at + 2)].join(""));
}

/**
 * Where a part may be wrong, as what stands before and behind: at a character of a pair that is in doubt, or between
 * the two.
 * @param {string[]} signs
 * @param {boolean[]} sure for each pair of neighbours whether it stands
 */
function gaps(signs, sure) {
  /** @type {{left: string, right: string}[]} */
  const found = [];
  const cut = (/** @type {number} */ end, /** @type {number} */ begin) => {
    const [left, right] = [signs.slice(0, end).join(""), signs.slice(begin).join("")];
    if (Array.from(left + right).length >= KEPT) found.push({ left, right });
  };
  signs.forEach((_, at) => {
    const [before, behind] = [sure[at - 1], sure[at]];
    if (before === false || behind === false) cut(at, at + 1);
    if (behind === false) cut(at + 1, at + 1);
  });
  return found;
}

/** @param {string} text */
const literal = (text) => text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
