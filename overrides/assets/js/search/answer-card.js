// The answer above the results as DOM nodes; only the Chinese search has answers. Text is only ever text.
import { stateOn } from "./answers.js";
import { element, linked } from "./result-list.js";
import { spoken } from "./words.js";

/** @import { Basis, Card } from "./answer-files.js" */

/** @type {Record<string, string>} as chips have them everywhere */
const GLYPHS = { valid: "√", amended: "△", suspended: "△", expired: "×", "not-yet": "○", earlier: "△", said: "－" };
/** @type {Record<string, (day: string, next: string) => string>} what a reader has to know of each state */
const MEANS = {
  valid: (day) => `今天（${day}）有效`,
  amended: () => "回答以后，依据的条款改了，以现在的条文为准",
  suspended: () => "依据的条款现在停止执行，办理以前请先打电话问",
  expired: () => "依据的文件已经废止或者失效，不能再按这个回答办理",
  "not-yet": (_, next) => `依据的文件${next ? `${next}起施行，在这以前` : "还没有施行，现在"}不能按它办理`,
  earlier: () => "回答的时候文件还没有作出，以文件为准",
  said: () => "没有写明依据的文件",
};

/**
 * @param {Card} card
 * @param {URL} root no link leads out of it
 * @param {string} today the reader's day
 */
export function answerCard(card, root, today) {
  const [since, state, kind] = stateOn(card, today);
  const [next] = card.states.find(([from]) => from > today) ?? [""];
  const heading = element("h3", "search-answer__title", linked(card.url, root, card.question));
  heading.id = "search-answer";
  const more = card.cut ? ["…… ", linked(card.url, root, "看全部回答")] : [];
  const node = element(
    "section",
    `search-answer search-answer--${kind}`,
    element("p", "facts", kind === "expired" ? "当时的回答" : "问答"),
    heading,
    element("p", "search-answer__text lines", card.answer, ...more),
    ...card.bases.map((basis) => based(basis, root)),
    element("p", "facts", chip(state, kind), ` ${MEANS[kind](short(today), next && spoken(next))}${since && kind !== "valid" ? `（自${spoken(since)}起）` : ""}。${spoken(card.day)}答复。`),
    actions(card, root, kind === "expired"),
  );
  node.setAttribute("aria-labelledby", heading.id);
  return node;
}

/** @type {(basis: Basis, root: URL) => HTMLElement} */
function based({ title, url, articles, successor }, root) {
  const node = element("p", "facts", articles ? "依据：" : "谈到的文件：", linked(url, root, `${title}${articles}`));
  if (successor) node.append("。现在看", linked(successor[1], root, successor[0]));
  return node;
}

/** @type {(state: string, kind: string) => HTMLElement} */
function chip(state, kind) {
  const glyph = element("span", "chip__glyph", GLYPHS[kind] ?? "");
  glyph.setAttribute("aria-hidden", "true");
  return element("span", `chip chip--${kind}`, glyph, state);
}

/** @type {(card: Card, root: URL, ended: boolean) => HTMLElement} */
function actions({ services, phones }, root, ended) {
  const list = element("ul", "search-answer__actions");
  list.setAttribute("role", "list");
  for (const [title, url] of ended ? [] : services) {
    const link = linked(url, root, "怎样申请", element("span", "visually-hidden", `：${title}`));
    link.className = "button";
    list.append(element("li", "", link));
  }
  for (const phone of phones) list.append(element("li", "", called(phone)));
  return list;
}

/**
 * A number to call, with whose it is and when it is answered.
 * @param {[string, string, string, string]} phone
 */
export function called([whom, number, dialled, hours]) {
  const words = whom ? `打电话问${whom}：` : "打电话 ";
  const link = element("a", "", words, element("span", "search-answer__number", number));
  link.href = `tel:${dialled}`;
  const said = dialled ? link : element("span", "", words, number);
  return element("span", "", said, hours && element("span", "facts", ` ${hours}`));
}

/** @type {(day: string) => string} */
const short = (day) => spoken(day).replace(/^\d+年/, "");
