// What the words of a query count for, and how much of them each document holds. Pure.
import { EARLY, TITLED, WHOLE } from "./gram-find.js";
import { UNITS } from "./ranking.js";

/**
 * @import { Held, Weighed } from "./gathered.js"
 * @import { Concept, Matter } from "./matter.js"
 * @import { Weights } from "./ranking.js"
 */

const OFTENER = 4; // times that both neighbours of a pair stand where it is no word
const JOINT = 0.2; // what such a pair counts for
const RARER = 1.3; // at most what it counts for, beside other words, that a rare one was typed
const YEAR = /^(?:19|20)\d{2}$/;
/** @type {Record<string, number>} */
const AGO = { 去年: 1, 前年: 2 };
const FIGURES = /^[0-9a-z]+$/; // a part of a longer one means something else

/** @type {(helds: Held[]) => number} */
export const size = (helds) => helds.reduce((sum, { count }) => sum + count, 0);

/**
 * What each concept counts for: the rarer the more; nothing where no document has it.
 * @param {Held[]} helds
 * @param {Concept[]} concepts
 */
export function rarity(helds, concepts) {
  const count = size(helds);
  const having = concepts.map(({ words, first }) => {
    const standing = words.filter((word) => helds.some(({ holdings }) => holdings.get(word)?.found));
    if (first) words.splice(0, words.length, ...(standing[0] === words[0] ? standing.slice(0, 1) : standing));
    return helds.reduce((sum, held) => sum + union(held, words), 0);
  });
  return concepts.map(({ factor }, n) => (having[n] ? (joint(concepts, having, n) ? JOINT : 1) * factor * Math.log(1 + count / having[n]) : 0));
}

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

/**
 * What each word counts for: it may be rarer, and so tell more, than all together that say the same.
 * @param {Held[]} helds
 * @param {Concept[]} concepts
 * @param {number[]} worth
 */
export function each(helds, concepts, worth) {
  return concepts.map(({ words, factor }, n) => {
    const count = size(helds);
    return words.map((word) => {
      const having = helds.reduce((sum, { holdings }) => sum + (holdings.get(word)?.found ?? 0), 0);
      return having ? Math.min(RARER * worth[n], factor * Math.log(1 + count / having)) : 0;
    });
  });
}

/** @type {(held: Held, words: string[]) => number} documents that have any of the words */
function union({ holdings, count }, words) {
  const found = words.flatMap((word) => holdings.get(word) ?? []).filter((holding) => holding.found);
  if (found.length < 2) return found[0]?.found ?? 0;
  let sum = 0;
  for (let document = 0; document < count; document += 1) if (found.some(({ bits }) => bits[document])) sum += 1;
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

/**
 * The year that a word means, "" where it means none.
 * @param {string} word
 * @param {string} newest day of the newest document
 */
function yearOf(word, newest) {
  if (YEAR.test(word)) return word;
  return Object.hasOwn(AGO, word) ? String(Number(newest.slice(0, 4)) - AGO[word]) : "";
}

/**
 * How much of the query each document of a shard holds.
 * @param {Held} held
 * @param {Concept[]} concepts
 * @param {number[]} worth
 * @param {number[][]} own what each of the words counts for
 * @param {string} newest day of the newest document
 * @param {Weights} weights
 * @returns {Weighed[]}
 */
export function covered(held, concepts, worth, own, newest, { matter: { early, text, other, caring } }) {
  const covers = new Float64Array(held.count);
  const presences = new Float64Array(held.count);
  const bests = new Float64Array(held.count);
  const askings = new Float64Array(held.count);
  concepts.forEach(({ words, titled, named, care }, n) => {
    if (!worth[n]) return;
    bests.fill(0);
    words.forEach((word, i) => {
      const figures = FIGURES.test(word);
      const counts = own[n][i] * (i ? other : 1);
      const unit = care && i === 0;
      const { bits } = held.holdings.get(word) ?? { bits: [] };
      for (let document = 0; document < bits.length; document += 1) {
        if (!bits[document] || (figures && !(bits[document] & WHOLE))) continue;
        if ((titled || named) && !(bits[document] & TITLED)) continue;
        const place = bits[document] & TITLED ? 1 : bits[document] & EARLY ? early : text;
        bests[document] = Math.max(bests[document], place * counts * (unit && UNITS.includes(held.hit(document).type[0]) ? caring : 1));
      }
    });
    for (let document = 0; document < held.count; document += 1) {
      if (!bests[document]) continue;
      if (titled) askings[document] += worth[n];
      else covers[document] += bests[document];
      if (!titled) presences[document] += worth[n];
    }
  });
  concepts.forEach(({ words }, n) => {
    const year = worth[n] ? yearOf(words[0], newest) : "";
    if (!year) return;
    const { bits } = held.holdings.get(words[0]) ?? { bits: [] };
    for (let document = 0; document < held.count; document += 1) {
      if (!covers[document] || bits[document] || !held.hit(document).date.startsWith(year)) continue;
      covers[document] += early * worth[n];
      presences[document] += worth[n];
    }
  });
  const found = [];
  for (let document = 0; document < held.count; document += 1) {
    const [cover, presence] = [covers[document], presences[document]];
    if (cover) found.push({ held, document, cover, presence, asked: askings[document], titled: () => inTitle(held, concepts, worth, document) });
  }
  return found;
}

/** @type {(held: Held, concepts: Concept[], worth: number[], document: number) => number} characters of the title that were asked for */
function inTitle({ holdings }, concepts, worth, document) {
  const places = new Set();
  concepts.forEach(({ words, named }, n) => {
    if (!worth[n] || named) return;
    for (const word of words) {
      const first = holdings.get(word)?.first.get(document);
      if (first !== undefined) for (let at = 0; at < word.length; at += 1) places.add(first + at);
    }
  });
  return places.size;
}
