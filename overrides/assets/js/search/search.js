// The interface of search in the browser; neither the page nor the tests know which engine answers.
import { excerpt, marked } from "./excerpt.js";
import { fragments, phrases } from "./query.js";
import { load, Shard } from "./shard.js";

/**
 * @import { Card, Described, Facet, Hit } from "./shard.js"
 * @import { Piece } from "./excerpt.js"
 * @typedef {Partial<Record<Facet, string>>} Filters
 * @typedef {Record<Facet, Record<string, number>>} Counts
 * @typedef {{hits: Hit[], approximate: boolean, complete: boolean}} Found
 * @typedef {(found: Found) => Promise<void>} Told
 * @typedef {object} Result one document as it is shown
 * @property {string} url
 * @property {string} type
 * @property {string} unit
 * @property {string} status
 * @property {string} date
 * @property {Piece[]} title
 * @property {Piece[]} number
 * @property {Piece[]} excerpt
 * @typedef {object} Answer
 * @property {number} count
 * @property {Counts} facets
 * @property {Result[]} results
 * @property {boolean} approximate
 * @property {boolean} complete
 * @typedef {object} Options
 * @property {string} [order] "date", or what fits best first
 * @property {number} [offset]
 * @property {number} [limit]
 * @property {(answer: Answer) => void} [onPartial]
 * @property {AbortSignal} [signal]
 */

/** @type {Facet[]} */
const FACETS = ["type", "unit", "year", "status"];
/** @type {(a: Hit, b: Hit) => number} */
const NEWEST = (a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0);
/** @type {(a: Hit, b: Hit) => number} */
const FITTING = (a, b) => (b.score ?? 0) - (a.score ?? 0) || NEWEST(a, b);
const NEAR = 50; // how many documents that are only near are worth showing

export class Search {
  /**
   * `root` is the absolute URL of the folder that holds shards.json.
   * @param {string | URL} root
   */
  constructor(root) {
    this.root = new URL(root);
    /** @type {Map<string, Found>} */
    this.answers = new Map();
    /** @type {Shard[]} */
    this.shards = [];
    /** @type {Promise<any> | null} */
    this.head = null;
  }

  /** {shards, facets}: what there is altogether; read once, again after a failure. */
  async overview() {
    this.head ??= load(new URL("shards.json", this.root), { cache: "no-cache" });
    try {
      /** @type {{shards: Described[], facets: Counts}} */
      const { shards, facets } = await this.head;
      if (!this.shards.length) this.shards = shards.map((each) => new Shard(this.root, each, shards[0]));
      return { facets, count: shards.reduce((sum, { count }) => sum + count, 0) };
    } catch (error) {
      this.head = null;
      throw error;
    }
  }

  /**
   * Looks for `query` among documents whose type, unit, year and status are as in `filters`.
   * Gives {count, facets, results, approximate, complete}; facets are {type: {value: count}}, each
   * counted with the other filters applied. `onPartial` gets the same after each shard but the last.
   * @param {string} query
   * @param {Filters} [filters]
   * @param {Options} [options]
   * @returns {Promise<Answer>}
   */
  async search(query, filters = {}, { order = "", offset = 0, limit = 10, onPartial, signal } = {}) {
    await this.overview();
    const wanted = phrases(query);
    const show = (/** @type {Found} */ answer) => present(answer, wanted, filters, { order, offset, limit });
    const key = JSON.stringify(wanted);
    const known = this.answers.get(key);
    if (known) return show(known);
    const partial = onPartial && (async (/** @type {Found} */ answer) => onPartial(await show(answer)));
    const answer = await this.ask(wanted, FACETS.some((name) => filters[name]), partial, signal);
    if (wanted.length) {
      this.answers.clear();
      this.answers.set(key, answer);
    }
    return show(answer);
  }

  /**
   * Every hit, shard by shard from the newest; near ones only when there is no exact one anywhere.
   * @param {string[][]} wanted
   * @param {boolean} filtered
   * @param {Told | undefined} onPartial
   * @param {AbortSignal} [signal]
   * @returns {Promise<Found>}
   */
  async ask(wanted, filtered, onPartial, signal) {
    const everything = !wanted.length && filtered;
    if (!wanted.length && !everything) return { hits: [], approximate: false, complete: true };
    /** @type {(shard: Shard) => Promise<Hit[]>} */
    const find = everything ? (shard) => shard.documents() : (shard) => shard.exact(wanted);
    const hits = await this.collect(find, false, onPartial, signal);
    if (hits.length || everything) return { hits, approximate: false, complete: true };
    const near = await this.collect((shard) => shard.loose(wanted), true, onPartial, signal);
    return { hits: near.sort(FITTING).slice(0, NEAR), approximate: true, complete: true };
  }

  /**
   * @param {(shard: Shard) => Promise<Hit[]>} find
   * @param {boolean} approximate
   * @param {Told | undefined} onPartial
   * @param {AbortSignal} [signal]
   */
  async collect(find, approximate, onPartial, signal) {
    /** @type {Hit[]} */
    const hits = [];
    for (const shard of this.shards) {
      signal?.throwIfAborted();
      hits.push(...(await find(shard)));
      signal?.throwIfAborted();
      if (onPartial && shard !== this.shards.at(-1) && hits.length) {
        await onPartial({ hits, approximate, complete: false });
      }
    }
    return hits;
  }
}

/**
 * @param {Found} found
 * @param {string[][]} wanted
 * @param {Filters} filters
 * @param {{order: string, offset: number, limit: number}} options
 * @returns {Promise<Answer>}
 */
async function present({ hits, approximate, complete }, wanted, filters, { order, offset, limit }) {
  const chosen = hits.filter((hit) => FACETS.every((name) => fits(hit, name, filters)));
  chosen.sort(order === "date" || !wanted.length ? NEWEST : FITTING);
  const words = approximate ? fragments(wanted) : wanted;
  const page = chosen.slice(offset, offset + limit);
  const results = await Promise.all(page.map(async (hit) => result(await hit.shard.card(hit.id), words)));
  return { count: chosen.length, facets: counts(hits, filters), results, approximate, complete };
}

/**
 * @param {Card} card
 * @param {string[][]} words
 * @returns {Result}
 */
function result({ url, title, number, type, unit, status, date, text }, words) {
  return {
    url, type, unit, status, date,
    title: marked(title, words),
    number: marked(number, words),
    excerpt: excerpt(text, words),
  };
}

/** @type {(hit: Hit, name: Facet, filters: Filters) => boolean} */
const fits = (hit, name, filters) => !filters[name] || hit[name] === filters[name];

/**
 * @param {Hit[]} hits
 * @param {Filters} filters
 */
function counts(hits, filters) {
  /** @type {Counts} */
  const facets = { type: {}, unit: {}, year: {}, status: {} };
  for (const hit of hits) {
    for (const name of FACETS) {
      const others = FACETS.every((other) => other === name || fits(hit, other, filters));
      if (others && hit[name]) facets[name][hit[name]] = (facets[name][hit[name]] ?? 0) + 1;
    }
  }
  return facets;
}
