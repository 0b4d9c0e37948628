// How much of the words of a query each document holds. Pure.
import { EARLY, TITLED, WHOLE, documentsOf } from "./gram-find.js";
import { UNITS } from "./ranking.js";
import { greatest } from "./greatest.js";

/**
 * @import { Held, Weighed } from "./gathered.js"
 * @import { Concept } from "./matter.js"
 * @import { Weights } from "./ranking.js"
 */

/** Ends a title that asks; what stands behind it only says what the question is about. */
export const QUESTION = "?";
const YEAR = /^(?:19|20)\d{2}$/;
/** @type {Record<string, number>} */
const AGO = { 去年: 1, 前年: 2 };
export const MOST = 300; // documents that are weighed against each other
const FIGURES = /^[0-9a-z]+$/; // a part of a longer one means something else

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
 * How much of the query the documents of a shard hold that hold most of it.
 * @param {Held} held
 * @param {Concept[]} concepts
 * @param {number[]} worth
 * @param {number[][]} own what each of the words counts for
 * @param {string} newest day of the newest document
 * @param {Weights} weights
 * @returns {Weighed[]}
 */
export function covered(held, concepts, worth, own, newest, { matter: { early, text, other, caring, about } }) {
  const asks = held.holdings.get(QUESTION)?.first;
  const covers = new Float64Array(held.count);
  const presences = new Float64Array(held.count);
  const bests = new Float64Array(held.count);
  const askings = new Float64Array(held.count);
  concepts.forEach(({ words, titled, named, care }, n) => {
    if (!worth[n]) return;
    const having = words.map((word) => held.holdings.get(word));
    words.forEach((word, i) => {
      const holding = having[i];
      if (!holding) return;
      const needed = (FIGURES.test(word) ? WHOLE : 0) | (titled || named ? TITLED : 0);
      const counts = own[n][i] * (i ? other : 1);
      const unit = care && i === 0;
      const { bits, first } = holding;
      const documents = documentsOf(holding);
      for (let k = 0; k < documents.length; k += 1) {
        const document = documents[k];
        const bit = bits[document];
        if ((bit & needed) !== needed) continue;
        const behind = bit & TITLED && asks?.size && (first.get(document) ?? 0) > (asks.get(document) ?? Infinity);
        const place = bit & TITLED ? (behind ? about : 1) : bit & EARLY ? early : text;
        const value = place * counts * (unit && UNITS.includes(held.hit(document).type[0]) ? caring : 1);
        if (value > bests[document]) bests[document] = value;
      }
    });
    const sums = titled ? askings : presences;
    for (const holding of having) {
      if (!holding) continue;
      const documents = documentsOf(holding);
      for (let k = 0; k < documents.length; k += 1) {
        const document = documents[k];
        if (!bests[document]) continue;
        sums[document] += worth[n];
        if (!titled) covers[document] += bests[document];
        bests[document] = 0; // counted
      }
    }
  });
  concepts.forEach(({ words }, n) => {
    const year = worth[n] ? (words.find((word) => YEAR.test(word)) ?? yearOf(words[0], newest)) : "";
    if (!year) return;
    const { bits } = held.holdings.get(words.find((word) => YEAR.test(word)) ?? words[0]) ?? { bits: [] };
    for (let document = 0; document < held.count; document += 1) {
      if (!covers[document] || bits[document] || !held.hit(document).date.startsWith(year)) continue;
      covers[document] += early * worth[n];
      presences[document] += worth[n];
    }
  });
  // of more, none is among the first of all shards
  return greatest(covers, MOST).map((document) =>
    ({ held, document, cover: covers[document], presence: presences[document], asked: askings[document], titled: () => inTitle(held, concepts, worth, document) }));
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
