// Numbers in every writing → as the column writes them: 文号, 索引号, codes, issues of the gazette, meetings.

/** @typedef {{query: string, why: string}} Written */

const CODE = /^[a-z]{1,6}[0-9a-z]*(?:-[0-9a-z]+)+$/;
const YEARS = "(?:19|20)\\d{2}";
const RUN = new RegExp(`^([a-z]{2}\\d{2})(${YEARS})(\\d{5})$`);
const NUMBER = new RegExp(`^(\\p{Script=Han}{1,14}?)(?:\\(?(${YEARS})年?\\)?(?:第|-|\\.)?|第|\\(第)?(\\d{1,4})号?$`, "u");
const NAMELESS = new RegExp(`^\\(?(${YEARS})(?:年|\\)|年\\))第?(\\d{1,4})号$`);
const ISSUE = new RegExp(
  `^(?:\\(?(${YEARS})年?\\)?)?(?:第?(\\d{1,3})[期号])?(?:政府)?公报(?:\\(?(${YEARS})年?\\)?)?(?:第?(\\d{1,3})[期号]?)?$`,
);
const TOTAL = /^(?:政府)?(?:公报)?总第?(\d{1,4})期(?:政府)?(?:公报)?$/;
const MEETING = /^(.*?)第?(\d{1,3})次(常务)?(?:会议?)?$/;
const MAIL = /^[a-z0-9._-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/;
const PHONE = /^(0\d{2,3})-?(\d{7,8})$/;
const FIGURES = "〇一二三四五六七八九";
const SHORT = /^(\p{Script=Han}{2,14})(\d{2})年第?(\d{1,4})号$/u;

/**
 * Without brackets around the whole: “《…办法》” is the title that stands inside.
 * @param {string} plain
 */
export function unwrapped(plain) {
  const inner = /^\((.+)\)$/.exec(plain)?.[1] ?? "";
  let open = 0;
  for (const sign of inner) {
    open += Number(sign === "(") - Number(sign === ")");
    if (open < 0) return plain;
  }
  return inner || plain;
}

/**
 * What a number names, as it is written there.
 * @param {string} plain
 * @param {{labels: string[]}} tables
 * @returns {Written[]}
 */
export function things(plain, { labels }) {
  const bare = figures(plain.replaceAll(" ", "").replaceAll(":", ""));
  const label = labels.find((each) => bare.startsWith(each)) ?? "";
  const rest = bare.slice(label.length);
  if (MAIL.test(rest)) return rest === plain ? [] : [{ query: rest, why: "邮箱" }];
  const phone = rest.replace(/[-()]/g, "");
  if (PHONE.test(phone)) return telephone(phone);
  if (CODE.test(rest)) return label ? [{ query: rest, why: label }] : [];
  if (!/\d/.test(rest)) return []; // to make the patterns below ready takes longer than all else of a first search
  if (RUN.test(rest)) return [{ query: rest.replace(RUN, "$1-$2-$3"), why: "索引号" }];
  return issue(rest) ?? meeting(rest) ?? document(rest) ?? [];
}

/**
 * As numbers are written: the area has two digits behind its 0 in a few cities, three elsewhere.
 * @param {string} phone
 * @returns {Written[]}
 */
function telephone(phone) {
  const area = /^0(?:10|2\d)/.test(phone) ? 3 : 4;
  return [{ query: `${phone.slice(0, area)}-${phone.slice(area)}`, why: "电话" }];
}

/**
 * Chinese figures of a year and of what is counted by 第 in those that numbers are written in.
 * @param {string} text
 */
function figures(text) {
  return text
    .replace(/[〇零○一二三四五六七八九]{4}(?=年|\))/g, (year) => Array.from(year, (sign) => Math.max(0, FIGURES.indexOf(sign))).join(""))
    .replace(/第([一二三四五六七八九十百]{1,5})(?=[期次号])/g, (_, number) => `第${counted(number)}`);
}

/** @param {string} number below 1,000 */
function counted(number) {
  const [, hundreds = "", tens, ones] = /^(?:(.)百)?(?:(.?)十)?(.?)$/.exec(number) ?? [];
  if (ones === undefined) return number;
  const value = (/** @type {string} */ sign) => (sign ? FIGURES.indexOf(sign) : 0);
  return value(hundreds) * 100 + (tens === undefined ? 0 : (value(tens) || 1) * 10) + value(ones);
}

/**
 * @param {string} text
 * @returns {Written[] | null}
 */
function document(text) {
  const whole = text.replace(SHORT, "$1(20$2)$3号");
  const [, year, n] = NAMELESS.exec(whole) ?? [];
  if (year) return [{ query: `(${year})${Number(n)}号`, why: "文号" }];
  const [, office, of, number] = NUMBER.exec(whole) ?? [];
  if (!office || /[年月第期次]$/.test(office)) return null;
  if (of) return [{ query: `${office}(${of})${Number(number)}号`, why: "文号" }];
  return [{ query: `"${office}(" ")${Number(number)}号"`, why: "文号" }];
}

/**
 * @param {string} text
 * @returns {Written[] | null}
 */
function issue(text) {
  const [, total] = TOTAL.exec(text) ?? [];
  if (total) return [{ query: `政府公报 总第${Number(total)}期`, why: "公报" }];
  const [, year, n, yearBehind, nBehind] = ISSUE.exec(text) ?? [];
  const [of, number] = [year ?? yearBehind, n ?? nBehind];
  if (!number) return of ? [{ query: `政府公报${of}年`, why: "公报" }] : null;
  return [{ query: of ? `政府公报${of}年第${Number(number)}期` : `政府公报 年第${Number(number)}期`, why: "公报" }];
}

/**
 * @param {string} text
 * @returns {Written[] | null}
 */
function meeting(text) {
  const [, before, n, regular] = MEETING.exec(text) ?? [];
  if (!n) return null;
  return [{ query: [before, `第${Number(n)}次${regular ? "常务" : ""}`, regular ? "" : "会议"].filter(Boolean).join(" "), why: "会议" }];
}
