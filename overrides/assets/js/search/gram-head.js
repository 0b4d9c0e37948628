// What the columns of a shard of the gram index say of each document.

/**
 * @import { Match } from "./ranking.js"
 * @import { Facet, Shard } from "./search.js"
 */

/** @type {Facet[]} in the order of their columns, behind days, lengths of titles, and kinds */
const ALONE = ["unit", "year", "topic", "audience"];
const [DAYS, TITLES, KINDS, BEFORE_ALONE] = [0, 1, 2, 3];
const [TYPE, STATUS, NUMBER] = [0, 1, 2]; // what a kind tells
const DAY = 86_400_000;
const BEFORE = Date.UTC(1899, 11, 31);
/** @type {Match[]} */
const NONE = [];

/**
 * A column of numbers, read when it is asked for: what a first answer needs is found before most of them are.
 */
class Column {
  /** @param {() => Uint16Array} read */
  constructor(read) {
    this.read = read;
    /** @type {Uint16Array | null} */
    this.all = null;
  }

  get numbers() {
    return (this.all ??= this.read());
  }
}

/** What the values of a filter are, and which of them each document has. */
class Values extends Column {
  /**
   * @param {string[][]} values
   * @param {() => Uint16Array} read
   */
  constructor(values, read) {
    super(read);
    this.values = values;
  }

  /** @param {number} document */
  of(document) {
    return this.values[this.numbers[document]];
  }
}

/** What the columns of a shard say, by document. */
export class Known {
  /**
   * @param {number} count
   * @param {{facets: Record<Facet, string[][]>, kinds: number[][], column: (place: number) => Uint16Array}} columns
   */
  constructor(count, { facets, kinds, column }) {
    this.count = count;
    const kind = new Column(() => column(KINDS));
    const told = (/** @type {number} */ which) => () => kind.numbers.map((each) => kinds[each][which]);
    this.columns = /** @type {Record<Facet, Values>} */ ({
      type: new Values(facets.type, told(TYPE)),
      status: new Values(facets.status, told(STATUS)),
      ...Object.fromEntries(ALONE.map((name, n) => [name, new Values(facets[name], () => column(n + BEFORE_ALONE))])),
    });
    const titles = new Column(() => column(TITLES));
    const numbers = new Column(told(NUMBER));
    /** @type {{date: (document: number) => string, name: (document: number) => string} | null} */
    let names = null;
    const named = () => (names ??= naming(column(DAYS)));
    /** Lengths of title and of number. @type {(document: number) => number} */
    this.title = (document) => titles.numbers[document];
    /** @type {(document: number) => number} */
    this.number = (document) => numbers.numbers[document];
    /** @type {(document: number) => string} */
    this.date = (document) => named().date(document);
    /** Name of the card. @type {(document: number) => string} */
    this.name = (document) => named().name(document);
  }
}

/** A document, of which nothing is read before it is asked for. */
export class Found {
  /**
   * @param {Shard} shard
   * @param {Known} known
   * @param {number} document
   * @param {boolean} [partial] found only as part of a longer number or word
   * @param {Match[]} [matches]
   * @param {boolean} [early] found soon in it
   */
  constructor(shard, known, document, partial = false, matches = NONE, early = false) {
    this.shard = shard;
    this.known = known;
    this.document = document;
    this.matches = matches;
    this.score = 0.5; // no whole number, as none will be: a place that only holds those would be made anew
    this.partial = partial;
    this.early = early;
    this.other = false;
  }

  get id() {
    return this.known.name(this.document);
  }

  get date() {
    return this.known.date(this.document);
  }

  get title() {
    return this.known.title(this.document);
  }

  get number() {
    return this.known.number(this.document);
  }

  get numberAt() {
    return this.title + 1;
  }

  get type() {
    return this.known.columns.type.of(this.document);
  }

  get unit() {
    return this.known.columns.unit.of(this.document);
  }

  get year() {
    return this.known.columns.year.of(this.document);
  }

  get status() {
    return this.known.columns.status.of(this.document);
  }

  get topic() {
    return this.known.columns.topic.of(this.document);
  }

  get audience() {
    return this.known.columns.audience.of(this.document);
  }
}

/**
 * The date of each document, and the name of its card. Dates are written when they are asked for: most never are.
 * @param {Uint16Array} steps days since the document before
 */
function naming(steps) {
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
