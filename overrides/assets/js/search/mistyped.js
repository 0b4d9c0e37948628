// What a query was meant for that stands nowhere, or only by chance: what is read or looks as it does is asked in its
// place; else other writings are offered, and what holds them stands before all that is only near. Only loaded then.
import { FITTING, merged, weigh } from "./hits.js";
import { byChance } from "./misread.js";
import { normalise } from "./normalise.js";
import { offers, sounded } from "./spelling.js";
import { top } from "./top.js";

/**
 * @import { Asking } from "./asking.js"
 * @import { Weights } from "./ranking.js"
 * @import { Found, Search } from "./search.js"
 * @import { Meant } from "./spelling.js"
 * @import { Tables } from "./wording.js"
 * @typedef {object} Doubt
 * @property {Found} found what was found
 * @property {any[]} [doubted] what was typed, where no document holds it
 * @property {boolean} short whether it is a word that may stand on the site by chance only
 * @property {boolean} again whether it is what was meant by another that was mistyped
 * @property {Promise<string | null> | null} [suspected] what is read or looks as it does, where that is looked for already
 */

const NEAR = 50; // documents that are only near
const WORD = 4; // characters of a word
const BEFORE = 1000; // what holds other writings stands before those that hold pieces

/**
 * @param {Search} search
 * @param {Asking} asking
 * @param {string} query
 * @param {Tables & {weights: Weights}} tables
 * @param {Doubt} doubt
 * @returns {Promise<Found>}
 */
export async function mistyped(search, asking, query, tables, { found, doubted, short, again, suspected }) {
  const { shards } = search;
  const plain = normalise(query);
  const exact = (/** @type {string[]} */ parts) => asking.collect((shard) => shard.exact(parts), false);
  const chance = short && (await byChance(plain, await exact([plain])));
  if (!doubted?.length && !chance) return found;
  const pinyin = await search.pinyin().catch(() => null);
  const stands = async (/** @type {string} */ part) => (!chance || part !== plain) && (await Promise.all(shards.map((shard) => shard.stands?.(part)))).some(Boolean);
  const count = async (/** @type {string} */ part) => {
    const held = await Promise.all(shards.flatMap((shard) => shard.held?.([part]) ?? []));
    return held.reduce((sum, { holdings }) => sum + (holdings.get(part)?.found ?? 0), 0);
  };
  const begun = chance ? null : await suspected;
  const other = (found.approximate || chance) && !again ? (begun ?? (await sounded(plain, stands, pinyin, known(search, tables)))) : "";
  if (other) {
    const meant = await search.all(asking, other, tables, true);
    if (meant.hits.length) return { ...meant, approximate: true, instead: [{ query: other, count: meant.hits.length }] };
  }
  return doubted?.length ? before(found, await offers(doubted, { exact, stands, count }, pinyin), tables.weights) : found;
}

/**
 * Looks for what a query is read or looks as that stands nowhere, while it is not known yet whether most of its words do;
 * what holds that is fetched too. Each of the two goes to the server several times. Of a word only how it is read: what
 * looks alike costs many files, and is asked for of few. Null where it is not known.
 * @param {Search} search
 * @param {Asking} asking
 * @param {string} query
 * @param {Tables} tables
 */
export async function suspect(search, { shards, engine }, query, tables) {
  const pinyin = await search.pinyin().catch(() => null);
  const plain = normalise(query);
  if (plain.length <= WORD) {
    await pinyin?.alike(plain);
    return null;
  }
  const stands = async (/** @type {string} */ part) => (await Promise.all(shards.map((shard) => shard.stands?.(part)))).some(Boolean);
  const other = await sounded(plain, stands, pinyin, known(search, tables));
  if (other) for (const shard of shards) shard.foresee?.(engine.asked(other));
  return other;
}

/**
 * The first of some words that people use.
 * @param {Search} search
 * @param {Tables} tables
 */
function known({ words: said }, { aliases }) {
  return async (/** @type {string[]} */ words) => {
    await said?.read(words.join(""));
    return words.find((word) => Object.hasOwn(aliases, word)) ?? "";
  };
}

/**
 * What was found, behind what holds the writings that are offered.
 * @param {Found} found
 * @param {Meant[]} meant
 * @param {Weights} weights
 * @returns {Found}
 */
function before(found, meant, weights) {
  const instead = meant.map(({ query, hits }) => ({ query, count: hits.length }));
  if (!found.approximate) return { ...found, instead };
  for (const { query, hits } of meant) {
    weigh(hits, { query, step: 0, why: "", other: false }, weights);
    for (const hit of hits) hit.score += BEFORE;
  }
  const hits = meant.reduce((all, { hits }) => merged(all, hits), found.hits);
  return { ...found, hits: top(hits, NEAR, FITTING), instead };
}
