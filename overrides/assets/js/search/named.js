// Does what was typed look like the name of a company, or its credit code? Then datasets are looked into at once.
import { content } from "./answer-fit.js";
import { normalise } from "./normalise.js";

/** @import { Answering } from "./answer-fit.js" */

// 18 signs without I, O, S, V, Z: two for who registered it, six digits of the place, nine of the unit, one to check
const CODE = /^[0-9a-hj-np-rtuw-y]{2}\d{6}[0-9a-hj-np-rtuw-y]{10}$/;
const PERSON = /^\d{6}(?:19|20)\d{2}(?:0\d|1[0-2])[0-3]\d{4}[\dx]$/; // the number of an identity card is none
const ENDS = [
  "公司", "集团", "工厂", "厂", "店", "商店", "商行", "超市", "餐厅", "餐馆", "饭庄", "酒楼", "酒店", "宾馆", "旅馆", "医院", "诊所",
  "门诊部", "药房", "学校", "幼儿园", "银行", "支行", "事务所", "合作社", "工作室", "经营部", "服务部", "俱乐部", "影院", "研究院", "基金会",
];
const NAME = new RegExp(`(?:${ENDS.join("|")})$`);
// what a company does, as short names end: 福源餐饮
const TRADES = [
  "餐饮", "商贸", "贸易", "物业", "建筑", "科技", "文化", "传媒", "传播", "广告", "口腔", "药房", "药店", "诊所", "门诊部", "超市", "便利店", "饭馆", "饭店",
  "餐厅", "酒店", "宾馆", "幼儿园", "家政", "物流", "印务", "装饰", "集团", "公司", "商店", "商行", "经营部", "工作室", "事务所",
];
const LEGAL = /(?:股份|责任|有限|分|总|子|集团)*公司$/;
const SHORT = new RegExp(`^.{2,}(?:${TRADES.join("|")})$`);
const DECISION = /^\p{Script=Han}{2,12}\(?(?:19|20)\d{2}年?\)?第?\d{1,6}号?$/u;
const LOOSE = /^(\p{Script=Han}{2,12})((?:19|20)\d{2})年?第?(\d{4,6})号?$/u; // 示卫罚202600004: without brackets
// what one wants to know of a company, behind or before its name, and what titles of datasets call it
/** @type {[RegExp, string][]} */
const WANTED = [
  [/(?:被)?(?:罚款|处罚|罚单|罚过|罚)(?:记录|情况|决定|了吗|没有|没|吗)*/, "处罚"],
  [/(?:许可证|许可|执照)(?:记录|情况|查询|吗)*/, "许可"],
  [/(?:抽查|检查)(?:结果|记录|情况|吗)*/, "检查"],
];
const LEAST = 4; // characters of a short name
const SHORTEST = 6; // characters of a full name; 饭店 alone is no name
const LONGEST = 60;

/**
 * The name in a query that says beside it what is wanted of the company: 示例门诊部 罚款; and what datasets call that.
 * @param {string} query
 * @returns {{name: string, wanted: string}}
 */
export function apart(query) {
  const plain = normalise(query).trim();
  for (const [words, wanted] of WANTED) {
    const name = plain.replace(new RegExp(`^${words.source}\\s+|\\s*${words.source}$`), "").trim();
    if (name !== plain && NAME.test(name)) return { name, wanted };
  }
  return { name: query, wanted: "" };
}

/**
 * What to look for in datasets where no page has what was typed: a short name without what every company has, or the
 * number of a decision; "" where it looks like neither.
 * @param {string} query
 * @param {Answering | undefined} words
 */
export function likely(query, words) {
  const plain = normalise(query).replaceAll(" ", "");
  const [, office, year, number] = LOOSE.exec(plain) ?? [];
  if (office) return `${office}(${year})${number}号`;
  if (DECISION.test(plain)) return plain;
  if (plain.length < LEAST || plain.length > LONGEST || !SHORT.test(plain) || (words && content(plain, words).kinds.length)) return "";
  const short = plain.replace(LEGAL, "");
  return short.length > 1 ? short : "";
}

/**
 * "code", "name", or "" where it looks like neither.
 * @param {string} query
 * @param {Answering | undefined} words
 */
export function named(query, words) {
  const plain = normalise(query);
  const code = plain.replaceAll(" ", "");
  if (CODE.test(code) && !PERSON.test(code)) return "code";
  if (plain.includes(" ") || plain.length < SHORTEST || plain.length > LONGEST) return "";
  const asks = words && content(plain, words).kinds.length;
  return NAME.test(plain.replace(/\([^)]*\)$/, "")) && !asks ? "name" : "";
}
