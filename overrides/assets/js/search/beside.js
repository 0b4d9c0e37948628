// What stands beside the list of results: the answer and rows of datasets above it, where to ask below it.
import { readersDay } from "../day.js";
import { answerCard } from "./answer-card.js";
import { rowsOfLikely, rowsOfNamed, rowsWith } from "./lookup.js";

/**
 * @import { Card } from "./answer-files.js"
 * @import { Looked } from "./lookup.js"
 * @import { Answer, Search } from "./search.js"
 * @typedef {{card: Card | null, rows: Looked | null, panel?: Node}} Above rows: null where no dataset was looked into
 */

/** Most questions are answered without it. */
const panels = () => import("./help-panel.js");

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
    /** @type {Above | null} what stands above the results */
    this.above = null;
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
      rowsOfNamed(this.search, query, this.site).catch(() => null),
    ]);
    return rows ? { card, rows, panel: (await panels()).rowsPanel(rows.rows, rows.word, this.site) } : { card, rows };
  }

  /** @param {Above} above */
  show(above) {
    const { card, panel } = above;
    this.turn = {};
    if (above === this.above) return; // its documents are found now: who reads it, or stands in it, goes on
    this.above = above;
    this.answer?.replaceChildren(...(card ? [answerCard(card, this.site, readersDay())] : []));
    this.datasets?.replaceChildren(...(panel ? [panel] : []));
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
    const read = await Promise.all([help.known(), panels()]).catch(() => null);
    if (!read || turn !== this.turn) return;
    const [known, { helpPanel, lookButton, responsible, rowsPanel }] = read;
    const unit = responsible(query, known.units, answer.results.map((each) => each.unit), tables);
    const likely = rows ? null : await rowsOfLikely(this.search, query, answer, this.site).catch(() => null);
    if (turn !== this.turn) return;
    if (likely?.rows.length) this.datasets?.replaceChildren(rowsPanel(likely.rows, likely.word, this.site));
    const look = rows || likely?.rows.length || !known.datasets.length ? [] : [lookButton(() => this.look(query))];
    this.help.replaceChildren(...look, helpPanel(known, unit, this.site));
  }

  /** @param {string} query */
  async look(query) {
    const turn = this.turn;
    const [rows, { rowsPanel }] = await Promise.all([rowsWith(this.search, query, this.site).catch(() => []), panels()]);
    if (turn !== this.turn || !this.datasets) return;
    this.datasets.replaceChildren(rowsPanel(rows, query, this.site));
    const link = this.datasets.querySelector("a");
    (link ?? this.help?.querySelector("a"))?.focus();
  }
}
