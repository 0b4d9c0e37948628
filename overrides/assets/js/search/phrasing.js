// How near two questions are by how they are put, where words alone do not tell: whether they ask for the same (how
// much, when, where), and how many characters stand beside each other in both. Pure.

/**
 * @import { Answering } from "./answer-fit.js"
 * @import { Matter } from "./matter.js"
 * @import { Gathering } from "./ranking.js"
 */

const VAGUE = "which"; // 什么 and 哪些 are part of every other kind

export class Phrasing {
  /**
   * @param {Matter} matter what was typed
   * @param {Answering} answering
   * @param {Gathering} weights
   */
  constructor({ plain, asks, tells }, { kinds, weak }, { kind, unlike, letters }) {
    this.kinds = Object.entries(kinds).filter(([name]) => !weak.includes(name) && name !== VAGUE).map(([, words]) => words);
    this.asked = this.of(plain);
    this.pairs = asks || tells ? pairs(plain.replaceAll(" ", "")) : new Set(); // a mere word stands in any question
    this.weights = { kind, unlike, letters };
  }

  /**
   * How near a question is, `words` of which are the share of what was typed that its words hold.
   * @param {string} line
   * @param {number} words
   */
  near(line, words) {
    const { kind, unlike, letters } = this.weights;
    const own = this.asked.length ? this.of(line) : [];
    const factor = own.some((each) => this.asked.includes(each)) ? kind : own.length ? unlike : 1;
    return words * factor + letters * shared(this.pairs, pairs(line));
  }

  /** @type {(text: string) => string[][]} the kinds of question that a text asks */
  of(text) {
    return this.kinds.filter((words) => words.some((word) => text.includes(word)));
  }
}

/** @type {(text: string) => Set<string>} */
const pairs = (text) => new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));

/** @type {(some: Set<string>, others: Set<string>) => number} 0 to 1 */
function shared(some, others) {
  const both = [...some].filter((pair) => others.has(pair)).length;
  return both && (2 * both) / (some.size + others.size);
}
