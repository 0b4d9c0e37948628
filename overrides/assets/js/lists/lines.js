/* The lines of a list: fetched a year at a time, written as the page writes them. */
import { readersDay } from "../day.js";

/** so much of what stands below a title is shown */
const BEGINNING = 120;

/**
 * @typedef {object} Line
 * @property {string} place below the list's address
 * @property {string} title
 * @property {string} day
 * @property {[string, string, [string, string, string][]?][]} chips kind and words, then those of days ahead
 * @property {string[]} facts
 * @property {string[][]} choices the slugs of each facet
 * @property {string} said what stands below the title
 * @property {string} words what is looked for in
 */

/**
 * @param {string} action
 * @param {string} year
 * @returns {Promise<Line[]>}
 */
export async function load(action, year) {
  const answer = await fetch(`${action}lines/${year}.json`);
  if (!answer.ok) throw new Error(String(answer.status));
  const { lines } = await answer.json();
  return lines.map(read);
}

/**
 * @param {[string, string, string, Line["chips"], string[], string[][], string?]} written
 * @returns {Line}
 */
function read([place, title, day, chips, facts, choices, said = ""]) {
  const words = [title, said, ...facts].join("\n").toLowerCase();
  return { place, title, day, chips, facts, choices, said, words };
}

/**
 * A line as an entry of the list.
 * @param {Line} line
 * @param {string} action
 * @param {string} level
 */
export function row(line, action, level) {
  const entry = made("li", "entry");
  const title = made(`h${level}`, "entry__title");
  const link = document.createElement(line.place ? "a" : "span");
  if (link instanceof HTMLAnchorElement) link.href = action + line.place;
  link.textContent = line.title;
  title.append(link);
  const facts = made("p", "row facts");
  facts.append(...line.chips.map((each) => chip(...standing(each))), ...line.facts.map(fact));
  entry.append(title);
  if (line.said) {
    const said = made("p", "answers__answer");
    said.textContent = line.said.length > BEGINNING ? `${line.said.slice(0, BEGINNING)}……` : line.said;
    entry.append(said);
  }
  entry.append(facts);
  return entry;
}

/**
 * @param {string} tag
 * @param {string} name
 */
function made(tag, name) {
  const element = document.createElement(tag);
  element.className = name;
  return element;
}

/**
 * The word of a state as it stands on the reader's day.
 * @param {Line["chips"][number]} chip
 * @returns {[string, string]}
 */
function standing([kind, words, later = []]) {
  const today = readersDay();
  const [, now, said] = later.filter(([day]) => day <= today).pop() ?? ["", kind, words];
  return [now, said];
}

/**
 * As the page draws it: the page has one of each kind.
 * @param {string} kind
 * @param {string} words
 */
function chip(kind, words) {
  const known = /** @type {HTMLTemplateElement} */ (document.getElementById("narrow-chips"));
  const drawn = known.content.querySelector(`.chip--${kind}`);
  const element = drawn ? /** @type {HTMLElement} */ (drawn.cloneNode(true)) : made("span", "chip");
  element.append(words);
  return element;
}

/** @param {string} words */
function fact(words) {
  const element = document.createElement("span");
  element.textContent = words;
  return element;
}
