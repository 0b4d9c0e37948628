// What the line above the results says, which screen readers read out.
import { word } from "./words.js";

/** @import { Answer } from "./search.js" */

/**
 * @param {Answer} answer
 * @param {string} query
 * @param {number} shown
 */
export function said({ count, partial, approximate, complete, meant, typed, said: words, columns }, query, shown) {
  const english = inEnglish(columns);
  if (english) return `English pages: ${english}.${count && complete ? ` Chinese pages: ${count}.` : ""}`;
  if (!complete && approximate) return word("先列出相近的 {n} 件，还在找…", { n: count });
  if (!complete) return word("已找到 {n} 件，还在搜索…", { n: count });
  const what = query ? word("“{query}”", { query }) : word("符合条件的内容");
  if (!count) return word("没有找到{what}。可以减少字数、换一种说法，或取消筛选条件。", { what });
  const part = shown < count ? word("，显示前 {n} 件", { n: shown }) : "";
  if (meant) return word("找到意思相近的内容 {n} 件{part}，最相关的在前。", { n: count, part });
  if (approximate) return word("没有找到与{what}完全一致的内容。相近结果 {n} 件{part}。", { what, n: count, part });
  if (typed !== undefined && words.length) return word("找到 {n} 件{part}：写{what}的 {m} 件，其余写{words}。", { what, words: named(words), n: count, m: typed, part });
  const longer = partial ? word("，其中 {n} 件里是更长的数字或英文词的一部分", { n: partial }) : "";
  return word("找到 {n} 件{part}。", { n: count, part: longer + part });
}

/**
 * How many pages of the English version stand above the documents: who asked for them reads English.
 * @param {Answer["columns"]} columns
 */
export const inEnglish = (columns) => columns.filter(({ language }) => language).length;

/**
 * What else is to be known of the results, below them: the line above keeps its height while they come.
 * @param {Answer} answer
 */
export function further({ count, approximate, complete, typed, said: words, folded }) {
  if (!complete || !count || approximate) return "";
  const also = words.length && typed === undefined ? word("也找了{words}。", { words: named(words) }) : "";
  const apart = folded ? word("工作台账另有 {n} 件，在“类型”里选。", { n: folded }) : "";
  return also + apart;
}

/** @param {string[]} words */
const named = (words) => words.map((each) => word("“{query}”", { query: plain(each) })).join("");

/** @param {string} query */
const plain = (query) => query.replaceAll('" "', "…").replaceAll('"', "");
