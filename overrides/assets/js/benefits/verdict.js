// One benefit held against what an enterprise says of itself: 可能符合, 不符合 with reasons, or 说不准 with what is not known.

/** @typedef {{项: string, 关系: string, 值: string[], 说明: string}} Condition */
/** @typedef {{条件: Condition[], 开始: string, 截止: string | null, 月份?: number[]}} Benefit */
/** @typedef {Record<string, string>} Enterprise what was filled in, by the name of the question */
/** @typedef {{verdict: "may" | "not" | "unsure", reasons: string[]}} Verdict */

const UNKNOWN = null;

/**
 * A day so many months later; the last of a shorter month where it has no such day.
 * @param {string} day
 * @param {number} months
 */
function later(day, months) {
  const [year, month, date] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

/** @type {Record<string, (said: string, values: string[], day: string) => boolean>} */
const HOLDS = {
  // a trade is said with its section and its division, “C 13”, everything else is one word
  属于: (said, values) => [said, ...said.split(" ")].some((each) => values.includes(each)),
  不属于: (said, values) => !said.split(" ").some((each) => values.includes(each)),
  是: (said, values) => values.includes(said),
  不早于: (said, [limit]) => said >= limit,
  不晚于: (said, [limit]) => said <= limit,
  满月: (said, [months], day) => later(said, Number(months)) <= day,
  不少于: (said, [limit]) => Number(said) >= Number(limit),
  不超过: (said, [limit]) => Number(said) <= Number(limit),
};

/**
 * Whether one condition is met; null where that cannot be said.
 * @param {Condition} condition
 * @param {Enterprise} enterprise
 * @param {string} day on which it would apply
 */
function met(condition, enterprise, day) {
  const holds = HOLDS[condition.关系];
  if (!holds) return UNKNOWN;
  // sizes are of enterprises alone
  if (condition.项 === "企业规模" && enterprise.主体 && enterprise.主体 !== "企业") return true;
  const said = enterprise[condition.项];
  return said ? holds(said, condition.值, day) : UNKNOWN;
}

/**
 * @param {Benefit} benefit
 * @param {Enterprise} enterprise
 * @param {string} today the reader's day
 * @returns {Verdict}
 */
export function verdict(benefit, enterprise, today) {
  if (benefit.截止 && benefit.截止 < today) {
    return { verdict: "not", reasons: [`申报已经在 ${benefit.截止} 截止`] };
  }
  const day = benefit.开始 > today ? benefit.开始 : today;
  const found = benefit.条件.map((each) => ({ each, met: met(each, enterprise, day) }));
  const failed = found.filter((one) => one.met === false);
  if (failed.length) return { verdict: "not", reasons: failed.map(({ each }) => `要求${each.说明}${told(each, enterprise)}`) };
  const open = found.filter((one) => one.met === UNKNOWN);
  if (!benefit.条件.length) return { verdict: "unsure", reasons: ["没有可以对照的条件"] };
  const months = benefit.月份;
  const between = months && !months.includes(Number(day.slice(5, 7)));
  const reasons = open.map(({ each }) => (each.关系 === "认定" ? `要由单位认定：${each.说明}` : `没有填：要求${each.说明}`));
  if (reasons.length) return { verdict: "unsure", reasons };
  if (between) return { verdict: "may", reasons: [`每年${months.map((each) => `${each}月`).join("、")}申报，现在不受理`] };
  return { verdict: "may", reasons: day > today ? [`${day} 起申报`] : [] };
}

/**
 * @param {Condition} condition
 * @param {Enterprise} enterprise
 */
function told(condition, enterprise) {
  const said = enterprise[condition.项] ?? "";
  return said ? `，您填的是“${said}”` : "";
}
