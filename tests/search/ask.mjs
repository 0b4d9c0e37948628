// Asks the search of the browser outside of it: node ask.mjs SCRIPTS INDEX [PAGE] < [{query, filters, cold, repeats}] > [answers]
// With a search page, what it carries of the index is not fetched; `read` says which files were.
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";

const [scripts, index] = process.argv.slice(2, 4).map((path) => pathToFileURL(`${path}/`));
const carried = process.argv[4] ? inPage(await readFile(process.argv[4], "utf-8")) : {};
const counted = { files: 0, bytes: 0, read: [] };
let counting = true; // to pack what was read is no part of an answer

globalThis.fetch = async (url) => {
  const data = await readFile(new URL(`${url}`.split("?")[0]));
  if (!counting) return new Response(data);
  counted.files += 1;
  counted.read.push(`${url}`.split("?")[0].split("/").pop());
  counted.bytes += `${url}`.includes(".json") ? gzipSync(data).length : data.length; // as a server sends it
  return new Response(data);
};

const { Asking } = await import(new URL("asking.js", scripts));
const { rowsOfLikely, rowsOfNamed } = await import(new URL("lookup.js", scripts));
const { Search } = await import(new URL("search.js", scripts));
const asked = JSON.parse(await readFile("/dev/stdin", "utf-8"));
const kept = new Search(index);
const site = new URL("../../", index);
const answers = [];
for (const { query, filters = {}, cold = false } of asked) {
  const search = cold ? new Search(index) : kept;
  Object.assign(counted, { files: 0, bytes: 0, read: [] });
  globalThis.gongkaiBegun = cold ? given() : {};
  const first = await search.search(query, filters);
  const cost = { ...counted };
  const offered = first.instead.length ? (await search.search(first.instead[0].query)).results : [];
  Object.assign(counted, { files: 0, bytes: 0, read: [] });
  const card = await search.answer(query);
  const card_bytes = counted.bytes;
  const { rows } = (await rowsOfNamed(search, query, site)) ?? (await rowsOfLikely(search, query, first, site));
  const one = new Asking(search.shards, search.engine);
  const { hits, approximate } = await one.one(search.engine.asked(query), Object.keys(filters).length > 0);
  const found = (approximate ? [] : hits).map(({ id, shard, partial }) => [new URL(`text/${id}.json`, shard.url).pathname, partial]);
  answers.push({ ...first, rows: rows.map(({ url }) => url), offered, query, found, ...cost, warm: [], card: card?.url ?? "", card_bytes });
}

// once more from the first to the last, so that what is measured is not only the memory of the query before
counting = false;
const most = Math.max(0, ...asked.map(({ repeats = 0 }) => repeats));
for (let round = 0; most && round <= most; round += 1) {
  for (const [n, { query, filters = {}, repeats = 0 }] of asked.entries()) {
    if (round > repeats) continue;
    kept.answers.clear();
    const [begun, used] = [performance.now(), process.cpuUsage()];
    await kept.search(query, filters);
    const { user, system } = process.cpuUsage(used);
    if (round) answers[n].warm.push([performance.now() - begun, (user + system) / 1000]);
  }
}
process.stdout.write(JSON.stringify(answers));

function inPage(page) {
  return JSON.parse(/<script type="application\/json" data-carried="[^"]*">(.*?)<\/script>/s.exec(page)?.[1] ?? "{}");
}

// as load.js reads it of a page that was just opened
function given() {
  const found = Object.entries(carried);
  return Object.fromEntries(found.map(([path, content]) => [new URL(path, index).href, Promise.resolve(new Response(JSON.stringify(content)))]));
}
