// The files of a dataset's column store: each fetched once, by plain GET, and unpacked by the browser itself.

export class Files {
  /**
   * @param {URL} base
   * @param {string} version
   */
  constructor(base, version) {
    this.base = base;
    this.version = version;
    /** @type {Map<string, Promise<any>>} */
    this.known = new Map();
  }

  /**
   * A file of JSON.
   * @param {string} name
   * @returns {Promise<any>}
   */
  json(name) {
    return this.once(name, async () => JSON.parse(new TextDecoder().decode(await this.fetch(name))));
  }

  /**
   * A file of numbers below 2^24: all lowest bytes, all middle ones, all highest ones.
   * @param {string} name
   * @returns {Promise<Uint32Array>}
   */
  numbers(name) {
    return this.once(name, async () => {
      const bytes = await this.fetch(name);
      const count = bytes.length / 3;
      const found = new Uint32Array(count);
      for (let i = 0; i < count; i++) found[i] = bytes[i] | (bytes[count + i] << 8) | (bytes[2 * count + i] << 16);
      return found;
    });
  }

  /** @param {string} name */
  async fetch(name) {
    const response = await fetch(new URL(`${name}.bin?v=${this.version}`, this.base));
    if (!response.ok) throw new Error(`${response.status} ${name}`);
    const packed = new Uint8Array(await response.arrayBuffer());
    // some servers unpack on the way
    if (packed[0] !== 0x1f || packed[1] !== 0x8b) return packed;
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  }

  /**
   * Keeps what was read; forgets a failure, so that the next question tries again.
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
    reading.catch(() => this.known.delete(name));
    return reading;
  }
}

/**
 * Rising numbers from their steps.
 * @param {number[]} steps
 */
export function summed(steps) {
  let sum = 0;
  return steps.map((step) => (sum += step));
}

/**
 * The last place whose first entry is not greater; 0 where none is.
 * @param {string[]} firsts
 * @param {string} key
 */
export function fileOf(firsts, key) {
  let low = 0;
  let high = firsts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (firsts[middle] <= key) low = middle;
    else high = middle;
  }
  return low;
}

/**
 * The places of all files that may hold entries beginning with these characters.
 * @param {string[]} firsts
 * @param {string} start
 */
export function filesWith(firsts, start) {
  const found = [];
  for (let file = fileOf(firsts, start); file < firsts.length; file++) {
    if (file > 0 && firsts[file] > start && !firsts[file].startsWith(start)) break;
    found.push(file);
  }
  return firsts.length ? found : [];
}
