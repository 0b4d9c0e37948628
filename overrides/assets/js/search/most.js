// Documents that hold most of the words of a query, where few hold it as it was typed. Only loaded then.
import { breathe } from "./breathe.js";
import { QUESTION } from "./covering.js";
import { gathered } from "./gathered.js";
import { merged } from "./hits.js";
import { matter } from "./matter.js";
import { READ, reread } from "./passages.js";
import { folded } from "./ranking.js";
import { dayFor } from "./when.js";

/**
 * @import { Asking } from "./asking.js"
 * @import { Gathered, Held } from "./gathered.js"
 * @import { Matter } from "./matter.js"
 * @import { Weights } from "./ranking.js"
 * @import { Found } from "./search.js"
 * @import { Tables, Variant } from "./wording.js"
 */

export { dayFor };

const NAMED = 5; // characters of what may be the name of a matter of officials, rather than a word for it
const SAID = 4; // other words that the page names

export class Most {
  /**
   * @param {Asking} asking
   * @param {string} query
   * @param {Tables & {weights: Weights}} tables
   */
  constructor(asking, query, tables) {
    this.asking = asking;
    this.query = query;
    this.tables = tables;
    this.about = matter(query, tables);
    /** @type {Promise<Held[]> | null} */
    this.reading = null;
    /** @type {Gathered | null} what is found if no document holds the query as it was typed */
    this.guessed = null;
  }

  /**
   * Reads what it will need, before anybody knows whether the query stands anywhere as it was typed.
   * @param {boolean} cards whether that is unlikely, so that the documents are read too
   */
  async begin(cards) {
    if (!this.about?.concepts.length) return;
    const helds = await this.held(this.about);
    await breathe();
    const guessed = (this.guessed = gathered(helds, this.about, this.tables.weights, () => false));
    if (!cards) return;
    for (const hit of guessed.hits.slice(0, READ)) hit.shard.card(hit.id).catch(() => {}); // told when it is asked for
  }

  /** @param {Matter} about */
  held(about) {
    this.reading ??= held(this.asking, about);
    return this.reading;
  }

  /**
   * Null where nothing has the words; weak where a word stands nowhere and is likely mistyped.
   * @param {Variant[]} variants
   * @param {Found} found what holds the query as it was typed, or in official words
   * @returns {Promise<Found | null>}
   */
  async found(variants, found) {
    const { about, asking, query, tables: { weights, answering } } = this;
    // a matter of officials that was named in full would be folded away beside anything else
    const long = query.trim().length >= NAMED;
    if (long && found.hits.length && found.hits.every((hit) => folded(hit, weights)) && found.hits.some(({ score }) => score > weights.whole / 2)) return null;
    if (!about?.concepts.length) return null;
    const helds = await this.held(about);
    const typed = new Set(found.hits.flatMap((hit) => (hit.other ? [] : key(hit))));
    const guessed = typed.size ? null : this.guessed;
    const { hits: holding, share, words, missing, worth } = guessed ?? gathered(helds, about, weights, (hit) => typed.has(key(hit)));
    await breathe();
    const hits = await reread(holding, about, worth, weights, answering);
    const { whole, enough } = weights.matter;
    if (!hits.length) return null;
    const weak = share < enough && !about.asks && !about.tells && !typed.size;
    // of a question words are left out, of words side by side one may be mistyped
    const mistyped = missing && (!about.asks || /\s/.test(about.plain.trim()));
    if (weak || ((share < whole || mistyped) && !typed.size)) {
      return { hits, approximate: true, complete: true, wanted: mistyped ? asking.typed(variants) : words, weak, meant: !weak && !mistyped };
    }
    // whose whole title or number was typed stays before all others
    const rest = found.hits.map((hit) => Object.assign(hit, { score: hit.score < weights.whole / 2 ? 0 : hit.score }));
    const said = words.filter((word) => !about.plain.includes(word)).slice(0, SAID);
    const doubted = !typed.size && (!about.asks || mistyped) ? asking.typed(variants) : undefined;
    return { hits: rest.length ? merged(rest, hits) : hits, approximate: false, complete: true, wanted: words, said, doubted };
  }
}

/** @type {(hit: {shard: {url: URL}, id: string}) => string} */
const key = ({ shard, id }) => `${shard.url}${id}`;

/**
 * Where the words stand; those that are only there in case another stands nowhere are asked for last.
 * @param {Asking} asking
 * @param {Matter} about
 * @returns {Promise<Held[]>}
 */
async function held({ shards, signal }, { concepts, asks, tells }) {
  const ask = async (/** @type {string[]} */ words) => {
    const found = await Promise.all(shards.flatMap((shard) => shard.held?.([...new Set(words)]) ?? []));
    signal?.throwIfAborted();
    return found;
  };
  const helds = await ask([...(asks || tells ? [QUESTION] : []), ...concepts.flatMap(({ words, first }) => (first ? words.slice(0, 1) : words))]);
  const absent = concepts.filter(({ words, first }) => first && !helds.some(({ holdings }) => holdings.get(words[0])?.found));
  const others = absent.flatMap(({ words }) => words.slice(1));
  if (others.length) (await ask(others)).forEach(({ holdings }, n) => holdings.forEach((holding, word) => helds[n].holdings.set(word, holding)));
  return helds;
}
