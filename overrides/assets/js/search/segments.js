// What was typed, cut into words that are known, manners of asking, and what stands between them. Pure.
import { normalise } from "./normalise.js";
import { WHEN } from "./when.js";

/**
 * @import { Tables } from "./wording.js"
 * @typedef {{at: number, end: number, kind: "known" | "when" | "manner" | "soft" | "common" | "run"}} Segment soft: what one wants to do;
 *     common: what everybody says of anything; when: a year or month that hangs on the day
 * @typedef {object} Known
 * @property {Words} others words that people use, and what documents have for them
 * @property {Words} carers words of matters, and the names of the unit in whose care they are
 * @property {Set<string>} manners
 * @property {Set<string>} soft
 * @property {Set<string>} common
 * @property {Set<string>} small characters that say little by themselves
 * @property {RegExp} lead what stands before a manner and belongs to it: 要交 before 什么材料
 */

export const MARKS = /[,.;:!?、。…~'‘’()\s]/;
const ASKING = /[什哪谁怎咋何几多吗么呢]|(.)[不没]\1|可以|是否/;
const RULE = "政策文件"; // the type that 办法 and 规定 name, which most titles of it have
const LONGEST = 12; // characters of a known word
const DAYS = new Set(WHEN);
const LEFT = 1; // what a character costs that is left over
const WORD = 0.4; // what a word costs

/** Words of large tables: a query asks for a few of them, so nothing is worked out before it does. */
class Words {
  /**
   * @param {(word: string) => boolean} has
   * @param {(word: string) => string[]} meant
   */
  constructor(has, meant) {
    this.has = has;
    this.meant = meant;
  }

  /** @param {string} word */
  get(word) {
    return this.has(word) ? [...new Set(this.meant(word))] : undefined;
  }
}

/** @type {WeakMap<Tables, Known>} */
const READ = new WeakMap();

/**
 * @param {Tables} tables
 * @returns {Known}
 */
export function read(tables) {
  const known = READ.get(tables) ?? prepared(tables);
  READ.set(tables, known);
  return known;
}

/**
 * @param {Tables} tables
 * @returns {Known}
 */
function prepared({ aliases, care, alike, asking, acts, answering, common, small, weights }) {
  const names = (/** @type {string} */ word) => (Object.hasOwn(aliases, word) ? aliases[word].map(compared) : []);
  const more = (/** @type {string} */ word) => (Object.hasOwn(alike, word) ? alike[word] : []);
  const carers = new Words((word) => care.includes(word), names);
  const others = new Words(
    (word) => Object.hasOwn(aliases, word) || Object.hasOwn(alike, word),
    (word) => [...(care.includes(word) ? [] : names(word)), ...more(word)],
  );
  const rules = Object.entries(weights?.hints ?? {}).flatMap(([word, types]) => (types === RULE ? [word] : []));
  const said = [...Object.values(answering.kinds).flat(), ...asking.after, ...acts, ...rules];
  const manners = [...asking.polite, ...asking.question, ...answering.idle].filter((word) => word.length > 1);
  return {
    others,
    carers,
    manners: new Set([...manners, ...said.filter((word) => ASKING.test(word))]),
    soft: new Set(said.filter((word) => word.length > 1 && !ASKING.test(word))),
    common: new Set(common),
    small: new Set(small),
    lead: new RegExp(`^(?:${asking.before.join("|")})?(?:${[...asking.where, ...asking.act].join("|")})?$`),
  };
}

/** @param {string} word */
const compared = (word) => normalise(word).replaceAll(" ", "");

/**
 * The query in known words, manners, and what is between, without what belongs to a manner.
 * @param {string} plain
 * @param {Known} known
 */
export function cut(plain, known) {
  const segments = all(plain, known);
  const leads = (/** @type {Segment} */ { at, end, kind }, /** @type {number} */ n) =>
    kind === "run" && segments[n + 1]?.kind === "manner" && segments[n + 1].at === end && known.lead.test(plain.slice(at, end));
  return segments.filter((segment, n) => !leads(segment, n));
}

/**
 * The cut that leaves the fewest characters over, then the one with the fewest words: 办公租房 is 办 and 公租房 only
 * where nothing better is known. Of equal ones that with the longest word first.
 * @param {string} plain
 * @param {Known} known
 */
function all(plain, { others, manners, soft, common }) {
  const kind = (/** @type {string} */ word) => (DAYS.has(word) ? "when" : others.has(word) ? "known" : manners.has(word) ? "manner" : soft.has(word) ? "soft" : "common");
  const ends = wordsFrom(plain, (word) => [DAYS, others, manners, soft, common].some((words) => words.has(word)));
  const best = cheapest(plain, ends);
  /** @type {Segment[]} */
  const found = [];
  let begin = 0;
  const run = (/** @type {number} */ end) => begin < end && found.push({ at: begin, end, kind: "run" });
  for (let at = 0; at < plain.length; at += 1) {
    const end = best[at];
    const mark = !end && MARKS.test(plain[at]);
    if (!end && !mark) continue;
    run(at);
    if (end) found.push({ at, end, kind: kind(plain.slice(at, end)) });
    begin = end || at + 1;
    at = begin - 1;
  }
  run(plain.length);
  return found;
}

/**
 * Where known words end that begin at each place, the longest first.
 * @param {string} plain
 * @param {(word: string) => boolean} knows
 */
function wordsFrom(plain, knows) {
  return range(0, plain.length).map((at) =>
    range(at + 1, Math.min(plain.length, at + LONGEST) + 1).reverse().filter((to) => knows(plain.slice(at, to))));
}

/**
 * The end of the word that is to begin at each place, 0 where none is.
 * @param {string} plain
 * @param {number[][]} ends
 */
function cheapest(plain, ends) {
  const costs = new Array(plain.length + 1).fill(0);
  const chosen = new Array(plain.length).fill(0);
  for (let at = plain.length - 1; at >= 0; at -= 1) {
    costs[at] = costs[at + 1] + (MARKS.test(plain[at]) ? 0 : LEFT);
    for (const end of ends[at]) {
      if (costs[end] + WORD >= costs[at]) continue;
      costs[at] = costs[end] + WORD;
      chosen[at] = end;
    }
  }
  return chosen;
}

/** @type {(from: number, to: number) => number[]} */
export const range = (from, to) => Array.from({ length: Math.max(0, to - from) }, (_, n) => from + n);
