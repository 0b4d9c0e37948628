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
const SHORTEST = 6; // characters of a full name; 饭店 alone is no name
const LONGEST = 60;

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
