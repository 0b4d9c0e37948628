/* A list narrowed by several choices, words and days at once; its address says all of it, so it can be shared. */

import { announcer } from "../announce.js";
import { choose, chosen, href } from "./choices.js";
import { load, row } from "./lines.js";

/** @typedef {import("./lines.js").Line} Line */
/** @typedef {import("./choices.js").Choices} Choices */

/** so many rows are shown at once */
const SHOWN = 50;
/** of fewer not every choice has room */
const FEW = 10;

const form = /** @type {HTMLFormElement} */ (document.getElementById("narrow"));
const status = /** @type {HTMLElement} */ (document.getElementById("narrow-count"));
const facets = (form.dataset.facets || "").split(" ").filter(Boolean);
const measure = form.dataset.measure;

/* What was left empty stands in no address. */
form.addEventListener("submit", function () {
  for (const field of form.querySelectorAll("input, select")) {
    const box = /** @type {HTMLInputElement} */ (field);
    if (!box.value || (box.name === "sort" && box.value === "new")) box.disabled = true;
  }
});
window.addEventListener("pageshow", function () {
  for (const field of form.querySelectorAll("[disabled]")) field.removeAttribute("disabled");
});

const wanted = chosen(new URLSearchParams(location.search), facets);
if (form.dataset.whole && wanted.any) start();

/** Fill the form, fetch the lines of all years, show those that are wanted. */
async function start() {
  for (const name of ["q", "from", "to", "sort"]) {
    const box = /** @type {HTMLInputElement | null} */ (form.querySelector(`[name=${name}]`));
    const value = wanted.fields[name];
    if (box && value) box.value = value;
  }
  for (const [name, slug] of Object.entries(wanted.facets)) keep(name, slug);
  setAside();
  const words = document.querySelector(".narrow-fold > summary");
  if (words) words.textContent = `找的是：${asked()}。换一个`;
  status.textContent = "正在筛选……";
  try {
    const years = (form.dataset.years || "").split(" ").filter((year) => within(year));
    show((await Promise.all(years.map((year) => load(form.action, year)))).flat());
  } catch (error) {
    status.textContent = "筛选用的文件没有取到，下面是没有筛选的列表。请刷新再试。";
    announcer(status)(status.textContent);
  }
}

/** @param {string} day */
function said(day) {
  return day.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, "$1年$2月$3日");
}

/** What is asked for, in words. */
function asked() {
  const { q, from, to, sort } = wanted.fields;
  const made = Object.entries(wanted.facets).map(function ([name, slug]) {
    const link = document.querySelector(`a[data-facet="${name}"][data-slug="${CSS.escape(slug)}"] > span`);
    return (link || select(name)?.selectedOptions[0])?.textContent?.replace(/（\d+）$/, "");
  });
  const order = sort && form.querySelector(`option[value="${CSS.escape(sort)}"]`)?.textContent;
  return [q && `“${q}”`, from && `${said(from)}起`, to && `到${said(to)}`, ...made, order].filter(Boolean).join("，");
}

/** What is chosen stands above its list, further choices are folded: as on the page of a single choice. */
function setAside() {
  const choices = /** @type {HTMLDetailsElement | null} */ (document.querySelector(".facets"));
  if (!choices) return;
  choices.closest(".listing")?.classList.replace("listing", "plain-listing");
  choices.classList.remove("facets--side");
  choices.open = false;
  const words = choices.querySelector("summary");
  if (words) words.textContent = "再筛选，或者换一个";
}

/** @param {string} name */
function select(name) {
  return /** @type {HTMLSelectElement | null} */ (form.querySelector(`select[name="${name}"]`));
}

/**
 * A choice goes with the words when the form is sent again.
 * @param {string} name
 * @param {string} slug
 */
function keep(name, slug) {
  const field = select(name);
  if (field) {
    field.value = slug;
    return;
  }
  const box = document.createElement("input");
  box.type = "hidden";
  box.name = name;
  box.value = slug;
  form.append(box);
}

/** @param {string} year */
function within(year) {
  const { from, to } = wanted.fields;
  return (!from || year >= from.slice(0, 4)) && (!to || year <= to.slice(0, 4));
}

/** @param {Line[]} lines */
function show(lines) {
  const found = lines.filter((line) => choose(line, wanted, facets));
  order(found);
  const list = /** @type {HTMLElement} */ (document.getElementById("narrow-list"));
  const level = list.dataset.level || "2";
  list.hidden = false;
  list.replaceChildren(...found.slice(0, SHOWN).map((line) => row(line, form.action, level)));
  status.textContent = found.length
    ? `共 ${found.length} ${measure}${found.length > SHOWN ? `，先列出 ${SHOWN} ${measure}` : ""}`
    : `一${measure}也没有。换一个词、放宽日期，或者少选一样。`;
  elsewhere();
  more(list, found, level);
  for (const each of document.querySelectorAll(".pages, [data-whole-only]")) each.remove();
  const clear = /** @type {HTMLElement} */ (document.getElementById("narrow-clear"));
  clear.hidden = false;
  count(lines, found.length);
  arrive();
}

/** What was asked is answered: keyboard and screen reader go on there, not at the top of a page that came anew. */
function arrive() {
  if (document.activeElement !== document.body) {
    announcer(status)(status.textContent || "");
    return;
  }
  status.tabIndex = -1;
  status.focus({ preventScroll: true });
  if (status.getBoundingClientRect().bottom > innerHeight) status.scrollIntoView({ block: "center" });
}

/** A list is narrowed by the word as written; the search knows other words for it, and is one touch away. */
function elsewhere() {
  const search = /** @type {HTMLFormElement | null} */ (document.querySelector("form.site-search"));
  const query = wanted.fields.q;
  if (!search || !query) return;
  const link = document.createElement("a");
  link.href = `${search.action}?q=${encodeURIComponent(query)}`;
  link.textContent = `在全站搜索里找“${query}”`;
  const told = document.createElement("p");
  told.className = "facts";
  told.append("这里只列写着这个词的；别的说法，", link, "。");
  status.after(told);
}

/** @param {Line[]} found */
function order(found) {
  const sort = wanted.fields.sort;
  if (sort === "old") found.sort((one, other) => Number(!one.day) - Number(!other.day) || one.day.localeCompare(other.day));
  else if (sort === "title") found.sort((one, other) => one.title.localeCompare(other.title, "zh-CN"));
  else found.sort((one, other) => other.day.localeCompare(one.day));
}

/**
 * A button for the rest.
 * @param {HTMLElement} list
 * @param {Line[]} found
 * @param {string} level
 */
function more(list, found, level) {
  if (found.length <= SHOWN) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button";
  button.textContent = `列出其余 ${found.length - SHOWN} ${measure}`;
  button.addEventListener("click", function () {
    const rest = found.slice(SHOWN).map((line) => row(line, form.action, level));
    const first = rest[0];
    list.append(...rest);
    button.remove();
    if (first) /** @type {HTMLElement | null} */ (first.querySelector("a"))?.focus();
  });
  list.after(button);
}

/**
 * What each choice would leave, beside all others that are made; what would leave nothing, or all, goes.
 * @param {Line[]} lines
 * @param {number} shown
 */
function count(lines, shown) {
  for (const name of facets) {
    const others = lines.filter((line) => choose(line, wanted, facets, name));
    /** @param {string} slug */
    const left = (slug) => others.filter((line) => line.choices[facets.indexOf(name)]?.includes(slug)).length;
    for (const option of select(name)?.options || []) {
      if (!option.value) continue;
      option.text = option.text.replace(/\d+）$/, `${left(option.value)}）`);
      option.hidden = !option.selected && !left(option.value);
    }
    for (const link of document.querySelectorAll(`a[data-facet="${name}"]`)) {
      const place = /** @type {HTMLAnchorElement} */ (link);
      const slug = place.dataset.slug || "";
      const here = wanted.facets[name] === slug;
      const number = place.querySelector("[data-count]");
      if (number) number.textContent = String(left(slug));
      place.href = href(form.action, wanted, name, here ? "" : slug);
      if (here) place.setAttribute("aria-current", "true");
      const item = place.closest("li");
      const idle = !left(slug) || (!wanted.facets[name] && left(slug) === shown);
      if (item) item.hidden = idle && !here;
    }
  }
  room(shown);
}

/**
 * What can still be chosen is no longer than what it narrows: of a short list a choice can be taken back, and as
 * many others stand there as there is room for.
 * @param {number} shown
 */
function room(shown) {
  let left = 2 * shown;
  for (const place of document.querySelectorAll(".facets__group")) {
    const group = /** @type {HTMLElement} */ (place);
    const here = group.querySelector("[aria-current]");
    for (const item of group.querySelectorAll("li")) item.hidden ||= !!here && shown < FEW && !item.contains(here);
    const items = group.querySelectorAll("li:not([hidden])").length;
    left -= here ? 0 : items + 1;
    group.hidden = !items || (!here && shown < FEW && left < 0);
  }
  for (const fold of document.querySelectorAll(".facets__folded, .facets__more")) {
    const items = fold.querySelectorAll("li:not([hidden])").length;
    const words = fold.querySelector("summary");
    if (words) words.textContent = (words.textContent || "").replace(/\d+/, String(items));
    /** @type {HTMLElement} */ (fold).hidden ||= !items;
  }
}
