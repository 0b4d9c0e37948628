// What the search says, in the language of the page: Chinese, or as its data-words has it.

const html = document.documentElement;
/** @type {Record<string, string>} */
const known = JSON.parse(html.dataset.words ?? "{}");

/**
 * The words for a Chinese text; {names} in it are filled from `values`.
 * @param {string} chinese
 * @param {Record<string, string | number>} [values]
 */
export function word(chinese, values = {}) {
  return (known[chinese] ?? chinese).replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}

/**
 * 2026-03-01 → 2026年3月1日, on an English page 1 March 2026
 * @param {string} date
 */
export function spoken(date) {
  const [year, month, day] = date.split("-").map(Number);
  if (!day) return date;
  if (html.lang !== "en") return `${year}年${month}月${day}日`;
  /** @type {Intl.DateTimeFormatOptions} */
  const form = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" };
  return new Date(Date.UTC(year, month - 1, day)).toLocaleDateString("en-GB", form);
}
