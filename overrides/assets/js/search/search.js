// The interface of search in the browser; neither the page nor the tests know which engine answers.
import { excerpt, marked } from "./excerpt.js";
import { fragments, phrases } from "./query.js";
import { load, Shard } from "./shard.js";

const FACETS = ["type", "unit", "year", "status"];
const NEWEST = (a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0);
const FITTING = (a, b) => b.score - a.score || NEWEST(a, b);
const NEAR = 50; // how many documents that are only near are worth showing

export class Search {
  /** `root` is the absolute URL of the folder that holds shards.json. */
  constructor(root) {
    this.root = new URL(root);
    this.answers = new Map();
  }

  /** {shards, facets}: what there is altogether; read once, again after a failure. */
  async overview() {
    this.head ??= load(new URL("shards.json", this.root), { cache: "no-cache" });
    try {
      const { shards, facets } = await this.head;
      this.shards ??= shards.map((shard) => new Shard(this.root, shard, shards[0]));
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
   */
  async search(query, filters = {}, { order = "", offset = 0, limit = 10, onPartial, signal } = {}) {
    await this.overview();
    const wanted = phrases(query);
    const show = (answer) => present(answer, wanted, filters, { order, offset, limit });
    const key = JSON.stringify(wanted);
    if (!this.answers.has(key)) {
      const partial = onPartial && (async (answer) => onPartial(await show(answer)));
      const answer = await this.ask(wanted, FACETS.some((name) => filters[name]), partial, signal);
      if (!wanted.length) return show(answer);
      this.answers.clear();
      this.answers.set(key, answer);
    }
    return show(this.answers.get(key));
  }

  /** Every hit, shard by shard from the newest; near ones only when there is no exact one anywhere. */
  async ask(wanted, filtered, onPartial, signal) {
    const everything = !wanted.length && filtered;
    if (!wanted.length && !everything) return { hits: [], approximate: false, complete: true };
    const find = everything ? (shard) => shard.documents() : (shard) => shard.exact(wanted);
    const hits = await this.collect(find, false, onPartial, signal);
    if (hits.length || everything) return { hits, approximate: false, complete: true };
    const near = await this.collect((shard) => shard.loose(wanted), true, onPartial, signal);
    return { hits: near.sort(FITTING).slice(0, NEAR), approximate: true, complete: true };
  }

  async collect(find, approximate, onPartial, signal) {
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

async function present({ hits, approximate, complete }, wanted, filters, { order, offset, limit }) {
  const chosen = hits.filter((hit) => FACETS.every((name) => fits(hit, name, filters)));
  chosen.sort(order === "date" || !wanted.length ? NEWEST : FITTING);
  const words = approximate ? fragments(wanted) : wanted;
  const page = chosen.slice(offset, offset + limit);
  const results = await Promise.all(page.map(async (hit) => result(await hit.shard.card(hit.id), words)));
  return { count: chosen.length, facets: counts(hits, filters), results, approximate, complete };
}

function result({ url, title, number, type, unit, status, date, text }, words) {
  return {
    url, type, unit, status, date,
    title: marked(title, words),
    number: marked(number, words),
    excerpt: excerpt(text, words),
  };
}

const fits = (hit, name, filters) => !filters[name] || hit[name] === filters[name];

function counts(hits, filters) {
  const facets = Object.fromEntries(FACETS.map((name) => [name, {}]));
  for (const hit of hits) {
    for (const name of FACETS) {
      const others = FACETS.every((other) => other === name || fits(hit, other, filters));
      if (others && hit[name]) facets[name][hit[name]] = (facets[name][hit[name]] ?? 0) + 1;
    }
  }
  return facets;
}
