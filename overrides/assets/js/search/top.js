/**
 * The first `count` of a list in order; of equal ones those that came first.
 * @template T
 * @param {T[]} list
 * @param {number} count
 * @param {(a: T, b: T) => number} compare
 */
export function top(list, count, compare) {
  /** @type {T[]} */
  const kept = [];
  for (const each of list) {
    if (kept.length === count && compare(each, kept[count - 1]) >= 0) continue;
    let at = 0;
    for (let end = kept.length; at < end; ) {
      const middle = (at + end) >> 1;
      if (compare(each, kept[middle]) < 0) end = middle;
      else at = middle + 1;
    }
    kept.splice(at, 0, each);
    if (kept.length > count) kept.pop();
  }
  return kept;
}
