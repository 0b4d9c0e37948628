// Documents that were found: what each is worth, in which order, each once.
import { hinted, score } from "./ranking.js";

/**
 * @import { Weights } from "./ranking.js"
 * @import { Hit, Row } from "./search.js"
 * @import { Variant } from "./wording.js"
 */

/** @type {(a: Hit, b: Hit) => number} */
export const NEWEST = (a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0);
/** @type {(a: Hit, b: Hit) => number} */
export const FITTING = (a, b) => b.score - a.score || NEWEST(a, b);

/**
 * How far up each belongs that one writing of the query found.
 * @param {Hit[]} found
 * @param {Variant} variant
 * @param {Weights} weights
 */
export function weigh(found, { query, other }, weights) {
  const newest = newestOf(found);
  const meant = hinted(query, weights);
  for (const hit of found) {
    hit.score = score({ ...ranked(hit), matches: hit.matches ?? [], partial: hit.partial, other }, meant, weights, newest);
  }
}

/**
 * What two writings found, each document once, where it stands highest.
 * @param {Hit[]} known
 * @param {Hit[]} more
 */
export function merged(known, more) {
  const key = (/** @type {Hit} */ hit) => `${hit.shard.url} ${hit.id}`;
  const hits = new Map(known.map((hit) => [key(hit), hit]));
  for (const hit of more) {
    const before = hits.get(key(hit));
    if (!before || before.score < hit.score) hits.set(key(hit), hit);
  }
  return [...hits.values()];
}

/** @param {Row} row */
function ranked({ type, status, date, title, number, numberAt }) {
  return { type, status, date, title, number, numberAt };
}

/** @param {Hit[]} hits */
export function newestOf(hits) {
  return hits.reduce((day, { date }) => (date > day ? date : day), "");
}
