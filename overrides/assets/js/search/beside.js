// What stands beside the list of results: the answer and rows of datasets above it, where to ask below it.
import { readersDay } from "../day.js";
import { answerCard } from "./answer-card.js";
import { responsible } from "./help.js";
import { helpPanel, lookButton, rowsPanel } from "./help-panel.js";
import { named } from "./named.js";
import { prepare } from "./normalise.js";

/**
 * @import { Card } from "./answer-files.js"
 * @import { Rows } from "./datasets.js"
 * @import { Answer, Search } from "./search.js"
 * @typedef {{card: Card | null, rows: Rows[] | null}} Above rows: null where no dataset was looked into
 */

export class Beside {
  /**
   * @param {HTMLElement} root a page may lack the places: then nothing is shown there
   * @param {Search} search
   * @param {URL} site
   */
  constructor(root, search, site) {
    const place = (/** @type {string} */ name) => /** @type {HTMLElement | null} */ (root.querySelector(`[data-search-${name}]`));
    this.answer = place("answer");
    this.datasets = place("datasets");
    this.help = place("help");
    this.search = search;
    this.site = site;
    this.turn = {};
  }

  /**
   * What belongs above the results; a search goes on without it.
   * @param {string} query
   * @param {boolean} filtered what is narrowed is a list, not a question
   * @returns {Promise<Above>}
   */
  async ask(query, filtered) {
    if (!this.answer || !query || filtered) return { card: null, rows: null };
    const [card, rows] = await Promise.all([
      this.search.answer(query).catch(() => null),
      this.rowsOfNamed(query).catch(() => null),
    ]);
    return { card, rows };
  }

  /** @param {string} query */
  async rowsOfNamed(query) {
    await Promise.all([this.search.overview(), prepare(query)]);
    return this.search.help && named(query, this.search.tables?.answering) ? this.rows(query) : null;
  }

  /**
   * The program that reads datasets is only loaded now.
   * @param {string} query
   */
  async rows(query) {
    const [{ rowsOf }, known] = await Promise.all([import("./datasets.js"), this.search.help?.known()]);
    return known ? rowsOf(known.datasets, query, this.site) : [];
  }

  /**
   * @param {Above} above
   * @param {string} query
   */
  show({ card, rows }, query) {
    this.turn = {};
    this.answer?.replaceChildren(...(card ? [answerCard(card, this.site, readersDay())] : []));
    this.datasets?.replaceChildren(...(rows ? [rowsPanel(rows, query, this.site)] : []));
    this.help?.replaceChildren();
  }

  /**
   * Where to ask, below results of which none may be right; an answer says so itself.
   * @param {Above} above
   * @param {Answer} answer
   * @param {string} query
   */
  async lead({ card, rows }, answer, query) {
    const { help, tables } = this.search;
    if (!this.help || !help || !tables || !query || card) return;
    const turn = this.turn;
    const known = await help.known().catch(() => null);
    if (!known || turn !== this.turn) return;
    const unit = responsible(query, known.units, answer.results.map((each) => each.unit), tables);
    const look = rows || !known.datasets.length ? [] : [lookButton(() => this.look(query))];
    this.help.replaceChildren(...look, helpPanel(known, unit, this.site));
  }

  /** @param {string} query */
  async look(query) {
    const turn = this.turn;
    const rows = await this.rows(query).catch(() => []);
    if (turn !== this.turn || !this.datasets) return;
    this.datasets.replaceChildren(rowsPanel(rows, query, this.site));
    const link = this.datasets.querySelector("a");
    (link ?? this.help?.querySelector("a"))?.focus();
  }
}
