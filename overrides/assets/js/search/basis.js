// A rule that carries out another stands behind it, where both are worth about the same.

/** @import { Card } from "./search.js" */

const RULE = "政策文件";
const SAME = 0.9; // of the worth of the one above

/**
 * @param {Card[]} cards
 * @param {{score: number}[]} hits as many, in the same order
 * @returns {Card[]}
 */
export function basisFirst(cards, hits) {
  const found = cards.map((card, n) => ({ card, score: hits[n].score }));
  for (const detail of [...found].reverse()) {
    if (detail.card.type !== RULE) continue;
    const below = found.slice(found.indexOf(detail) + 1);
    const basis = below.reverse().find(({ card, score }) => card.type === RULE && score >= SAME * detail.score && detail.card.text.includes(`《${card.title}》`));
    if (!basis) continue;
    found.splice(found.indexOf(detail), 1);
    found.splice(found.indexOf(basis) + 1, 0, detail);
  }
  return found.map(({ card }) => card);
}
