// The gram index behind the questions that every engine answers: which documents of a shard hold all parts
// of a query, which ones are near it, and the card of each.
import { Cards } from "./gram-cards.js";
import { GramFiles } from "./gram-files.js";
import { Finder, HELD, WHOLE } from "./gram-find.js";
import { Found, readHead } from "./gram-head.js";
import { LONGEST, STOP, compact } from "./normalise.js";
import { written } from "./query.js";
import { score } from "./rank.js";
import { spots } from "./spots.js";
import { top } from "./top.js";

/**
 * @import { Described, Hit } from "./search.js"
 * @import { Holding } from "./gram-find.js"
 */

const NEAR = 50;
const PAIRS = 8; // of a query that is found nowhere

/**
 * The parts of a query, as they are looked for.
 * @param {string} query
 */
export function asked(query) {
  let room = LONGEST;
  const found = [];
  for (const line of written(query).flatMap((piece) => compact(piece).split(STOP))) {
    const part = line.slice(0, room);
    room -= part.length;
    if (part) found.push(part);
  }
  return found;
}

/**
 * Places of the parts in a text as it was written; of pairs of their characters, if only something near was found.
 * @param {string} text
 * @param {string[]} parts
 * @param {boolean} approximate
 */
export function places(text, parts, approximate) {
  return spots(text, approximate ? pairs(parts) : parts);
}

/** @param {string[]} parts */
function pairs(parts) {
  const found = parts.flatMap((part) => {
    const characters = Array.from(part);
    return characters.slice(1).map((character, i) => characters[i] + character);
  });
  const all = [...new Set(found)];
  return all.filter((_, i) => Math.floor((i * PAIRS) / all.length) !== Math.floor(((i - 1) * PAIRS) / all.length));
}

export class Shard {
  /**
   * @param {URL} root
   * @param {Described} described
   */
  constructor(root, { path, tag }) {
    this.url = new URL(path, root);
    this.files = new GramFiles(this.url, tag);
    this.cards = new Cards(this.url, tag);
  }

  /** What the head says, made ready once. */
  opened() {
    return this.files.once("head opened", async () => {
      const { about, known } = await readHead(this.files);
      const look = (/** @type {number} */ document, /** @type {string} */ part) => this.cards.look(known.names[document], part);
      return { known, finder: new Finder(this.files, about, known.titles, known.numbers, look) };
    });
  }

  /** All documents, newest first. */
  async documents() {
    const { known } = await this.opened();
    return Array.from({ length: known.count }, (_, i) => new Found(this, known, known.count - 1 - i));
  }

  /**
   * Documents that hold every part, with how far up each belongs.
   * @param {string[]} parts
   * @returns {Promise<Hit[]>}
   */
  async exact(parts) {
    const { known, finder } = await this.opened();
    /** @type {Map<string, Holding>} */
    const held = new Map();
    for (const part of [...parts].sort((a, b) => b.length - a.length)) {
      const holding = await finder.holding(part);
      if (!holding.found) return [];
      held.set(part, holding);
    }
    const holdings = parts.map((part) => /** @type {Holding} */ (held.get(part)));
    const matches = (/** @type {number} */ document) =>
      holdings.map(({ first }, i) => ({ place: first.get(document) ?? Infinity, length: parts[i].length }));
    const nowhere = matches(-1);
    const hits = [];
    for (let document = known.count - 1; document >= 0; document -= 1) {
      let all = HELD | WHOLE;
      for (const { bits } of holdings) all &= bits[document];
      if (!(all & HELD)) continue;
      const hit = new Found(this, known, document, !(all & WHOLE));
      const titled = holdings.some(({ first }) => first.has(document));
      hit.matches = titled ? matches(document) : nowhere;
      hit.score = score(hit);
      hits.push(hit);
    }
    return hits;
  }

  /**
   * Documents that have pairs of characters in common with the parts; rare pairs count for more.
   * @param {string[]} parts
   * @returns {Promise<Hit[]>}
   */
  async loose(parts) {
    const { known, finder } = await this.opened();
    /** @type {Map<number, number>} */
    const scores = new Map();
    for (const pair of pairs(parts)) {
      const { bits, found } = await finder.holding(pair);
      const weight = Math.log(1 + known.count / (found || 1));
      bits.forEach((bit, document) => bit && scores.set(document, (scores.get(document) ?? 0) + weight));
    }
    const best = top([...scores], NEAR, (a, b) => b[1] - a[1] || b[0] - a[0]);
    return best.map(([document, sum]) => Object.assign(new Found(this, known, document), { score: sum }));
  }

  /**
   * What is shown of a document.
   * @param {string} id
   */
  card(id) {
    return this.cards.card(id);
  }
}
