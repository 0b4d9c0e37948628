// Places of strings in the gram index: which files they stand in, how they are read, how two are joined.

/**
 * @import { Leaves, Table } from "./gram-files.js"
 * @typedef {{length: number, at: number[], cut: number[]}} Places where the first `length` characters stand;
 *     cut: 1 where a word or number has begun before, 2 where it goes on behind
 * @typedef {{keys: string[], names: string[], hot: boolean}} Span
 */

export const PIECE = 16384; // an offset has 14 bits, and two flags above
const RUN = /^[0-9a-z]{2}$/;

/**
 * The first place whose key is not before `text`.
 * @param {string[]} keys
 * @param {string} text
 */
export function lower(keys, text) {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (keys[middle] < text) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The files in which `text` may stand: those that begin with it, and the one before.
 * @param {Table} table
 * @param {string} text
 * @returns {Span}
 */
export function around({ keys, names }, text) {
  const first = lower(keys, text);
  let last = first;
  while (last < keys.length && keys[last].startsWith(text)) last += 1;
  const from = Math.max(0, first - 1);
  return { keys: keys.slice(from, last), names: names.slice(from, last), hot: last - first >= 2 };
}

/**
 * @param {Places} found
 * @param {Leaves} leaves
 * @param {number} leaf
 * @param {number} length
 */
export function add(found, leaves, leaf, length) {
  const key = leaves.keys[leaf];
  const behind = key.length > length;
  const runs = behind && RUN.test(key.slice(length - 1, length + 1));
  for (let i = leaves.starts[leaf]; i < leaves.starts[leaf + 1]; i += 1) {
    const offset = leaves.offsets[i];
    found.at.push(leaves.pieces[i] * PIECE + (offset & (PIECE - 1)));
    found.cut.push(((offset >> 14) & 1) | (behind ? (runs ? 2 : 0) : (offset >> 14) & 2));
  }
}

/**
 * Keeps of `found` what `next` follows `distance` characters behind.
 * @param {Places} found
 * @param {Places} next
 * @param {number} distance
 */
export function join(found, next, distance) {
  const wanted = new Map(found.at.map((place, i) => [place + distance, found.cut[i] & 1]));
  /** @type {Places} */
  const kept = { length: distance + next.length, at: [], cut: [] };
  next.at.forEach((place, i) => {
    const cut = wanted.get(place);
    if (cut === undefined) return;
    kept.at.push(place - distance);
    kept.cut.push(cut | (next.cut[i] & 2));
  });
  Object.assign(found, kept);
}
