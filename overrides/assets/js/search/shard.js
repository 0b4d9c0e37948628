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

  /** Documents as {id, type, unit, year, status, date, number, head, shard}, newest first. */
  documents() {
    return this.once("table", async () => {
      const { facets, rows } = await load(new URL(`documents.json?v=${this.tag}`, this.url));
      return rows.map(([id, ...row]) => {
        const values = FACETS.map((name, i) => [name, facets[name][row[i]]]);
        const [date, number, head] = row.slice(FACETS.length);
        return { id, shard: this, ...Object.fromEntries(values), date, number, head };
      });
    });
  }

  /** Documents that hold every phrase; the more of them in title or number, the higher the score. */
  async exact(phrases) {
    const engine = await this.engine();
    const answers = [];
    for (const phrase of phrases) {
      answers.push(await engine.exact(phrase));
      if (!answers.at(-1).size) return [];
    }
    const hits = (await this.documents()).filter(({ id }) => answers.every((answer) => answer.has(id)));
    const sum = (hit) => answers.reduce((all, answer, i) => all + worth(answer.get(hit.id), phrases[i].length, hit), 0);
    return hits.map((hit) => ({ ...hit, score: sum(hit) }));
  }

  /** Documents that hold the words of the phrases anywhere, with the engine's own score. */
  async loose(phrases) {
    const scores = await (await this.engine()).loose(words(phrases));
    const hits = (await this.documents()).filter(({ id }) => scores.has(id));
    return hits.map((hit) => ({ ...hit, score: scores.get(hit.id) }));
  }

  /** What is shown of a document: url, title, number, type, unit, status, date, text. */
  card(id) {
    return load(new URL(`text/${id}.json`, this.url));
  }

  engine() {
    return this.once("opened", () => open(this.url, this.tag, this.first));
  }

  // Keeps what was read; forgets a failure, so that the next search tries again.
  once(name, read) {
    this[name] ??= read().catch((error) => {
      this[name] = null;
      throw error;
    });
    return this[name];
  }
}

// A phrase that begins the title or the 发文字号 was most likely meant for it, all the more if it fills it.
function worth(place, length, { number, head }) {
  if (place === 0 && number) return 3 + length / number;
  if (place === number && head > number) return 3 + length / (head - number);
  return place < head ? 2 : 0;
}
