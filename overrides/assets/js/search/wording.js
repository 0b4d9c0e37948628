// What was typed → what it may stand for: the thing a number names, the official words, the question without
// its manners. Pure; the words are data that the build writes (wording.json, data/aliases/).
import { normalise } from "./normalise.js";
import { things, unwrapped } from "./numbers.js";

/**
 * @import { Answering } from "./answer-fit.js"
 * @typedef {object} Asking
 * @property {string[]} polite
 * @property {string[]} before
 * @property {string[]} act
 * @property {string[]} question
 * @property {string[]} after
 * @property {string[]} where
 * @property {string[]} end
 * @typedef {object} Tables
 * @property {Record<string, string[]>} aliases what people say, and the official words for it
 * @property {string[]} care those of them that are matters in the care of a unit, not names of it
 * @property {[string, string, string[]][]} columns name of a column, its address, and other names for it
 * @property {string[]} [units] in the order of the directory
 * @property {Asking} asking words of questions and of politeness
 * @property {string[]} acts what one wants to do, which is seldom in a title
 * @property {string[]} labels words before a number
 * @property {Record<string, string[]>} alike what people say of any matter, and the words of documents for it
 * @property {Record<string, string[]>} roots single characters that are short for words
 * @property {Record<string, string[]>} measures what numbers count, and other words for it
 * @property {[number, number, string[]][]} [ages] from and to what age, and words for what there is for such people
 * @property {{hints: Record<string, string | string[]>}} [weights] words that name what a type is for
 * @property {string[]} common words that everybody says of anything
 * @property {string} small characters that say little by themselves
 * @property {string} [day] by which 去年 and 上个月 are read
 * @property {Answering} answering what questions ask for, and words that say nothing of the matter
 * @typedef {object} Variant
 * @property {string} query
 * @property {number} step variants of a later step are only asked where those before found nothing
 * @property {string} why the words that it was made by, "" for what was typed
 * @property {boolean} other whether it has words that were not typed
 * @property {boolean} [cared] whether a unit has what was typed in its care
 * @property {boolean} [care] whether one of them is only the unit in whose care the matter is
 */

const MOST = 12;
const READ = 3; // the step after all those of what was typed
const MARKS = /[,.;:!?、。…~"'“”‘’]+/g;

/**
 * The query and what it may stand for, in the order in which they are to be asked.
 * @param {string} query
 * @param {Tables} tables
 * @returns {Variant[]}
 */
export function expand(query, tables) {
  /** @type {Map<string, Variant>} */
  const found = new Map();
  const add = (/** @type {string} */ text, /** @type {number} */ step, /** @type {string} */ why, other = false, care = false) => {
    if (text && !found.has(text) && found.size < MOST) found.set(text, { query: text, step, why, other, ...(care && { care }) });
  };
  add(query.trim(), 0, "");
  if (/["“”„‟＂]/.test(query)) return [...found.values()];
  const plain = unwrapped(normalise(query));
  if (plain !== normalise(query)) add(plain, 0, "括号");
  const numbers = things(plain, tables);
  for (const { query: text, why } of numbers) add(text, 0, why);
  if (numbers.length) return [...found.values()];
  const others = official(plain, tables);
  if (others.some(({ care, why }) => care && why === plain)) for (const variant of found.values()) variant.cared = true;
  for (const { query: text, why, care } of others) add(text, 0, why, true, care);
  const asked = without(plain, tables.asking);
  const matter = shorter(asked, tables.acts);
  /** @type {[number, string][]} */
  const steps = [[1, asked], [2, matter]];
  for (const [step, text] of steps) {
    if (text.length < 2 || text === plain) continue;
    add(text, step, "问句");
    for (const variant of official(text, tables)) add(variant.query, step, variant.why, true, variant.care);
  }
  return [...found.values()];
}

/**
 * What Latin letters may be the pinyin of, asked where the letters themselves stand nowhere.
 * @param {string[]} words
 * @param {Tables} tables
 * @returns {Variant[]}
 */
export function read(words, tables) {
  const meant = words.flatMap((word) => expand(word, tables));
  return meant.map((variant) => ({ ...variant, step: variant.step + READ, why: "拼音", other: true }));
}

/**
 * Columns that a query names: readers are led there before any document.
 * @param {string} query
 * @param {Tables} tables
 * @returns {{label: string, address: string}[]}
 */
export function columns(query, { columns: all, asking }) {
  const plain = normalise(query).replaceAll(" ", "");
  const names = [plain, without(plain, asking).replaceAll(" ", "")];
  return all
    .filter(([label, , others]) => [label, ...others].some((name) => names.includes(normalise(name))))
    .map(([label, address]) => ({ label, address }));
}

/**
 * The query with words that people use put into official ones.
 * @param {string} plain
 * @param {Tables} tables
 * @returns {{query: string, why: string, care: boolean}[]}
 */
export function official(plain, { aliases, care }) {
  const places = said(plain, aliases);
  const cared = places.some(([word]) => care.includes(word));
  return places.flatMap(([word], which) =>
    aliases[word].map((meant) => ({ query: replaced(plain, places, which, meant, aliases), why: word, care: cared })));
}

/**
 * Words of the table that a text has, the longest first, none within another or within its own official word.
 * @param {string} plain
 * @param {Record<string, string[]>} aliases
 * @returns {[string, number][]}
 */
function said(plain, aliases) {
  /** @type {[string, number][]} */
  const found = [];
  for (let at = 0; at < plain.length; at += 1) {
    for (let end = Math.min(plain.length, at + 20); end > at + 1; end -= 1) {
      const word = plain.slice(at, end);
      if (!Object.hasOwn(aliases, word) || aliases[word].some((meant) => around(plain, at, word, normalise(meant)))) continue;
      found.push([word, at]);
      at = end - 1;
      break;
    }
  }
  return found.slice(0, 3);
}

/** @type {(plain: string, at: number, word: string, meant: string) => boolean} */
const around = (plain, at, word, meant) => meant.includes(word) && plain.startsWith(meant, at - meant.indexOf(word));

/**
 * @param {string} plain
 * @param {[string, number][]} places
 * @param {number} which the one that becomes `meant`; the others become their first
 * @param {string} meant
 * @param {Record<string, string[]>} aliases
 */
function replaced(plain, places, which, meant, aliases) {
  let [text, at] = ["", 0];
  places.forEach(([word, place], i) => {
    text += `${plain.slice(at, place)} ${i === which ? meant : aliases[word][0]} `;
    at = place + word.length;
  });
  return parts(text + plain.slice(at));
}

/**
 * A question without what makes it one: "请问加装电梯要交什么材料" → "加装电梯"
 * @param {string} plain
 * @param {Asking} asking
 */
export function without(plain, asking) {
  const { head, middle, tail } = PATTERNS.get(asking) ?? patterns(asking);
  return parts(plain.replace(MARKS, " ").trim().replace(head, "").replace(tail, "").replace(middle, " "));
}

/** @type {WeakMap<Asking, {head: RegExp, middle: RegExp, tail: RegExp}>} made once: a query is read several times */
const PATTERNS = new WeakMap();

/** @param {Asking} asking */
function patterns(asking) {
  const one = (/** @type {string[]} */ words) => `(?:${[...words].sort((a, b) => b.length - a.length).join("|")})`;
  const { polite, before, act, question, after, where, end } = asking;
  const made = {
    head: new RegExp(`^${one(polite)}+`),
    middle: new RegExp(`${one(before)}?(?:${one(where)}|${one(act)})?${one(question)}${one(before)}?${one(after)}?`, "g"),
    tail: new RegExp(`${one(end)}+$`),
  };
  PATTERNS.set(asking, made);
  return made;
}

/**
 * Without what one wants to do, as long as something is left: "公租房 申请" → "公租房"
 * @param {string} text
 * @param {string[]} acts
 */
function shorter(text, acts) {
  const edge = new RegExp(`^(?:${acts.join("|")})+|(?:${acts.join("|")})+$`, "g");
  return parts(text.split(" ").map((part) => part.replace(edge, "")).join(" "));
}

/**
 * Parts with one space between; single characters that say nothing alone are left out.
 * @param {string} text
 */
function parts(text) {
  const all = text.split(/\s+/).filter(Boolean);
  const long = all.filter((part) => part.length > 1);
  return (long.length ? long : all).join(" ");
}
