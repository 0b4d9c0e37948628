/* The reader's own day. It is that of Beijing, as all days of the column are. */

const AHEAD = 8 * 3600_000; // of Greenwich, without summer time

/** A moment as a day there, ``2026-11-28``. */
export function dayOf(/** @type {number} */ moment) {
  return new Date(moment + AHEAD).toISOString().slice(0, 10);
}

export function readersDay() {
  return dayOf(Date.now());
}
