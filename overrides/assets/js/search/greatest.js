// Which documents of a shard count for most, by what each counts for.

/**
 * The places of the `count` greatest of some values that are above 0, the greatest first; of equal ones the first, or
 * the last.
 * @param {Float64Array} values
 * @param {number} count
 * @param {boolean} [last]
 */
export function greatest(values, count, last = false) {
  /** @type {number[]} */
  const kept = [];
  let least = 0;
  for (let n = 0; n < values.length; n += 1) {
    const place = last ? values.length - 1 - n : n;
    const value = values[place];
    if (!(value > least)) continue;
    let at = 0;
    for (let end = kept.length; at < end; ) {
      const middle = (at + end) >> 1;
      if (value > values[kept[middle]]) end = middle;
      else at = middle + 1;
    }
    kept.splice(at, 0, place);
    if (kept.length > count) kept.pop();
    if (kept.length === count) least = values[kept[count - 1]];
  }
  return kept;
}
