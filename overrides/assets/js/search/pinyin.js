// What Latin letters mean on a Chinese site: words of titles, units and columns by how they are read, in full
// (dianti), by the first letters (jzdt), or mixed. Small files, read only when somebody types Latin letters.
import { load } from "./load.js";
import { piecesOf } from "./pieces.js";

/**
 * @import { Pieces } from "./pieces.js"
 * @typedef {{keys: string[], names: string[], syllables: string[]}} Listed
 * @typedef {[string, string, number]} Phrase a run of words, its syllables, in how many names it stands
 * @typedef {object} Meaning
 * @property {string} text the words, in Chinese
 * @property {number} exact how well they are read so: FULL, FIRST or MIXED
 * @property {number} count in how many names
 */

export const LATIN = /^[a-z][a-z' ]+$/i;
export const [MIXED, FIRST, FULL] = [1, 2, 3];
const MOST = 3;
const LETTERS = 3; // fewer first letters would mean anything
const ENDS = [/^[zcs]h/, /^./];

export class Pinyin {
  /**
   * `root` holds `name`, the list of the files, and `readings`, how characters are read.
   * @param {URL} root
   * @param {{pinyin: string, readings: Pieces}} names
   */
  constructor(root, names) {
    this.root = root;
    this.names = names;
    /** @type {Map<string, Promise<any>>} */
    this.known = new Map();
  }

  /**
   * The words that Latin letters may mean, the likeliest first; `typing`: the last syllable may be unfinished.
   * @param {string} query
   * @param {boolean} [typing]
   * @returns {Promise<string[]>}
   */
  async meant(query, typing = false) {
    if (!LATIN.test(query)) return [];
    const whole = await this.spelt(query, typing);
    const parts = query.trim().split(/\s+/);
    if (whole.length || typing || parts.length < 2) return whole;
    // caizhengju dianhua: no name has both, but each is a word
    const words = await Promise.all(parts.map((part) => this.spelt(part)));
    return words.every((found) => found.length) ? [words.map(([first]) => first).join(" ")] : [];
  }

  /**
   * The same of letters that are one phrase.
   * @param {string} query
   * @param {boolean} [typing]
   * @returns {Promise<string[]>}
   */
  async spelt(query, typing = false) {
    const letters = query.toLowerCase().replace(/[^a-z]/g, "");
    if (letters.length < 2) return [];
    /** @type {Map<string, Meaning>} */
    const found = new Map();
    for (const [text, read, count] of await this.phrases(letters)) {
      const syllables = read.split(" ");
      const fit = fitting(letters, syllables, typing);
      if (fit && (fit.exact > FIRST || letters.length >= LETTERS)) add(found, Array.from(text).slice(0, fit.length).join(""), fit.exact, count);
    }
    return best(found);
  }

  /**
   * Words of the site that are read as Chinese characters are, and are written otherwise.
   * @param {string} text
   * @returns {Promise<string[]>}
   */
  async alike(text) {
    this.listed().catch(() => {}); // told when it is needed
    const read = await this.read(text);
    if (!read || read.length < 2) return [];
    const sounds = read.map(sound);
    /** @type {Map<string, Meaning>} */
    const found = new Map();
    for (const [words, syllables, count] of await this.of(read[0][0] + read[1][0])) {
      const other = syllables.split(" ").slice(0, read.length);
      if (other.length < read.length || other.map(sound).join(" ") !== sounds.join(" ")) continue;
      const same = Array.from(words).slice(0, read.length).join("");
      if (same !== text) add(found, same, other.join(" ") === read.join(" ") ? FULL : MIXED, count);
    }
    return best(found);
  }

  /**
   * The syllables of a text, null where a character is not known.
   * @param {string} text
   */
  async read(text) {
    /** @type {Record<string, string>[]} */
    const pieces = await Promise.all(piecesOf(text, this.names.readings).map((name) => this.once(name)));
    const readings = pieces.flatMap((piece) => Object.entries(piece));
    const syllables = Array.from(text, (char) => readings.find(([, characters]) => characters.includes(char))?.[0]);
    return syllables.includes(undefined) ? null : /** @type {string[]} */ (syllables);
  }

  /** @param {string} letters */
  async phrases(letters) {
    const { syllables } = await this.listed();
    const begins = [...syllables.filter((each) => letters.startsWith(each)), letters[0], letters.slice(0, 2)];
    const second = begins.map((each) => letters[each.length]).filter(Boolean);
    const keys = [...new Set(second)].map((letter) => letters[0] + letter);
    return (await Promise.all(keys.map((key) => this.of(key)))).flat();
  }

  /**
   * Phrases whose first two syllables begin with these two letters.
   * @param {string} key
   * @returns {Promise<Phrase[]>}
   */
  async of(key) {
    const { keys, names } = await this.listed();
    const at = keys.filter((first) => first <= key).length - 1;
    return at < 0 ? [] : ((await this.once(names[at]))[key] ?? []);
  }

  /** @returns {Promise<Listed>} */
  listed() {
    return this.once(this.names.pinyin);
  }

  /**
   * Keeps what was read; forgets a failure.
   * @param {string} name
   */
  once(name) {
    const known = this.known.get(name) ?? load(new URL(name, this.root));
    this.known.set(name, known);
    known.catch(() => this.known.delete(name));
    return known;
  }
}

/**
 * How letters read the first syllables of a phrase: how many of them, and how exactly; null where they do not.
 * @param {string} letters
 * @param {string[]} syllables
 * @param {boolean} typing
 * @returns {{length: number, exact: number} | null}
 */
export function fitting(letters, syllables, typing = false) {
  const first = spent(letters, syllables, (each) => ENDS.map((end) => end.exec(each)?.[0] ?? ""));
  const full = spent(letters, syllables, (each) => [each], typing);
  const mixed = spent(letters, syllables, (each) => [each, ...ENDS.map((end) => end.exec(each)?.[0] ?? "")], typing);
  if (full) return { length: full, exact: FULL };
  if (first) return { length: first, exact: FIRST };
  return mixed ? { length: mixed, exact: MIXED } : null;
}

/**
 * How many syllables all letters are spent on, each written in one of some ways; 0 where they are not.
 * @param {string} letters
 * @param {string[]} syllables
 * @param {(syllable: string) => string[]} ways
 * @param {boolean} [typing]
 * @returns {number}
 */
function spent(letters, syllables, ways, typing = false, at = 0) {
  if (!letters) return at;
  if (at === syllables.length) return 0;
  if (typing && at && syllables[at].startsWith(letters)) return at + 1;
  for (const way of ways(syllables[at])) {
    if (!way || !letters.startsWith(way)) continue;
    const length = spent(letters.slice(way.length), syllables, ways, typing, at + 1);
    if (length) return length;
  }
  return 0;
}

/**
 * Syllables that are told apart in some regions only are one sound.
 * @param {string} syllable
 */
function sound(syllable) {
  return syllable.replace(/^([zcs])h/, "$1").replace(/ng$/, "n");
}

/**
 * @param {Map<string, Meaning>} found
 * @param {string} text
 * @param {number} exact
 * @param {number} count
 */
function add(found, text, exact, count) {
  const known = found.get(text);
  if (known) Object.assign(known, { exact: Math.max(known.exact, exact), count: known.count + count });
  else if (text.length > 1) found.set(text, { text, exact, count });
}

/**
 * The likeliest: only those read most exactly, the most frequent first.
 * @param {Map<string, Meaning>} found
 */
function best(found) {
  const all = [...found.values()];
  const exact = Math.max(0, ...all.map((each) => each.exact));
  return all.filter((each) => each.exact === exact).sort((a, b) => b.count - a.count).slice(0, MOST).map(({ text }) => text);
}
