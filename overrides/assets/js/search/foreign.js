// English typed among Chinese words, or alone for what the English version does not tell: dog license 怎么办 asks for
// 养犬登记. The words are data that the build writes (foreign.json), one file, read when Latin letters are typed.
import { load } from "./load.js";

/** @typedef {{idle: string[], words: Record<string, string[]>}} Foreign idle: words that say nothing of the matter; words: Chinese, and what is typed for it */

const HAN = /\p{Script=Han}/u;
const RUN = /[a-z][a-z0-9.'’-]*(?:\s+[a-z][a-z0-9.'’-]*)*/gi; // words side by side
const LONGEST = 4; // words of a phrase
const LEAST = 2; // of an English query so many must be known: one may be anything

/**
 * The query with English words put into Chinese; as it was typed where none of them is known.
 * @param {string} query
 * @param {URL} file
 */
export async function inChinese(query, file) {
  return translated(query, await load(file));
}

/**
 * @param {string} query
 * @param {Foreign} foreign
 */
export function translated(query, { idle, words }) {
  const fillers = new Set(idle);
  const plain = (/** @type {string} */ text) => text.toLowerCase().split(/\s+/).map((word) => word.replace(/[.’']+$/, "")).filter((word) => word && !fillers.has(word));
  const meant = new Map(Object.entries(words).flatMap(([chinese, typed]) => typed.map((each) => [plain(each).join(" "), chinese])));
  let [known, unknown] = [0, 0];
  const text = query.replace(RUN, (run) => {
    const found = phrases(plain(run), meant);
    known += found.reduce((sum, { size, said }) => sum + (said ? size : 0), 0);
    unknown += found.filter(({ said }) => !said).length;
    return ` ${found.map(({ typed, said }) => said || typed).join(" ")} `;
  });
  const enough = HAN.test(query) ? known > 0 : known >= LEAST && known > unknown;
  return enough ? [...new Set(text.trim().split(/\s+/))].join(" ") : query;
}

/**
 * Words in phrases, the longest first, each with what it means, "" where that is not known.
 * @param {string[]} typed
 * @param {Map<string, string>} meant
 */
function phrases(typed, meant) {
  const found = [];
  for (let at = 0; at < typed.length; ) {
    const sizes = Array.from({ length: Math.min(LONGEST, typed.length - at) }, (_, n) => n + 1).reverse();
    const size = sizes.find((each) => meant.has(typed.slice(at, at + each).join(" "))) ?? 1;
    const phrase = typed.slice(at, at + size).join(" ");
    found.push({ typed: phrase, size, said: meant.get(phrase) ?? "" });
    at += size;
  }
  return found;
}
