// Words for years and months that hang on the day: 去年 asks for 2025 in 2026. By the reader's day, as long as the column
// is about as new; a column that ended is read as of its last year. Pure.

/** @type {Record<string, number>} */
const YEARS = { 今年: 0, 本年: 0, 本年度: 0, 去年: -1, 上一年: -1, 前年: -2, 明年: 1 };
/** @type {Record<string, number>} */
const MONTHS = { 这个月: 0, 本月: 0, 上个月: -1, 上月: -1, 下个月: 1, 下月: 1 };

export const WHEN = [...Object.keys(YEARS), ...Object.keys(MONTHS)];

/**
 * What documents have for such a word, "" where nothing is known of the day.
 * @param {string} word
 * @param {string} day
 */
export function meantBy(word, day) {
  const [year, month] = day.split("-").map(Number);
  if (year && Object.hasOwn(YEARS, word)) return String(year + YEARS[word]);
  return month && Object.hasOwn(MONTHS, word) ? `${((month + MONTHS[word] + 11) % 12) + 1}月` : "";
}

/**
 * The day by which such words are read.
 * @param {string} today the reader's
 * @param {string[]} years of documents
 */
export function dayFor(today, years) {
  const newest = Math.max(0, ...years.map(Number).filter(Boolean));
  const year = Number(today.slice(0, 4));
  return !newest || (newest <= year && year <= newest + 1) ? today : String(newest);
}
