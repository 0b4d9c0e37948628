// One question put to all shards: step by step, shard by shard, what was found told on the way.
import { FITTING, merged, newestOf, weigh } from "./hits.js";
import { standing } from "./ranking.js";
import { top } from "./top.js";

/**
 * @import { Weights } from "./ranking.js"
 * @import { Engine, Found, Hit, Shard, Told } from "./search.js"
 * @import { Variant } from "./wording.js"
 */

const NEAR = 50; // how many documents that are only near are worth showing
const ENOUGH = 3; // documents that one step of a query must have found
const SLICE = 30; // milliseconds of work after which the page may do something else

export class Asking {
  /**
   * @param {Shard[]} shards
   * @param {Engine} engine
   * @param {Told} [tell] gets what was found so far
   * @param {AbortSignal} [signal]
   */
  constructor(shards, engine, tell, signal) {
    this.shards = shards;
    this.engine = engine;
    this.tell = tell;
    this.signal = signal;
  }

  /**
   * What was typed and what it may stand for, step by step until something is found; then what is near the last.
   * @param {Variant[]} variants
   * @param {Weights} weights
   * @returns {Promise<Found>}
   */
  async all(variants, weights) {
    /** @type {Hit[]} */
    let hits = [];
    const said = [];
    const wanted = [];
    for (const step of new Set(variants.map((variant) => variant.step))) {
      if (hits.length >= ENOUGH) break;
      const asked = variants.filter((variant) => variant.step === step);
      for (const variant of asked) {
        const parts = this.engine.asked(variant.query);
        if (!parts.length) continue;
        const found = await this.collect((shard) => shard.exact(parts), false);
        if (!found.length) continue;
        weigh(found, variant, weights);
        hits = hits.length ? merged(hits, found) : found;
        wanted.push(...parts);
        if (variant !== variants[0]) said.push(variant.query);
        if (this.tell && asked.length > 1) await this.tell({ hits, approximate: false, complete: false, wanted });
      }
    }
    if (hits.length) return { hits, approximate: false, complete: true, wanted: [...new Set(wanted)], said };
    const last = this.engine.asked(variants.filter(({ other }) => !other).at(-1)?.query ?? "");
    const near = await this.near(last);
    const newest = newestOf(near.hits);
    for (const hit of near.hits) hit.score *= standing(hit, weights, newest);
    return { ...near, wanted: last };
  }

  /**
   * @param {any[]} wanted
   * @returns {Promise<Found>}
   */
  async near(wanted) {
    const near = await this.collect((shard) => shard.loose(wanted), true, this.tell);
    return { hits: top(near, NEAR, FITTING), approximate: true, complete: true };
  }

  /**
   * Every hit, shard by shard from the newest; near ones only when there is no exact one anywhere.
   * @param {any[]} wanted
   * @param {boolean} filtered
   * @returns {Promise<Found>}
   */
  async one(wanted, filtered) {
    const everything = !wanted.length && filtered;
    if (!wanted.length && !everything) return { hits: [], approximate: false, complete: true };
    /** @type {(shard: Shard) => Promise<Hit[]>} */
    const find = everything ? (shard) => shard.documents() : (shard) => shard.exact(wanted);
    const hits = await this.collect(find, false, this.tell);
    if (hits.length || everything) return { hits, approximate: false, complete: true };
    return this.near(wanted);
  }

  /**
   * @param {(shard: Shard) => Promise<Hit[]>} find
   * @param {boolean} approximate
   * @param {Told} [tell]
   */
  async collect(find, approximate, tell) {
    /** @type {Hit[]} */
    const hits = [];
    let begun = performance.now();
    const finding = this.shards.map((shard) => find(shard));
    for (const each of finding) each.catch(() => {}); // told when its turn comes
    for (const [n, shard] of this.shards.entries()) {
      for (const hit of await finding[n]) hits.push(hit);
      if (performance.now() - begun > SLICE) await new Promise((go) => setTimeout(go));
      begun = performance.now();
      this.signal?.throwIfAborted();
      if (tell && shard !== this.shards.at(-1) && hits.length) {
        await tell({ hits, approximate, complete: false });
      }
    }
    return hits;
  }
}
