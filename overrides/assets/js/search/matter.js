// What a query is about: its words, each with others that say the same, and pairs of characters where no word is
// known. By them documents are found that hold most of it, for nobody asks in the words of a document.
// Pure; the words are data that the build writes (wording.json, data/aliases/).
import { aged, measured } from "./measures.js";
import { normalise } from "./normalise.js";
import { things, unwrapped } from "./numbers.js";
import { MARKS, cut, range, read } from "./segments.js";
import { meantBy } from "./when.js";

/**
 * @import { Answering } from "./answer-fit.js"
 * @import { Known, Segment } from "./segments.js"
 * @import { Tables } from "./wording.js"
 * @typedef {object} Concept
 * @property {string[]} words any of them will do; what was typed stands first
 * @property {number} at where it stands in what was typed
 * @property {number} length
 * @property {number} factor what it counts for beside how rare it is
 * @property {boolean} [titled] whether it only counts in a title that asks
 * @property {boolean} [named] whether it only counts in a title
 * @property {boolean} [care] whether a unit has it in its care, whose page has the word for this only
 * @property {boolean} [first] whether only the first of the words counts that stands anywhere
 * @typedef {object} Matter
 * @property {string} plain
 * @property {Concept[]} concepts
 * @property {number[]} places of characters that say something
 * @property {boolean} asks whether it is more than words side by side
 * @property {boolean} tells whether it may tell a matter, rather than name it
 */

const QUOTES = /["“”„‟＂]/;
const LATIN = /[0-9a-z]/;
const HAN = /\p{Script=Han}/u;
const DONE = /..[了的]$/; // 毕业了: documents say 毕业
const WORDS = 18; // that are looked up: each costs a file or two
const OTHERS = 4; // of one concept
const SMALL = 0.25; // what a pair counts for that has a character which says little, or a word of everyday talk
const SOFT = 0.4; // what a word counts for that tells what one wants to do rather than with what
const LONG = 4; // characters of a word that is also looked for in parts
const LENGTH = 0.4; // what each further character of a word adds
const CARE = 0.25; // what it counts for to be the unit in whose care a matter is
const MATTER = 0.6; // what parts of a long word count for that is such a matter: documents may have other words
const COUNTED = 0.8; // what a number counts for, with what it counts
const TOLD = 8; // characters of what tells a matter, where one word of it is known
const ORDINAL = "第";
const KIND = 0.6; // what it counts for that a title asks for the same: how much, when, where
const SAME = 3; // words of one kind

/**
 * What the query is about; null where it names a number or stands in quotation marks, and means just that.
 * @param {string} query
 * @param {Tables} tables
 * @returns {Matter | null}
 */
export function matter(query, tables) {
  const plain = unwrapped(normalise(query));
  if (QUOTES.test(query) || !HAN.test(plain) || things(plain, tables).length) return null;
  const known = read(tables);
  const segments = cut(plain, known);
  const concepts = segments.flatMap((segment, n) => meant(plain, segment, segments[n - 1], segments[n + 1], tables, known));
  const places = segments.filter(({ kind }) => !["manner", "common", "when"].includes(kind)).flatMap(({ at, end }) => range(at, end));
  return {
    plain,
    concepts: few(concepts),
    places: places.filter((at) => !known.small.has(plain[at]) && !MARKS.test(plain[at])),
    asks: /\s/.test(plain.trim()) || segments.some(({ kind }) => kind === "manner" || kind === "when"),
    tells: tells(plain, segments),
  };
}

/**
 * Whether it may tell something rather than name it: 家里没人做饭.
 * @param {string} plain
 * @param {Segment[]} segments
 */
function tells(plain, segments) {
  const known = segments.filter(({ kind }) => kind === "known").length;
  return known > 1 || (known > 0 && plain.length >= TOLD);
}

/**
 * @param {string} plain
 * @param {Segment} segment
 * @param {Segment | undefined} before
 * @param {Segment | undefined} behind
 * @param {Tables} tables
 * @param {Known} known
 * @returns {Concept[]}
 */
function meant(plain, { at, end, kind }, before, behind, { roots, measures, ages = [], answering, day = "" }, { others, carers, small }) {
  const word = plain.slice(at, end);
  if (kind === "when") return [{ words: [word, ...[meantBy(word, day)].filter(Boolean)], at, length: end - at, factor: COUNTED }];
  if (kind === "manner") return asked(word, at, answering);
  if (kind === "soft" || kind === "common") return [{ words: [word], at, length: end - at, factor: kind === "soft" ? SOFT : SMALL }];
  if (kind === "known") {
    const words = [...new Set([word, ...(DONE.test(word) ? [word.slice(0, -1)] : []), ...(others.get(word) ?? [])])].slice(0, OTHERS);
    const whole = { words, at, length: end - at, factor: 1 + LENGTH * (Math.min(5, word.length) - 2) };
    const units = carers.get(word) ?? [];
    const parts = word.length < LONG ? [] : pairs(plain, at, end, small).map((pair) => ({ ...pair, factor: Math.min(pair.factor, units.length ? MATTER : SMALL) }));
    return units.length ? [{ ...whole, care: true }, { words: units, at, length: end - at, factor: CARE, named: true }, ...parts] : [whole, ...parts];
  }
  const saying = range(at, end).filter((place) => !small.has(plain[place]));
  if (saying.length !== 1 || LATIN.test(word)) return pairs(plain, at, end, small, roots, measures, ages);
  return alone(plain, saying[0], { at, end, kind }, [before, behind], roots);
}

/**
 * One character that is left over: part of the word beside it, or short for a longer word.
 * @param {string} plain
 * @param {number} place
 * @param {Segment} run
 * @param {(Segment | undefined)[]} around
 * @param {Record<string, string[]>} roots
 * @returns {Concept[]}
 */
function alone(plain, place, { at, end }, [before, behind], roots) {
  const edges = [before?.end === at && before.kind === "known" ? at - 1 : -1, behind?.at === end && behind.kind === "known" ? end - 1 : -1];
  const beside = edges.filter((edge) => edge >= 0).map((edge) => ({ words: [plain.slice(edge, edge + 2)], at: edge, length: 2, factor: SOFT }));
  // 二房东: what a known word is part of, if documents have it
  if (behind?.at === end && behind.kind === "known" && end - at === 1) beside.push({ words: [plain.slice(at, behind.end)], at, length: behind.end - at, factor: 1 });
  const long = Object.hasOwn(roots, plain[place]) ? roots[plain[place]] : [];
  const pair = end - at > 1 ? [place > at ? plain.slice(place - 1, place + 1) : plain.slice(place, place + 2)] : [];
  const words = [...pair, ...long].slice(0, OTHERS);
  return words.length ? [...beside, { words, at, length: end - at, factor: SOFT, first: pair.length > 0 }] : beside;
}

/**
 * What a manner asks for, as titles of answers ask.
 * @param {string} word
 * @param {number} at
 * @param {Answering} words
 * @returns {Concept[]}
 */
function asked(word, at, { kinds, weak }) {
  const kind = Object.keys(kinds).find((each) => kinds[each].includes(word));
  if (!kind || weak.includes(kind)) return [];
  const words = [...new Set([word, ...kinds[kind].slice(0, SAME)])];
  return [{ words, at, length: word.length, factor: KIND, titled: true }];
}

/**
 * Words and numbers of a run, and neighbouring characters.
 * @param {string} plain
 * @param {number} from
 * @param {number} to
 * @param {Set<string>} small
 * @param {Record<string, string[]>} [roots] what a character may be short for, if the pair stands nowhere
 * @param {Record<string, string[]>} [measures] what is counted
 * @param {[number, number, string[]][]} [ages] what there is for people of an age
 */
function pairs(plain, from, to, small, roots = {}, measures = {}, ages = []) {
  /** @type {Concept[]} */
  const found = [];
  for (let at = from; at < to; at += 1) {
    const number = measured(plain.slice(at, to), measures);
    const age = !LATIN.test(plain[at - 1] ?? "") && aged(plain.slice(at, to), ages);
    if (age) found.push({ words: age.words, at, length: age.length, factor: 1 });
    if (number) {
      found.push({ words: number.words.slice(0, OTHERS), at, length: number.length, factor: COUNTED });
      at += number.length - 1;
    } else if (age) {
      at += age.length - 1;
    } else if (plain[at] === ORDINAL && measured(plain.slice(at + 1, to), measures)) {
      continue; // 第三次: the number says it, in any writing
    } else if (LATIN.test(plain[at])) {
      const begin = at;
      while (at + 1 < to && LATIN.test(plain[at + 1])) at += 1;
      if (at > begin) found.push({ words: [plain.slice(begin, at + 1)], at: begin, length: at + 1 - begin, factor: 1 });
    } else if (at + 1 < to && !LATIN.test(plain[at + 1])) {
      const pair = plain.slice(at, at + 2);
      const long = [...pair].flatMap((char) => (Object.hasOwn(roots, char) ? roots[char].slice(0, 1) : []));
      const factor = [...pair].some((char) => small.has(char)) ? SMALL : 1;
      found.push({ words: [pair, ...long], at, length: 2, factor, first: true });
    }
  }
  return found;
}

/**
 * As many as may be looked up: those that count for most, in their order, each word once.
 * @param {Concept[]} concepts
 */
function few(concepts) {
  const counting = [...concepts].sort((a, b) => b.factor - a.factor);
  const kept = new Set();
  let room = WORDS;
  for (const concept of counting) {
    room -= Math.min(2, concept.words.length);
    if (room >= 0) kept.add(concept);
  }
  return concepts.filter((concept) => kept.has(concept)).map((concept) => ({ ...concept, words: concept.words.slice(0, room > 0 ? OTHERS : 2) }));
}
