// Where strings stand in a text as it was written, though they are compared in another form.
import { STOP, compact } from "./normalise.js";

/** @import { Place } from "./excerpt.js" */

// signs that belong to the one before
const MARKED = /\p{M}/u;
/** @type {Map<string, string>} */
const known = new Map();

/**
 * Sorted [start, end] of every one of the parts in the text.
 * @param {string} text
 * @param {string[]} parts
 * @returns {Place[]}
 */
export function spots(text, parts) {
  const pieces = MARKED.test(text) ? (text.match(/\P{M}\p{M}*|\p{M}+/gu) ?? []) : text;
  let plain = "";
  for (const piece of pieces) plain += alike(piece);
  /** @type {Place[]} */
  const places = [];
  for (const part of parts) {
    for (let at = plain.indexOf(part); at >= 0; at = plain.indexOf(part, at + 1)) places.push([at, at + part.length - 1]);
  }
  if (!places.length) return places;
  const { starts, ends } = origins(pieces);
  /** @type {Place[]} */
  const found = places.map(([first, last]) => [starts[first], ends[last]]);
  return found.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

/**
 * Where each unit of a text as it is compared comes from.
 * @param {Iterable<string>} pieces
 */
function origins(pieces) {
  /** @type {number[]} */
  const starts = [];
  /** @type {number[]} */
  const ends = [];
  let at = 0;
  for (const piece of pieces) {
    for (let units = alike(piece).length; units > 0; units -= 1) {
      starts.push(at);
      ends.push(at + piece.length);
    }
    at += piece.length;
  }
  return { starts, ends };
}

/** @param {string} piece */
function alike(piece) {
  const found = known.get(piece);
  if (found !== undefined) return found;
  const same = piece === "\n" ? STOP : compact(piece);
  if (known.size < 20000) known.set(piece, same);
  return same;
}
