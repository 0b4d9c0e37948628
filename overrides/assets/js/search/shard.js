// One shard: its table of documents, and which of them answer a list of phrases.
import { open } from "./pagefind-engine.js";
import { words } from "./query.js";

/**
 * @typedef {"type" | "unit" | "year" | "status"} Facet
 * @typedef {{path: string, tag: string, count: number}} Described a shard as shards.json has it
 * @typedef {Record<Facet, string> & {id: string, shard: Shard, date: string, number: number, head: number}} Row
 *     number and head: which token begins the 发文字号, and which one what follows title and number
 * @typedef {Row & {score?: number}} Hit
 * @typedef {object} Card what is shown of a document
 * @property {string} url
 * @property {string} title
 * @property {string} number
 * @property {string} type
 * @property {string} unit
 * @property {string} status
 * @property {string} date
 * @property {string} text
 */

/** @type {Facet[]} */
const FACETS = ["type", "unit", "year", "status"];

/**
 * Fetches JSON or throws; `version` keeps a cached copy from outliving a new release.
 * @param {string | URL} url
 * @param {RequestInit} [options]
 */
export async function load(url, options) {
  const response = await fetch(url, options);
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  return response.json();
}

export class Shard {
  /**
   * @param {URL} root
   * @param {Described} described
   * @param {Described} first
   */
  constructor(root, { path, tag }, first) {
    /** @type {Map<string, Promise<any>>} */
    this.kept = new Map();
    this.url = new URL(path, root);
    this.tag = tag;
    this.first = new URL(first.path, root);
  }

  /**
   * Documents as {id, type, unit, year, status, date, number, head, shard}, newest first.
   * @returns {Promise<Row[]>}
   */
  documents() {
    return this.once("table", async () => {
      const { facets, rows } = await load(new URL(`documents.json?v=${this.tag}`, this.url));
      return rows.map((/** @type {any[]} */ [id, ...row]) => {
        const values = FACETS.map((name, i) => [name, facets[name][row[i]]]);
        const [date, number, head] = row.slice(FACETS.length);
        return { id, shard: this, ...Object.fromEntries(values), date, number, head };
      });
    });
  }

  /**
   * Documents that hold every phrase; the more of them in title or number, the higher the score.
   * @param {string[][]} phrases
   * @returns {Promise<Hit[]>}
   */
  async exact(phrases) {
    const engine = await this.engine();
    /** @type {Map<string, number>[]} */
    const answers = [];
    for (const phrase of phrases) {
      const answer = await engine.exact(phrase);
      if (!answer.size) return [];
      answers.push(answer);
    }
    const hits = (await this.documents()).filter(({ id }) => answers.every((answer) => answer.has(id)));
    const sum = (/** @type {Row} */ hit) =>
      answers.reduce((all, answer, i) => all + worth(answer.get(hit.id) ?? 0, phrases[i].length, hit), 0);
    return hits.map((hit) => ({ ...hit, score: sum(hit) }));
  }

  /**
   * Documents that hold the words of the phrases anywhere, with the engine's own score.
   * @param {string[][]} phrases
   * @returns {Promise<Hit[]>}
   */
  async loose(phrases) {
    const scores = await (await this.engine()).loose(words(phrases));
    const hits = (await this.documents()).filter(({ id }) => scores.has(id));
    return hits.map((hit) => ({ ...hit, score: scores.get(hit.id) }));
  }

  /**
   * What is shown of a document: url, title, number, type, unit, status, date, text.
   * @param {string} id
   * @returns {Promise<Card>}
   */
  card(id) {
    return load(new URL(`text/${id}.json`, this.url));
  }

  /** @returns {ReturnType<typeof open>} */
  engine() {
    return this.once("opened", () => open(this.url, this.tag, this.first));
  }

  /**
   * Keeps what was read; forgets a failure, so that the next search tries again.
   * @template T
   * @param {string} name
   * @param {() => Promise<T>} read
   * @returns {Promise<T>}
   */
  once(name, read) {
    const known = this.kept.get(name);
    if (known) return known;
    const reading = read();
    this.kept.set(name, reading);
    reading.catch(() => this.kept.delete(name));
    return reading;
  }
}

/**
 * A phrase that begins the title or the 发文字号 was most likely meant for it, all the more if it fills it.
 * @param {number} place
 * @param {number} length
 * @param {Row} row
 */
function worth(place, length, { number, head }) {
  if (place === 0 && number) return 3 + length / number;
  if (place === number && head > number) return 3 + length / (head - number);
  return place < head ? 2 : 0;
}
