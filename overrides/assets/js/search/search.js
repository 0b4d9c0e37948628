// The interface of search in the browser; neither the page nor the tests know which engine answers.
import { excerpt, marked } from "./excerpt.js";
import * as grams from "./grams.js";
import { load } from "./load.js";
import { top } from "./top.js";

/**
 * @import { Piece, Place } from "./excerpt.js"
 * @typedef {"type" | "unit" | "year" | "status" | "topic" | "audience"} Facet
 * @typedef {{path: string, tag: string, count: number}} Described a shard as shards.json has it
 * @typedef {Record<Facet, string[]> & {id: string, shard: Shard, date: string, title: number, number: number,
 *     numberAt: number}} Row a document: lengths of title and 发文字号, and where the latter begins, as rank.js wants them
 * @typedef {Row & {partial: boolean, score: number}} Hit partial: found only as part of a longer number or word
 * @typedef {Record<"url" | "title" | "number" | "type" | "unit" | "status" | "date" | "text" | "extra", string>} Card
 * @typedef {object} Shard documents that are indexed together
 * @property {() => Promise<Hit[]>} documents all of them, newest first
 * @property {(wanted: any) => Promise<Hit[]>} exact those that hold all that is wanted
 * @property {(wanted: any) => Promise<Hit[]>} loose those that are near it
 * @property {(id: string) => Promise<Card>} card what is shown of one
 * @typedef {object} Engine
 * @property {(query: string) => any[]} asked what is wanted, empty if nothing
 * @property {(text: string, wanted: any, approximate: boolean) => Place[]} places where it stands in a text
 * @property {new (root: URL, described: Described, first: Described) => Shard} Shard
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
 * @property {number} partial how many of them hold it only as part of a longer number or word
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

/** @type {Record<string, () => Promise<Engine>>} */
const ENGINES = { grams: async () => grams, pagefind: () => import("./pagefind.js") };
/** @type {Facet[]} */
export const FACETS = ["type", "unit", "year", "status", "topic", "audience"];
/** @type {(a: Hit, b: Hit) => number} */
const NEWEST = (a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0);
/** @type {(a: Hit, b: Hit) => number} */
const FITTING = (a, b) => b.score - a.score || NEWEST(a, b);
const NEAR = 50; // how many documents that are only near are worth showing
const SLICE = 30; // milliseconds of work after which the page may do something else

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
    /** @type {Engine | null} */
    this.engine = null;
    /** @type {Promise<[any, Engine]> | null} */
    this.head = null;
  }

  /** {shards, facets}: what there is altogether; read once, again after a failure. */
  async overview() {
    this.head ??= this.opened();
    try {
      const [{ shards, facets }, engine] = await this.head;
      this.engine = engine;
      if (!this.shards.length) this.shards = shards.map((/** @type {Described} */ each) => new engine.Shard(this.root, each, shards[0]));
      return { engine, facets, count: shards.reduce((/** @type {number} */ sum, /** @type {Described} */ { count }) => sum + count, 0) };
    } catch (error) {
      this.head = null;
      throw error;
    }
  }

  /** @returns {Promise<[any, Engine]>} */
  async opened() {
    const head = await load(new URL("shards.json", this.root), { cache: "no-cache" });
    return [head, await ENGINES[head.engine]()];
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
    const { engine } = await this.overview();
    const wanted = engine.asked(query);
    const show = (/** @type {Found} */ answer) => present(answer, engine, wanted, filters, { order, offset, limit });
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
   * @param {any[]} wanted
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
    return { hits: top(near, NEAR, FITTING), approximate: true, complete: true };
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
    let begun = performance.now();
    const finding = this.shards.map((shard) => find(shard));
    for (const each of finding) each.catch(() => {}); // told when its turn comes
    for (const [n, shard] of this.shards.entries()) {
      for (const hit of await finding[n]) hits.push(hit);
      if (performance.now() - begun > SLICE) await new Promise((go) => setTimeout(go));
      begun = performance.now();
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
 * @param {Engine} engine
 * @param {any[]} wanted
 * @param {Filters} filters
 * @param {{order: string, offset: number, limit: number}} options
 * @returns {Promise<Answer>}
 */
async function present({ hits, approximate, complete }, engine, wanted, filters, { order, offset, limit }) {
  const set = FACETS.filter((name) => filters[name]);
  const chosen = set.length ? hits.filter((hit) => set.every((name) => fits(hit, name, filters))) : hits;
  const first = top(chosen, offset + limit, order === "date" || !wanted.length ? NEWEST : FITTING);
  const places = (/** @type {string} */ text) => engine.places(text, wanted, approximate);
  const results = await Promise.all(first.slice(offset).map(async (hit) => result(await hit.shard.card(hit.id), places)));
  const partial = chosen.reduce((sum, hit) => sum + Number(hit.partial), 0);
  return { count: chosen.length, partial, facets: counts(hits, filters), results, approximate, complete };
}

/**
 * @param {Card} card
 * @param {(text: string) => Place[]} places
 * @returns {Result}
 */
function result({ url, title, number, type, unit, status, date, text }, places) {
  return {
    url, type, unit, status, date,
    title: marked(title, places(title)),
    number: marked(number, places(number)),
    excerpt: excerpt(text, places(text)),
  };
}

/** @type {(hit: Hit, name: Facet, filters: Filters) => boolean} */
const fits = (hit, name, filters) => !filters[name] || hit[name].includes(filters[name] ?? "");

/**
 * @param {Hit[]} hits
 * @param {Filters} filters
 */
function counts(hits, filters) {
  /** @type {Counts} */
  const facets = { type: {}, unit: {}, year: {}, status: {}, topic: {}, audience: {} };
  const set = FACETS.filter((name) => filters[name]);
  for (const hit of hits) {
    const against = set.filter((name) => !fits(hit, name, filters));
    // what only one filter shuts out is counted for that one
    for (const name of against.length ? (against.length === 1 ? against : []) : FACETS) {
      for (const value of hit[name]) facets[name][value] = (facets[name][value] ?? 0) + 1;
    }
  }
  return facets;
}
