// Where the phrases stand in a text as it was written, and the piece of it worth showing.
import { BREAK, located } from "./normalise.js";

/**
 * @typedef {[number, number]} Place where something begins, and behind its end
 * @typedef {{text: string, match: boolean}} Piece
 */

const BEFORE = 30;
const LENGTH = 120;

/**
 * Sorted, separate [start, end] of every phrase (a list of tokens) in the text.
 * @param {string} text
 * @param {string[][]} phrases
 */
export function places(text, phrases) {
  const words = located(text);
  /** @type {Place[]} */
  const found = [];
  for (const phrase of phrases) {
    for (let i = 0; i + phrase.length <= words.length; i += 1) {
      if (phrase.every((token, k) => words[i + k].token === token)) {
        found.push([words[i].start, words[i + phrase.length - 1].end]);
      }
    }
  }
  found.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  /** @type {Place[]} */
  const apart = [];
  for (const [start, end] of found) {
    const last = apart.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else apart.push([start, end]);
  }
  return apart;
}

/**
 * The whole text in pieces: [{text, match}].
 * @param {string} text
 * @param {string[][]} phrases
 */
export function marked(text, phrases) {
  return cut(text, 0, text.length, places(text, phrases));
}

/**
 * Some 120 characters around the first match (or from the beginning), in pieces.
 * @param {string} text
 * @param {string[][]} phrases
 */
export function excerpt(text, phrases) {
  const found = places(text, phrases);
  const first = found[0] ?? [0, 0];
  const start = Math.min(beginning(text, first[0]), whole(text, Math.max(0, text.length - LENGTH)));
  const end = whole(text, Math.min(text.length, Math.max(start + LENGTH, first[1])));
  const pieces = cut(text, start, end, found);
  if (start > 0) pieces.unshift({ text: "…", match: false });
  if (end < text.length) pieces.push({ text: "…", match: false });
  return pieces.map(({ text: piece, match }) => ({ text: piece.replace(/\s+/g, " "), match }));
}

/**
 * @param {string} text
 * @param {number} match
 */
function beginning(text, match) {
  if (match <= BEFORE) return 0;
  const ends = located(text.slice(match - BEFORE, match)).filter(({ token }) => token === BREAK);
  const last = ends.at(-1);
  return last ? match - BEFORE + last.end : whole(text, match - BEFORE);
}

/**
 * Never between the two halves of a character outside the BMP, nor inside a Latin word or number.
 * @param {string} text
 * @param {number} at
 */
function whole(text, at) {
  let place = at;
  while (place > 0 && place < text.length && at - place < 20 && inside(text, place)) place -= 1;
  return place;
}

/**
 * @param {string} text
 * @param {number} place
 */
function inside(text, place) {
  return /[\udc00-\udfff]/.test(text[place]) || (/\w/.test(text[place]) && /\w/.test(text[place - 1]));
}

/**
 * @param {string} text
 * @param {number} from
 * @param {number} to
 * @param {Place[]} found
 */
function cut(text, from, to, found) {
  /** @type {Piece[]} */
  const pieces = [];
  let at = from;
  for (const [start, end] of found) {
    if (end <= from || start >= to) continue;
    if (start > at) pieces.push({ text: text.slice(at, start), match: false });
    pieces.push({ text: text.slice(Math.max(start, at), Math.min(end, to)), match: true });
    at = Math.min(end, to);
  }
  if (at < to) pieces.push({ text: text.slice(at, to), match: false });
  return pieces;
}
