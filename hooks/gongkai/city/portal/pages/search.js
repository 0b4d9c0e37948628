// One question put to the columns of a city: each is asked by its own program in its own index, so that what it finds
// and counts is what its own search page would; a program that several have is read once.

/**
 * @typedef {{slug: string, name: string, site: string, index: string, program: string}} Column addresses from this page
 * @typedef {{count: number, approximate: boolean, results: any[]}} Answer as the column's program gives it
 * @typedef {object} Program what a column's search page exports
 * @property {new (root: URL) => {search: (query: string, filters: {}, options: {}) => Promise<Answer>}} Search
 * @property {(result: any, root: URL) => HTMLElement} item
 * @property {(answer: Answer, query: string, shown: number) => string} said
 * @property {(answer: Answer) => string} further
 * @typedef {{column: Column, program: Program, search: InstanceType<Program["Search"]>}} Opened
 */

const FIRST = 5; // results of a column, until more are asked for
const MORE = 10;
const AT_ONCE = 2; // columns asked at the same time: a telephone has one line

const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (document.querySelector(`[data-city-${name}]`));
const form = /** @type {HTMLFormElement} */ (part("form"));
const input = /** @type {HTMLInputElement} */ (form.elements.namedItem("q"));
const boxes = () => /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll("input[name=in]")]);
const status = part("status");
const sums = part("sums");
const found = part("found");
/** @type {Column[]} */
const columns = JSON.parse(part("columns").textContent ?? "[]");
/** @type {Map<string, Promise<Opened>>} */
const opened = new Map();
let asking = 0; // which question is the present one

/**
 * @param {string} name
 * @param {string} className
 * @param {...(Node | string)} children
 */
function element(name, className, ...children) {
  const node = document.createElement(name);
  if (className) node.className = className;
  node.append(...children);
  return node;
}

/**
 * @param {string} address
 * @param {...(Node | string)} words
 */
function link(address, ...words) {
  const node = /** @type {HTMLAnchorElement} */ (element("a", "", ...words));
  node.href = address;
  return node;
}

/** @param {Column} column */
function open(column) {
  const known = opened.get(column.slug);
  if (known) return known;
  const begun = import(new URL(column.program, document.baseURI).href).then((program) => {
    return { column, program, search: new program.Search(new URL(column.index, document.baseURI)) };
  });
  opened.set(column.slug, begun);
  begun.catch(() => opened.delete(column.slug)); // asked for again with the next question
  return begun;
}

/**
 * A column's own search with the same question: filters, answers, other words are there.
 * @param {Column} column
 * @param {string} query
 */
const itsOwn = ({ site }, query) => `${site}search/?${new URLSearchParams({ q: query })}`;

/**
 * Results as the column draws them, each with the column's name.
 * @param {Opened} from
 * @param {Answer} answer
 */
function items({ column, program }, answer) {
  return answer.results.map((result) => {
    const row = program.item(result, new URL(column.site, document.baseURI));
    row.querySelector(".search-result__meta")?.prepend(element("span", "city-of", column.name));
    return row;
  });
}

/**
 * @param {Opened} from
 * @param {Answer} answer
 * @param {string} query
 */
function section(from, answer, query) {
  const { column, program, search } = from;
  const list = element("ol", "city-results", ...items(from, answer));
  const said = element("p", "", program.said(answer, query, answer.results.length), program.further(answer));
  const more = element("button", "", "更多结果", element("span", "visually-hidden", `：${column.name}`));
  more.hidden = answer.results.length >= answer.count;
  more.addEventListener("click", async () => {
    const next = await search.search(query, {}, { offset: list.children.length, limit: MORE });
    const rows = items(from, next);
    list.append(...rows);
    more.hidden = !rows.length || list.children.length >= next.count;
    said.textContent = program.said(next, query, list.children.length) + program.further(next);
    rows[0]?.querySelector("a")?.focus();
  });
  const whole = element("section", "city-section", element("h2", "", column.name), said, list, more);
  whole.id = `in-${column.slug}`;
  whole.append(element("p", "", link(itsOwn(column, query), `到${column.name}的检索里看，可以筛选`)));
  return whole;
}

/**
 * Columns one after the other, some at once; `tell` gets each answer, null where there was none.
 * @param {Column[]} chosen
 * @param {string} query
 * @param {(column: Column, from: Opened | null, answer: Answer | null) => void} tell
 */
async function ask(chosen, query, tell) {
  const waiting = [...chosen];
  async function next() {
    for (let column = waiting.shift(); column; column = waiting.shift()) {
      try {
        const from = await open(column);
        tell(column, from, await from.search.search(query, {}, { limit: FIRST }));
      } catch {
        tell(column, null, null);
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, next));
}

/** Address → form → results. */
async function run() {
  const mine = (asking += 1);
  const asked = new URLSearchParams(location.search);
  const query = (asked.get("q") ?? "").trim();
  const only = asked.get("in")?.split(",") ?? columns.map(({ slug }) => slug);
  input.value = query;
  for (const box of boxes()) box.checked = only.includes(box.value);
  sums.replaceChildren();
  found.replaceChildren();
  status.textContent = "";
  const chosen = columns.filter(({ slug }) => only.includes(slug));
  if (!query || !chosen.length) return;
  /** @type {Map<Column, {from: Opened | null, answer: Answer | null}>} */
  const answers = new Map();
  status.textContent = `正在 ${chosen.length} 个栏目里检索…`;
  await ask(chosen, query, (column, from, answer) => {
    if (mine !== asking) return;
    answers.set(column, { from, answer });
    status.textContent = `已检索 ${answers.size} 个栏目，还有 ${chosen.length - answers.size} 个…`;
  });
  if (mine === asking) show(chosen, answers, query);
}

/**
 * Where some column holds the question as it was asked, what is only near it in others is not put beside it.
 * @param {Column[]} chosen
 * @param {Map<Column, {from: Opened | null, answer: Answer | null}>} answers
 * @param {string} query
 */
function show(chosen, answers, query) {
  const told = chosen.map((column) => ({ column, from: null, answer: null, ...answers.get(column) }));
  const exact = told.some(({ answer }) => answer && answer.count && !answer.approximate);
  let sum = 0;
  let holding = 0;
  for (const { column, from, answer } of told) {
    const near = exact && answer?.approximate;
    const count = answer && !near ? answer.count : 0;
    if (!from || !answer) sums.append(element("li", "", link(itsOwn(column, query), column.name), "：暂时读不到，点进去再试"));
    else if (count) sums.append(element("li", "", link(`#in-${column.slug}`, `${column.name} ${count} 件`)));
    else sums.append(element("li", "", `${column.name} 0 件`, ...(near && answer.count ? ["，", link(itsOwn(column, query), "有相近的")] : [])));
    if (from && answer && count) found.append(section(from, answer, query));
    sum += count;
    holding += count ? 1 : 0;
  }
  const missed = told.filter(({ answer }) => !answer).length;
  const rest = missed ? `还有 ${missed} 个栏目没有读到。` : "";
  status.textContent = `${sentence(query, sum, holding, exact)}${rest}`;
}

/**
 * @param {string} query
 * @param {number} sum
 * @param {number} holding columns that hold it
 * @param {boolean} exact
 */
function sentence(query, sum, holding, exact) {
  if (!sum) return `没有找到“${query}”。可以减少字数、换一种说法。`;
  if (!exact) return `没有与“${query}”完全一致的内容。${holding} 个栏目里有相近的 ${sum} 件。`;
  return `“${query}”：${holding} 个栏目里找到 ${sum} 件。`;
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const chosen = boxes().filter(({ checked }) => checked).map(({ value }) => value);
  const asked = new URLSearchParams({ q: input.value.trim() });
  if (chosen.length && chosen.length < columns.length) asked.set("in", chosen.join(","));
  const address = new URL(location.href);
  address.search = asked.toString();
  address.hash = "";
  history.pushState(null, "", address);
  run().then(() => status.focus());
});
window.addEventListener("popstate", run);
input.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.isComposing) event.preventDefault(); // it only confirms a candidate
});
form.hidden = false;
run();

export {}; // a module, as the page asks for it
