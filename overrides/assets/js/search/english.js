// Who types English into the Chinese search is led to the pages of the English version that tell most of it. These
// are few: their words are one file, read when somebody types Latin letters. Pure but for that; the words are data.
import { load } from "./load.js";

/**
 * @typedef {[string, string, string, string[], string]} Page address, title, summary, questions, further words
 * @typedef {{pages: Page[], idle: string[], alike: string[][], otherwise: string[]}} English idle: words that say nothing
 *     of the matter; alike: those that say the same; otherwise: where to begin if no page tells of it
 * @typedef {{label: string, address: string, text: string, language: string}} Led
 */

const HAN = /\p{Script=Han}/u;
const WORDS = /[a-z]{2,}/g;
const MOST = 5; // pages
const LEAST = 0.5; // share of the best
const ENOUGH = 0.25; // share of what was typed that a page must tell
const ASKED = 0.5; // what it adds that a question of the page is nearly the one that was typed
const GENERAL = 0.6; // what the front page counts for, which has something of every matter
const PLACES = [1, 0.6, 0.8, 0.35]; // title, summary, questions, text

/**
 * The pages that are likely meant; null where the query is no English, which letters of Chinese words are not.
 * @param {string} query
 * @param {URL} file
 * @returns {Promise<Led[] | null>}
 */
export async function led(query, file) {
  return HAN.test(query) ? null : found(query, await load(file));
}

/**
 * The best pages first.
 * @param {string} query
 * @param {English} english
 * @returns {Led[] | null}
 */
export function found(query, { pages, idle, alike, otherwise }) {
  const typed = query.toLowerCase().match(WORDS) ?? [];
  const classes = classed(alike);
  const said = [...new Set(typed.filter((word) => !idle.includes(word)).map(stem))];
  const read = pages.map((page) => ({ page, fields: fields(page, idle) }));
  const worth = said.map((word) => rarity(word, read.map(({ fields }) => fields), classes));
  const known = worth.filter((each) => each > 0);
  if (!known.length && !typed.some((word) => idle.includes(word) && word.length > 2)) return null;
  const sum = worth.reduce((all, each) => all + (each || Math.log(1 + pages.length)), 0);
  const scored = read.map(({ page, fields }) => ({ page, score: (score(said, worth, fields, classes) / sum) * (page[0] === otherwise[0] ? GENERAL : 1) }));
  const best = Math.max(...scored.map(({ score }) => score));
  const enough = best < ENOUGH ? [] : scored.filter(({ score }) => score >= LEAST * best);
  const told = enough.sort((a, b) => b.score - a.score).slice(0, MOST).map(({ page }) => page);
  return (told.length ? told : pages.filter(([address]) => otherwise.includes(address)))
    .map(([address, label, text]) => ({ label, address, text, language: "en" }));
}

/**
 * A word without its ending: charges, charging and charge are one.
 * @param {string} word
 */
export function stem(word) {
  const single = word.replace(/ies$/, "y").replace(/(?<=..[^aeious])s$|(?<=[aeiou])s$/, "");
  const plain = single.replace(/(?<=[a-z]{3})(?:ing|ed|es)$/, "").replace(/(?<=[a-z]{3})e$/, "");
  return plain.replace(/([bdgklmnprt])\1$/, "$1");
}

/**
 * The stems of words that say the same as each.
 * @param {string[][]} alike
 */
function classed(alike) {
  /** @type {Map<string, Set<string>>} */
  const classes = new Map();
  for (const words of alike) {
    const stems = words.map(stem);
    for (const each of stems) classes.set(each, new Set([...(classes.get(each) ?? []), ...stems]));
  }
  return classes;
}

/**
 * The stems of a page, by place; questions apart.
 * @param {Page} page
 * @param {string[]} idle
 */
function fields([, title, summary, questions, more], idle) {
  const stems = (/** @type {string} */ text) =>
    new Set((text.toLowerCase().match(WORDS) ?? []).filter((word) => !idle.includes(word)).map(stem));
  return { places: [title, summary, questions.join(" "), more].map(stems), questions: questions.map(stems) };
}

const OTHER = 0.8; // what another word counts for

/**
 * How much a word counts that stands in some places of a page, itself or by another that says the same.
 * @param {string} word
 * @param {Set<string>[]} places
 * @param {Map<string, Set<string>>} classes
 */
function held(word, places, classes) {
  const others = [...(classes.get(word) ?? [])];
  return Math.max(0, ...places.map((stems, n) => PLACES[n] * (stems.has(word) ? 1 : others.some((each) => stems.has(each)) ? OTHER : 0)));
}

/** @type {(word: string, read: {places: Set<string>[]}[], classes: Map<string, Set<string>>) => number} */
function rarity(word, read, classes) {
  const count = read.filter(({ places }) => held(word, places, classes)).length;
  return count && Math.log(1 + read.length / count);
}

/**
 * @param {string[]} said
 * @param {number[]} worth
 * @param {{places: Set<string>[], questions: Set<string>[]}} fields
 * @param {Map<string, Set<string>>} classes
 */
function score(said, worth, { places, questions }, classes) {
  const sum = said.reduce((all, word, n) => all + worth[n] * held(word, places, classes), 0);
  const all = worth.reduce((total, each) => total + each, 0);
  const near = questions.map((question) => {
    const both = said.reduce((total, word, n) => total + (held(word, [question], classes) && worth[n]), 0);
    const own = [...question].filter((word) => said.some((each) => each === word || classes.get(each)?.has(word))).length;
    return (both * own) / (question.size || 1);
  });
  return sum + ASKED * Math.min(all, Math.max(0, ...near));
}
