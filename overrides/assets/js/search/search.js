// The interface of search in the browser; neither the page nor the tests know which engine answers.
import { readersDay } from "../day.js";
import { Answers } from "./answers.js";
import { Asking } from "./asking.js";
import { asks, rare } from "./asks.js";
import * as grams from "./grams.js";
import { Help } from "./help-file.js";
import { load } from "./load.js";
import { normalise, phrased, prepare } from "./normalise.js";
import { FACETS, present } from "./present.js";
import { Said } from "./said.js";
import { columns, expand, read } from "./wording.js";

/**
 * @import { Piece, Place } from "./excerpt.js"
 * @import { Held } from "./gathered.js"
 * @import { Match, Weights } from "./ranking.js"
 * @import { Pieces } from "./pieces.js"
 * @import { Pinyin } from "./pinyin.js"
 * @import { Offer } from "./spelling.js"
 * @import { Tables } from "./wording.js"
 * @typedef {"type" | "unit" | "year" | "status" | "topic" | "audience"} Facet
 * @typedef {{path: string, tag: string, count: number}} Described a shard as shards.json has it
 * @typedef {Record<Facet, string[]> & {id: string, shard: Shard, date: string, title: number, number: number,
 *     numberAt: number}} Row a document: lengths of title and 发文字号, and where the latter begins, as ranking.js wants them
 * @typedef {Row & {document?: number, partial: boolean, score: number, matches: Match[], other?: boolean, early?: boolean, asked?: boolean}} Hit document: its number, where it has one; partial: found only as part
 *     of a longer number or word; score: how near it is, until the weights are known; other: found in other words; asked: by one of
 *     the questions by which people ask for it
 * @typedef {Record<"url" | "title" | "number" | "type" | "unit" | "status" | "date" | "text" | "extra", string> & {asked?: string}} Card
 * @typedef {object} Shard documents that are indexed together
 * @property {URL} url its folder
 * @property {() => Promise<Hit[]>} documents all of them, newest first
 * @property {(wanted: any) => Promise<Hit[]>} exact those that hold all that is wanted
 * @property {(wanted: any) => Promise<Hit[]>} loose those that are near it
 * @property {(words: string[]) => Promise<Held>} [held] where words stand, if the engine can tell
 * @property {(wanted: any, known?: boolean) => void} [foresee] begins to fetch what will be asked for
 * @property {(part: string) => Promise<boolean>} [stands] whether any holds a part, where parts are strings
 * @property {(hits: Hit[], names: Facet[], sums: Counts) => void} count adds up the values of its hits
 * @property {(id: string) => Promise<Card>} card what is shown of one
 * @typedef {object} Engine
 * @property {(query: string) => any[]} asked what is wanted, empty if nothing
 * @property {(text: string, wanted: any, approximate: boolean) => Place[]} places where it stands in a text
 * @property {new (root: URL, described: Described, first: Described) => Shard} Shard
 * @typedef {Partial<Record<Facet, string>>} Filters
 * @typedef {Record<Facet, Record<string, number>>} Counts
 * @typedef {{hits: Hit[], approximate: boolean, complete: boolean, wanted?: any[], said?: string[],
 *     instead?: Offer[], doubted?: any[], weak?: boolean, meant?: boolean, typed?: number}} Found wanted: all that was looked for; said: the other words among it; instead:
 *     what may have been meant; doubted: what was typed, where no document holds it as it stands;
 *     weak: so little of it was found that anything else is better; meant: near ones that tell most of what was asked;
 *     typed: how many hold what was typed, where other words found most
 * @typedef {(found: Found) => Promise<void>} Told
 * @typedef {object} Result one document as it is shown
 * @property {string} url
 * @property {string} type
 * @property {string} unit
 * @property {string} status
 * @property {string} date
 * @property {Piece[]} title
 * @property {Piece[]} number
 * @property {Piece[]} excerpt
 * @property {string} [language] where it is not that of the page
 * @typedef {object} Answer
 * @property {number} count
 * @property {number} partial how many of them hold it only as part of a longer number or word
 * @property {Counts} facets
 * @property {Result[]} results
 * @property {boolean} approximate
 * @property {boolean} complete
 * @property {boolean} meant whether near ones tell most of what was asked, so that nothing is missed
 * @property {Led[]} columns those that the query names, and pages of the English version
 * @property {string[]} said words that were looked for beside those typed
 * @property {number} [typed] how many hold what was typed, where these found most
 * @property {number} folded how many documents for officials are left out of it
 * @property {Offer[]} instead what may have been meant by a query that stands nowhere
 * @property {boolean} doubted whether none of them holds it as it was typed
 * @property {string[]} marks what was looked for, to be marked on the page of a result
 * @typedef {object} Options
 * @property {string} [order] "date", or what fits best first
 * @property {number} [offset]
 * @property {number} [limit]
 * @property {(answer: Answer) => void} [onPartial]
 * @property {AbortSignal} [signal]
 * @typedef {{label: string, address: string, text?: string, language?: string}} Led
 */

const WORD = /^\p{Script=Han}{2,4}$/u; // that may be written wrong, though it stands somewhere by chance
const SOME = 8; // characters of which most words are looked for before it is known that they stand nowhere as typed
const MISREAD = 20; // documents found for such a word, at most
const WORDS = /[a-z]{2,}/i; // of English
const LETTERS = /^[a-z]/i; // that may be how a name is read
const LATIN = /^(?=.*[a-z]{2})[a-z0-9\s,.'’?!()&/-]+$/i;
/** @type {Record<string, () => Promise<Engine>>} */
const ENGINES = { grams: async () => grams, pagefind: () => import("./pagefind.js") };

export { FACETS };

export class Search {
  /**
   * `root` is the absolute URL of the folder that holds shards.json.
   * @param {string | URL} root
   */
  constructor(root) {
    this.root = new URL(root);
    /** @type {Map<string, Found>} */
    this.answers = new Map();
    /** @type {Shard[]} */
    this.shards = [];
    /** @type {Engine | null} */
    this.engine = null;
    /** What is looked for, or will be: nothing is fetched for a reader who only looks at the page. */
    this.expected = "";
    /** @type {Promise<[any, Engine]> | null} */
    this.head = null;
    /** @type {(Tables & {weights: Weights}) | null} words and weights, where the index comes with them */
    this.tables = null;
    /** @type {Said | null} what people say: put into the tables before it is needed */
    this.words = null;
    /** @type {Promise<Tables & {weights: Weights}> | null} the same with what only questions need */
    this.said = null;
    /** @type {Answers | null} questions with their answers, where there are any */
    this.questions = null;
    /** @type {Help | null} where to ask when nothing is found */
    this.help = null;
    /** @type {{pinyin: string, readings: Pieces} | null} files of how names are read, where the index comes with them */
    this.readings = null;
    /** @type {Pinyin | null} */
    this.letters = null;
    /** @type {URL | null} English words and what they mean */
    this.foreign = null;
    /** @type {URL | null} the words of the English version, where the index comes with them */
    this.english = null;
  }

  /** {shards, facets}: what there is altogether; read once, again after a failure. */
  async overview() {
    this.head ??= this.opened();
    try {
      const [{ shards, facets }, engine] = await this.head;
      this.engine = engine;
      if (!this.shards.length) this.shards = shards.map((/** @type {Described} */ each) => new engine.Shard(this.root, each, shards[0]));
      return { engine, facets, count: shards.reduce((/** @type {number} */ sum, /** @type {Described} */ { count }) => sum + count, 0) };
    } catch (error) {
      this.head = null;
      throw error;
    }
  }

  /** @returns {Promise<[any, Engine]>} */
  async opened() {
    const head = await load(new URL("shards.json", this.root), { cache: "no-cache" });
    const [words, engine] = [head.words ? load(new URL(head.words, this.root)) : null, await ENGINES[head.engine]()];
    this.shards = head.shards.map((/** @type {Described} */ each) => new engine.Shard(this.root, each, head.shards[0]));
    this.foresee(engine);
    const read = await words;
    const tables = read && { ...read, aliases: {}, alike: {}, care: [] };
    this.tables = tables;
    this.words = tables && head.said ? new Said(this.root, head.said, tables, read.care) : null;
    this.questions = head.answers && tables ? new Answers(new URL(head.answers, this.root), tables) : null;
    this.help = head.help ? new Help(new URL(head.help, this.root)) : null;
    this.readings = head.pinyin ? head : null;
    this.foreign = head.foreign ? new URL(head.foreign, this.root) : null;
    this.english = head.english ? new URL(head.english, this.root) : null;
    return [head, engine];
  }

  /**
   * Begins to fetch what is needed for the query as it was typed, while words are still read.
   * @param {Engine} engine
   */
  async foresee(engine) {
    const query = this.expected;
    if (!query) return;
    for (const shard of this.shards) shard.foresee?.([], rare(query) || undefined);
    await prepare(query);
    for (const shard of this.shards) shard.foresee?.(engine.asked(query));
  }

  /**
   * The answer to what was typed, where one is surely meant.
   * @param {string} query
   */
  async answer(query) {
    await Promise.all([this.overview(), prepare(query)]);
    await this.words?.read(query);
    return this.questions ? this.questions.find(query) : null;
  }

  /**
   * Looks for `query` among documents whose type, unit, year and status are as in `filters`.
   * Gives {count, facets, results, approximate, complete}; facets are {type: {value: count}}, each
   * counted with the other filters applied. `onPartial` gets the same, not counted, as soon as there is something to read.
   * @param {string} query
   * @param {Filters} [filters]
   * @param {Options} [options]
   * @returns {Promise<Answer>}
   */
  async search(query, filters = {}, { order = "", offset = 0, limit = 10, onPartial, signal } = {}) {
    const typed = phrased(query);
    this.expected ||= typed.trim();
    const [{ engine }] = await Promise.all([this.overview(), prepare(typed)]);
    query = await this.read(typed);
    const wanted = engine.asked(query);
    if (this.words && wanted.length) for (const shard of this.shards) shard.foresee?.(wanted);
    await this.words?.read(typed + query);
    const led = await this.led(typed);
    const show = async (/** @type {Found} */ answer) =>
      ({ ...(await present(answer, engine, wanted, filters, { order, offset, limit, weights: this.tables?.weights })), columns: led, instead: answer.instead ?? [], doubted: Boolean(answer.doubted || answer.typed === 0) });
    const key = JSON.stringify(wanted);
    const known = this.answers.get(key);
    if (known) return show(known);
    const partial = onPartial && (async (/** @type {Found} */ answer) => onPartial(await show(answer)));
    const asking = new Asking(this.shards, engine, partial, signal);
    const answer = this.tables && wanted.length
      ? await this.all(asking, query, this.tables)
      : await asking.one(wanted, FACETS.some((name) => filters[name]));
    if (wanted.length) {
      this.answers.clear();
      this.answers.set(key, answer);
    }
    return show(answer);
  }

  /**
   * A query with English words put into Chinese, where they are known and are no pinyin.
   * @param {string} query
   */
  async read(query) {
    if (!this.foreign || !WORDS.test(query) || (await this.meant(query)).length) return query;
    const { inChinese } = await import("./foreign.js");
    return inChinese(query, this.foreign).catch(() => query);
  }

  /**
   * Where a query leads before any document: columns that it names, pages of the English version.
   * @param {string} query
   * @returns {Promise<Led[]>}
   */
  async led(query) {
    const named = this.tables && query.trim() ? columns(query, this.tables) : [];
    if (!this.english || !LATIN.test(query)) return named;
    const { led } = await import("./english.js");
    return [...named, ...((await led(query, this.english).catch(() => null)) ?? [])];
  }

  /** How names are read; few type letters, or mistype. */
  async pinyin() {
    if (!this.readings) return null;
    const { Pinyin } = await import("./pinyin.js");
    return (this.letters ??= new Pinyin(this.root, this.readings));
  }

  /**
   * What letters may be the pinyin of.
   * @param {string} query
   */
  async meant(query) {
    if (!LETTERS.test(query)) return [];
    return (await this.pinyin().then((known) => known?.meant(query)).catch(() => null)) ?? [];
  }

  /**
   * The tables with what people say of any matter, which few queries need.
   * @param {Tables & {weights: Weights}} tables
   */
  async saying(tables) {
    const [head] = await (this.head ?? this.opened());
    const years = Object.keys(head.facets?.year ?? {});
    this.said ??= Promise.all([head.saying ? load(new URL(head.saying, this.root)) : {}, import("./most.js")])
      .then(([more, { dayFor }]) => ({ ...tables, ...more, day: dayFor(readersDay(), years) }));
    this.said.catch(() => (this.said = null));
    return this.said;
  }

  /**
   * Everything that a query may stand for; and where nothing holds it, what may have been meant.
   * @param {Asking} asking
   * @param {string} query
   * @param {Tables & {weights: Weights}} tables
   * @param {boolean} [again] whether it is what was meant by another that was mistyped
   * @returns {Promise<Found>}
   */
  async all(asking, query, tables, again = false) {
    const meant = await this.meant(query);
    await this.words?.read(query + meant.join(""));
    const variants = [...expand(query, tables), ...read(meant, tables)];
    /** @type {Promise<import("./most.js").Most> | null} */
    let program = null;
    const begun = () => (program ??= Promise.all([import("./most.js"), this.saying(tables)]).then(([{ Most }, saying]) => new Most(asking, query, saying)));
    const ahead = () => void begun().then((most) => most.begin(early)).catch(() => {}); // told when it is asked for
    const early = asks(query);
    if (early) ahead();
    // of few characters little is to be read, and hardly any stand in the title of something old
    asking.unsure = () => (query.trim().length <= SOME ? ahead() : void begun().catch(() => {}));
    const strings = this.shards.some((shard) => shard.stands); // an engine of words knows none by itself
    /** @type {Promise<string | null> | null} */
    let suspected = null;
    const most = async (/** @type {Found} */ some) => {
      if (strings && !again && !early && !some.hits.length) suspected = this.suspect(asking, query, tables);
      return (await begun()).found(variants, some);
    };
    const found = await asking.all(variants, tables.weights, most);
    const doubted = found.approximate ? found.wanted : found.doubted;
    const short = !again && !found.approximate && found.hits.length <= MISREAD && WORD.test(normalise(query));
    if (!(doubted?.length || short) || !strings) return found;
    if (doubted?.length && found.hits.length > asking.shown) await asking.tell?.({ ...found, hits: [...found.hits], complete: false });
    return (await import("./mistyped.js")).mistyped(this, asking, query, tables, { found, doubted, short, again, suspected });
  }

  /**
   * Begins to look for what a query is read as that stands nowhere.
   * @param {Asking} asking
   * @param {string} query
   * @param {Tables} tables
   */
  suspect(asking, query, tables) {
    const suspected = import("./mistyped.js").then((program) => program.suspect(this, asking, query, tables));
    suspected.catch(() => {}); // told when it is asked for
    return suspected;
  }
}
