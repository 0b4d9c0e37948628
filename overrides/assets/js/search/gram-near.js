// How near documents come to what is found nowhere: by the pairs of its characters that they hold, before all others
// those that have them in their title as they were typed, as with one character wrong, left out or too many. Only
// loaded then.
import { greatest } from "./greatest.js";
import { chosen } from "./pairs.js";

/** @import { Finder, Holding } from "./gram-find.js" */

const TITLED = 4; // what it counts for that a pair is in the title, where the others lead one to expect it
const ASIDE = 1; // characters that it may stand aside
const NEAR = 50; // documents

/**
 * The documents that are nearest to all parts together, and how near each is; of equal ones the newest first.
 * @param {Finder} finder
 * @param {string[]} parts
 */
export async function nearest(finder, parts) {
  const values = await nearness(finder, parts);
  return greatest(values, NEAR, true).map((document) => ({ document, score: values[document] }));
}

/**
 * Every document by how near it is to all parts together; 0 where nothing is alike. Rare pairs count for more, those
 * that stand nowhere for most.
 * @param {Finder} finder
 * @param {string[]} parts
 */
async function nearness(finder, parts) {
  const { count } = finder.about;
  const asked = chosen(parts);
  const holdings = await Promise.all(asked.map(({ pair }) => finder.holding(pair)));
  const weights = holdings.map(({ found }) => (found ? Math.log(1 + count / found) : 0));
  const most = weights.reduce((sum, weight) => sum + (weight || Math.log(1 + count)), 0) || 1;
  const values = new Float64Array(count);
  holdings.forEach(({ bits }, n) => {
    const weight = weights[n] / most;
    for (let document = 0; document < count; document += 1) if (bits[document]) values[document] += weight;
  });
  for (const part of parts.keys()) {
    const own = asked.flatMap((pair, n) => (pair.part === part ? [{ at: pair.at, weight: weights[n] / most, ...holdings[n] }] : []));
    titled(values, own.sort((a, b) => b.weight - a.weight));
  }
  return values;
}

/**
 * Raises documents that have pairs of one part in title or number as far apart as they were typed.
 * @param {Float64Array} values
 * @param {(Holding & {at: number, weight: number})[]} asked the rarest first: by it the others are measured
 */
function titled(values, asked) {
  const begins = new Int16Array(values.length);
  const sums = new Float64Array(values.length);
  for (const { first, at, weight } of asked) {
    first.forEach((place, document) => {
      if (!sums[document]) begins[document] = place - at;
      if (Math.abs(begins[document] - (place - at)) <= ASIDE) sums[document] += weight;
    });
  }
  sums.forEach((sum, document) => (values[document] += TITLED * sum));
}
