// Which documents of a shard hold a string, read from as few files as can prove it. grams/ in Python
// explains the order: all places of a string stand side by side, in leaves of one key each.

import { PIECE, add, around, join, lower } from "./gram-places.js";

/**
 * @import { GramFiles, Table } from "./gram-files.js"
 * @import { Places, Span } from "./gram-places.js"
 * @typedef {{bits: Uint8Array, first: Map<number, number>, found: number}} Holding bits by document (HELD, WHOLE,
 *     TITLED, EARLY), and where in title and number the string stands first
 * @typedef {(document: number, part: string) => Promise<{first: number, whole: boolean}>} Look
 */

export const HELD = 1;
export const WHOLE = 2; // and not only as part of a longer word or number
export const TITLED = 4; // in title or number
export const EARLY = 8; // soon behind them, where names, keywords and the summary stand; not told of what is hot

const SOON = 160; // characters behind title and number
const FEW = 4; // documents that are read themselves rather than further files
const SOME = 20; // the same, where the files would be many
const KEPT = 64; // answers: queries typed one after the other have parts in common

export class Finder {
  /**
   * @param {GramFiles} files
   * @param {{count: number, pieces: number[], bounds: Table, hot: Table}} about
   * @param {Uint16Array} titles length of each title
   * @param {Uint16Array} numbers length of each number
   * @param {Look} look where a part stands first in a document itself, or -1
   */
  constructor(files, about, titles, numbers, look) {
    this.files = files;
    this.about = about;
    this.titles = titles;
    this.numbers = numbers;
    this.look = look;
    /** @type {Map<string, Promise<Holding>>} */
    this.known = new Map();
  }

  /**
   * The documents that hold `part`; kept, so nobody may change it.
   * @param {string} part
   * @returns {Promise<Holding>}
   */
  holding(part) {
    const known = this.known.get(part);
    if (known) return known;
    const finding = this.found(part);
    this.known.set(part, finding);
    if (this.known.size > KEPT) this.known.delete([...this.known.keys()][0]);
    finding.catch(() => this.known.delete(part));
    return finding;
  }

  /**
   * @param {string} part
   * @returns {Promise<Holding>}
   */
  async found(part) {
    const found = await this.places(part, 0);
    if (!found) return this.hot(part);
    while (found.length < part.length) {
      const documents = this.documents(found);
      if (documents.size <= FEW) return this.verified(part, documents);
      const next = await this.next(part, found.length, documents);
      if (!("at" in next)) return this.verified(part, next.documents);
      join(found, next.places, next.at);
    }
    return this.marked(found);
  }

  /**
   * Places of what follows the first `covered` characters, from a character on at which it is not hot;
   * or the documents that are few enough to be looked into.
   * @param {string} part
   * @param {number} covered
   * @param {Set<number>} documents
   * @returns {Promise<{at: number, places: Places} | {documents: Set<number>}>}
   */
  async next(part, covered, documents) {
    for (let at = covered; at > 0; at -= 1) {
      const places = await this.places(part, at);
      if (!places) continue;
      if (!places.at.length || at + places.length > covered) return { at, places };
      break;
    }
    const rest = part.slice(covered);
    if ((await this.span(rest)).hot) {
      const { bits } = await this.hot(rest);
      const left = new Set([...documents].filter((document) => bits[document]));
      if (left.size <= SOME) return { documents: left };
    }
    return { at: covered, places: await this.every(rest) };
  }

  /**
   * Where `part` from `at` on stands, or its key, if that is shorter; null if it is hot.
   * @param {string} part
   * @param {number} at
   */
  async places(part, at) {
    const rest = part.slice(at);
    const span = await this.span(rest);
    return span.hot ? null : this.read(rest, span);
  }

  /**
   * The files in which leaves stand that begin with a string, and the one before.
   * @param {string} text
   * @returns {Promise<Span>}
   */
  async span(text) {
    const outer = around(this.about.bounds, text);
    return outer.hot ? outer : this.inner(outer, text);
  }

  /**
   * The same in the tables below.
   * @param {Table} outer
   * @param {string} text
   */
  async inner({ names }, text) {
    const tables = await Promise.all(names.map((name) => this.files.table(name)));
    const keys = tables.flatMap((table) => table.keys);
    return around({ keys, names: tables.flatMap((table) => table.names) }, text);
  }

  /**
   * All places of a string, however many files they fill.
   * @param {string} text
   */
  async every(text) {
    return this.read(text, await this.inner(around(this.about.bounds, text), text));
  }

  /**
   * @param {string} text
   * @param {Span} span
   * @returns {Promise<Places>}
   */
  async read(text, span) {
    const files = await Promise.all(span.names.map((name) => this.files.leaves(name)));
    /** @type {Places} */
    const found = { length: text.length, at: [], cut: [] };
    for (const leaves of files) {
      for (let i = lower(leaves.keys, text); leaves.keys[i]?.startsWith(text); i += 1) add(found, leaves, i, text.length);
    }
    if (found.at.length) return found;
    const key = files[0]?.keys[lower(files[0].keys, text) - 1] ?? "";
    if (!key || !text.startsWith(key)) return found;
    if (key === files[0].keys[0]) return this.every(key);
    found.length = key.length;
    for (let i = lower(files[0].keys, key); files[0].keys[i] === key; i += 1) add(found, files[0], i, key.length);
    return found;
  }

  /**
   * @param {string} text
   * @returns {Promise<Holding>}
   */
  async hot(text) {
    const { keys, names } = this.about.hot;
    const name = names[lower(keys, text) - (keys[lower(keys, text)] === text ? 0 : 1)];
    const holding = (await this.files.hot(name, this.about.count)).get(text);
    if (!holding) throw new Error(`no documents of ${text}`);
    const bits = new Uint8Array(this.about.count);
    for (const document of holding.found) bits[document] = HELD | WHOLE;
    for (const document of holding.partial) bits[document] = HELD;
    const first = new Map();
    holding.titled.forEach((/** @type {number} */ document, /** @type {number} */ i) => {
      bits[document] |= TITLED;
      first.set(document, holding.places[i]);
    });
    return { bits, first, found: holding.found.length };
  }

  /**
   * @param {string} part
   * @param {Set<number>} documents
   * @returns {Promise<Holding>}
   */
  async verified(part, documents) {
    const bits = new Uint8Array(this.about.count);
    const firsts = new Map();
    let found = 0;
    const read = [...documents].map(async (document) => ({ document, ...(await this.look(document, part)) }));
    for (const { document, first, whole } of await Promise.all(read)) {
      if (first < 0) continue;
      found += 1;
      bits[document] = whole ? HELD | WHOLE : HELD;
      if (this.early(document, first)) bits[document] |= EARLY;
      if (!this.titled(document, first, part.length)) continue;
      bits[document] |= TITLED;
      firsts.set(document, first);
    }
    return { bits, first: firsts, found };
  }

  /**
   * @param {Places} places
   * @returns {Holding}
   */
  marked({ at, cut, length }) {
    const bits = new Uint8Array(this.about.count);
    const first = new Map();
    let found = 0;
    at.forEach((place, i) => {
      const document = this.document(place);
      if (!bits[document]) found += 1;
      bits[document] |= cut[i] ? HELD : HELD | WHOLE;
      const offset = this.offset(place);
      if (this.early(document, offset)) bits[document] |= EARLY;
      if (!this.titled(document, offset, length) || offset >= (first.get(document) ?? Infinity)) return;
      bits[document] |= TITLED;
      first.set(document, offset);
    });
    return { bits, first, found };
  }

  /**
   * Whether what stands there is in title or number.
   * @param {number} document
   * @param {number} offset
   * @param {number} length
   */
  titled(document, offset, length) {
    return offset + length <= this.titles[document] + this.numbers[document] + 1;
  }

  /** @type {(document: number, offset: number) => boolean} */
  early(document, offset) {
    return offset <= this.titles[document] + this.numbers[document] + SOON;
  }

  /** @param {number} place */
  document(place) {
    const piece = Math.floor(place / PIECE);
    const { pieces } = this.about;
    return pieces.length && piece >= pieces[0] ? pieces[piece - pieces[0] + 1] : piece;
  }

  /**
   * Its place in the document; what is not in the first piece is beyond any title.
   * @param {number} place
   */
  offset(place) {
    const piece = Math.floor(place / PIECE);
    const goesOn = piece > 0 && this.document(piece * PIECE) === this.document((piece - 1) * PIECE);
    return goesOn ? Infinity : place % PIECE;
  }

  /** @param {Places} places */
  documents({ at }) {
    return new Set(at.map((place) => this.document(place)));
  }
}
