// The way to a string in the gram index: from the head of a shard by tables to the files that it stands in.
import { around, fileOf } from "./gram-places.js";

/**
 * @import { Span } from "./gram-places.js"
 * @import { Table } from "./packed.js"
 */

export class Way {
  /**
   * @param {{bounds: Table, hot: Table}} head
   * @param {(name: string) => Promise<Table>} table reads one
   */
  constructor({ bounds, hot }, table) {
    this.bounds = bounds;
    this.listed = hot;
    this.table = table;
  }

  /**
   * The files in which leaves stand that begin with a string, and the one before.
   * @param {string} text
   * @returns {Promise<Span>}
   */
  async span(text) {
    const outer = around(this.bounds, text);
    return outer.hot ? outer : this.inner(text, outer);
  }

  /**
   * The same in the tables below.
   * @param {string} text
   * @param {Span} [outer]
   */
  async inner(text, { names } = around(this.bounds, text)) {
    const tables = await Promise.all(names.map((name) => this.table(name)));
    if (tables.length === 1) return around(tables[0], text);
    const keys = tables.flatMap((table) => table.keys);
    return around({ keys, names: tables.flatMap((table) => table.names) }, text);
  }

  /**
   * The file that lists the documents of a hot string.
   * @param {string} text
   */
  async hot(text) {
    return fileOf(await this.table(fileOf(this.listed, text)), text);
  }

  /**
   * The files to read for a string.
   * @param {string} text
   */
  async files(text) {
    const { hot, names } = await this.span(text);
    return hot ? [await this.hot(text)] : names;
  }
}
