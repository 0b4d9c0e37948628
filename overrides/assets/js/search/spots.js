// Where strings stand in a text as it was written, though they are compared in another form.
import { STOP, compact } from "./normalise.js";

/** @import { Place } from "./excerpt.js" */

// signs that belong to the one before
const MARKED = /\p{M}/u;
const HALF = /[\ud800-\udfff]/;
/** @type {Map<number, string>} by the number of the sign */
const known = new Map();
const KEPT = 60; // texts: the same are shown while more is found, in titles, numbers and excerpts
/** @type {Map<string, Compared>} */
const texts = new Map();

/** @typedef {{pieces: Iterable<string>, plain: string, origins?: {starts: number[], ends: number[]}}} Compared */

/**
 * Sorted [start, end] of every one of the parts in the text.
 * @param {string} text
 * @param {string[]} parts
 * @returns {Place[]}
 */
export function spots(text, parts) {
  const compared = comparedOf(text);
  const { plain } = compared;
  /** @type {Place[]} */
  const places = [];
  for (const part of parts) {
    for (let at = plain.indexOf(part); at >= 0; at = plain.indexOf(part, at + 1)) places.push([at, at + part.length - 1]);
  }
  if (!places.length) return places;
  const { starts, ends } = (compared.origins ??= origins(compared.pieces));
  /** @type {Place[]} */
  const found = places.map(([first, last]) => [starts[first], ends[last]]);
  return found.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

/**
 * A text as it is compared; of the last ones it is known.
 * @param {string} text
 * @returns {Compared}
 */
function comparedOf(text) {
  const last = texts.get(text);
  if (last) return last;
  const pieces = MARKED.test(text) ? (text.match(/\P{M}\p{M}*|\p{M}+/gu) ?? []) : text;
  let plain = "";
  if (typeof pieces === "string" && !HALF.test(pieces)) for (let at = 0; at < pieces.length; at += 1) plain += single(pieces.charCodeAt(at));
  else for (const piece of pieces) plain += alike(piece);
  const compared = { pieces, plain };
  texts.set(text, compared);
  if (texts.size > KEPT) texts.delete([...texts.keys()][0]);
  return compared;
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

/** @type {(piece: string) => string} */
const alike = (piece) => (piece.length > 1 ? compact(piece) : single(piece.charCodeAt(0)));

/** @param {number} code */
function single(code) {
  let same = known.get(code);
  if (same === undefined) known.set(code, (same = code === 10 ? STOP : compact(String.fromCharCode(code))));
  return same;
}
