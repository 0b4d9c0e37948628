// How well a question of the knowledge base fits what was typed. Pure: words are data (answering.json).
import { normalise } from "./normalise.js";

/**
 * @typedef {object} Answering
 * @property {Record<string, string[]>} kinds what questions ask for, and the words by which they do
 * @property {string[]} weak kinds that say little: how, whether
 * @property {string[]} idle words that say nothing of the matter
 * @typedef {{pieces: string[], kinds: string[]}} Asked the words of the matter, and what is asked of it
 * @typedef {object} Fit
 * @property {number} asked share of what was typed that the question, its documents or its answer have, 0 to 1
 * @property {number} own share that the question itself has
 * @property {number} had share of the question that was typed
 */

const RUN = /[0-9a-z]+|[\u3400-\u9fff]+/g;
const HAN = /^[\u3400-\u9fff]/;
// how sure one must be: that what is asked for is the same, that little is known of it, that only the words are alike
const SAME = [{ asked: 0.8, had: 0.5 }, { asked: 0.95, had: 0.4 }];
const LITTLE = { own: 0.8, had: 0.6 };
const ONLY = { own: 0.95, had: 0.95 };
const FEW = 3; // characters that do not tell the matter

/** @param {string[]} words */
const one = (words) => new RegExp([...words].sort((a, b) => b.length - a.length).join("|"), "g");

/**
 * A question without what makes it one, and what it asks for.
 * @param {string} text
 * @param {Answering} words
 * @returns {Asked}
 */
export function content(text, words) {
  /** @type {Set<string>} */
  const found = new Set();
  const { of, asking, idle } = read(words);
  const plain = normalise(text).replaceAll(" ", "").replace(asking, (word) => {
    found.add(of.get(word) ?? "");
    return " ";
  });
  return { pieces: plain.replace(idle, " ").match(RUN) ?? [], kinds: [...found] };
}

/** @type {WeakMap<Answering, {of: Map<string, string>, asking: RegExp, idle: RegExp}>} made once: many questions are compared */
const READ = new WeakMap();

/** @param {Answering} words */
function read(words) {
  const known = READ.get(words);
  if (known) return known;
  const of = new Map(Object.entries(words.kinds).flatMap(([kind, all]) => all.map((word) => /** @type {[string, string]} */ ([word, kind]))));
  const made = { of, asking: one([...of.keys()]), idle: one(words.idle) };
  READ.set(words, made);
  return made;
}

/**
 * Pairs of neighbouring Chinese characters, and whole words and numbers, as the index has them.
 * @param {string[]} pieces
 */
export function keys(pieces) {
  const found = pieces.flatMap((piece) => (HAN.test(piece) ? [...piece].slice(1).map((char, i) => piece[i] + char) : [piece]));
  return [...new Set(found)];
}

/**
 * @param {Asked} typed
 * @param {{question: string, about: string, answer: string}} card
 * @param {Answering} words
 * @param {(key: string) => number} weight of a pair: rare ones count for more
 * @returns {Fit}
 */
export function fit(typed, { question, about, answer }, words, weight) {
  const [own, all] = [question, `${question}\n${about}\n${answer}`].map((text) => normalise(text).replaceAll(" ", ""));
  const had = content(question, words).pieces;
  return {
    asked: share(typed.pieces, all, own, weight),
    own: share(typed.pieces, own, own, weight),
    had: had.length ? share(had, typed.pieces.join("\n"), typed.pieces.join("\n"), () => 1) : 1,
  };
}

/**
 * Whether it is good enough to be shown as the answer.
 * @param {Asked} typed
 * @param {Asked} question
 * @param {Fit} how
 * @param {Answering} words
 */
export function answers(typed, question, { asked, own, had }, { weak }) {
  const strong = typed.kinds.filter((kind) => !weak.includes(kind));
  const same = (strong.length ? strong : typed.kinds).some((kind) => question.kinds.includes(kind));
  const only = own >= ONLY.own && had >= ONLY.had;
  const few = typed.pieces.join("").length < FEW;
  if (few || !typed.kinds.length) return only && (few ? same : true);
  if (same && SAME.some((each) => asked >= each.asked && had >= each.had)) return true;
  return !strong.length && own >= LITTLE.own && had >= LITTLE.had;
}

/**
 * The share of the pieces that stand in a text: by pairs, single characters in a part of it only.
 * @param {string[]} pieces
 * @param {string} text
 * @param {string} single
 * @param {(key: string) => number} weight
 */
function share(pieces, text, single, weight) {
  let [sum, found] = [0, 0];
  for (const piece of pieces) {
    const parts = HAN.test(piece) ? [...piece] : [piece];
    const held = parts.map((part, i) => [i - 1, i].some((at) => at >= 0 && at + 1 < parts.length && text.includes(parts[at] + parts[at + 1])) || (!HAN.test(part) && text.includes(part)));
    parts.forEach((part, i) => {
      const worth = Math.max(...pairsAt(parts, i).map(weight));
      const alone = !held[i] && held[i - 1] !== false && held[i + 1] !== false;
      sum += worth;
      if (held[i] || (alone && single.includes(part))) found += worth;
    });
  }
  return sum ? found / sum : 0;
}

/**
 * The pairs that a character of a piece is in, or itself.
 * @param {string[]} parts
 * @param {number} i
 */
function pairsAt(parts, i) {
  const pairs = [parts.slice(i - 1, i + 1), parts.slice(i, i + 2)].filter((pair) => pair.length === 2);
  return pairs.length ? pairs.map((pair) => pair.join("")) : [parts[i]];
}
