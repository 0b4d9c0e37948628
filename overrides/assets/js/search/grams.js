// The gram index behind the questions that every engine answers: which documents of a shard hold all parts
// of a query, which ones are near it, and the card of each.
import { Cards } from "./gram-cards.js";
import { GramFiles } from "./gram-files.js";
import { EARLY, Finder, HELD, TITLED, WHOLE, documentsOf } from "./gram-find.js";
import { Found, Known } from "./gram-head.js";
import { LONGEST, STOP, compact, phrased } from "./normalise.js";
import { pairs } from "./pairs.js";
import { written } from "./query.js";
import { spots } from "./spots.js";

/**
 * @import { Held } from "./gathered.js"
 * @import { Counts, Described, Facet, Hit } from "./search.js"
 */

/**
 * The parts of a query, as they are looked for.
 * @param {string} query
 */
export function asked(query) {
  let room = LONGEST;
  const found = [];
  for (const line of written(phrased(query)).flatMap((piece) => compact(piece).split(STOP))) {
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

export class Shard {
  /**
   * @param {URL} root
   * @param {Described} described
   * @param {Described} [first] the newest, whose results are shown while older ones are looked for
   */
  constructor(root, { path, tag }, first) {
    this.url = new URL(path, root);
    this.newest = !first || path === first.path;
    this.files = new GramFiles(this.url, tag, this.newest ? "auto" : "low");
    this.cards = new Cards(root, this.url, tag);
  }

  /** What finds documents, made ready once. */
  opened() {
    return this.files.once("head opened", async () => {
      const about = await this.files.head();
      const known = () => this.known(about.count);
      const look = async (/** @type {number} */ document, /** @type {string} */ part) => this.cards.look((await known()).name(document), part);
      return new Finder(this.files, about, known, look);
    });
  }

  /**
   * What is known of each document; of a shard where nothing is found it is never asked for.
   * @param {number} count of documents
   */
  known(count) {
    return this.files.once("head known", async () => new Known(count, await this.files.columns(count)));
  }

  /**
   * Begins to fetch what will be asked for.
   * @param {string[]} parts
   * @param {boolean} [known] whether what is known of the documents is needed wherever the parts stand
   */
  foresee(parts, known = this.newest) {
    const begun = this.opened().then((finder) => Promise.all([...parts.map((part) => finder.candidates(part)), ...(known ? [finder.documents()] : [])]));
    begun.catch(() => {}); // told when it is asked for
  }

  /** All documents, newest first. */
  async documents() {
    const known = await (await this.opened()).documents();
    return Array.from({ length: known.count }, (_, i) => new Found(this, known, known.count - 1 - i));
  }

  /**
   * Documents that hold every part, with how far up each belongs.
   * @param {string[]} parts
   * @returns {Promise<Hit[]>}
   */
  async exact(parts) {
    const finder = await this.opened();
    const holdings = await finder.holdings(parts);
    if (holdings.some(({ found }) => !found)) return [];
    const known = await finder.documents();
    const matches = (/** @type {number} */ document) =>
      holdings.map(({ first }, i) => ({ place: first.get(document) ?? Infinity, length: parts[i].length }));
    const nowhere = matches(-1);
    const hits = [];
    const [rarest, ...more] = [...holdings].sort((a, b) => a.found - b.found);
    const documents = documentsOf(rarest);
    const others = more.map(({ bits }) => bits);
    for (let i = documents.length - 1; i >= 0; i -= 1) {
      const document = documents[i];
      let all = rarest.bits[document];
      let titled = all & TITLED;
      let soon = all & (TITLED | EARLY);
      for (const bits of others) {
        all &= bits[document];
        titled |= bits[document] & TITLED;
        soon = soon && bits[document] & (TITLED | EARLY);
      }
      if (!(all & HELD)) continue;
      hits.push(new Found(this, known, document, !(all & WHOLE), titled ? matches(document) : nowhere, soon > 0));
    }
    return hits;
  }

  /**
   * Whether any document holds a part.
   * @param {string} part
   */
  async stands(part) {
    return (await this.opened()).stands(part);
  }

  /**
   * Adds up how many documents have each value, from the columns that say it of all.
   * @param {Hit[]} hits
   * @param {Facet[]} names
   * @param {Counts} sums
   */
  count(hits, names, sums) {
    const found = /** @type {Found[]} */ (hits);
    if (!found.length) return;
    const { columns } = found[0].known;
    const documents = new Uint16Array(found.length);
    for (let i = 0; i < found.length; i += 1) documents[i] = found[i].document;
    for (const name of names) {
      const { values, numbers } = columns[name];
      const counted = new Uint32Array(values.length);
      for (let i = 0; i < documents.length; i += 1) counted[numbers[documents[i]]] += 1;
      values.forEach((list, i) => {
        if (counted[i]) for (const value of list) sums[name][value] = (sums[name][value] ?? 0) + counted[i];
      });
    }
  }

  /**
   * Documents that are near the parts, the nearest first.
   * @param {string[]} parts
   * @returns {Promise<Hit[]>}
   */
  async loose(parts) {
    const finder = await this.opened();
    const [known, near] = await Promise.all([finder.documents(), import("./gram-near.js").then(({ nearest }) => nearest(finder, parts))]);
    return near.map(({ document, score }) => Object.assign(new Found(this, known, document), { score }));
  }

  /**
   * Where words stand in the documents of the shard, for those to be weighed that have most of them.
   * @param {string[]} words
   * @returns {Promise<Held>}
   */
  async held(words) {
    const finder = await this.opened();
    const [known, ...found] = await Promise.all([finder.documents(), ...words.map((word) => finder.holding(word))]);
    const holdings = new Map(words.map((word, n) => [word, found[n]]));
    return { count: known.count, holdings, hit: (document) => new Found(this, known, document) };
  }

  /**
   * What is shown of a document.
   * @param {string} id
   */
  card(id) {
    return this.cards.card(id);
  }
}
