// Of the search page: what a question needs is asked for at once, while the program that searches is on its way. What
// it does not foresee is asked for later by the program, so it may be simple: it reads no words, and one shard or two.
import { asks, rare } from "./asks.js";
import { Way } from "./gram-way.js";
import { begun, inPage } from "./load.js";
import { table, text, unpacked } from "./packed.js";
import { piecesOf } from "./pieces.js";

/** @import { Described } from "./search.js" */

const HERE = import.meta.url; // shipped as a plain script, which begins when it has come (hooks/gongkai/render/frame/assets.py)
const SIMPLE = /^[\p{Script=Han}0-9a-z]{2,40}$/u; // is compared as it stands; anything else is left to the program
const LATIN = /^[a-z\s]+$/;

const tag = /** @type {HTMLElement | null} */ (document.querySelector("script[data-asked]"));
const index = new URL(tag?.dataset.index ?? "", document.baseURI);
const page = inPage();
const started = () => document.querySelector("[data-search-started]") !== null; // the program goes on by itself

/**
 * Null where the program asked for it.
 * @param {string} path
 * @param {RequestPriority} [priority]
 * @returns {Promise<Response> | null}
 */
function begin(path, priority = "auto") {
  const [all, address] = [begun(), new URL(path, index).href];
  if (address in all) return all[address];
  const found = (all[address] = fetch(address, { priority }));
  found.catch(() => {}); // told where it is needed
  return found;
}

/**
 * What stands in the page is there at once: a turn of the browser that lays it out takes long on a telephone.
 * @param {string} path
 */
async function read(path) {
  if (Object.hasOwn(page, path)) return page[path];
  const begun = begin(path);
  if (!begun) throw new Error(path); // the program goes on from there
  const response = (await begun).clone(); // the program reads it too
  return JSON.parse(text(await unpacked(await response.arrayBuffer())));
}

/**
 * The files of a shard that a part of the query stands in.
 * @param {Described} shard
 * @param {string[]} parts
 */
async function foresee({ path, tag: state }, parts) {
  const { bounds, hot } = await read(`${path}head.gram?v=${state}`);
  const named = (/** @type {string} */ name) => `${path}index/${name}.gram`;
  const way = new Way({ bounds: table(bounds), hot: table(hot) }, async (name) => table(await read(named(name))));
  for (const part of parts) {
    for (const name of await way.files(part)) begin(named(name));
  }
}

/** What is asked for later is read by the browser now. @param {string} name */
function module(name) {
  const link = document.createElement("link");
  link.rel = "modulepreload";
  link.href = new URL(name, HERE).href;
  document.head.append(link);
}

/** @param {string} query */
async function ask(query) {
  for (const path of named("asked")) begin(path);
  const head = await read("shards.json");
  const also = (/** @type {string} */ name, /** @type {string} */ program) => {
    if (!head[name]) return;
    begin(head[name]);
    module(program);
  };
  if (LATIN.test(query)) also("english", "./english.js");
  if (asks(query) || rare(query)) also("saying", "./most.js");
  if (head.said) for (const path of piecesOf(query, head.said)) begin(path);
  const parts = query.split(/\s+/);
  const carried = head.shards.filter((/** @type {Described} */ each) => new URL(`${each.path}head.gram?v=${each.tag}`, index).href in begun());
  if (parts.every((part) => SIMPLE.test(part))) for (const shard of carried) foresee(shard, parts).catch(() => {});
}

/** What is written in the tag, by its name. @param {string} name */
const named = (name) => (tag?.dataset[name] ?? "").split(" ").filter(Boolean);

if (tag && !started()) {
  if (document.documentElement.classList.contains("asked")) {
    const query = new URLSearchParams(location.search).get("q") ?? "";
    ask(query.normalize("NFKC").toLowerCase().trim()).catch(() => {});
  }
  // of a narrow line it would take a part from the program, which comes first
  for (const path of named("read")) begin(path, "low");
}
