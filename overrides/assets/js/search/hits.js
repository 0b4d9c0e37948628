// Documents that were found: what each is worth, in which order, each once.
import { Scale, hinted, score } from "./ranking.js";

/**
 * @import { Weights } from "./ranking.js"
 * @import { Hit, Shard } from "./search.js"
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
export function weigh(found, variant, weights) {
  const scale = new Scale(weights, newestOf(found), hinted(variant.query, weights));
  for (let n = 0; n < found.length; n += 1) {
    found[n].other = variant.other;
    found[n].score = score(found[n], scale, variant);
  }
}

/**
 * What two writings found, each document once, where it stands highest.
 * @param {Hit[]} known
 * @param {Hit[]} more
 */
export function merged(known, more) {
  /** @type {Map<Shard, {hits: Hit[], places: Map<string | number, number>}>} */
  const shards = new Map();
  for (const list of [known, more]) {
    for (const hit of list) {
      let own = shards.get(hit.shard);
      if (!own) shards.set(hit.shard, (own = { hits: [], places: new Map() }));
      const { hits, places } = own;
      const key = hit.document ?? hit.id; // a name is written when it is asked for
      const at = places.get(key);
      if (at === undefined) places.set(key, hits.push(hit) - 1);
      else if (hits[at].score < hit.score) hits[at] = hit;
    }
  }
  return [...shards.values()].flatMap(({ hits }) => hits);
}

/** @param {Hit[]} hits */
export function newestOf(hits) {
  return hits.reduce((day, { date }) => (date > day ? date : day), "");
}
