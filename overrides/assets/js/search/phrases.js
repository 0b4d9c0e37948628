// What was typed → phrases, each a list of tokens, as an engine of words looks for them.
import { BREAK, tokens } from "./normalise.js";
import { written } from "./query.js";

const LONGEST = 100; // tokens; a pasted page is cut rather than searched in full

/**
 * "老旧小区 “加装 电梯”" → [[老,旧,小,区], [加,装,电,梯]]; what holds no letter or digit is left out.
 * @param {string} query
 */
export function phrases(query) {
  const found = [];
  let room = LONGEST;
  for (const piece of written(query)) {
    const phrase = tokens(piece).slice(0, room);
    room -= phrase.length;
    if (phrase.length) found.push(phrase);
  }
  return found;
}

/**
 * The different tokens of all phrases, in no order that matters.
 * @param {string[][]} list
 */
export function words(list) {
  return [...new Set(list.flat())].filter((token) => token !== BREAK);
}

/**
 * What to mark when only something near was found: neighbouring pairs, and whole words.
 * @param {string[][]} list
 */
export function fragments(list) {
  const found = [];
  for (const phrase of list) {
    if (phrase.length === 1) found.push(phrase);
    phrase.forEach((token, i) => {
      if (i) found.push([phrase[i - 1], token]);
      else if (/^[a-z0-9]{2,}$/.test(token)) found.push([token]);
    });
  }
  return found;
}
