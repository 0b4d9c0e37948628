// What stands on the page of results when the words lead to no page: rows of datasets, whom to ask, how to request.
// Only the Chinese search has them. Text is only ever text.
import { called } from "./answer-card.js";
import { responsible } from "./help.js";
import { element, linked } from "./result-list.js";
import { spoken } from "./words.js";

/**
 * @import { Rows } from "./datasets.js"
 * @import { Known, Unit } from "./help.js"
 */

export { responsible };

/**
 * @param {Rows[]} found
 * @param {string} query
 * @param {URL} root no link leads out of it
 */
export function rowsPanel(found, query, root) {
  const sum = found.reduce((all, { count }) => all + count, 0);
  const heading = element("h3", "search-answer__title", sum ? `数据集里有“${query}”${sum} 条` : `数据集里也没有“${query}”`);
  const list = element("ul", "search-answer__rows", ...found.map((each) => element("li", "", ...rows(each, root))));
  list.setAttribute("role", "list");
  return element("section", "search-answer", heading, sum ? list : null);
}

/** @type {(rows: Rows, root: URL) => (Node | null)[]} */
function rows({ title, url, count, day, newest }, root) {
  const last = `最近一条${day ? ` ${spoken(day)}` : ""}${newest.length ? `：${newest.join("，")}` : ""}`;
  return [linked(url, root, `${title}：${count} 条`), element("p", "facts", last)];
}

/**
 * @param {() => void} look
 * @returns {HTMLElement}
 */
export function lookButton(look) {
  const button = element("button", "button", "到数据集里查");
  button.type = "button";
  button.addEventListener("click", () => {
    button.disabled = true;
    look();
  });
  return element("p", "more", button, element("span", "facts", " 许可、处罚、检查这些数据里的单位名称和信用代码"));
}

/**
 * @param {Known} known
 * @param {Unit | undefined} unit that is most likely meant
 * @param {URL} root
 */
export function helpPanel({ organiser, hotline, request }, unit, root) {
  const heading = element("h2", "", "没有要找的？");
  heading.id = "search-help";
  const list = element(
    "ul",
    "search-help__ways",
    ...(unit ? [way("可能归", linked(unit.url, root, unit.label), "管", ...(unit.phones.length ? ["　", called(unit.phones[0])] : []))] : []),
    hotline.length ? way("不知道找谁：", called(["", ...hotline])) : null,
    request ? way("这里没有写的，可以要求单位告诉您：", linked(request, root, "怎样申请公开"), "，20 个工作日内答复") : null,
    unit ? null : way("本栏目：", called(organiser)),
  );
  list.setAttribute("role", "list");
  const node = element("section", "search-help", heading, list);
  node.setAttribute("aria-labelledby", heading.id);
  return node;
}

/** @param {...(Node | string)} words */
const way = (...words) => element("li", "", ...words);
