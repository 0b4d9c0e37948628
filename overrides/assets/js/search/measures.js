// Numbers with what they count, in the writings that documents may have: 六岁 as 6周岁, 十月 as 10月. Pure.

/** @typedef {{length: number, words: string[]}} Measured what was typed, and other writings of it */

const FIGURES = "零一二三四五六七八九";
const CHINESE = "[零一二两三四五六七八九十]{1,3}";
const LARGEST = 99; // that is told in Chinese figures
const AGE = new RegExp(`^(\\d{1,3}|${CHINESE})(多|来|几)?(周岁|岁|了)?`);
const YEARS = /岁/;
const [OLD, OLDEST] = [60, 110]; // years that are told as mere numbers: 我82了

/** @type {WeakMap<Record<string, string[]>, RegExp>} */
const READ = new WeakMap();

/**
 * The number that stands at a place, if something that is counted follows it.
 * @param {string} text
 * @param {Record<string, string[]>} measures what is counted, and other words for it
 * @returns {Measured | null}
 */
export function measured(text, measures) {
  const known = READ.get(measures) ?? pattern(measures);
  READ.set(measures, known);
  const [whole, number, measure] = known.exec(text) ?? [];
  if (!whole) return null;
  const value = /^\d/.test(number) ? Number(number) : valueOf(number);
  if (value === null) return null;
  const numbers = [String(value), ...(value > 0 && value <= LARGEST ? [chinese(value)] : [])];
  const others = [measure, ...measures[measure]].flatMap((each) => numbers.map((written) => written + each));
  return { length: whole.length, words: [...new Set([whole, ...others])] };
}

/**
 * What is there for people of an age, where one is told: 83了, 八十多, 两岁.
 * @param {string} text
 * @param {[number, number, string[]][]} ages from and to what age, and words for it
 * @returns {Measured | null}
 */
export function aged(text, ages) {
  const [whole, number, about, told] = AGE.exec(text) ?? [];
  if (!whole || !(about || told)) return null;
  const value = /^\d/.test(number) ? Number(number) : valueOf(number);
  if (value === null || (!YEARS.test(told ?? "") && (value < OLD || value > OLDEST))) return null;
  const [, , words] = ages.find(([from, to]) => from <= value && value <= to) ?? [];
  return words ? { length: whole.length, words } : null;
}

/** @param {Record<string, string[]>} measures */
function pattern(measures) {
  const counted = Object.keys(measures).sort((a, b) => b.length - a.length);
  return counted.length ? new RegExp(`^(\\d{1,4}|${CHINESE})(${counted.join("|")})`) : /(?!)/;
}

/** @param {string} figures */
function valueOf(figures) {
  const [, tens, ones = ""] = /^(?:(.?)十)?(.?)$/.exec(figures) ?? [];
  if (ones === "" && tens === undefined) return null;
  const value = (/** @type {string} */ sign) => (sign === "两" ? 2 : FIGURES.indexOf(sign));
  return (tens === undefined ? 0 : (tens ? value(tens) : 1) * 10) + (ones ? value(ones) : 0);
}

/** @param {number} value below 100 */
function chinese(value) {
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  return `${tens > 1 ? FIGURES[tens] : ""}${tens ? "十" : ""}${ones ? FIGURES[ones] : ""}`;
}
