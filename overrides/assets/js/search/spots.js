// Where strings stand in a text as it was written, though they are compared in another form.
import { STOP, compact } from "./normalise.js";

/** @import { Place } from "./excerpt.js" */

/** @type {Map<string, string>} */
const known = new Map();

/**
 * Sorted [start, end] of every one of the parts in the text.
 * @param {string} text
 * @param {string[]} parts
 * @returns {Place[]}
 */
export function spots(text, parts) {
  const { plain, starts, ends } = spelled(text);
  /** @type {Place[]} */
  const found = [];
  for (const part of parts) {
    for (let at = plain.indexOf(part); at >= 0; at = plain.indexOf(part, at + 1)) {
      found.push([starts[at], ends[at + part.length - 1]]);
    }
  }
  return found.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

/**
 * The text as it is compared, and where each unit of it comes from.
 * @param {string} text
 */
function spelled(text) {
  /** @type {string[]} */
  const plain = [];
  /** @type {number[]} */
  const starts = [];
  /** @type {number[]} */
  const ends = [];
  let at = 0;
  for (const piece of text.match(/\P{M}\p{M}*|\p{M}+/gu) ?? []) {
    const same = alike(piece);
    plain.push(same);
    for (let i = 0; i < same.length; i += 1) {
      starts.push(at);
      ends.push(at + piece.length);
    }
    at += piece.length;
  }
  return { plain: plain.join(""), starts, ends };
}

/** @param {string} piece */
function alike(piece) {
  const found = known.get(piece);
  if (found !== undefined) return found;
  const same = piece === "\n" ? STOP : compact(piece);
  if (known.size < 20000) known.set(piece, same);
  return same;
}
