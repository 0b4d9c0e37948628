// Where strings stand in a text as it was written, though they are compared in another form.
import { compact, free, unitwise, width } from "./normalise.js";

/** @import { Place } from "./excerpt.js" */

// signs that belong to the one before
const MARKED = /\p{M}/u;
const HALF = /[\ud800-\udfff]/;
const KEPT = 60; // texts: the same are shown while more is found, in titles, numbers and excerpts
/** @type {Map<string, Compared>} */
const texts = new Map();

/** @typedef {{pieces: string | string[], plain: string, origins?: {starts: Uint32Array, ends: Uint32Array}}} Compared */

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
  const { starts, ends } = (compared.origins ??= origins(compared));
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
  const bound = !free(text) && (MARKED.test(text) || HALF.test(text));
  const pieces = bound ? (text.match(/\P{M}\p{M}*|\p{M}+/gu) ?? []) : text;
  const compared = { pieces, plain: typeof pieces === "string" ? unitwise(pieces) : pieces.map(alike).join("") };
  texts.set(text, compared);
  if (texts.size > KEPT) texts.delete([...texts.keys()][0]);
  return compared;
}

/**
 * Where each unit of a text as it is compared comes from.
 * @param {Compared} compared
 */
function origins({ pieces, plain }) {
  const starts = new Uint32Array(plain.length);
  const ends = new Uint32Array(plain.length);
  for (let n = 0, at = 0, to = 0; n < pieces.length; n += 1) {
    const piece = pieces[n];
    for (const last = to + (piece.length > 1 ? alike(piece).length : width(piece.charCodeAt(0))); to < last; to += 1) {
      starts[to] = at;
      ends[to] = at + piece.length;
    }
    at += piece.length;
  }
  return { starts, ends };
}

/** @type {(piece: string) => string} */
const alike = (piece) => (piece.length > 1 ? compact(piece) : unitwise(piece));
