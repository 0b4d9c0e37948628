// Where to ask when a search found nothing: the unit that is most likely meant. Pure.
import { content } from "./answer-fit.js";
import { expand } from "./wording.js";

/**
 * @import { Described } from "./datasets.js"
 * @import { Tables } from "./wording.js"
 * @typedef {[string, string, string, string]} Phone whom to call, number, as a link dials it, hours
 * @typedef {{label: string, url: string, words: string, phones: Phone[]}} Unit words: its names and what it does
 * @typedef {object} Known
 * @property {Unit[]} units
 * @property {Phone} organiser
 * @property {[string, string, string] | []} hotline number, as a link dials it, what it is for; empty where there is none
 * @property {string} request address of the page that tells how to request, "" without one
 * @property {Described[]} datasets
 */

const MATTERS = /[、，。；（）\n]|负责|牵头|承担|指导|组织|实施|推进|信息公开|公开|工作|[和与及的等]/u; // between what a unit does
const RARE = 3; // units that may have a word by which one of them is told
const PART = 3; // characters of a longer word that are a word themselves
const VOTES = 3; // of so many nearest results, nearly all must be one unit's
const NEAREST = 4;

/**
 * The unit whose names and duties have words of the query, rare ones; else the one that has nearly all of what is near.
 * @param {string} query
 * @param {Unit[]} units
 * @param {string[]} near units of the nearest results, the nearest first
 * @param {Tables} tables
 * @returns {Unit | undefined}
 */
export function responsible(query, units, near, tables) {
  const wanted = words(query, tables);
  const sums = units.map((unit) => {
    const own = unit.words.split(MATTERS).filter((matter) => matter.length > 1 && wanted.some((word) => word.includes(matter)));
    const told = [...own, ...new Set([...own, ...wanted.filter((word) => unit.words.includes(word))])];
    return told.reduce((sum, word) => sum + worth(word, units), 0);
  });
  const best = Math.max(...sums);
  if (best && sums.filter((sum) => sum === best).length === 1) return units[sums.indexOf(best)];
  const nearest = near.slice(0, NEAREST);
  const most = nearest.find((label) => nearest.filter((each) => each === label).length >= VOTES);
  return units.find(({ label }) => label === most);
}

/** @type {(word: string, units: Unit[]) => number} the longer and the rarer, the more it tells */
function worth(word, units) {
  const having = units.filter((unit) => unit.words.includes(word)).length;
  return having > RARE ? 0 : word.length / having;
}

/**
 * What is asked for in every writing of the query: whole, and in parts that are long enough to mean something.
 * @param {string} query
 * @param {Tables} tables
 */
function words(query, tables) {
  /** @type {Set<string>} */
  const found = new Set();
  for (const variant of expand(query, tables)) {
    for (const piece of content(variant.query, tables.answering).pieces) {
      if (piece.length > 1) found.add(piece);
      for (let at = 0; at + PART < piece.length; at += 1) found.add(piece.slice(at, at + PART));
    }
  }
  return [...found];
}
