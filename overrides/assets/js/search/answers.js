// What was typed → the answer to it, if one of the knowledge base is surely meant.
import { AnswerFiles } from "./answer-files.js";
import { answers, content, fit, keys } from "./answer-fit.js";
import { breathe } from "./breathe.js";
import { normalise, prepare } from "./normalise.js";
import { things } from "./numbers.js";
import { top } from "./top.js";
import { expand } from "./wording.js";

/**
 * @import { Card } from "./answer-files.js"
 * @import { Asked } from "./answer-fit.js"
 * @import { Tables } from "./wording.js"
 */

const TEXTS = 4; // writings of a query
const KEYS = 24; // pairs that are looked up
const CARDS = 8; // questions that are read to be compared
const PAST = 0.7; // what an answer counts for whose documents have ended, or were made after it

export class Answers {
  /**
   * @param {URL} head
   * @param {Tables} tables
   */
  constructor(head, tables) {
    this.files = new AnswerFiles(head);
    this.tables = tables;
  }

  /**
   * @param {string} query
   * @returns {Promise<Card | null>}
   */
  async find(query) {
    await breathe(); // what holds the query is looked for first
    const asked = this.asked(query);
    const wanted = keys(asked.flatMap(({ pieces }) => pieces)).slice(0, KEYS);
    if (!wanted.length) return null;
    const numbers = await this.files.numbers(wanted);
    const { count } = await this.files.head();
    const weight = (/** @type {string} */ key) => Math.log(1 + count / (1 + (numbers.get(key)?.length ?? 0)));
    const cards = await Promise.all(nearest(numbers, weight).map((number) => this.files.card(number)));
    await prepare(cards.map(({ question, about, answer }) => question + about + answer).join(""));
    await breathe();
    const worth = cards.map((card) => Math.max(...asked.map((each) => this.worth(each, card, weight))));
    const best = Math.max(0, ...worth);
    return best ? cards[worth.indexOf(best)] : null;
  }

  /**
   * What is asked by each writing of the query; nothing by a number, which names its document itself.
   * @param {string} query
   */
  asked(query) {
    if (/["“”„‟＂]/.test(query) || things(normalise(query), this.tables).length) return [];
    const texts = expand(query, this.tables).filter(({ step }) => !step).map((variant) => variant.query);
    return texts.slice(0, TEXTS).map((text) => content(text, this.tables.answering)).filter(({ pieces }) => pieces.length);
  }

  /**
   * How surely a question is meant, 0 if it is not sure enough.
   * @param {Asked} typed
   * @param {Card} card
   * @param {(key: string) => number} weight
   */
  worth(typed, card, weight) {
    const words = this.tables.answering;
    const how = fit(typed, card, words, weight);
    if (!answers(typed, content(card.question, words), how, words)) return 0;
    return how.asked * (1 + how.had) * (["expired", "earlier"].includes(stateOn(card, "")[2]) ? PAST : 1);
  }
}

/**
 * The numbers of the questions that have most of the keys; rare ones count for more, those of the question itself too.
 * @param {Map<string, number[]>} numbers
 * @param {(key: string) => number} weight
 */
function nearest(numbers, weight) {
  /** @type {Map<number, number>} */
  const sums = new Map();
  for (const [key, found] of numbers) {
    for (const each of found) {
      const number = each >> 1;
      sums.set(number, (sums.get(number) ?? 0) + weight(key) * (each & 1 ? 1.5 : 1));
    }
  }
  return top([...sums], CARDS, (a, b) => b[1] - a[1] || b[0] - a[0]).map(([number]) => number);
}

/**
 * The state of an answer on a day (YYYY-MM-DD), by what was known when the site was built.
 * @param {Card} card
 * @param {string} day
 */
export function stateOn({ states }, day) {
  return states.filter(([from]) => from <= day).at(-1) ?? states[0];
}
