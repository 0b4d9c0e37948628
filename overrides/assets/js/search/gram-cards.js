// The cards of a shard of the gram index: what is shown of a document, and all there is to look for in it.
import { load } from "./load.js";
import { STOP, compact, prepare } from "./normalise.js";

/** @import { Card } from "./search.js" */

const KEPT = 8000; // of all shards, in memory: some 40 MB
const RUN = /[0-9a-z]/;

/** @type {WeakMap<URL, Map<string, Promise<Card>>>} cards that were read, by the index they are of and their address */
const READ = new WeakMap();

export class Cards {
  /**
   * @param {URL} root of the index
   * @param {URL} base of the shard
   * @param {string} tag
   */
  constructor(root, base, tag) {
    this.base = base;
    this.tag = tag;
    this.known = READ.get(root) ?? new Map();
    READ.set(root, this.known);
    /** @type {WeakMap<Card, string>} */
    this.compared = new WeakMap();
  }

  /**
   * What is shown of a document.
   * @param {string} id
   * @returns {Promise<Card>}
   */
  card(id) {
    const address = `${this.base.pathname}${id}`;
    const known = this.known.get(address);
    if (known) return known;
    const reading = this.read(id);
    this.known.set(address, reading);
    if (this.known.size > KEPT) this.known.delete(this.known.keys().next().value ?? "");
    reading.catch(() => this.known.delete(address));
    return reading;
  }

  /**
   * @param {string} id
   * @returns {Promise<Card>}
   */
  async read(id) {
    const card = await load(new URL(`text/${id}.json?v=${this.tag}`, this.base));
    await prepare(Object.values(card).join(""));
    return card;
  }

  /**
   * Looks for a part in the document itself: where it stands first, whether anywhere as a whole, and how many
   * characters the questions take that stand before names and text.
   * @param {string} id
   * @param {string} part
   */
  async look(id, part) {
    const card = await this.card(id);
    const text = this.compared.get(card) ?? compared(card);
    this.compared.set(card, text);
    const first = text.indexOf(part);
    return { first, whole: stands(text, part, first), asked: compact(card.asked ?? "").length };
  }
}

/**
 * All fields of a document as they are compared.
 * @param {Card} card
 */
function compared({ title, number, asked = "", unit, extra, text }) {
  return [title, number, asked, unit, extra, text].map(compact).join(STOP);
}

/**
 * Whether a part stands in a text somewhere without being part of a longer word or number.
 * @param {string} text
 * @param {string} part
 * @param {number} first
 */
function stands(text, part, first) {
  const open = (/** @type {number} */ at) => RUN.test(text[at - 1] ?? "") && RUN.test(text[at] ?? "");
  for (let at = first; at >= 0; at = text.indexOf(part, at + 1)) {
    if (!open(at) && !open(at + part.length)) return true;
  }
  return false;
}
