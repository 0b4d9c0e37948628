// Which documents of a shard hold a string, read from as few files as can prove it. grams/ in Python
// explains the order: all places of a string stand side by side, in leaves of one key each.

import { beginning, goesOn, lower } from "./gram-places.js";
import { Way } from "./gram-way.js";

/**
 * @import { GramFiles } from "./gram-files.js"
 * @import { Known } from "./gram-head.js"
 * @import { Run, Span } from "./gram-places.js"
 * @import { Table } from "./packed.js"
 * @typedef {{bits: Uint8Array, first: Map<number, number>, found: number, documents?: Uint16Array}} Holding bits by
 *     document (HELD, WHOLE, TITLED, EARLY), how many have any and, once asked for, which; and where in title and
 *     number the string stands first
 * @typedef {Holding & {sure: boolean}} Candidates unless sure, only the beginning of the string stands there
 * @typedef {(document: number, part: string) => Promise<{first: number, whole: boolean, asked: number}>} Look
 */

export const HELD = 1;
export const WHOLE = 2; // and not only as part of a longer word or number
export const TITLED = 4; // in title or number
export const EARLY = 8; // soon behind them, where names, keywords and the summary stand; not told of what is hot

const SOON = 160; // characters behind title and number, as places.py has it
const FEW = 4; // documents that are read themselves rather than further files
const TAIL = 3; // characters at least that are looked for behind what is known: fewer are in too many documents
const KEPT = 64; // answers: queries typed one after the other have parts in common

export class Finder {
  /**
   * @param {GramFiles} files
   * @param {{count: number, bounds: Table, hot: Table}} about
   * @param {() => Promise<Known>} documents what is known of them, read when one is found
   * @param {Look} look where a part stands first in a document itself, or -1
   */
  constructor(files, about, documents, look) {
    this.files = files;
    this.about = about;
    this.way = new Way(about, (name) => files.table(name));
    this.documents = documents;
    this.look = look;
    /** @type {Map<string, Promise<Candidates>>} */
    this.known = new Map();
  }

  /**
   * The documents that hold each of the parts; where files cannot prove it, of those that may hold all of them.
   * @param {string[]} parts
   * @returns {Promise<Holding[]>}
   */
  async holdings(parts) {
    const found = await this.told(parts);
    if (found.every(({ sure }) => sure) || found.some((each) => !each.found)) return found;
    const documents = common(found);
    return Promise.all(found.map((each, i) => (each.sure ? each : this.verified(parts[i], documents))));
  }

  /**
   * What files tell of each part: no more than by which few documents may hold them all.
   * @param {string[]} parts
   */
  async told(parts) {
    const begun = parts.length > 1 ? (await Promise.all(parts.map((part) => this.begun(part)))).map(([found]) => found) : [];
    if (begun.length && begun.every(({ found }) => found) && common(begun).length <= FEW) return begun;
    return Promise.all(parts.map((part) => this.candidates(part)));
  }

  /**
   * The documents that hold `part`; kept, so nobody may change it.
   * @param {string} part
   */
  async holding(part) {
    return (await this.holdings([part]))[0];
  }

  /**
   * Whether any document holds `part`: of what many hold, the bounds of files tell.
   * @param {string} part
   */
  async stands(part) {
    return (await this.way.span(part)).hot || (await this.holding(part)).found > 0;
  }

  /**
   * @param {string} part
   * @returns {Promise<Candidates>}
   */
  candidates(part) {
    const known = this.known.get(part);
    if (known) return known;
    const finding = this.narrowed(part);
    this.known.set(part, finding);
    if (this.known.size > KEPT) this.known.delete([...this.known.keys()][0]);
    finding.catch(() => this.known.delete(part));
    return finding;
  }

  /**
   * @param {string} part
   * @returns {Promise<Candidates>}
   */
  async narrowed(part) {
    let [found, covered] = await this.begun(part);
    // what many documents begin with may go on in few
    while (!found.sure && found.found > FEW && covered < part.length) {
      const from = Math.max(1, Math.min(covered, part.length - TAIL));
      const [next, more] = await this.begun(part.slice(from));
      if (from + more <= covered) break; // no more can be told from files
      covered = from + more;
      const documents = common([found, next]);
      found = { ...found, bits: new Uint8Array(this.about.count), found: documents.length, documents: Uint16Array.from(documents) };
      for (const document of documents) found.bits[document] = HELD;
    }
    return found;
  }

  /**
   * Documents that hold `text`, or else its key, and how much of it that is.
   * @param {string} text
   * @returns {Promise<[Candidates, number]>}
   */
  async begun(text) {
    const span = await this.way.span(text);
    if (span.hot) return [{ ...(await this.hot(text)), sure: true }, text.length];
    const { length, runs } = await this.read(text, span);
    const sure = length === text.length;
    const known = runs.some(({ from, to }) => to > from) ? this.documents() : null;
    known?.catch(() => {}); // told when it is needed
    // what is not sure is looked at in the documents themselves: its places count for nothing
    return [{ ...this.marked(runs, length, sure ? await known : null), sure }, length];
  }

  /**
   * The leaves that begin with a string; where there are none, those with the key that it begins with.
   * @param {string} text
   * @param {Span} span
   * @returns {Promise<{length: number, runs: Run[]}>}
   */
  async read(text, span) {
    const files = await Promise.all(span.names.map((name) => this.files.leaves(name)));
    const runs = files.map((leaves) => beginning(leaves, text));
    const [first] = files;
    if (!first || runs.some(({ from, to }) => to > from)) return { length: text.length, runs };
    const key = first.keys[lower(first.keys, text) - 1] ?? "";
    if (!key || !text.startsWith(key)) return { length: text.length, runs: [] };
    // a key at the beginning of a file may be that of files before
    if (key === first.keys[0]) return this.read(key, await this.way.inner(key));
    return { length: key.length, runs: [beginning(first, key)] };
  }

  /**
   * @param {string} text
   * @returns {Promise<Holding>}
   */
  async hot(text) {
    const holding = (await this.files.hot(await this.way.hot(text), this.about.count))(text);
    if (!holding) throw new Error(`no documents of ${text}`);
    const { found, partial, titled, places } = holding;
    const bits = new Uint8Array(this.about.count);
    for (let i = 0; i < found.length; i += 1) bits[found[i]] = HELD | WHOLE;
    for (let i = 0; i < partial.length; i += 1) bits[partial[i]] = HELD;
    const first = new Map();
    for (let i = 0; i < titled.length; i += 1) {
      bits[titled[i]] |= TITLED;
      first.set(titled[i], places[i]);
    }
    return { bits, first, found: found.length, documents: found };
  }

  /**
   * @param {string} part
   * @param {number[]} documents
   * @returns {Promise<Holding>}
   */
  async verified(part, documents) {
    const bits = new Uint8Array(this.about.count);
    const firsts = new Map();
    let found = 0;
    const known = await this.documents();
    const read = documents.map(async (document) => ({ document, ...(await this.look(document, part)) }));
    for (const { document, first, whole, asked } of await Promise.all(read)) {
      if (first < 0) continue;
      found += 1;
      bits[document] = whole ? HELD | WHOLE : HELD;
      if (early(known, document, first - asked)) bits[document] |= EARLY;
      if (!titled(known, document, first, part.length)) continue;
      bits[document] |= TITLED;
      firsts.set(document, first);
    }
    return { bits, first: firsts, found };
  }

  /**
   * @param {Run[]} runs
   * @param {number} length how many characters are looked for
   * @param {Known | null} known null where there are none
   * @returns {Holding}
   */
  marked(runs, length, known) {
    const bits = new Uint8Array(this.about.count);
    const first = new Map();
    let found = 0;
    for (const { leaves: { keys, starts, documents, heads }, from, to } of runs) {
      for (let leaf = from; leaf < to; leaf += 1) {
        const on = goesOn(keys[leaf], length);
        for (let i = starts[leaf]; i < starts[leaf + 1]; i += 1) {
          const [document, head] = [documents[i], heads[i]];
          if (!bits[document]) found += 1;
          bits[document] |= head & 1 || (on < 0 ? head & 2 : on) ? HELD : HELD | WHOLE;
          if (head & 4) bits[document] |= EARLY;
          const place = (head >> 3) - 1;
          if (place < 0 || !known || !titled(known, document, place, length) || place >= (first.get(document) ?? Infinity)) continue;
          bits[document] |= TITLED;
          first.set(document, place);
        }
      }
    }
    return { bits, first, found };
  }
}

/**
 * Whether what stands there is in title or number.
 * @param {Known} known
 * @param {number} document
 * @param {number} offset
 * @param {number} length
 */
function titled(known, document, offset, length) {
  return offset + length <= known.title(document) + known.number(document) + 1;
}

/** @type {(known: Known, document: number, offset: number) => boolean} */
function early(known, document, offset) {
  return offset <= known.title(document) + known.number(document) + SOON;
}

/**
 * The documents that hold a string, listed once: most strings are in few, and are asked for again and again.
 * @param {Holding} holding
 */
export function documentsOf(holding) {
  if (holding.documents) return holding.documents;
  const { bits, found } = holding;
  const documents = (holding.documents = new Uint16Array(found));
  for (let document = 0, at = 0; at < found; document += 1) if (bits[document]) documents[at++] = document;
  return documents;
}

/**
 * The documents that are in all of them.
 * @param {Holding[]} found
 */
function common(found) {
  const [rarest, ...others] = [...found].sort((a, b) => a.found - b.found);
  return Array.from(documentsOf(rarest).filter((document) => others.every(({ bits }) => bits[document])));
}
