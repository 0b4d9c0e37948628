// A reader's words → the names that have them, and the rows that have them as their number or code.
import { normalise, prepare } from "../search/normalise.js";
import { filesWith, summed } from "./files.js";

/**
 * @import { Files } from "./files.js"
 * @typedef {[number, number]} Keyed a row, and its kind
 */

// as in names.py: an occurrence is the name times this, plus the place in it
const PLACES = 1024;

/**
 * The names (their numbers, rising) that hold every one of the words.
 * @param {Files} files
 * @param {string} query
 * @returns {Promise<number[]>}
 */
export async function namesWith(files, query) {
  const [{ pairs }] = await Promise.all([files.json("search"), prepare(query)]);
  /** @type {number[] | null} */
  let found = null;
  for (const word of pairs.length ? normalise(query).split(/\s+/).filter(Boolean) : []) {
    const names = await namesOf(files, pairs, [...word]);
    found = found ? both(found, names) : names;
    if (!found.length) break;
  }
  return found ?? [];
}

/**
 * Names with the characters one after the other: each pair must stand one place behind the last.
 * @param {Files} files
 * @param {string[]} pairs
 * @param {string[]} chars
 * @returns {Promise<number[]>}
 */
async function namesOf(files, pairs, chars) {
  if (chars.length === 1) return named(await beginning(files, pairs, chars[0]));
  /** @type {number[]} */
  let found = [];
  for (let i = 0; i + 1 < chars.length; i++) {
    const next = await occurrences(files, pairs, chars[i] + chars[i + 1]);
    found = i ? both(found.map((place) => place + 1), next) : next;
    if (!found.length) return [];
  }
  return named(found);
}

/**
 * @param {Files} files
 * @param {string[]} pairs
 * @param {string} pair
 */
async function occurrences(files, pairs, pair) {
  const [file] = filesWith(pairs, pair);
  return decoded((await files.json(`g/${file}`))[pair]);
}

/**
 * @param {Files} files
 * @param {string[]} pairs
 * @param {string} char
 */
async function beginning(files, pairs, char) {
  /** @type {number[]} */
  const found = [];
  const parts = await Promise.all(filesWith(pairs, char).map((file) => files.json(`g/${file}`)));
  for (const part of parts) {
    for (const pair of Object.keys(part)) if (pair.startsWith(char)) found.push(...decoded(part[pair]));
  }
  return found.sort((a, b) => a - b);
}

/** @param {[number[], number[]] | undefined} entry */
function decoded(entry) {
  if (!entry) return [];
  const [steps, places] = entry;
  return summed(steps).map((name, i) => name * PLACES + places[i]);
}

/** @param {number[]} found */
function named(found) {
  const names = found.map((place) => Math.floor(place / PLACES));
  return names.filter((name, i) => name !== names[i - 1]);
}

/**
 * What stands in both of two rising lists.
 * @param {number[]} one
 * @param {number[]} other
 */
function both(one, other) {
  const found = [];
  for (let i = 0, j = 0; i < one.length && j < other.length; ) {
    if (one[i] === other[j]) {
      found.push(one[i]);
      i++;
      j++;
    } else if (one[i] < other[j]) i++;
    else j++;
  }
  return found;
}

/**
 * [row, kind] of rows whose number ends in the digits asked for, or whose code is the one asked for.
 * @param {Files} files
 * @param {string} query
 * @returns {Promise<Keyed[]>}
 */
export async function rowsKeyed(files, query) {
  const [{ keys }] = await Promise.all([files.json("search"), prepare(query)]);
  const text = normalise(query).replaceAll(" ", "");
  if (/^[0-9a-z]{18}$/.test(text)) return keyed(files, keys, text, (key) => key === text);
  const last = /([0-9]+)([^0-9]*)$/.exec(text);
  if (!last) return [];
  const start = `${last[1].replace(/^0+/, "")} `;
  const rest = text.slice(0, last.index) + last[2];
  return keyed(files, keys, start, (key) => key.startsWith(start) && key.slice(start.length).includes(rest));
}

/**
 * @param {Files} files
 * @param {string[]} firsts
 * @param {string} start
 * @param {(key: string) => boolean} fits
 */
async function keyed(files, firsts, start, fits) {
  /** @type {Keyed[]} */
  const found = [];
  /** @type {[string[], number[][], number[][]][]} */
  const parts = await Promise.all(filesWith(firsts, start).map((file) => files.json(`k/${file}`)));
  for (const [keys, rows, kinds] of parts) {
    keys.forEach((key, i) => {
      if (fits(key)) rows[i].forEach((row, j) => found.push([row, kinds[i][j]]));
    });
  }
  return found;
}
