// The files of questions with their answers beside an index, each read once. hooks/gongkai/search/answering.py writes them.
import { load } from "./load.js";

/**
 * @typedef {object} Head
 * @property {number} count of all questions
 * @property {number} pack questions in one pack
 * @property {string[]} firsts the first key of each file of pairs
 * @property {string[]} pairs names of these files
 * @property {string[]} packs names of the packs
 * @typedef {object} Basis
 * @property {string} title
 * @property {string} url of the article, where one is named
 * @property {string} articles
 * @property {[string, string]} [successor] what took its place: title, address
 * @typedef {object} Card a question with what is shown of its answer
 * @property {string} question
 * @property {string} about names of its record and documents
 * @property {string} url
 * @property {string} answer
 * @property {boolean} cut whether there is more of it on its page
 * @property {string} day on which it was given
 * @property {[string, string, string][]} states from which day, the state, the kind of its chip; the first holds already
 * @property {Basis[]} bases
 * @property {[string, string][]} services title, address
 * @property {[string, string, string, string][]} phones whom to call, number, as a link dials it, hours
 */

export class AnswerFiles {
  /** @param {URL} head */
  constructor(head) {
    this.url = head;
    /** @type {Map<string, Promise<any>>} */
    this.known = new Map();
  }

  /** @returns {Promise<Head>} */
  head() {
    return this.once(this.url);
  }

  /**
   * For each key that there is, the numbers of the questions: twice each, one more where it stands in the question itself.
   * @param {string[]} keys
   * @returns {Promise<Map<string, number[]>>}
   */
  async numbers(keys) {
    const { firsts, pairs } = await this.head();
    const places = keys.map((key) => firsts.filter((first) => first <= key).length - 1);
    const names = places.map((place) => (place < 0 ? "" : pairs[place]));
    await Promise.all(names.filter(Boolean).map((name) => this.file(name)));
    /** @type {Map<string, number[]>} */
    const found = new Map();
    for (const [i, key] of keys.entries()) {
      const steps = names[i] && (await this.file(names[i]))[key];
      let sum = 0;
      if (steps) found.set(key, steps.map((/** @type {number} */ step) => (sum += step)));
    }
    return found;
  }

  /**
   * @param {number} number
   * @returns {Promise<Card>}
   */
  async card(number) {
    const { pack, packs } = await this.head();
    return (await this.file(packs[Math.floor(number / pack)]))[number % pack];
  }

  /** @param {string} name */
  file(name) {
    return this.once(new URL(`${name}.json`, this.url));
  }

  /**
   * Keeps what was read; forgets a failure, so that the next question tries again.
   * @param {URL} url
   */
  once(url) {
    const known = this.known.get(url.href);
    if (known) return known;
    const reading = load(url);
    this.known.set(url.href, reading);
    reading.catch(() => this.known.delete(url.href));
    return reading;
  }
}
