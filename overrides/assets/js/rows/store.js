// Questions to a dataset: which rows, how many, and what stands in them. hooks/gongkai/tables/store.py says
// what the files hold. A question is {q, year, words: {facet: word}, oldest}; an answer gives ids(from, to)
// and total(), and reads no more than these need.
import { Files, summed } from "./files.js";
import { namesWith, rowsKeyed } from "./find.js";

/**
 * @typedef {[number, number, number, number[]]} Described a chunk: year, first row, rows, (kind, rows) by turns
 * @typedef {object} Head
 * @property {number} page rows of one
 * @property {number} block rows of one
 * @property {[string, string][]} fields name and look
 * @property {number[]} plain places of columns that are no facets
 * @property {number[]} facets places of those that are
 * @property {number | null} date the place of the column of the date
 * @property {boolean} sortable
 * @property {string[][]} values the words of each facet
 * @property {number[][]} kinds the words, as numbers, that each kind of row has
 * @property {Described[]} chunks
 * @property {{names: number, kinds: number, rows: number}} bytes
 * @typedef {{q: string, year: number, words: Record<string, string>, oldest?: boolean}} Question
 * @typedef {object} Scope
 * @property {Chunk[]} chunks
 * @property {boolean[] | null} kinds which ones, unless all
 * @property {boolean} [oldest]
 * @property {(row: number, kind: number) => boolean} has
 * @property {number} [word] asked of the first facet
 * @property {number} share of the rows of the chunks
 * @typedef {object} Answer
 * @property {() => Promise<number>} total
 * @property {(from: number, to: number) => Promise<number[]>} ids
 */

const NAMES = 256;
// what one more request costs, in bytes of a slow line
const REQUEST = 4000;

export class Store {
  /**
   * @param {URL} base
   * @param {string} version
   */
  constructor(base, version) {
    this.files = new Files(base, version);
    /** @type {Head | null} */
    this.known = null;
  }

  /** What open() has read. */
  get head() {
    if (!this.known) throw new Error("not open");
    return this.known;
  }

  /** Read before anything else. */
  async open() {
    this.known = await this.files.json("head");
    return this.head;
  }

  /**
   * @param {Question} question
   * @returns {Promise<Answer>}
   */
  async ask(question) {
    const scope = this.scope(question);
    if (!question.q) return new Counted(this, scope);
    const [names, keyed] = await Promise.all([namesWith(this.files, question.q), rowsKeyed(this.files, question.q)]);
    const extra = keyed.filter(([row, kind]) => scope.has(row, kind)).map(([row]) => row);
    const parts = new Set(names.map((name) => Math.floor(name / NAMES)));
    const { names: plane, kinds, rows } = this.head.bytes;
    const part = scope.word === undefined ? plane : Math.ceil(plane * scope.share);
    const scan = scope.chunks.length * (part + REQUEST + (scope.kinds ? kinds + REQUEST : 0));
    if (parts.size * (rows + REQUEST) > Math.max(scan, 12 * REQUEST)) return new Scanned(this, scope, names, extra);
    return new Listed(await this.rowsOf(names, parts, scope, extra), scope);
  }

  /**
   * The chunks and kinds of rows that a question leaves.
   * @param {Question} question
   * @returns {Scope}
   */
  scope({ year, words, oldest }) {
    const { chunks, values, kinds } = this.head;
    const wanted = Object.entries(words).map(([facet, word]) => [Number(facet), values[Number(facet)].indexOf(word)]);
    const fits = (/** @type {number[]} */ kind) => wanted.every(([facet, word]) => kind[facet] === word);
    const allowed = wanted.length ? kinds.map(fits) : null;
    const inYear = chunks.map((chunk, number) => new Chunk(chunk, number, allowed)).filter((c) => !year || c.year === year);
    const left = inYear.filter((chunk) => chunk.count);
    /** @type {Scope["has"]} */
    const has = (row, kind) => (!allowed || allowed[kind]) && left.some((chunk) => chunk.holds(row));
    // rows with a word of the first facet have files of names of their own
    const word = wanted.find(([facet]) => facet === 0)?.[1];
    const sizes = left.reduce(([of, all], chunk) => [of + chunk.count, all + chunk.size], [0, 0]);
    const share = sizes[1] ? sizes[0] / sizes[1] : 0;
    return { chunks: oldest ? left : left.reverse(), kinds: allowed, oldest, has, word, share };
  }

  /**
   * How many rows each word of a facet has under the other choices; "year" is a facet as well.
   * @param {Question} question
   * @param {number | "year"} facet
   */
  counts(question, facet) {
    const words = { ...question.words };
    delete words[facet];
    const { chunks, kinds } = this.scope({ ...question, words, year: facet === "year" ? 0 : question.year });
    /** @type {Map<string | number, number>} */
    const found = new Map();
    const add = (/** @type {string | number} */ key, /** @type {number} */ count) =>
      found.set(key, (found.get(key) ?? 0) + count);
    for (const chunk of chunks) {
      for (const [kind, count] of chunk.kinds()) {
        if (kinds && !kinds[kind]) continue;
        add(facet === "year" ? chunk.year : this.head.values[facet][this.head.kinds[kind][facet]], count);
      }
    }
    return found;
  }

  /**
   * Rows with these names, read from the lists of each name.
   * @param {number[]} names
   * @param {Set<number>} parts the files that these are in
   * @param {Scope} scope
   * @param {number[]} extra rows besides
   */
  async rowsOf(names, parts, scope, extra) {
    const wanted = [...parts];
    const read = await Promise.all(wanted.map((part) => this.files.json(`s/${part}`)));
    const lists = new Map(wanted.map((part, i) => [part, read[i]]));
    const found = new Set(extra);
    for (const name of names) {
      const [steps, kinds] = lists.get(Math.floor(name / NAMES));
      const place = name % NAMES;
      summed(steps[place]).forEach((row, i) => scope.has(row, kinds[place][i]) && found.add(row));
    }
    return [...found].sort((a, b) => a - b);
  }

  /**
   * The cells of rows, in the order of the columns.
   * @param {number[]} ids
   * @returns {Promise<string[][]>}
   */
  async rows(ids) {
    const { block, plain, facets, values, kinds } = this.head;
    const blocks = new Map();
    for (const id of ids) blocks.set(Math.floor(id / block), null);
    await Promise.all([...blocks.keys()].map(async (b) => blocks.set(b, await this.files.json(`b/${b}`))));
    return ids.map((id) => {
      const [kindOf, ...columns] = blocks.get(Math.floor(id / block));
      /** @type {string[]} */
      const cells = [];
      plain.forEach((place, i) => (cells[place] = columns[i][id % block]));
      facets.forEach((place, i) => (cells[place] = values[i][kinds[kindOf[id % block]][i]]));
      return cells;
    });
  }
}

class Chunk {
  /**
   * @param {Described} described
   * @param {number} number
   * @param {boolean[] | null} allowed kinds
   */
  constructor([year, first, size, counts], number, allowed) {
    this.year = year;
    this.first = first;
    this.size = size;
    this.counts = counts;
    this.number = number;
    this.count = 0;
    for (const [kind, count] of this.kinds()) if (!allowed || allowed[kind]) this.count += count;
  }

  /** @returns {Generator<[number, number]>} */
  *kinds() {
    for (let i = 0; i < this.counts.length; i += 2) yield [this.counts[i], this.counts[i + 1]];
  }

  /** @param {number} row */
  holds(row) {
    return row >= this.first && row < this.first + this.size;
  }

  /**
   * Its rows in the order asked for.
   * @param {boolean} [oldest]
   */
  *rows(oldest) {
    for (let i = 0; i < this.size; i++) yield oldest ? i : this.size - 1 - i;
  }
}

/** Rows known one by one. */
class Listed {
  /**
   * @param {number[]} rows
   * @param {Scope} scope
   */
  constructor(rows, { oldest }) {
    this.found = oldest ? rows : rows.reverse();
  }

  async total() {
    return this.found.length;
  }

  /**
   * @param {number} from
   * @param {number} to
   */
  async ids(from, to) {
    return this.found.slice(from, to);
  }
}

/** Rows of some kinds: how many is known before any of them is read. */
class Counted {
  /**
   * @param {Store} store
   * @param {Scope} scope
   */
  constructor(store, scope) {
    this.store = store;
    this.scope = scope;
  }

  async total() {
    return this.scope.chunks.reduce((sum, chunk) => sum + chunk.count, 0);
  }

  /**
   * @param {number} from
   * @param {number} to
   */
  async ids(from, to) {
    const { chunks, kinds, oldest } = this.scope;
    /** @type {number[]} */
    const found = [];
    let before = 0;
    for (const chunk of chunks) {
      if (before + chunk.count > from && before < to) {
        const kindOf = kinds ? await this.store.files.numbers(`p/${chunk.number}`) : null;
        let place = before;
        for (const row of chunk.rows(oldest)) {
          if (kinds && kindOf && !kinds[kindOf[row]]) continue;
          if (place >= from && place < to) found.push(chunk.first + row);
          if (++place >= to) break;
        }
      }
      before += chunk.count;
    }
    return found;
  }
}

/** Rows with one of very many names: read chunk by chunk, until there are enough. */
class Scanned {
  /**
   * @param {Store} store
   * @param {Scope} scope
   * @param {number[]} names
   * @param {number[]} extra rows besides
   */
  constructor(store, scope, names, extra) {
    this.store = store;
    this.scope = scope;
    this.names = names;
    this.read = 0;
    /** @type {number[]} */
    this.found = [];
    this.extra = new Set(extra);
    this.wanted = new Set(names);
  }

  async total() {
    if (!this.scope.kinds && !this.extra.size && this.scope.chunks.length === this.store.head.chunks.length) {
      /** @type {number[]} */
      const counts = await this.store.files.json("counts");
      return this.names.reduce((sum, name) => sum + counts[name], 0);
    }
    // what is left is fetched at once, only put in order one by one
    this.scope.chunks.slice(this.read).forEach((chunk) => this.planes(chunk).catch(() => {}));
    await this.until(Infinity);
    return this.found.length;
  }

  /**
   * @param {number} from
   * @param {number} to
   */
  async ids(from, to) {
    await this.until(to);
    return this.found.slice(from, to);
  }

  /**
   * The names of a chunk's rows, and their kinds where these matter; names of one word's rows stand close.
   * @param {Chunk} chunk
   */
  planes({ number }) {
    const { files } = this.store;
    const { kinds, word } = this.scope;
    const names = word === undefined ? `n/${number}` : `u/${number}-${word}`;
    return Promise.all([files.numbers(names), kinds ? files.numbers(`p/${number}`) : null]);
  }

  /** @param {number} enough */
  async until(enough) {
    const { chunks } = this.scope;
    while (this.found.length < enough && this.read < chunks.length) {
      const chunk = chunks[this.read];
      const planes = await this.planes(chunk);
      if (chunk !== chunks[this.read]) continue;
      this.read++;
      this.sift(chunk, ...planes);
    }
  }

  /**
   * @param {Chunk} chunk
   * @param {Uint32Array} nameOf
   * @param {Uint32Array | null} kindOf
   */
  sift(chunk, nameOf, kindOf) {
    const { kinds, oldest, word } = this.scope;
    const close = word !== undefined;
    let next = oldest ? 0 : nameOf.length - 1;
    for (const row of chunk.rows(oldest)) {
      let place = row;
      if (close) {
        if (kindOf && this.store.head.kinds[kindOf[row]][0] !== word) continue;
        place = next;
        next += oldest ? 1 : -1;
      }
      if (kinds && kindOf && !kinds[kindOf[row]]) continue;
      if (this.wanted.has(nameOf[place]) || this.extra.has(chunk.first + row)) this.found.push(chunk.first + row);
    }
  }
}
