// The files of a shard of the gram index: each fetched once, unpacked by the browser itself, and read.
import { fetched } from "./load.js";
import { table, text, unpacked } from "./packed.js";

/**
 * @import { Table } from "./packed.js"
 * @typedef {{keys: string[], starts: Uint32Array, documents: Uint16Array, heads: Uint16Array}} Leaves leaf n has the
 *     places starts[n] … starts[n + 1]; of each the document, and where in title and number it is, counted from 1, above
 *     three flags: 1 where a word or number has begun before, 2 where it goes on behind the key, 4 soon behind them
 * @typedef {{found: Uint16Array, partial: Uint16Array, titled: Uint16Array, places: Uint8Array}} Holding
 */

const KEPT = 1600; // read files kept in memory: some 20 MB

export class GramFiles {
  /**
   * @param {URL} base
   * @param {string} tag
   * @param {RequestPriority} [priority]
   */
  constructor(base, tag, priority = "auto") {
    this.base = base;
    this.tag = tag;
    this.priority = priority;
    /** @type {Map<string, Promise<any>>} */
    this.known = new Map();
  }

  /** @param {string} name */
  async fetch(name) {
    const response = await fetched(new URL(name, this.base), { priority: this.priority });
    if (!response.ok) throw new Error(`${response.status} ${name}`);
    return unpacked(await response.arrayBuffer());
  }

  /** How many documents there are, and the tables that lead to their places. */
  head() {
    return this.once("head", async () => {
      const about = JSON.parse(text(await this.fetch(`head.gram?v=${this.tag}`)));
      for (const name of ["bounds", "hot"]) about[name] = table(about[name]);
      return about;
    });
  }

  /**
   * What is known of each document: the values of filters, and columns of numbers by their place. Each is packed by
   * itself, behind its length.
   * @param {number} count of documents
   */
  columns(count) {
    return this.once("head columns", async () => {
      const bytes = await this.fetch(`columns.gram?v=${this.tag}`);
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      const parts = [];
      for (let at = 0; at < bytes.length; ) {
        const begin = at + 4;
        at = begin + view.getUint32(at);
        parts.push(unpacked(bytes.slice(begin, at).buffer));
      }
      const [about, ...columns] = await Promise.all(parts);
      const { facets, kinds } = JSON.parse(text(about));
      return { facets, kinds, column: (/** @type {number} */ n) => pairs(columns[n], 0, count) };
    });
  }

  /**
   * @param {string} name
   * @returns {Promise<Table>}
   */
  table(name) {
    return this.once(name, async () => table(JSON.parse(text(await this.fetch(`index/${name}.gram`)))));
  }

  /**
   * @param {string} name
   * @returns {Promise<Leaves>}
   */
  leaves(name) {
    return this.once(name, async () => leaves(await this.fetch(`index/${name}.gram`)));
  }

  /**
   * The documents of each hot string of a file.
   * @param {string} name
   * @param {number} count of documents in the shard
   * @returns {Promise<(string: string) => Holding | null>}
   */
  hot(name, count) {
    return this.once(name, async () => holdings(await this.fetch(`index/${name}.gram`), count));
  }

  /**
   * Keeps what was read, the newest of it; forgets a failure, so that the next search tries again.
   * @template T
   * @param {string} name
   * @param {() => Promise<T>} read
   * @returns {Promise<T>}
   */
  once(name, read) {
    const known = this.known.get(name);
    if (known) return known;
    const reading = read();
    this.known.set(name, reading);
    if (this.known.size > KEPT) {
      const oldest = [...this.known.keys()].find((each) => !each.startsWith("head"));
      if (oldest) this.known.delete(oldest);
    }
    reading.catch(() => this.known.delete(name));
    return reading;
  }
}

/**
 * JSON behind its length, and where it ends.
 * @param {Uint8Array} bytes
 * @returns {[any, number]}
 */
function heading(bytes) {
  const end = 4 + new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  return [JSON.parse(text(bytes.subarray(4, end))), end];
}

/**
 * Numbers of 16 bits: all low bytes, then all high ones.
 * @param {Uint8Array} bytes
 * @param {number} at
 * @param {number} count
 */
function pairs(bytes, at, count) {
  const found = new Uint16Array(count);
  for (let i = 0; i < count; i += 1) found[i] = bytes[at + i] | (bytes[at + count + i] << 8);
  return found;
}

/**
 * @param {Uint8Array} bytes
 * @returns {Leaves}
 */
function leaves(bytes) {
  const count = bytes[0] | (bytes[1] << 8);
  const size = bytes[2] | (bytes[3] << 8);
  const at = 4 + 4 * count;
  const letters = String.fromCharCode(...pairs(bytes, at, size));
  const keys = [];
  const starts = new Uint32Array(count + 1);
  const counts = pairs(bytes, 4 + 2 * count, count);
  for (let i = 0, from = 0, key = ""; i < count; i += 1) {
    key = key.slice(0, bytes[4 + i]) + letters.slice(from, (from += bytes[4 + count + i]));
    keys.push(key);
    starts[i + 1] = starts[i] + counts[i];
  }
  const documents = pairs(bytes, at + 2 * size, starts[count]);
  return { keys, starts, documents, heads: pairs(bytes, at + 2 * size + 2 * starts[count], starts[count]) };
}

/**
 * Steps become the numbers they lead to.
 * @param {Uint16Array} steps
 */
function sum(steps) {
  for (let i = 1; i < steps.length; i += 1) steps[i] += steps[i - 1];
  return steps;
}

/**
 * What a file says of a string, read when it is asked for: of some, more documents than the file has bytes.
 * @param {Uint8Array} bytes
 * @param {number} documents
 */
function holdings(bytes, documents) {
  const [list, end] = heading(bytes);
  const size = (/** @type {number} */ held) => (held * 8 > documents ? (documents + 7) >> 3 : 2 * held);
  /** @type {Map<string, number[]>} where each begins, and its numbers */
  const places = new Map();
  let at = end;
  for (const [string, held, partial, titled] of list) {
    places.set(string, [at, held, partial, titled]);
    at += size(held) + 2 * partial + 3 * titled;
  }
  return (/** @type {string} */ string) => {
    const [begin, held, partial, titled] = places.get(string) ?? [];
    if (begin === undefined) return null;
    const rest = begin + size(held);
    const found = held * 8 > documents ? ones(bytes.subarray(begin, rest), held) : sum(pairs(bytes, begin, held));
    const heads = rest + 2 * partial;
    return {
      found,
      partial: sum(pairs(bytes, rest, partial)),
      titled: sum(pairs(bytes, heads, titled)),
      places: bytes.subarray(heads + 2 * titled, heads + 3 * titled),
    };
  };
}

/**
 * @param {Uint8Array} bits
 * @param {number} count
 */
function ones(bits, count) {
  const found = new Uint16Array(count);
  for (let at = 0, n = 0; n < count; at += 1) {
    for (let left = bits[at]; left; left &= left - 1) found[n++] = 8 * at + 31 - Math.clz32(left & -left);
  }
  return found;
}
