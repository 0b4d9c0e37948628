// What was found, as the page shows it: counted, filtered, in order, each with its excerpt.
import { basisFirst } from "./basis.js";
import { breathe } from "./breathe.js";
import { excerpt, marked } from "./excerpt.js";
import { FACETS } from "./facets.js";
import { FITTING, NEWEST } from "./hits.js";
import { nestedBehind } from "./nested.js";
import { addressOf } from "./place.js";
import { folded } from "./ranking.js";
import { FIGURES, newestOfSeries } from "./series.js";
import { top } from "./top.js";

/**
 * @import { Place } from "./excerpt.js"
 * @import { Weights } from "./ranking.js"
 * @import { Answer, Card, Counts, Engine, Facet, Filters, Found, Hit, Result, Shard } from "./search.js"
 */

export { FACETS };

/**
 * @param {Found} found
 * @param {Engine} engine
 * @param {any[]} wanted
 * @param {Filters} filters
 * @param {{order: string, offset: number, limit: number, weights?: Weights}} options
 * @returns {Promise<Omit<Answer, "columns" | "instead" | "doubted">>}
 */
export async function present({ hits, approximate, complete, ...asked }, engine, wanted, filters, { order, offset, limit, weights }) {
  const set = FACETS.filter((name) => filters[name]);
  const fitting = set.length ? hits.filter((hit) => set.every((name) => fits(hit, name, filters))) : hits;
  const official = (/** @type {Hit} */ hit) => Boolean(weights && folded(hit, weights));
  const readers = !filters.type && wanted.length && fitting.some(official) ? fitting.filter((hit) => !official(hit)) : fitting;
  const chosen = readers.length ? readers : fitting;
  const newest = order === "date" || !wanted.length;
  const first = top(chosen, offset + limit, newest ? NEWEST : FITTING);
  const parts = asked.wanted ?? wanted;
  const places = (/** @type {string} */ text, some = parts) => engine.places(text, some, approximate);
  const shown = first.slice(offset);
  const read = await Promise.all(shown.map((hit) => hit.shard.card(hit.id)));
  const cards = newest ? read : basisFirst(...nestedBehind(read, shown));
  const dated = parts.some((part) => FIGURES.test([part].flat().join(""))); // who names a year means it
  await breathe();
  const results = (dated ? cards : newestOfSeries(cards)).map((card) => result(card, parts, places));
  await breathe();
  let partial = 0;
  for (let n = 0; n < chosen.length; n += 1) if (chosen[n].partial) partial += 1;
  const apart = fitting.length - chosen.length;
  const marks = approximate ? [] : parts.map((part) => [part].flat().join(""));
  return { count: chosen.length, partial, facets: counts(complete ? hits : [], filters), results, approximate, complete, meant: Boolean(asked.meant), typed: set.length ? undefined : asked.typed, said: asked.said ?? [], folded: apart, marks };
}

/**
 * @param {Card} card
 * @param {any[]} parts what was looked for
 * @param {(text: string, some?: any[]) => Place[]} places where all or some of it stands
 * @returns {Result}
 */
function result(card, parts, places) {
  const { title, number, type, unit, status, date, text } = card;
  const [named, numbered, matches] = [title, number, text].map((each) => places(each));
  // who asked for a title in full is told what it is about: the summary stands first
  const whole = parts.every((part) => places(title, [part]).length > 0);
  const there = named.length || numbered.length ? -1 : (matches[0]?.[0] ?? -1);
  return {
    url: addressOf(card, there), type, unit, status, date,
    title: marked(title, named),
    number: marked(number, numbered),
    excerpt: excerpt(text, matches, whole),
  };
}

/** @type {(hit: Hit, name: Facet, filters: Filters) => boolean} */
const fits = (hit, name, filters) => !filters[name] || hit[name].includes(filters[name] ?? "");

/**
 * Hits by their shard; they come shard by shard.
 * @param {Hit[]} hits
 */
function byShard(hits) {
  /** @type {Map<Shard, Hit[]>} */
  const shards = new Map();
  for (let from = 0, to = 1; from < hits.length; from = to, to += 1) {
    const { shard } = hits[from];
    while (to < hits.length && hits[to].shard === shard) to += 1;
    const [before, run] = [shards.get(shard), to - from < hits.length ? hits.slice(from, to) : hits];
    shards.set(shard, before ? before.concat(run) : run);
  }
  return shards;
}

/**
 * @param {Hit[]} hits
 * @param {Filters} filters
 */
function counts(hits, filters) {
  /** @type {Counts} */
  const facets = { type: {}, unit: {}, year: {}, status: {}, topic: {}, audience: {} };
  const set = FACETS.filter((name) => filters[name]);
  const shards = byShard(hits);
  /** @type {(others: Facet[], names: Facet[]) => void} */
  const count = (others, names) => {
    for (const [shard, own] of shards) {
      const fitting = others.length ? own.filter((hit) => others.every((other) => fits(hit, other, filters))) : own;
      shard.count(fitting, names, facets);
    }
  };
  count(set, FACETS.filter((name) => !set.includes(name)));
  // what only its own filter shuts out is counted too
  for (const name of set) count(set.filter((other) => other !== name), [name]);
  return facets;
}
