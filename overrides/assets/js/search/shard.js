// One shard: its table of documents, and which of them answer a list of phrases.
import { open } from "./pagefind-engine.js";
import { words } from "./query.js";

const FACETS = ["type", "unit", "year", "status"];

/** Fetches JSON or throws; `version` keeps a cached copy from outliving a new release. */
export async function load(url, options) {
  const response = await fetch(url, options);
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  return response.json();
}

export class Shard {
  constructor(root, { path, tag }, first) {
    this.url = new URL(path, root);
    this.tag = tag;
    this.first = new URL(first.path, root);
  }

  /** Documents as {id, type, unit, year, status, date, head, shard}, newest first; read once. */
  documents() {
    this.table ??= load(new URL(`documents.json?v=${this.tag}`, this.url)).then(({ facets, rows }) =>
      rows.map(([id, ...row]) => ({
        id,
        shard: this,
        ...Object.fromEntries(FACETS.map((name, i) => [name, facets[name][row[i]]])),
        date: row[FACETS.length],
        head: row[FACETS.length + 1],
      })),
    );
    return this.table;
  }

  /** Documents that hold every phrase, with `score` and whether it stands in title or number. */
  async exact(phrases) {
    const engine = await this.engine();
    const answers = [];
    for (const phrase of phrases) {
      answers.push(await engine.exact(phrase));
      if (!answers.at(-1).size) return [];
    }
    const hits = (await this.documents()).filter(({ id }) => answers.every((answer) => answer.has(id)));
    const scores = hits.length > 1 ? await engine.loose(words(phrases)) : new Map();
    return hits.map((hit) => ({
      ...hit,
      score: scores.get(hit.id) ?? 0,
      inHead: answers.every((answer) => answer.get(hit.id) < hit.head),
    }));
  }

  /** Documents that hold the words of the phrases anywhere. */
  async loose(phrases) {
    const scores = await (await this.engine()).loose(words(phrases));
    const hits = (await this.documents()).filter(({ id }) => scores.has(id));
    return hits.map((hit) => ({ ...hit, score: scores.get(hit.id), inHead: false }));
  }

  /** What is shown of a document: url, title, number, type, unit, status, date, text. */
  card(id) {
    return load(new URL(`text/${id}.json`, this.url));
  }

  engine() {
    this.opened ??= open(this.url, this.tag, this.first);
    return this.opened;
  }
}
