// What was found, as the page shows it: counted, filtered, in order, each with its excerpt.
import { excerpt, marked } from "./excerpt.js";
import { FITTING, NEWEST } from "./hits.js";
import { folded } from "./ranking.js";
import { top } from "./top.js";

/**
 * @import { Place } from "./excerpt.js"
 * @import { Weights } from "./ranking.js"
 * @import { Answer, Card, Counts, Engine, Facet, Filters, Found, Hit, Result } from "./search.js"
 */

/** @type {Facet[]} */
export const FACETS = ["type", "unit", "year", "status", "topic", "audience"];

/**
 * @param {Found} found
 * @param {Engine} engine
 * @param {any[]} wanted
 * @param {Filters} filters
 * @param {{order: string, offset: number, limit: number, weights?: Weights}} options
 * @returns {Promise<Omit<Answer, "columns">>}
 */
export async function present({ hits, approximate, complete, ...asked }, engine, wanted, filters, { order, offset, limit, weights }) {
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
