// Large tables in pieces by the code of a character, so that a query reads a few of them (hooks/gongkai/search/pieces.py).

/** @typedef {{path: string, count: number}} Pieces where they are and how many */

const OTHERS = 0x2e80; // signs before it are of no Chinese: few words begin so, and all of them are in one piece
const SAYING = /[\p{L}\p{N}]/u;

/**
 * The files in which is what begins with a character of a text.
 * @param {string} plain as it is compared
 * @param {Pieces} pieces
 */
export function piecesOf(plain, { path, count }) {
  const code = (/** @type {string} */ char) => Number(char.codePointAt(0));
  const numbers = Array.from(plain).filter((char) => SAYING.test(char)).map(code).map((each) => (each < OTHERS ? 0 : 1 + (each % (count - 1))));
  return [...new Set(numbers)].map((number) => `${path}${number}.json`);
}
