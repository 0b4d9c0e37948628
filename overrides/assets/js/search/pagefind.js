// Pagefind behind the questions that every engine answers, one shard at a time.
import { load } from "./load.js";
import { located, prepare } from "./normalise.js";
import { open } from "./pagefind-engine.js";
import { fragments, phrases, words } from "./phrases.js";

/**
 * @import { Card, Described, Facet, Hit, Row } from "./search.js"
 * @import { Place } from "./excerpt.js"
 */

/** @type {Facet[]} the columns of its table */
const FACETS = ["type", "unit", "year", "status"];

/** Words by which an English question is asked, or that any text has: no page need hold them. */
const IDLE = new Set(
  (
    "a an the i my me we our us you your it its this that these those there to of in on at for from with by about as and or if " +
    "is are was were be am do does did can could should would will shall must have has had want need please tell " +
    "how what where when who whom whose which why"
  ).split(" "),
);

/**
 * The phrases of a query that a page must hold: of a question, what it is about.
 * @param {string} query
 */
export function asked(query) {
  const all = phrases(query);
  const about = all.filter((phrase) => phrase.length > 1 || !IDLE.has(phrase[0]));
  return about.length ? about : all;
}

/**
 * Places of the phrases in a text as it was written; of their fragments, if only something near was found.
 * @param {string} text
 * @param {string[][]} wanted
 * @param {boolean} approximate
 */
export function places(text, wanted, approximate) {
  const written = located(text);
  /** @type {Place[]} */
  const found = [];
  for (const phrase of approximate ? fragments(wanted) : wanted) {
    for (let i = 0; i + phrase.length <= written.length; i += 1) {
      if (phrase.every((token, k) => written[i + k].token === token)) {
        found.push([written[i].start, written[i + phrase.length - 1].end]);
      }
    }
  }
  return found.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
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
   * Documents, newest first; title and number are counted in tokens.
   * @returns {Promise<Hit[]>}
   */
  documents() {
    return this.once("table", async () => {
      const { facets, rows } = await load(new URL(`documents.json?v=${this.tag}`, this.url));
      return rows.map((/** @type {any[]} */ [id, ...row]) => {
        const values = FACETS.map((name, i) => [name, [facets[name][row[i]]].filter(Boolean)]);
        const [date, numberAt, head] = row.slice(FACETS.length);
        const title = numberAt && numberAt - (head > numberAt ? 1 : 0);
        const filters = { topic: [], audience: [], ...Object.fromEntries(values) };
        return { id, shard: this, ...filters, date, title, number: head - numberAt, numberAt, partial: false, score: 0, matches: [] };
      });
    });
  }

  /**
   * Documents that hold every phrase, with how far up each belongs.
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
    const places = (/** @type {Row} */ { id }) =>
      answers.map((answer, i) => ({ place: answer.get(id) ?? Infinity, length: phrases[i].length }));
    return hits.map((hit) => ({ ...hit, partial: false, score: 0, matches: places(hit) }));
  }

  /**
   * Adds up how many documents have each value.
   * @param {Hit[]} hits
   * @param {Facet[]} names
   * @param {import("./search.js").Counts} sums
   */
  count(hits, names, sums) {
    for (const name of names) for (const hit of hits) for (const value of hit[name]) sums[name][value] = (sums[name][value] ?? 0) + 1;
  }

  /**
   * Documents that hold the words of the phrases anywhere, with the engine's own score.
   * @param {string[][]} phrases
   * @returns {Promise<Hit[]>}
   */
  async loose(phrases) {
    const scores = await (await this.engine()).loose(words(phrases));
    const hits = (await this.documents()).filter(({ id }) => scores.has(id));
    return hits.map((hit) => ({ ...hit, partial: false, score: scores.get(hit.id) ?? 0 }));
  }

  /**
   * What is shown of a document: url, title, number, type, unit, status, date, text.
   * @param {string} id
   * @returns {Promise<Card>}
   */
  async card(id) {
    const card = await load(new URL(`text/${id}.json`, this.url));
    await prepare(Object.values(card).join(""));
    return card;
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
