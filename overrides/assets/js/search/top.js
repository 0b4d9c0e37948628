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
    let at = kept.length;
    while (at > 0 && compare(each, kept[at - 1]) < 0) at -= 1;
    kept.splice(at, 0, each);
    if (kept.length > count) kept.pop();
  }
  return kept;
}
