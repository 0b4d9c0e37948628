// Where on its page something stands that was found, and how the page is told what to mark there.

/** @import { Card } from "./search.js" */

const KEY = "gongkai-found";

/**
 * The address of a document, down to the article or heading under which its text has the match.
 * @param {Card & {places?: [number, string][]}} card
 * @param {number} match where in the text, -1 for nowhere
 */
export function addressOf({ url, text, places = [] }, match) {
  if (match < 0 || url.includes("#")) return url;
  const line = text.slice(0, match).split("\n").length - 1;
  const place = places.filter(([begins]) => begins <= line).at(-1);
  return place ? `${url}#${place[1]}` : url;
}

/**
 * Remembers for this window what to mark on the page that a link leads to.
 * @param {string} href
 * @param {string[]} words
 */
export function remember(href, words) {
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ path: new URL(href).pathname, words }));
  } catch {
    // storage closed: the page comes without marks
  }
}

/**
 * What was looked for when a link led here; of a page opened in another window, what was typed.
 * @param {string} path of this page
 * @param {string} from the page that the reader came from
 * @returns {string[]}
 */
export function remembered(path, from) {
  const typed = new URL(from).searchParams.get("q") ?? "";
  try {
    const found = JSON.parse(sessionStorage.getItem(KEY) ?? "{}");
    if (found.path === path) return found.words;
  } catch {
    // as if nothing had been kept
  }
  return typed.split(/\s+/).filter((word) => word.length > 1);
}
