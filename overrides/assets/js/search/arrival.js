// A page that a search led to: what was looked for is marked in it, and how often is said. Nothing moves.
import { compact, prepare } from "./normalise.js";
import { remembered } from "./place.js";
import { spots } from "./spots.js";
import { word } from "./words.js";

const BLOCKS = "h1, h2, h3, h4, p, li, dt, dd, td, th, caption, summary";
const OUTSIDE = "nav, button, select, script, .visually-hidden, [hidden]";
const MOST = 200; // places that are marked

/** @param {Element} block */
function texts(block) {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  /** @type {Text[]} */
  const found = [];
  while (walker.nextNode()) {
    const node = /** @type {Text} */ (walker.currentNode);
    if (node.parentElement?.closest(BLOCKS) === block && !node.parentElement.closest(OUTSIDE)) found.push(node);
  }
  return found;
}

/**
 * Marks every place of the words in a block, also where it goes on in another element; gives how many there are.
 * @param {Element} block
 * @param {string[]} words
 */
function mark(block, words) {
  const nodes = texts(block);
  const found = spots(nodes.map((node) => node.data).join(""), words);
  let end = nodes.reduce((sum, node) => sum + node.length, 0);
  for (const node of nodes.reverse()) {
    const begin = end - node.length;
    for (const [from, to] of [...found].reverse()) {
      const [first, last] = [Math.max(from - begin, 0), Math.min(to - begin, node.length)];
      if (first < last) wrap(node, first, last);
    }
    end = begin;
  }
  return found.length;
}

/**
 * @param {Text} node
 * @param {number} first
 * @param {number} last
 */
function wrap(node, first, last) {
  const inside = node.splitText(first);
  if (last - first < inside.length) inside.splitText(last - first);
  const marked = document.createElement("mark");
  marked.className = "found";
  inside.replaceWith(marked);
  marked.append(inside);
}

async function arrive() {
  const content = document.getElementById("content");
  const sought = remembered(location.pathname, document.referrer);
  if (!content || !sought.length) return;
  await prepare(sought.join("") + content.textContent);
  const words = sought.map(compact).filter(Boolean);
  if (!words.length) return;
  let count = 0;
  for (const block of content.querySelectorAll(BLOCKS)) {
    if (count < MOST && !block.closest(OUTSIDE)) count += mark(block, words);
  }
  if (!count) return;
  const said = document.createElement("p");
  said.className = "visually-hidden";
  said.setAttribute("role", "status");
  content.append(said);
  setTimeout(() => (said.textContent = word("本页有 {n} 处是您搜索的词，已经标出", { n: count })), 500);
}

arrive();
