// What the head of a shard of the gram index says of each document.

/**
 * @import { GramFiles } from "./gram-files.js"
 * @import { Match } from "./ranking.js"
 * @import { Facet, Shard } from "./search.js"
 * @typedef {object} Known what the head of a shard says, by document
 * @property {number} count
 * @property {Record<Facet, {values: string[][], column: Uint16Array}>} columns
 * @property {(document: number) => string} date
 * @property {(document: number) => string} name of the card
 * @property {Uint16Array} titles their lengths
 * @property {Uint16Array} numbers the same
 */

/** @type {Facet[]} in the order of their columns */
const FACETS = ["type", "unit", "year", "status", "topic", "audience"];
const BEFORE_FACETS = 3; // columns: days, lengths of titles and of numbers
const DAY = 86_400_000;
const BEFORE = Date.UTC(1899, 11, 31);
/** @type {Match[]} */
const NONE = [];

/**
 * @param {GramFiles} files
 * @returns {Promise<{about: any, known: Known}>}
 */
export async function readHead(files) {
  const { about, column } = await files.head();
  const columns = FACETS.map((name, n) => [name, { values: about.facets[name], column: column(n + BEFORE_FACETS) }]);
  const known = { count: about.count, titles: column(1), numbers: column(2), ...named(column(0)) };
  return { about, known: { ...known, columns: Object.fromEntries(columns) } };
}

/** A document, of which nothing is read before it is asked for. */
export class Found {
  /**
   * @param {Shard} shard
   * @param {Known} known
   * @param {number} document
   * @param {Match[]} matches
   */
  constructor(shard, known, document, partial = false, matches = NONE) {
    this.shard = shard;
    this.known = known;
    this.document = document;
    this.partial = partial;
    this.matches = matches;
    this.score = 0;
    this.other = false;
    this.care = false;
    this.cared = false;
    this.early = false;
  }

  get id() {
    return this.known.name(this.document);
  }

  get date() {
    return this.known.date(this.document);
  }

  get title() {
    return this.known.titles[this.document];
  }

  get number() {
    return this.known.numbers[this.document];
  }

  get numberAt() {
    return this.title + 1;
  }

  get type() {
    const { values, column } = this.known.columns.type;
    return values[column[this.document]];
  }

  get unit() {
    const { values, column } = this.known.columns.unit;
    return values[column[this.document]];
  }

  get year() {
    const { values, column } = this.known.columns.year;
    return values[column[this.document]];
  }

  get status() {
    const { values, column } = this.known.columns.status;
    return values[column[this.document]];
  }

  get topic() {
    const { values, column } = this.known.columns.topic;
    return values[column[this.document]];
  }

  get audience() {
    const { values, column } = this.known.columns.audience;
    return values[column[this.document]];
  }
}

/**
 * The date of each document, and the name of its card. Dates are written when they are asked for: most never are.
 * @param {Uint16Array} steps days since the document before
 */
function named(steps) {
  const days = Uint32Array.from(steps);
  const same = new Uint16Array(steps.length); // documents before of the same day
  for (let i = 1; i < steps.length; i += 1) {
    days[i] += days[i - 1];
    if (!steps[i]) same[i] = same[i - 1] + 1;
  }
  /** @type {string[]} by the first document of the day */
  const written = [];
  const date = (/** @type {number} */ document) => {
    const first = document - same[document];
    return (written[first] ??= days[first] ? new Date(BEFORE + days[first] * DAY).toISOString().slice(0, 10) : "");
  };
  return { date, name: (/** @type {number} */ document) => `${date(document) || "0000-00-00"}-${same[document]}` };
}
