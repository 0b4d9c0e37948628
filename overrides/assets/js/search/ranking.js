// How far up a document stands: pure, with all numbers as data (ranking.json), and no engine or page known.

/**
 * @typedef {{place: number, length: number}} Match how long a part of the query is, and where in title and number it
 *     stands first; Infinity where it stands only in the text
 * @typedef {object} Gathering
 * @property {number} early what a word counts for in keywords and summary, 1 in the title
 * @property {number} about behind the question of a title, where it says what the question is about
 * @property {number} text anywhere else
 * @property {number} passage what it adds that all words stand in one paragraph
 * @property {number} question what it adds that it is asked for in these words
 * @property {number} among how near one of its questions must be for a document for officials to stand among the others
 * @property {number} narrow what that counts for of an answer where a mere word was typed, which may be of any question
 * @property {number} kind what such words count for where both ask for the same: how much, when, where
 * @property {number} unlike where they ask for something else
 * @property {number} letters what it adds that characters stand beside each other in both
 * @property {number} heading what a word of the title counts for beside those of a paragraph
 * @property {number} other another word for what was typed
 * @property {number} power how much it counts that all words are there
 * @property {number} share what it adds that they are the whole title
 * @property {number} standing how much type, state and newness count
 * @property {Record<string, number>} asked what types count for when something was asked or told
 * @property {number} caring what it counts for that only the page of a unit has a word, which is in its care
 * @property {number} literal what it counts for to hold the query as it was typed
 * @property {number} least share of the best that a document must have to be shown
 * @property {number} near how near a document must be where a word or two stand nowhere
 * @property {number} enough share of the query that the best must hold, or a word is likely mistyped
 * @property {number} whole share of the query that the best must hold not to be called near
 * @typedef {object} Weights
 * @property {Record<string, number>} types what a type counts for
 * @property {number} other any other type
 * @property {string[]} folded types for officials: they stand apart, below all others
 * @property {Record<string, number>} states what a state counts for, 1 unless named
 * @property {number} whole what it counts for that title or number is the whole query: more than all else
 * @property {number} beginning that the title begins with it
 * @property {number} text what is found in the text only counts for
 * @property {number} early where what was typed is in the care of a unit: what is told of it in keywords and summary
 * @property {number} half years after which newness counts for half as much
 * @property {number} care that it is only the unit in whose care the matter is
 * @property {number} beside that it is not even the unit, but something else that names it
 * @property {{types: string[], states: string[], half: number}} lasting what counts for half as much only after longer
 * @property {number} variant that it was found in other words than those typed
 * @property {number} hint that the query names what the type is for
 * @property {Record<string, string | string[]>} hints words of queries, and the type or types they ask for
 * @property {Gathering} matter where documents are found by most of the words of a question
 * @typedef {object} Found a document that was found: lengths are those of the compared text
 * @property {string[]} type one or none
 * @property {string[]} status one or none
 * @property {string} date
 * @property {number} title length of the title
 * @property {number} number length of the 发文字号, 0 without one
 * @property {number} numberAt where it begins, counted from the beginning of the title
 * @property {Match[]} matches for each part of the query
 * @property {boolean} partial found only as part of a longer number or word
 * @property {boolean} [early] found in title, keywords or summary
 * @property {boolean} [other] found in other words than those typed
 * @property {boolean} [cared] found by words that a unit has in its care
 * @property {boolean} [care] found by the unit in whose care the matter is
 */

/** Types that tell of a unit and what is in its care. */
export const UNITS = ["单位", "对外电话"];

const ADDRESS = /\p{Script=Han}(?:路|街|巷|里|胡同)\d+号/u;
const PLACES = ["查阅点", "单位", "对外电话"]; // what a house is asked for

const YEAR = 31_557_600_000;
const PARTIAL = 1000;
const STEPS = 12;

/**
 * Those for readers by what they are worth, then those for officials; of equal ones the newest first.
 * @template {Found} T
 * @param {T[]} hits
 * @param {string} query
 * @param {Weights} weights
 * @returns {T[]}
 */
export function order(hits, query, weights) {
  const newest = hits.reduce((day, { date }) => (date > day ? date : day), "");
  const scale = new Scale(weights, newest, hinted(query, weights));
  const worth = new Map(hits.map((hit) => [hit, score(hit, scale, hit)]));
  const of = (/** @type {T} */ hit) => worth.get(hit) ?? 0;
  const by = (/** @type {T} */ a, /** @type {T} */ b) =>
    Number(folded(a, weights)) - Number(folded(b, weights)) || of(b) - of(a) || (a.date < b.date ? 1 : a.date > b.date ? -1 : 0);
  return [...hits].sort(by);
}

/**
 * Whether a document is of a kind that only officials look for, and was not asked for as they ask for it.
 * @param {{type: string[], asked?: boolean}} document
 * @param {Weights} weights
 */
export function folded({ type, asked }, { folded: types }) {
  if (types !== OFFICIAL.types) Object.assign(OFFICIAL, { types, all: new Set(types) });
  return !asked && OFFICIAL.all.has(type[0]);
}

/** @type {{types: string[], all: Set<string>}} it is asked of each hit, several times */
const OFFICIAL = { types: [], all: new Set() };

/**
 * The types that a query asks for by a word of it.
 * @param {string} query
 * @param {Weights} weights
 */
export function hinted(query, { hints }) {
  const places = /\d/.test(query) && ADDRESS.test(query) ? PLACES : [];
  return places.length ? places : Object.keys(hints).filter((word) => query.includes(word)).flatMap((word) => hints[word]);
}

/**
 * Share of title or number × type × state × newness; the whole of it before all else, a part of a number last.
 * @param {Found} hit
 * @param {Scale} scale
 * @param {{other?: boolean, care?: boolean, cared?: boolean}} variant by which words it was found
 */
export function score(hit, scale, { other, care, cared }) {
  const { weights } = scale;
  const kind = scale.kind(hit.type[0]);
  const { hint, unit } = kind;
  const fit = titled(hit) ? share(hit, weights) : 0;
  const soon = cared && hit.early && !unit ? weights.early : 0;
  const sum = Math.max(fit + weights.text, soon) * scale.standing(hit, fit > 0, kind) * hint;
  const whole = fit >= 1 && !care ? weights.whole * (other ? weights.variant : 1) : 0;
  const caring = care ? weights.care * (unit ? 1 : weights.beside) : 1;
  return sum * (other ? weights.variant : 1) * caring + whole - (hit.partial ? PARTIAL : 0);
}

/** @param {Found} hit */
function titled({ matches }) {
  for (let n = 0; n < matches.length; n += 1) if (matches[n].place < Infinity) return true;
  return false;
}

/**
 * What the documents of one search count for beside how they fit: a search weighs tens of thousands, which have few
 * types, states and days, and those of one day follow each other.
 */
export class Scale {
  /**
   * @param {Weights} weights
   * @param {string} newest day of the newest hit: the calendar does not count, so that a column ages as a whole
   * @param {string[]} [meant] types that the query asks for
   */
  constructor(weights, newest, meant = []) {
    this.weights = weights;
    this.newest = time(newest);
    this.meant = meant;
    /** @type {Map<string, {worth: number, lasts: boolean, hint: number, unit: boolean}>} */
    this.kinds = new Map();
    /** @type {Map<string, {worth: number, lasts: boolean}>} */
    this.states = new Map();
    this.day = "";
    this.soon = 1; // how new that day is
    this.late = 1; // and for what lasts
  }

  /** @param {string} type */
  kind(type) {
    const known = this.kinds.get(type);
    if (known) return known;
    const { types, other, lasting, hint } = this.weights;
    const kind = { worth: types[type] ?? other, lasts: lasting.types.includes(type), hint: this.meant.includes(type) ? hint : 1, unit: UNITS.includes(type) };
    this.kinds.set(type, kind);
    return kind;
  }

  /** @param {string} status */
  state(status) {
    const known = this.states.get(status);
    if (known) return known;
    const { states, lasting } = this.weights;
    const state = { worth: states[status] ?? 1, lasts: lasting.states.includes(status) };
    this.states.set(status, state);
    return state;
  }

  /**
   * What a document counts for, whatever was asked: type × state × newness.
   * @param {{type: string[], status: string[], date: string}} document
   * @param {boolean} [about] whether it is about what was asked, and does not only mention it
   * @param {{worth: number, lasts: boolean}} [kind] that of its type
   */
  standing({ type, status, date }, about = true, kind = this.kind(type[0])) {
    const state = this.state(status[0]);
    if (date !== this.day) this.turn(date);
    return kind.worth * state.worth * (about && (kind.lasts || state.lasts) ? this.late : this.soon);
  }

  /** @param {string} day */
  turn(day) {
    const { half, lasting } = this.weights;
    this.day = day;
    const years = day ? Math.max(0, (this.newest - time(day)) / YEAR) : 0;
    this.soon = 1 / (1 + years / half);
    this.late = 1 / (1 + years / lasting.half);
  }
}

/**
 * How much of title or number the parts of the query are, 0 to 1.
 * @param {Found} hit
 * @param {Weights} weights
 */
function share({ title, number, numberAt, matches }, { beginning }) {
  let inTitle = 0;
  let inNumber = 0;
  let outside = 0;
  let first = false;
  for (const { place, length } of matches) {
    if (place + length <= title) inTitle += length;
    if (number && place >= numberAt && place + length <= numberAt + number) inNumber += length;
    else outside += 1;
    first ||= place === 0;
  }
  const part = title ? steps(Math.min(1, inTitle / title)) : 0;
  const named = inNumber && !outside ? Math.max(0.9, Math.min(1, inNumber / number)) : 0;
  return Math.max(part < 1 && first ? Math.min(0.99, part * beginning) : part, named);
}

/**
 * Titles that differ by a character or two, such as those of two months, are worth the same: the newer comes first.
 * @param {number} part
 */
const steps = (part) => (part < 1 ? Math.ceil(part * STEPS) / (STEPS + 1) : 1);

/** @type {Map<string, number>} a column has some thousand days, a search asks for them once for each of its hits */
const TIMES = new Map();

/** @param {string} day */
function time(day) {
  const known = TIMES.get(day);
  if (known !== undefined) return known;
  const parsed = Date.parse(day);
  TIMES.set(day, parsed);
  return parsed;
}
