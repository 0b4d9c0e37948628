// Of what holds most of the words, that comes first in which they stand together: in one paragraph, or in it and the
// title. The cards that are read for it are those that are shown anyway, and a few more.
import { breathe } from "./breathe.js";
import { compact, lines } from "./normalise.js";
import { Phrasing } from "./phrasing.js";

/**
 * @import { Answering } from "./answer-fit.js"
 * @import { Concept, Matter } from "./matter.js"
 * @import { Weights } from "./ranking.js"
 * @import { Card, Hit } from "./search.js"
 */

export const READ = 24; // documents whose text is looked at
const WORDS = 12; // of them where nothing was asked: the words themselves tell most
const STEP = 6; // of them one after the other, before the browser gets its turn
const ANSWER = "问答"; // the type whose titles are such questions
const ABOUT = /[?？].*$/; // behind the question
const ASIDE = 0.4; // what a question counts for whose matter was not typed
const FITS = 0.5; // of how near a question is, where one was asked: that it says nothing else; for mere words it is all

/**
 * The hits with what their best paragraph adds to them, and whether they were asked for in words of theirs.
 * @param {Hit[]} hits the best first
 * @param {Matter} matter
 * @param {number[]} worth
 * @param {Weights} weights
 * @param {Answering} answering
 */
export async function reread(hits, matter, worth, { matter: weights }, answering) {
  const { concepts, asks, tells } = matter;
  const { passage, heading, other, question, narrow, among } = weights;
  const phrasing = new Phrasing(matter, answering, weights);
  const whole = asks || tells;
  const asked = concepts.map(({ words, titled, named }, n) => ({ words, worth: titled || named ? 0 : worth[n] })).filter((each) => each.worth);
  const sum = asked.reduce((all, each) => all + each.worth, 0);
  if (!sum) return hits;
  const first = hits.slice(0, whole ? READ : WORDS);
  const cards = first.map(({ shard, id }) => shard.card(id));
  for (const card of cards) card.catch(() => {}); // told where it is waited for
  for (const [place, hit] of first.entries()) {
    if (place % STEP === STEP - 1) await breathe();
    const card = await cards[place];
    const near = alike(card, concepts, asked, sum, other, whole ? FITS : 1, phrasing);
    hit.asked = near >= among;
    hit.score *= 1 + passage * best(card, asked, heading, other) / sum + question * (card.type === ANSWER && !whole ? narrow : 1) * near;
  }
  return [...hits].sort((a, b) => b.score - a.score);
}

/**
 * What the words count for that stand in the paragraph which has most of them.
 * @param {Card} card
 * @param {{words: string[], worth: number}[]} asked
 * @param {number} heading what a word of the title counts for beside those of a paragraph
 * @param {number} other what another word counts for than the one that was typed
 */
function best({ title, text }, asked, heading, other) {
  const first = compact(title);
  const named = asked.map((each) => heading * held(first, each, other));
  return Math.max(...[first, ...lines(text)].map((line) => asked.reduce((all, each, n) => all + Math.max(named[n], held(line, each, other)), 0)));
}

/**
 * How far what was typed is one of the questions by which people ask for a document, 0 to 1: how much of it the
 * question holds, and how much of the question it is.
 * @param {Card} card
 * @param {Concept[]} concepts
 * @param {{words: string[], worth: number}[]} asked
 * @param {number} sum
 * @param {number} other
 * @param {number} fits how much of it is that the question says nothing else
 * @param {Phrasing} phrasing
 */
function alike({ type, title, asked: questions = "" }, concepts, asked, sum, other, fits, phrasing) {
  const words = concepts.flatMap((concept) => concept.words);
  const all = [...questions.split("\n"), ...(type === ANSWER ? [title.replace(ABOUT, "")] : [])];
  return Math.max(0, ...all.map((question) => {
    const line = compact(question);
    const holds = asked.reduce((all, each) => all + held(line, each, other), 0) / sum;
    const aside = missed(line, compact(title), words) ? ASIDE : 1;
    return line && holds ? aside * phrasing.near(line, holds * holds * (1 - fits + fits * within(line, words))) : 0;
  }));
}

/** @type {(line: string, words: string[]) => number} the share of a line that words account for */
const within = (line, words) => placesIn(line, words).size / line.length;

/** @type {(line: string, words: string[]) => Set<number>} */
function placesIn(line, words) {
  const places = new Set();
  for (const word of words) {
    const at = line.indexOf(word);
    for (let i = 0; at >= 0 && i < word.length; i += 1) places.add(at + i);
  }
  return places;
}

/**
 * Whether a question is of the very matter that its title names, and what was typed says nothing of that: 孩子转学找谁
 * is no answer to 孩子打针找谁.
 * @param {string} line
 * @param {string} title
 * @param {string[]} words
 */
export function missed(line, title, words) {
  if (words.some((word) => word.length > 1 && title.includes(word))) return false;
  const places = placesIn(line, words);
  return Array.from(line).some((_, at) => !places.has(at) && !places.has(at + 1) && at + 1 < line.length && title.includes(line.slice(at, at + 2)));
}

/** @type {(line: string, asked: {words: string[], worth: number}, other: number) => number} */
function held(line, { words, worth }, other) {
  const at = words.findIndex((word) => line.includes(word));
  return at < 0 ? 0 : worth * (at ? other : 1);
}
