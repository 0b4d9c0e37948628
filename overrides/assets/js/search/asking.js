// One question put to all shards: step by step, shard by shard, what was found told on the way.
import { FITTING, merged, newestOf, weigh } from "./hits.js";
import { Scale, folded } from "./ranking.js";
import { top } from "./top.js";

/**
 * @import { Weights } from "./ranking.js"
 * @import { Engine, Found, Hit, Shard, Told } from "./search.js"
 * @import { Variant } from "./wording.js"
 */

const SHORTEST = 4; // characters of a matter and of a type
const NEAR = 50; // how many documents that are only near are worth showing
const ENOUGH = 3; // documents that one step of a query must have found
const NAME = 10; // characters that hardly stand anywhere but where they are meant: a title, a company
const SHOWN = 10; // of what has been told so many are enough to read until all is known
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
    this.shown = 0; // how many were told of last
    /** @type {Told | undefined} */
    this.tell = tell && ((found) => tell(found).then(() => void (this.shown = found.hits.length)));
    this.signal = signal;
    /** @type {(() => void) | null} begins what is needed where few hold a query, as soon as that is likely */
    this.unsure = null;
  }

  /**
   * What was typed and what it may stand for, step by step until something is found; then what is near the last.
   * @param {Variant[]} variants
   * @param {Weights} weights
   * @param {(found: Found) => Promise<Found | null>} [most] gives documents that hold most of the words
   * @returns {Promise<Found>}
   */
  async all(variants, weights, most) {
    /** @type {Found} */
    const found = { hits: [], approximate: false, complete: false, wanted: [], said: [] };
    const [first, ...later] = [...new Set(variants.map((variant) => variant.step))];
    await this.step(found, variants.filter((variant) => variant.step === first), weights);
    const few = this.few(found, weights, variants[0]?.query);
    // what was found is read while others are looked for
    if (few && found.hits.length > this.shown) await this.tell?.({ ...found, hits: [...found.hits] });
    const near = most && few ? await most(found) : null;
    if (near && !near.weak) return near;
    for (const step of later) {
      if (!this.few(found, weights, variants[0]?.query)) break;
      await this.step(found, variants.filter((variant) => variant.step === step), weights);
    }
    if (!found.hits.length) {
      const nearest = await this.nearest(variants, weights);
      return nearest.hits.length || !near ? nearest : near;
    }
    const typed = found.typed ?? 0; // told where other words found most of it
    return { ...found, complete: true, wanted: [...new Set(found.wanted)], typed: typed * 2 < found.hits.length ? typed : undefined };
  }

  /**
   * Whether there is less for readers than one would choose from; other words than those typed may mean something
   * else where no title has them.
   * @param {Found} found
   * @param {Weights} weights
   * @param {string} [query] whose last word may name a type, 停车办法: that is told by the type, and not in the text
   */
  few({ hits }, weights, query = "") {
    if (query.length >= NAME && hits.some(({ other, score }) => !other && (!/\s/.test(query) || score > weights.whole / 2))) return false;
    if (named(query, weights) && !hits.some((hit) => hit.matches.some(({ place }) => place < Infinity))) return true;
    let told = 0;
    for (const hit of hits) {
      const titled = hit.matches.some(({ place }) => place < Infinity);
      if (!folded(hit, weights) && (titled || (!hit.other && !hit.early))) told += 1;
      if (told === ENOUGH) return false;
    }
    return true;
  }

  /**
   * What all writings of a step find.
   * @param {Found} found
   * @param {Variant[]} asked
   * @param {Weights} weights
   */
  async step(found, asked, weights) {
    for (const { query } of asked) for (const shard of this.shards) shard.foresee?.(this.engine.asked(query));
    for (const variant of asked) {
      const added = await this.added(found, variant, weights);
      if (added && this.tell && asked.length > 1) await this.tell(found);
    }
  }

  /**
   * What one writing of the query finds, put to the rest; as long as there is nothing else, told shard by shard.
   * @param {Found} found
   * @param {Variant} variant
   * @param {Weights} weights
   */
  async added(found, variant, weights) {
    const parts = this.engine.asked(variant.query);
    if (!parts.length) return false;
    /** @type {Told} */
    const tell = async (some) => {
      weigh(some.hits, variant, weights);
      await this.tell?.({ ...some, wanted: parts });
    };
    const alone = this.tell && !found.hits.length;
    const hits = await this.collect((shard) => shard.exact(parts), false, alone ? tell : undefined, variant.other ? null : this.unsure);
    if (!hits.length) return false;
    weigh(hits, variant, weights);
    found.hits = found.hits.length ? merged(found.hits, hits) : hits;
    found.wanted?.push(...parts);
    if (variant.why) found.said?.push(variant.query);
    else found.typed = Math.max(found.typed ?? 0, hits.filter((hit) => !folded(hit, weights)).length);
    return true;
  }

  /**
   * What is near the last writing in the words that were typed.
   * @param {Variant[]} variants
   * @param {Weights} weights
   * @returns {Promise<Found>}
   */
  async nearest(variants, weights) {
    const last = this.typed(variants);
    const near = await this.near(last);
    near.hits = near.hits.filter(({ score }) => score >= weights.matter.near);
    const scale = new Scale(weights, newestOf(near.hits));
    for (const hit of near.hits) hit.score *= scale.standing(hit);
    const least = weights.matter.least * Math.max(0, ...near.hits.map((hit) => hit.score));
    return { ...near, hits: near.hits.filter(({ score }) => score >= least), wanted: last };
  }

  /**
   * What was typed, without manners.
   * @param {Variant[]} variants
   */
  typed(variants) {
    return this.engine.asked(variants.filter(({ other }) => !other).at(-1)?.query ?? "");
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
   * @param {(() => void) | null} [empty] called where the newest shard has nothing
   */
  async collect(find, approximate, tell, empty) {
    /** @type {Hit[]} */
    let hits = [];
    let begun = performance.now();
    let told = 0;
    const finding = this.shards.map((shard) => find(shard));
    for (const each of finding) each.catch(() => {}); // told when its turn comes
    for (const [n, shard] of this.shards.entries()) {
      const own = await finding[n];
      hits = hits.length ? hits.concat(own) : own;
      if (!n && !hits.length) empty?.();
      if (performance.now() - begun > SLICE) await new Promise((go) => setTimeout(go));
      begun = performance.now();
      this.signal?.throwIfAborted();
      if (tell && shard !== this.shards.at(-1) && hits.length && told < SHOWN) {
        told = hits.length;
        await tell({ hits, approximate, complete: false });
      }
    }
    return hits;
  }
}

/**
 * Whether a query is a matter with what is wanted of it behind: 停车办法, 房屋租赁规定.
 * @param {string} query
 * @param {Weights} weights
 */
function named(query, { hints }) {
  const plain = query.trim();
  return plain.length >= SHORTEST && Object.keys(hints).some((word) => plain.endsWith(word) && word.length < plain.length);
}
