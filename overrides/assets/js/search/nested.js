// Rows of a dataset stand behind its own page, and those of one unit before all others of the same dataset: a list
// that twenty units keep would else fill a page of results. Where one unit alone has rows of what was typed, these are
// nearer than the whole.

/** @import { Card } from "./search.js" */

const DATASET = "数据集";
const ONLY = 0.5; // share of what the whole counts for that its only part must have

/**
 * @param {Card[]} cards
 * @param {{score: number}[]} hits as many, in the same order
 * @returns {[Card[], {score: number}[]]}
 */
export function nestedBehind(cards, hits) {
  const parts = cards.map((card) => (card.type === DATASET ? wholeOf(card.url) : ""));
  /** @type {Set<string>} */
  const seen = new Set();
  /** @type {number[]} */
  const order = [];
  /** @type {number[]} */
  const later = [];
  const take = (/** @type {number} */ n, /** @type {number[]} */ list) => {
    if (!order.includes(n) && !later.includes(n)) list.push(n);
  };
  const only = (/** @type {number} */ parent) => {
    const at = parts.indexOf(cards[parent]?.url);
    return at >= 0 && parts.lastIndexOf(cards[parent].url) === at && hits[at].score >= ONLY * hits[parent].score ? at : -1;
  };
  cards.forEach((_, n) => {
    const whole = parts[n];
    const parent = whole ? cards.findIndex(({ url }) => url === whole) : n;
    const part = only(parent);
    if (part >= 0) take(part, order);
    if (!whole) return take(n, order);
    if (parent >= 0) take(parent, order);
    take(n, seen.has(whole) ? later : order);
    seen.add(whole);
  });
  const sorted = [...order, ...later];
  return [sorted.map((n) => cards[n]), sorted.map((n) => hits[n])];
}

/**
 * The page of the dataset whose rows stand at an address, "" for the dataset itself: datasets/a/2026/b/ → datasets/a/
 * @param {string} url
 */
function wholeOf(url) {
  const [folder, name, ...rest] = url.split("/").filter(Boolean);
  return rest.length ? `${folder}/${name}/` : "";
}
