// How far up a document stands. Nothing else decides it, and it knows nothing of engines or pages.

/**
 * @typedef {{place: number, length: number}} Match how long a part of the query is, and where in title and number it
 *     stands first; Infinity where it stands only in the text
 * @typedef {object} Ranked what is known of a document that was found
 * @property {string[]} type one or none
 * @property {string[]} status one or none
 * @property {string} date
 * @property {number} title length of the title
 * @property {number} number length of the 发文字号, 0 without one
 * @property {number} numberAt where the 发文字号 begins, counted from the beginning of the title
 * @property {Match[]} matches for each part of the query
 * @property {boolean} partial whether what was found is only part of a longer number or word
 */

const PARTIAL = 100; // more than all else

/**
 * The higher, the further up; of equal ones the newest comes first.
 * @param {Ranked} document
 */
export function score({ title, number, numberAt, matches, partial }) {
  const sum = matches.reduce((all, match) => all + worth(match, title, number, numberAt), 0);
  return partial ? sum - PARTIAL : sum;
}

/**
 * A phrase that begins the title or the 发文字号 was most likely meant for it, all the more if it fills it.
 * @param {Match} match
 * @param {number} title
 * @param {number} number
 * @param {number} numberAt
 */
function worth({ place, length }, title, number, numberAt) {
  if (place === 0 && title) return 3 + length / title;
  if (place === numberAt && number) return 3 + length / number;
  return place < numberAt + number ? 2 : 0;
}
