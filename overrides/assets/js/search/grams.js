// The gram index behind the questions that every engine answers: which documents of a shard hold all parts
// of a query, which ones are near it, and the card of each.
import { LONGEST, STOP, compact } from "./normalise.js";
import { Finder, HELD, WHOLE } from "./gram-find.js";
import { GramFiles } from "./gram-files.js";
import { load } from "./load.js";
import { score } from "./rank.js";
import { written } from "./query.js";
import { spots } from "./spots.js";

/**
 * @import { Card, Described, Facet, Hit, Row } from "./search.js"
 * @import { Holding } from "./gram-find.js"
 * @import { Match } from "./rank.js"
 * @typedef {Record<Facet, {values: string[], column: Uint16Array}>} Columns
 */

/** @type {Facet[]} */
const FACETS = ["type", "unit", "year", "status"];
const DAY = 86_400_000;
const BEFORE = Date.UTC(1899, 11, 31);
const CARDS = 100; // cards kept in memory
const NEAR = 50;
const PAIRS = 16; // of a query that is found nowhere
const RUN = /[0-9a-z]/;

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
  return [...new Set(found)].slice(0, PAIRS);
}

export class Shard {
  /**
   * @param {URL} root
   * @param {Described} described
   */
  constructor(root, { path, tag }) {
    this.url = new URL(path, root);
    this.tag = tag;
    this.files = new GramFiles(this.url, tag);
    /** @type {Map<string, Promise<Card>>} */
    this.cards = new Map();
    /** @type {WeakMap<Card, string>} */
    this.compared = new WeakMap();
  }

  /** What the head says, made ready once. */
  opened() {
    return this.files.once("head opened", async () => {
      const { about, column } = await this.files.head();
      const [titles, numbers] = [column(5), column(6)];
      const columns = FACETS.map((name, n) => [name, { values: about.facets[name], column: column(n) }]);
      const finder = new Finder(this.files, about, titles, numbers, (document, part) => this.verify(document, part));
      return { count: about.count, columns: Object.fromEntries(columns), titles, numbers, finder, ...named(column(4)) };
    });
  }

  /** All documents, newest first. */
  async documents() {
    const known = await this.opened();
    return Array.from({ length: known.count }, (_, i) => row(this, known, known.count - 1 - i));
  }

  /**
   * Documents that hold every part, with how far up each belongs.
   * @param {string[]} parts
   * @returns {Promise<Hit[]>}
   */
  async exact(parts) {
    const known = await this.opened();
    /** @type {Map<string, Holding>} */
    const held = new Map();
    for (const part of [...parts].sort((a, b) => b.length - a.length)) {
      const holding = await known.finder.holding(part);
      if (!holding.found) return [];
      held.set(part, holding);
    }
    const holdings = parts.map((part) => /** @type {Holding} */ (held.get(part)));
    const matches = (/** @type {number} */ document) =>
      holdings.map(({ first }, i) => ({ place: first.get(document) ?? Infinity, length: parts[i].length }));
    const hits = [];
    for (let document = known.count - 1; document >= 0; document -= 1) {
      let all = HELD | WHOLE;
      for (const { bits } of holdings) all &= bits[document];
      if (all & HELD) hits.push(hit(row(this, known, document), matches(document), !(all & WHOLE)));
    }
    return hits;
  }

  /**
   * Documents that have pairs of characters in common with the parts; rare pairs count for more.
   * @param {string[]} parts
   * @returns {Promise<Hit[]>}
   */
  async loose(parts) {
    const known = await this.opened();
    const scores = new Float64Array(known.count);
    for (const pair of pairs(parts)) {
      const { bits, found } = await known.finder.holding(pair);
      const weight = Math.log(1 + known.count / (found || 1));
      for (let document = 0; document < known.count; document += 1) if (bits[document]) scores[document] += weight;
    }
    const best = [...scores.keys()].filter((document) => scores[document]).sort((a, b) => scores[b] - scores[a]);
    return best.slice(0, NEAR).map((document) => ({ ...row(this, known, document), partial: false, score: scores[document] }));
  }

  /**
   * What is shown of a document.
   * @param {string} id
   * @returns {Promise<Card>}
   */
  card(id) {
    const known = this.cards.get(id);
    if (known) return known;
    const reading = load(new URL(`text/${id}.json?v=${this.tag}`, this.url));
    this.cards.set(id, reading);
    if (this.cards.size > CARDS) this.cards.delete([...this.cards.keys()][0]);
    reading.catch(() => this.cards.delete(id));
    return reading;
  }

  /**
   * Looks for a part in the document itself.
   * @param {number} document
   * @param {string} part
   */
  async verify(document, part) {
    const { names, titles, numbers } = await this.opened();
    const card = await this.card(names[document]);
    const whole = this.compared.get(card) ?? compared(card);
    this.compared.set(card, whole);
    const first = whole.indexOf(part);
    const titled = first >= 0 && first + part.length <= titles[document] + numbers[document] + 1;
    return { held: first >= 0, whole: stands(whole, part, first), first: titled ? first : -1 };
  }
}

/**
 * All fields of a document as they are compared.
 * @param {Card} card
 */
function compared({ title, number, unit, extra, text }) {
  return [title, number, unit, extra, text].map(compact).join(STOP);
}

/**
 * Whether a part stands in a text somewhere without being part of a longer word or number.
 * @param {string} text
 * @param {string} part
 * @param {number} first
 */
function stands(text, part, first) {
  const open = (/** @type {number} */ at) => RUN.test(text[at - 1] ?? "") && RUN.test(text[at] ?? "");
  for (let at = first; at >= 0; at = text.indexOf(part, at + 1)) {
    if (!open(at) && !open(at + part.length)) return true;
  }
  return false;
}

/**
 * The date of each document, and the name of its card.
 * @param {Uint16Array} steps days since the document before
 */
function named(steps) {
  /** @type {string[]} */
  const dates = [];
  /** @type {string[]} */
  const names = [];
  let day = 0;
  let same = 0;
  steps.forEach((step, i) => {
    day += step;
    same = step || !i ? 0 : same + 1;
    dates.push(step || !i ? (day ? new Date(BEFORE + day * DAY).toISOString().slice(0, 10) : "") : dates[i - 1]);
    names.push(`${dates[i] || "0000-00-00"}-${same}`);
  });
  return { dates, names };
}

/**
 * @param {Shard} shard
 * @param {{columns: Columns, dates: string[], names: string[], titles: Uint16Array, numbers: Uint16Array}} known
 * @param {number} document
 * @returns {Row}
 */
function row(shard, { columns, dates, names, titles, numbers }, document) {
  const value = (/** @type {Facet} */ name) => columns[name].values[columns[name].column[document]];
  return {
    id: names[document], shard, date: dates[document],
    type: value("type"), unit: value("unit"), year: value("year"), status: value("status"),
    title: titles[document], number: numbers[document], numberAt: titles[document] + 1,
  };
}

/**
 * @param {Row} found
 * @param {Match[]} matches
 * @param {boolean} partial
 * @returns {Hit}
 */
function hit(found, matches, partial) {
  return { ...found, partial, score: score({ ...found, matches, partial }) };
}
