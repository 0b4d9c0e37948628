// Puts questions to the search with shards made up for it: node told.mjs SCRIPTS < {shards, tables, asked} > [{said, …}]
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

const scripts = pathToFileURL(`${process.argv[2]}/`);
const { Search } = await import(new URL("search.js", scripts));
const { shards, tables, asked } = JSON.parse(await readFile("/dev/stdin", "utf-8"));

const plain = { status: [], topic: [], audience: [], unit: [], year: [], date: "2026-01-01", number: 0, partial: false, score: 0 };

class Shard {
  constructor(root, { path }) {
    this.url = new URL(path, root);
    this.documents = shards[path];
  }

  async exact(parts) {
    return this.found(({ title, text }) => parts.every((part) => `${title}\n${text ?? ""}`.includes(part)), parts);
  }

  async loose(parts) {
    const near = this.found(({ title }) => parts.some((part) => [...part].some((char) => title.includes(char))), parts);
    return near.map((hit) => ({ ...hit, score: 1 }));
  }

  async held(words) {
    const holding = (word) => {
      const places = this.documents.map(({ title, text }) => [title.indexOf(word), (text ?? "").indexOf(word)]);
      const bits = Uint8Array.from(places, ([title, text]) => (title >= 0 ? 1 | 2 | 4 : text >= 0 ? 1 | 2 : 0));
      return { bits, first: new Map(places.flatMap(([title], n) => (title >= 0 ? [[n, title]] : []))), found: bits.filter(Boolean).length };
    };
    const hits = this.found(() => true, []);
    return { count: hits.length, holdings: new Map(words.map((word) => [word, holding(word)])), hit: (document) => hits[document] };
  }

  async stands(part) {
    return (await this.exact([part])).length > 0;
  }

  found(fits, parts) {
    return this.documents.filter(fits).map(({ title, type = "信息", ...more }) => {
      const matches = parts.map((part) => ({ place: title.includes(part) ? title.indexOf(part) : Infinity, length: part.length }));
      return { ...plain, ...more, id: title, shard: this, type: [type], title: title.length, numberAt: title.length + 1, matches };
    });
  }

  count(hits, names, sums) {
    for (const name of names) for (const hit of hits) for (const value of hit[name]) sums[name][value] = (sums[name][value] ?? 0) + 1;
  }

  async card(id) {
    const { text = "", type = "信息", asked = "" } = this.documents.find(({ title }) => title === id);
    return { url: `${id}/`, title: id, number: "", type, unit: "", status: "", date: "", text, asked };
  }
}

const engine = { Shard, asked: (query) => query.split(/[\s"]+/).filter(Boolean), places: () => [] };
const answers = [];
for (const [query, filters = {}] of asked) {
  const search = new Search("http://column.example/search/index/");
  const listed = Object.keys(shards).map((path) => ({ path, tag: "", count: shards[path].length }));
  search.head = Promise.resolve([{ shards: listed, facets: {} }, engine]);
  search.tables = tables;
  const steps = [];
  const told = ({ complete, count, results, said, columns, folded, approximate }) =>
    ({ complete, count, said, columns, folded, approximate, titles: results.map(({ url }) => url.slice(0, -1)) });
  const last = await search.search(query, filters, { onPartial: (answer) => steps.push(told(answer)) });
  answers.push({ steps, ...told(last) });
}
process.stdout.write(JSON.stringify(answers));
