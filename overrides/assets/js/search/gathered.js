// Documents that hold most of what a query is about, the best first: rare words count for more, those in the title
// most. Pure, with all numbers as data (ranking.json).
import { MOST, covered } from "./covering.js";
import { newestOf } from "./hits.js";
import { rarity, size, unheld } from "./rarity.js";
import { Scale, hinted } from "./ranking.js";
import { top } from "./top.js";

/**
 * @import { Matter } from "./matter.js"
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
 * @typedef {{hits: Hit[], share: number, words: string[], missing: number, worth: number[]}} Gathered share: how much of the query the best one holds;
 *     words: those that were found; missing: characters that nothing found accounts for; worth: what each concept counts for
 */

const ANSWER = "问答"; // the type whose titles ask
const PAIR = 2; // characters that stand nowhere weigh as a pair would that hardly any document has
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
  const { worth, own } = rarity(helds, concepts);
  const sum = worth.reduce((all, each, n) => all + (concepts[n].titled ? 0 : each), 0);
  if (!sum) return { hits: [], share: 0, words: [], missing: matter.places.length, worth };
  const missing = unheld(matter, worth);
  const last = newestOf(helds.flatMap((held) => (held.count ? [held.hit(held.count - 1)] : [])));
  const all = helds.flatMap((held) => covered(held, concepts, worth, own, last, weights));
  const best = top(all, MOST, (a, b) => b.cover - a.cover);
  const hits = best.map((each) => weighed(each, sum, literal, weights));
  const scale = new Scale(weights, newestOf(hits));
  const meant = hinted(matter.plain, weights);
  for (const hit of hits) hit.score *= scale.standing(hit) ** weights.matter.standing * kind(hit, meant, matter, weights);
  const least = weights.matter.least * Math.max(0, ...hits.map((hit) => hit.score));
  const share = Math.max(0, ...best.map(({ presence }) => presence)) / (sum + (missing / PAIR) * Math.log(1 + size(helds)));
  const words = concepts.filter(({ factor }) => factor >= 0.5).flatMap((concept) => concept.words).filter((word) => helds.some(({ holdings }) => holdings.get(word)?.found));
  return { hits: top(hits.filter(({ score }) => score >= least), SHOWN, (a, b) => b.score - a.score), share, words: [...new Set(words)], missing, worth };
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
