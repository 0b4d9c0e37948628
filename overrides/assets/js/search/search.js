// The interface of search in the browser; neither the page nor the tests know which engine answers.
import { excerpt, marked } from "./excerpt.js";
import * as grams from "./grams.js";
import { load } from "./load.js";
import { folded, hinted, score, standing } from "./ranking.js";
import { top } from "./top.js";
import { columns, expand } from "./wording.js";

/**
 * @import { Piece, Place } from "./excerpt.js"
 * @import { Match } from "./rank.js"
 * @import { Weights } from "./ranking.js"
 * @import { Tables, Variant } from "./wording.js"
 * @typedef {"type" | "unit" | "year" | "status" | "topic" | "audience"} Facet
 * @typedef {{path: string, tag: string, count: number}} Described a shard as shards.json has it
 * @typedef {Record<Facet, string[]> & {id: string, shard: Shard, date: string, title: number, number: number,
 *     numberAt: number}} Row a document: lengths of title and 发文字号, and where the latter begins, as rank.js wants them
 * @typedef {Row & {partial: boolean, score: number, matches?: Match[]}} Hit partial: found only as part of a longer
 *     number or word; score: what the engine makes of it, until the weights are known
 * @typedef {Record<"url" | "title" | "number" | "type" | "unit" | "status" | "date" | "text" | "extra", string>} Card
 * @typedef {object} Shard documents that are indexed together
 * @property {URL} url its folder
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
 * @typedef {{hits: Hit[], approximate: boolean, complete: boolean, wanted?: any[], said?: string[]}} Found wanted: all
 *     that was looked for; said: the other words among it
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
 * @property {{label: string, address: string}[]} columns those that the query names
 * @property {string[]} said words that were looked for beside those typed
 * @property {number} folded how many documents for officials are left out of it
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
const ENOUGH = 3; // documents that one step of a query must have found
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
    /** @type {(Tables & {weights: Weights}) | null} words and weights, where the index comes with them */
    this.tables = null;
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
    const [engine, tables] = await Promise.all([ENGINES[head.engine](), head.words ? load(new URL(head.words, this.root)) : null]);
    this.tables = tables;
    return [head, engine];
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
    const led = this.tables && query.trim() ? columns(query, this.tables) : [];
    const show = async (/** @type {Found} */ answer) =>
      ({ ...(await present(answer, engine, wanted, filters, { order, offset, limit, weights: this.tables?.weights })), columns: led });
    const key = JSON.stringify(wanted);
    const known = this.answers.get(key);
    if (known) return show(known);
    const partial = onPartial && (async (/** @type {Found} */ answer) => onPartial(await show(answer)));
    const answer = this.tables && wanted.length
      ? await this.askAll(expand(query, this.tables), this.tables.weights, engine, partial, signal)
      : await this.ask(wanted, FACETS.some((name) => filters[name]), partial, signal);
    if (wanted.length) {
      this.answers.clear();
      this.answers.set(key, answer);
    }
    return show(answer);
  }

  /**
   * What was typed and what it may stand for, step by step until something is found; then what is near the last.
   * @param {Variant[]} variants
   * @param {Weights} weights
   * @param {Engine} engine
   * @param {Told | undefined} onPartial
   * @param {AbortSignal} [signal]
   * @returns {Promise<Found>}
   */
  async askAll(variants, weights, engine, onPartial, signal) {
    /** @type {Hit[]} */
    let hits = [];
    const said = [];
    const wanted = [];
    for (const step of new Set(variants.map((variant) => variant.step))) {
      if (hits.length >= ENOUGH) break;
      const asked = variants.filter((variant) => variant.step === step);
      for (const variant of asked) {
        const parts = engine.asked(variant.query);
        if (!parts.length) continue;
        const found = await this.collect((shard) => shard.exact(parts), false, undefined, signal);
        if (!found.length) continue;
        weigh(found, variant, weights);
        hits = hits.length ? merged(hits, found) : found;
        wanted.push(...parts);
        if (variant !== variants[0]) said.push(variant.query);
        if (onPartial && asked.length > 1) await onPartial({ hits, approximate: false, complete: false, wanted });
      }
    }
    if (hits.length) return { hits, approximate: false, complete: true, wanted: [...new Set(wanted)], said };
    const last = engine.asked(variants.filter(({ other }) => !other).at(-1)?.query ?? "");
    const near = await this.near(last, onPartial, signal);
    const newest = newestOf(near.hits);
    for (const hit of near.hits) hit.score *= standing(hit, weights, newest);
    return { ...near, wanted: last };
  }

  /**
   * @param {any[]} wanted
   * @param {Told | undefined} onPartial
   * @param {AbortSignal} [signal]
   * @returns {Promise<Found>}
   */
  async near(wanted, onPartial, signal) {
    const near = await this.collect((shard) => shard.loose(wanted), true, onPartial, signal);
    return { hits: top(near, NEAR, FITTING), approximate: true, complete: true };
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
    return this.near(wanted, onPartial, signal);
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
 * @param {{order: string, offset: number, limit: number, weights?: Weights}} options
 * @returns {Promise<Omit<Answer, "columns">>}
 */
async function present({ hits, approximate, complete, ...asked }, engine, wanted, filters, { order, offset, limit, weights }) {
  const set = FACETS.filter((name) => filters[name]);
  const fitting = set.length ? hits.filter((hit) => set.every((name) => fits(hit, name, filters))) : hits;
  const readers = weights && !filters.type && wanted.length ? fitting.filter((hit) => !folded(hit, weights)) : fitting;
  const chosen = readers.length ? readers : fitting;
  const first = top(chosen, offset + limit, order === "date" || !wanted.length ? NEWEST : FITTING);
  const places = (/** @type {string} */ text) => engine.places(text, asked.wanted ?? wanted, approximate);
  const results = await Promise.all(first.slice(offset).map(async (hit) => result(await hit.shard.card(hit.id), places)));
  const partial = chosen.reduce((sum, hit) => sum + Number(hit.partial), 0);
  const apart = fitting.length - chosen.length;
  return { count: chosen.length, partial, facets: counts(hits, filters), results, approximate, complete, said: asked.said ?? [], folded: apart };
}

/**
 * How far up each belongs that one writing of the query found.
 * @param {Hit[]} found
 * @param {Variant} variant
 * @param {Weights} weights
 */
function weigh(found, { query, other }, weights) {
  const newest = newestOf(found);
  const meant = hinted(query, weights);
  for (const hit of found) {
    hit.score = score({ ...ranked(hit), matches: hit.matches ?? [], partial: hit.partial, other }, meant, weights, newest);
  }
}

/**
 * What two writings found, each document once, where it stands highest.
 * @param {Hit[]} known
 * @param {Hit[]} more
 */
function merged(known, more) {
  const key = (/** @type {Hit} */ hit) => `${hit.shard.url} ${hit.id}`;
  const hits = new Map(known.map((hit) => [key(hit), hit]));
  for (const hit of more) {
    const before = hits.get(key(hit));
    if (!before || before.score < hit.score) hits.set(key(hit), hit);
  }
  return [...hits.values()];
}

/** @param {Row} row */
function ranked({ type, status, date, title, number, numberAt }) {
  return { type, status, date, title, number, numberAt };
}

/** @param {Hit[]} hits */
function newestOf(hits) {
  return hits.reduce((day, { date }) => (date > day ? date : day), "");
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
