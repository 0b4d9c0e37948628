// Documents that hold most of what a query is about, the best first: rare words count for more, those in the title
// most. Pure, with all numbers as data (ranking.json).
import { EARLY, TITLED, WHOLE } from "./gram-find.js";
import { newestOf } from "./hits.js";
import { UNITS, hinted, standing } from "./ranking.js";
import { top } from "./top.js";

/**
 * @import { Concept, Matter } from "./matter.js"
 * @import { Holding } from "./gram-find.js"
 * @import { Weights } from "./ranking.js"
 * @import { Hit } from "./search.js"
 * @typedef {object} Held what one shard has of the words of a query
 * @property {number} count of its documents
 * @property {Map<string, Holding>} holdings by word
 * @property {(document: number) => Hit} hit
 * @typedef {object} Weighed a document and what it has
 * @property {Held} held
 * @property {number} document
 * @property {number} cover of the words, by where they stand
 * @property {number} presence of the words, wherever
 * @property {number} asked of what is asked for, in a title
 * @property {() => number} titled characters of its title that were asked for
 * @typedef {{hits: Hit[], share: number, words: string[], missing: number}} Gathered share: how much of the query the best one holds;
 *     words: those that were found; missing: characters that nothing found accounts for
 */

const ANSWER = "问答"; // the type whose titles ask
const MOST = 300; // documents that are weighed against each other
const PAIR = 2; // characters that stand nowhere weigh as a pair would that hardly any document has
const OFTENER = 4; // times that both neighbours of a pair stand where it is no word
const JOINT = 0.2; // what such a pair counts for
const RARER = 1.3; // at most what it counts for, beside other words, that a rare one was typed
const YEAR = /^(?:19|20)\d{2}$/;
const FIGURES = /^[0-9a-z]+$/; // a part of a longer one means something else
const SHOWN = 50; // that hold only a part

/**
 * @param {Held[]} helds
 * @param {Matter} matter
 * @param {Weights} weights
 * @param {(hit: Hit) => boolean} literal whether a document holds the query as it was typed
 * @returns {Gathered}
 */
export function gathered(helds, matter, weights, literal) {
  const { concepts } = matter;
  const worth = rarity(helds, concepts);
  const sum = worth.reduce((all, each, n) => all + (concepts[n].titled ? 0 : each), 0);
  if (!sum) return { hits: [], share: 0, words: [], missing: matter.places.length };
  const missing = unheld(matter, worth);
  const own = each(helds, concepts, worth);
  const all = helds.flatMap((held) => covered(held, concepts, worth, own, weights));
  const best = top(all, MOST, (a, b) => b.cover - a.cover);
  const hits = best.map((each) => weighed(each, sum, literal, weights));
  const newest = newestOf(hits);
  const meant = hinted(matter.plain, weights);
  for (const hit of hits) hit.score *= standing(hit, weights, newest) ** weights.matter.standing * kind(hit, meant, matter, weights);
  const least = weights.matter.least * Math.max(0, ...hits.map((hit) => hit.score));
  const share = Math.max(0, ...best.map(({ presence }) => presence)) / (sum + (missing / PAIR) * Math.log(1 + size(helds)));
  const words = concepts.filter(({ factor }) => factor >= 0.5).flatMap((concept) => concept.words).filter((word) => helds.some(({ holdings }) => holdings.get(word)?.found));
  return { hits: top(hits.filter(({ score }) => score >= least), SHOWN, (a, b) => b.score - a.score), share, words: [...new Set(words)], missing };
}

/**
 * What it counts for that the query names what a type is for, or that a question was asked.
 * @param {Hit} hit
 * @param {string[]} meant
 * @param {Matter} matter
 * @param {Weights} weights
 */
function kind({ type: [type] }, meant, { asks, tells }, { hint, matter: { asked } }) {
  if (meant.includes(type)) return hint;
  return asks || tells ? (asked[type] ?? 1) : 1;
}

/** @type {(helds: Held[]) => number} */
const size = (helds) => helds.reduce((sum, { count }) => sum + count, 0);

/**
 * What each concept counts for: the rarer the more; nothing where no document has it.
 * @param {Held[]} helds
 * @param {Concept[]} concepts
 */
function rarity(helds, concepts) {
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
function each(helds, concepts, worth) {
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
function unheld({ plain, concepts, places }, worth) {
  const sure = concepts.filter(({ words, first }, n) => worth[n] && (!first || plain.includes(words[0] ?? "")));
  return places.filter((place) => !sure.some(({ at, length }) => at <= place && place < at + length)).length;
}

/**
 * How much of the query each document of a shard holds.
 * @param {Held} held
 * @param {Concept[]} concepts
 * @param {number[]} worth
 * @param {number[][]} own what each of the words counts for
 * @param {Weights} weights
 * @returns {Weighed[]}
 */
function covered(held, concepts, worth, own, { matter: { early, text, other, caring } }) {
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
    const [word] = words;
    for (let document = 0; document < held.count; document += 1) {
      if (!bests[document] && covers[document] && YEAR.test(word) && held.hit(document).date.startsWith(word)) bests[document] = early * own[n][0];
      if (!bests[document]) continue;
      if (titled) askings[document] += worth[n];
      else covers[document] += bests[document];
      if (!titled) presences[document] += worth[n];
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

/**
 * @param {Weighed} each
 * @param {number} sum
 * @param {(hit: Hit) => boolean} literal
 * @param {Weights} weights
 */
function weighed({ held, document, cover, asked, titled }, sum, literal, { matter: { power, share, literal: typed } }) {
  const hit = held.hit(document);
  const part = hit.title ? Math.min(1, titled() / hit.title) : 0;
  const all = cover + (hit.type[0] === ANSWER ? asked : 0);
  hit.score = (all / sum) ** power * (1 + share * part) * (literal(hit) ? typed : 1);
  return hit;
}
