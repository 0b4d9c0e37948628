// The page of 能不能申报: what was filled in is held against the conditions in the table; nothing leaves the browser.
import { readersDay } from "../day.js";
import { verdict } from "./verdict.js";

const GROUPS = /** @type {const} */ ([
  ["may", "可能符合"],
  ["unsure", "说不准"],
  ["not", "不符合"],
]);

/** @type {(id: string) => HTMLElement} */
const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

const form = /** @type {HTMLFormElement} */ (byId("duizhao"));

/** @returns {import("./verdict.js").Enterprise} */
function filledIn() {
  return Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));
}

/**
 * @param {HTMLElement} row
 * @param {string[]} reasons
 * @param {boolean} asks
 */
function entry(row, reasons, asks) {
  const item = document.createElement("li");
  item.append(/** @type {Node} */ (row.querySelector("th a")?.cloneNode(true)));
  const list = document.createElement("ul");
  for (const each of reasons) {
    const reason = document.createElement("li");
    reason.textContent = each;
    list.append(reason);
  }
  const whom = row.querySelector("[data-benefit-ask] span");
  if (asks && whom) {
    const ask = document.createElement("li");
    ask.append("问谁：", whom.cloneNode(true));
    list.append(ask);
  }
  item.append(list);
  return item;
}

/** @type {NodeListOf<HTMLElement>} */
const rows = document.querySelectorAll("[data-benefit]");

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const enterprise = filledIn();
  const today = readersDay();
  const told = [...rows].map((row) => ({ row, ...verdict(JSON.parse(row.dataset.benefit ?? "{}"), enterprise, today) }));
  const parts = GROUPS.flatMap(([kind, words]) => {
    const own = told.filter((each) => each.verdict === kind);
    if (!own.length) return [];
    const heading = document.createElement("h3");
    heading.textContent = `${words}（${own.length}）`;
    const list = document.createElement("ul");
    list.className = "plain";
    list.append(...own.map((each) => entry(each.row, each.reasons, kind !== "not")));
    return [heading, list];
  });
  const counts = GROUPS.map(([kind, words]) => `${words} ${told.filter((each) => each.verdict === kind).length} 件`);
  byId("jieguo-shu").textContent = `${counts.join("，")}。可能符合的，还要做到表里“另外审核的”。`;
  byId("jieguo-lie").replaceChildren(...parts);
  byId("jieguo").hidden = false;
  byId("jieguo-biaoti").focus();
});
