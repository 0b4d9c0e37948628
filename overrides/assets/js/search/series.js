// One thing that is told anew each month or year: the newest stands where the first of them does.

export const FIGURES = /[\d〇一二三四五六七八九十]+/;
const ALL = new RegExp(FIGURES, "g");

/**
 * The cards in their order, but those that differ in figures only (2026年9月…, 2026年10月…) among themselves by day.
 * @template {{title: string, unit: string, type: string, date: string}} T
 * @param {T[]} cards
 * @returns {T[]}
 */
export function newestOfSeries(cards) {
  /** @type {Map<string, T[]>} */
  const series = new Map();
  const name = (/** @type {T} */ { title, unit, type }) => `${type} ${unit} ${title.replace(ALL, "0")}`;
  for (const card of cards) series.set(name(card), [...(series.get(name(card)) ?? []), card]);
  for (const same of series.values()) same.sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
  return cards.map((card) => series.get(name(card))?.shift() ?? card);
}
