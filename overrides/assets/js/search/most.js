// Documents that hold most of the words of a query, where few hold it as it was typed. Only loaded then.
import { QUESTION } from "./covering.js";
import { gathered } from "./gathered.js";
import { merged } from "./hits.js";
import { matter } from "./matter.js";
import { reread } from "./passages.js";
import { folded } from "./ranking.js";

/**
 * @import { Asking } from "./asking.js"
 * @import { Held } from "./gathered.js"
 * @import { Matter } from "./matter.js"
 * @import { Weights } from "./ranking.js"
 * @import { Found } from "./search.js"
 * @import { Tables, Variant } from "./wording.js"
 */

const NAMED = 5; // characters of what may be the name of a matter of officials, rather than a word for it
const SAID = 4; // other words that the page names

/**
 * Null where nothing has the words; weak where a word stands nowhere and is likely mistyped.
 * @param {Asking} asking
 * @param {string} query
 * @param {Variant[]} variants
 * @param {Tables & {weights: Weights}} tables
 * @param {Found} found what holds the query as it was typed, or in official words
 * @returns {Promise<Found | null>}
 */
export async function most(asking, query, variants, tables, found) {
  const { weights } = tables;
  // a matter of officials that was named in full would be folded away beside anything else
  const long = query.trim().length >= NAMED;
  if (long && found.hits.length && found.hits.every((hit) => folded(hit, weights)) && found.hits.some(({ score }) => score > weights.whole / 2)) return null;
  const about = matter(query, tables);
  if (!about?.concepts.length) return null;
  const helds = await held(asking, about);
  const typed = new Set(found.hits.flatMap((hit) => (hit.other ? [] : key(hit))));
  const { hits: holding, share, words, missing, worth } = gathered(helds, about, tables.weights, (hit) => typed.has(key(hit)));
  const hits = await reread(holding, about, worth, weights, tables.answering);
  const { whole, enough } = tables.weights.matter;
  if (!hits.length) return null;
  const weak = share < enough && !about.asks && !about.tells && !typed.size;
  // of a question words are left out, of words side by side one may be mistyped
  const mistyped = missing && (!about.asks || /\s/.test(about.plain.trim()));
  if (weak || ((share < whole || mistyped) && !typed.size)) {
    return { hits, approximate: true, complete: true, wanted: mistyped ? asking.typed(variants) : words, weak, meant: !weak && !mistyped };
  }
  // whose whole title or number was typed stays before all others
  const rest = found.hits.map((hit) => Object.assign(hit, { score: hit.score < tables.weights.whole / 2 ? 0 : hit.score }));
  const said = words.filter((word) => !about.plain.includes(word)).slice(0, SAID);
  const doubted = !typed.size && (!about.asks || mistyped) ? asking.typed(variants) : undefined;
  return { hits: rest.length ? merged(rest, hits) : hits, approximate: false, complete: true, wanted: words, said, doubted };
}

/** @type {(hit: {shard: {url: URL}, id: string}) => string} */
const key = ({ shard, id }) => `${shard.url}${id}`;

/**
 * Where the words stand; those that are only there in case another stands nowhere are asked for last.
 * @param {Asking} asking
 * @param {Matter} about
 * @returns {Promise<Held[]>}
 */
async function held({ shards, signal }, { concepts }) {
  const ask = async (/** @type {string[]} */ words) => {
    const found = await Promise.all(shards.flatMap((shard) => shard.held?.([...new Set(words)]) ?? []));
    signal?.throwIfAborted();
    return found;
  };
  const helds = await ask([QUESTION, ...concepts.flatMap(({ words, first }) => (first ? words.slice(0, 1) : words))]);
  const absent = concepts.filter(({ words, first }) => first && !helds.some(({ holdings }) => holdings.get(words[0])?.found));
  const others = absent.flatMap(({ words }) => words.slice(1));
  if (others.length) (await ask(others)).forEach(({ holdings }, n) => holdings.forEach((holding, word) => helds[n].holdings.set(word, holding)));
  return helds;
}
