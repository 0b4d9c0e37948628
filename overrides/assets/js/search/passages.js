// Of what holds most of the words, that comes first in which they stand together: in one paragraph, or in it and the
// title. The cards that are read for it are those that are shown anyway, and a few more.
import { compact } from "./normalise.js";

/**
 * @import { Concept } from "./matter.js"
 * @import { Weights } from "./ranking.js"
 * @import { Card, Hit } from "./search.js"
 */

const READ = 16; // documents whose text is looked at

/**
 * The hits with what their best paragraph adds to them.
 * @param {Hit[]} hits the best first
 * @param {Concept[]} concepts
 * @param {number[]} worth
 * @param {Weights} weights
 */
export async function reread(hits, concepts, worth, { matter: { passage, heading, other } }) {
  const asked = concepts.map(({ words, titled, named }, n) => ({ words, worth: titled || named ? 0 : worth[n] })).filter((each) => each.worth);
  const sum = asked.reduce((all, each) => all + each.worth, 0);
  if (!sum) return hits;
  await Promise.all(hits.slice(0, READ).map(async (hit) => {
    const card = await hit.shard.card(hit.id);
    hit.score *= 1 + passage * best(card, asked, heading, other) / sum;
  }));
  return [...hits].sort((a, b) => b.score - a.score);
}

/**
 * What the words count for that stand in the paragraph which has most of them.
 * @param {Card} card
 * @param {{words: string[], worth: number}[]} asked
 * @param {number} heading what a word of the title counts for beside those of a paragraph
 * @param {number} other what another word counts for than the one that was typed
 */
function best({ title, text }, asked, heading, other) {
  const [first, ...lines] = [title, ...text.split("\n")].map(compact);
  const named = asked.map((each) => heading * held(first, each, other));
  return Math.max(...[first, ...lines].map((line) => asked.reduce((all, each, n) => all + Math.max(named[n], held(line, each, other)), 0)));
}

/** @type {(line: string, asked: {words: string[], worth: number}, other: number) => number} */
function held(line, { words, worth }, other) {
  const at = words.findIndex((word) => line.includes(word));
  return at < 0 ? 0 : worth * (at ? other : 1);
}
