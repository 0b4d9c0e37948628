// How near documents come to what is found nowhere: by the pairs of its characters that they hold; before all others
// those whose title has its beginning and its end, as with one character mistyped, left out or too many.

/**
 * @import { Finder, Holding } from "./gram-find.js"
 * @import { Known } from "./gram-head.js"
 * @typedef {{length: number, holding: Holding}} End some characters at one end of a part, and what holds them
 */

const TITLED = 4; // what it counts for that the title has both ends, no further apart than they were typed
const MOST = 0.5; // share of the characters that the ends must be for that
const SPLITS = 6; // places of one mistake that are tried
const PAIRS = 8; // of one query

/**
 * Every document by how near it is to all parts together; 0 where nothing is alike.
 * @param {Finder} finder
 * @param {Known} known
 * @param {string[]} parts
 */
export async function nearness(finder, known, parts) {
  const typed = parts.reduce((sum, part) => sum + part.length, 0);
  const [sums, ...all] = await Promise.all([alike(finder, known, parts), ...parts.map((part) => ends(finder, known, part))]);
  all.forEach((values, n) => {
    const share = parts[n].length / typed;
    for (let document = 0; document < known.count; document += 1) sums[document] += values[document] * share;
  });
  return sums;
}

/**
 * Neighbouring characters of all parts; of many, some from everywhere.
 * @param {string[]} parts
 */
export function pairs(parts) {
  const found = parts.flatMap((part) => {
    const characters = Array.from(part);
    return characters.slice(1).map((character, i) => characters[i] + character);
  });
  const all = [...new Set(found)];
  return all.filter((_, i) => Math.floor((i * PAIRS) / all.length) !== Math.floor(((i - 1) * PAIRS) / all.length));
}

/**
 * How much of one part each document has in its title, from both ends of it.
 * @param {Finder} finder
 * @param {Known} known
 * @param {string} part
 */
async function ends(finder, known, part) {
  const values = new Float64Array(known.count);
  const whole = await finder.holding(part);
  if (whole.found) return held(values, known, part, [{ length: part.length, holding: whole }], []);
  const front = (/** @type {number} */ length) => part.slice(0, length);
  const back = (/** @type {number} */ length) => part.slice(part.length - length);
  const [first, last] = await Promise.all([longest(finder, part, front), longest(finder, part, back)]);
  for (const [before, behind] of splits(first, last, part.length)) {
    const [begin, end] = await Promise.all([piece(finder, front(before)), piece(finder, back(behind))]);
    held(values, known, part, begin, end);
  }
  return values;
}

/**
 * How many characters before and behind the mistake: wherever it may be, if one explains all.
 * @param {number} first length of the longest beginning that stands anywhere
 * @param {number} last the same of the end
 * @param {number} length
 */
function splits(first, last, length) {
  const rest = length - 1;
  if (first + last < rest) return [[first, last]];
  const from = Math.max(0, rest - last);
  return Array.from({ length: Math.min(SPLITS, first - from + 1) }, (_, i) => [from + i, rest - from - i]);
}

/**
 * Raises what each document is worth by what it holds of a part.
 * @param {Float64Array} values
 * @param {Known} known
 * @param {string} part
 * @param {End[]} begin none or one
 * @param {End[]} end the same
 */
function held(values, known, part, [begin], [end]) {
  const length = (begin?.length ?? 0) + (end?.length ?? 0);
  if (length < part.length * MOST) return values;
  for (const document of (begin ?? end)?.holding.first.keys() ?? []) {
    if (!together(document, part.length, begin, end)) continue;
    const value = (TITLED * length) / part.length + Math.min(1, length / known.titles[document]);
    if (value > values[document]) values[document] = value;
  }
  return values;
}

/**
 * Whether title or number of a document have both ends, with about as much between them as was typed.
 * @param {number} document
 * @param {number} length
 * @param {End} [begin]
 * @param {End} [end]
 */
function together(document, length, begin, end) {
  const from = begin?.holding.first.get(document);
  const to = end?.holding.first.get(document);
  if (!begin || !end) return (from ?? to) !== undefined;
  if (from === undefined || to === undefined) return false;
  const between = to - from - begin.length;
  return between >= 0 && between <= length - begin.length - end.length + 1;
}

/**
 * @param {Finder} finder
 * @param {string} text
 * @returns {Promise<End[]>}
 */
async function piece(finder, text) {
  return text ? [{ length: text.length, holding: await finder.holding(text) }] : [];
}

/**
 * The most characters from one end of a part that stand anywhere.
 * @param {Finder} finder
 * @param {string} part
 * @param {(length: number) => string} cut
 */
async function longest(finder, part, cut) {
  let most = 0;
  for (let too = part.length; most + 1 < too; ) {
    const length = (most + too) >> 1;
    if ((await finder.holding(cut(length))).found) most = length;
    else too = length;
  }
  return most;
}

/**
 * How many pairs of characters each document has in common with the parts; rare pairs count for more.
 * @param {Finder} finder
 * @param {Known} known
 * @param {string[]} parts
 */
async function alike(finder, known, parts) {
  const sums = new Float64Array(known.count);
  let most = 0;
  for (const { bits, found } of await Promise.all(pairs(parts).map((pair) => finder.holding(pair)))) {
    const weight = Math.log(1 + known.count / (found || 1));
    most += weight;
    for (let document = 0; document < known.count; document += 1) if (bits[document]) sums[document] += weight;
  }
  return sums.map((sum) => sum / (most || 1));
}
