// What the words of a query count for: the rarer the more. Pure.
import { documentsOf } from "./gram-find.js";

/**
 * @import { Held } from "./gathered.js"
 * @import { Concept, Matter } from "./matter.js"
 */

const OFTENER = 4; // times that both neighbours of a pair stand where it is no word
const JOINT = 0.2; // what such a pair counts for
const RARER = 2; // at most what it counts for, beside other words, that a rare one was typed
const ALIKE = 1.5; // times that one pair of a word stands oftener than the next
const LONGER = 0.4; // what each further character of a word adds

/** @type {(helds: Held[]) => number} */
export const size = (helds) => helds.reduce((sum, { count }) => sum + count, 0);

/**
 * What each concept counts for, and each word of it, which may be rarer and so tell more than all together that say
 * the same: the rarer the more; nothing where no document has it.
 * @param {Held[]} helds
 * @param {Concept[]} concepts
 * @returns {{worth: number[], own: number[][]}}
 */
export function rarity(helds, concepts) {
  const count = size(helds);
  const having = concepts.map(({ words, first }) => {
    const standing = words.filter((word) => helds.some(({ holdings }) => holdings.get(word)?.found));
    if (first) words.splice(0, words.length, ...(standing[0] === words[0] ? standing.slice(0, 1) : standing));
    return helds.reduce((sum, held) => sum + union(held, words), 0);
  });
  const chained = chains(concepts, having);
  const factors = concepts.map(({ factor }, n) => factor * chained[n] * (joint(concepts, having, n) ? JOINT : 1));
  const counts = (/** @type {number} */ n, /** @type {number} */ found) => (found ? factors[n] * Math.log(1 + count / found) : 0);
  const worth = having.map((found, n) => counts(n, found));
  const alone = (/** @type {string} */ word) => helds.reduce((sum, { holdings }) => sum + (holdings.get(word)?.found ?? 0), 0);
  return { worth, own: concepts.map(({ words }, n) => words.map((word) => Math.min(RARER * worth[n], counts(n, alone(word))))) };
}

/**
 * What each pair counts for of a word that no table knows: all of them together as much as a known word of that length.
 * @param {Concept[]} concepts
 * @param {number[]} having
 */
function chains(concepts, having) {
  const shares = concepts.map(() => 1);
  let from = 0;
  for (let n = 1; n <= concepts.length; n += 1) {
    if (n < concepts.length && together(concepts[n - 1], concepts[n], having[n - 1], having[n])) continue;
    for (let at = from; n - from > 1 && at < n; at += 1) shares[at] = (1 + LONGER * (n - from - 1)) / (n - from);
    from = n;
  }
  return shares;
}

/** @type {(pair: Concept, next: Concept, having: number, more: number) => boolean} whether two pairs are of one unknown word */
const together = (pair, next, having, more) =>
  Boolean(pair.first && next.first && pair.factor === 1 && next.factor === 1 && pair.length === 2 && next.length === 2 && next.at === pair.at + 1)
  && more > 0 && Math.max(having, more) <= ALIKE * Math.min(having, more);

/**
 * Whether a pair is rare only because one word ends in it and the next begins, 车办 in 停车办法.
 * @param {Concept[]} concepts
 * @param {number[]} having
 * @param {number} n
 */
function joint(concepts, having, n) {
  const { at, length, first } = concepts[n];
  if (!first || length !== 2) return false;
  const often = (/** @type {number} */ place) => concepts.some((other, i) => other.at === place && other.length === 2 && having[i] > OFTENER * having[n]);
  return often(at - 1) && often(at + 1);
}

/** @type {(held: Held, words: string[]) => number} documents that have any of the words */
function union({ holdings, count }, words) {
  const found = words.flatMap((word) => holdings.get(word) ?? []).filter((holding) => holding.found);
  if (found.length < 2) return found[0]?.found ?? 0;
  const seen = new Uint8Array(count);
  let sum = 0;
  for (const documents of found.map(documentsOf)) {
    for (let i = 0; i < documents.length; i += 1) if (!seen[documents[i]]) sum += seen[documents[i]] = 1;
  }
  return sum;
}

/**
 * Characters of the query that nothing found accounts for; what a character may be short for is only a guess.
 * @param {Matter} matter
 * @param {number[]} worth
 */
export function unheld({ plain, concepts, places }, worth) {
  const sure = concepts.filter(({ words, first }, n) => worth[n] && (!first || plain.includes(words[0] ?? "")));
  return places.filter((place) => !sure.some(({ at, length }) => at <= place && place < at + length)).length;
}
