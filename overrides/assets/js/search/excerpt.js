// The piece of a text worth showing, and what to mark in it.
import { BREAK, located } from "./normalise.js";

/**
 * @typedef {[number, number]} Place where something begins, and behind its end
 * @typedef {{text: string, match: boolean}} Piece
 */

const BEFORE = 30;
const LENGTH = 120;

/**
 * Sorted places, those that touch made one.
 * @param {Place[]} found
 */
function apart(found) {
  /** @type {Place[]} */
  const kept = [];
  for (const [start, end] of found) {
    const last = kept.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else kept.push([start, end]);
  }
  return kept;
}

/**
 * The whole text in pieces: [{text, match}]; `found` is where it matches.
 * @param {string} text
 * @param {Place[]} found
 */
export function marked(text, found) {
  return cut(text, 0, text.length, apart(found));
}

/**
 * Some 120 characters around the first match (or from the beginning), in pieces.
 * @param {string} text
 * @param {Place[]} matches
 * @param {boolean} [begins] from the beginning, wherever the match is
 */
export function excerpt(text, matches, begins = false) {
  const found = apart(matches);
  const first = (begins ? null : found[0]) ?? [0, 0];
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
