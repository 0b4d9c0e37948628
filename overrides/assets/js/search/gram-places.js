// Places of strings in the gram index: which files they stand in, and what the places of a leaf say of documents.

/**
 * @import { Leaves } from "./gram-files.js"
 * @import { Table } from "./packed.js"
 * @typedef {{keys: string[], names: string[], hot: boolean}} Span
 * @typedef {{leaves: Leaves, from: number, to: number}} Run some leaves of a file
 */

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
 * The one file in which a string is, if it is in any.
 * @param {Table} table
 * @param {string} text
 */
export function fileOf({ keys, names }, text) {
  const at = lower(keys, text);
  return names[keys[at] === text ? at : at - 1];
}

/**
 * The leaves of a file that begin with `text`.
 * @param {Leaves} leaves
 * @param {string} text
 * @returns {Run}
 */
export function beginning(leaves, text) {
  const from = lower(leaves.keys, text);
  let to = from;
  while (to < leaves.keys.length && leaves.keys[to].startsWith(text)) to += 1;
  return { leaves, from, to };
}

/**
 * Whether a word or number goes on behind the first `length` characters of each key: 1 yes, 0 no, -1 the key ends there.
 * @param {string} key
 * @param {number} length
 */
export function goesOn(key, length) {
  if (key.length <= length) return -1;
  return RUN.test(key.slice(length - 1, length + 1)) ? 1 : 0;
}
