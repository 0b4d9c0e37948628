/**
 * What is on its way already, by address: what the build wrote into the page (hooks/gongkai/search/ahead.py), and what
 * the page began to fetch before its program was there (ahead.js). Each is given once, and asked for anew after that.
 * @returns {Record<string, Promise<Response> | null>} null: given already
 */
export function begun() {
  return ((/** @type {any} */ (globalThis)).gongkaiBegun ??= carried());
}

function carried() {
  /** @type {Record<string, Promise<Response> | null>} */
  const found = {};
  const tag = carrier();
  if (!tag) return found;
  const index = new URL(tag.dataset.carried ?? "", document.baseURI);
  for (const [path, content] of Object.entries(inPage())) {
    found[new URL(path, index).href] = Promise.resolve(new Response(JSON.stringify(content)));
  }
  return found;
}

/** @returns {HTMLElement | null | undefined} */
const carrier = () => globalThis.document?.querySelector("script[data-carried]");

/**
 * What the build wrote into the page, by its path in the index.
 * @returns {Record<string, any>}
 */
export const inPage = () => JSON.parse(carrier()?.textContent || "{}");

/**
 * As fetch does it; what is on its way is not asked for again.
 * @param {string | URL} url
 * @param {RequestInit} [options]
 * @returns {Promise<Response>}
 */
export function fetched(url, options) {
  const all = begun();
  const known = all[`${url}`];
  all[`${url}`] = null; // so that the page does not ask for it behind the program
  return known ?? fetch(url, options);
}

/**
 * Fetches JSON or throws.
 * @param {string | URL} url
 * @param {RequestInit} [options]
 */
export async function load(url, options) {
  const response = await fetched(url, options);
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  return response.json();
}
