// What was typed → its pieces. White space separates them; quotation marks (straight, curly, full width) keep one
// together.
const QUOTES = "\"“”„‟＂";
const PART = new RegExp(`[${QUOTES}]([^${QUOTES}]*)[${QUOTES}]|([^\\s${QUOTES}]+)`, "gu");

/**
 * The pieces of a query as they were typed.
 * @param {string} query
 */
export function written(query) {
  return Array.from(query.matchAll(PART), ([, quoted, plain]) => quoted ?? plain);
}
