// Pairs of neighbouring characters, by which documents are found that are only near what was typed.

/** @typedef {{pair: string, part: number, at: number}} Pair two characters and where in which part they stand */

const PAIRS = 8; // of one query

/**
 * Neighbouring characters of all parts; of many, some from everywhere.
 * @param {string[]} parts
 */
export function pairs(parts) {
  return chosen(parts).map(({ pair }) => pair);
}

/**
 * @param {string[]} parts
 * @returns {Pair[]}
 */
export function chosen(parts) {
  /** @type {Map<string, Pair>} */
  const found = new Map();
  for (const [n, part] of parts.entries()) {
    let [before, at] = ["", 0];
    for (const character of part) {
      const pair = before + character;
      if (before && !found.has(pair)) found.set(pair, { pair, part: n, at: at - before.length });
      [before, at] = [character, at + character.length];
    }
  }
  const all = [...found.values()];
  return all.filter((_, i) => Math.floor((i * PAIRS) / all.length) !== Math.floor(((i - 1) * PAIRS) / all.length));
}
