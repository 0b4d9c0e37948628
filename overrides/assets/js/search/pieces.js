// Large tables in pieces by the code of a character, so that a query reads a few of them (hooks/gongkai/search/pieces.py).

/** @typedef {{path: string, count: number}} Pieces where they are and how many */

const SAYING = /[\p{L}\p{N}]/u;

/**
 * The files in which is what begins with a character of a text.
 * @param {string} plain as it is compared
 * @param {Pieces} pieces
 */
export function piecesOf(plain, { path, count }) {
  const numbers = Array.from(plain).flatMap((char) => (SAYING.test(char) ? [Number(char.codePointAt(0)) % count] : []));
  return [...new Set(numbers)].map((number) => `${path}${number}.json`);
}
