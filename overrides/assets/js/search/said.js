// What people say and what documents have for it, in pieces by the first character of a word: a query needs a few of
// them (hooks/gongkai/search/words.py writes them).
import { load } from "./load.js";
import { normalise } from "./normalise.js";
import { piecesOf } from "./pieces.js";

/**
 * @import { Pieces } from "./pieces.js"
 * @import { Tables } from "./wording.js"
 */

export class Said {
  /**
   * @param {URL} root
   * @param {Pieces} pieces
   * @param {Tables} tables what was read is put into
   * @param {string[][]} units names of those that have a matter in their care
   */
  constructor(root, pieces, tables, units) {
    this.root = root;
    this.pieces = pieces;
    this.tables = tables;
    this.units = units;
    /** @type {Map<string, Promise<void>>} */
    this.known = new Map();
  }

  /**
   * Reads all words that a text may have; what was read before is not read again.
   * @param {string} text
   */
  async read(text) {
    await Promise.all(piecesOf(normalise(text), this.pieces).map((name) => this.piece(name)));
  }

  /** Forgets a failure, so that the next search tries again. @param {string} name */
  piece(name) {
    const known = this.known.get(name) ?? load(new URL(name, this.root)).then((piece) => this.add(piece));
    this.known.set(name, known);
    known.catch(() => this.known.delete(name));
    return known;
  }

  /** @param {{aliases: Record<string, string[] | number>, alike: Record<string, string[]>}} piece */
  add({ aliases, alike }) {
    const { tables } = this;
    for (const [word, meant] of Object.entries(aliases)) {
      if (typeof meant === "number") tables.care.push(word);
      tables.aliases[word] = typeof meant === "number" ? this.units[meant] : meant;
    }
    Object.assign(tables.alike, alike);
  }
}
