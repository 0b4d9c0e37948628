/**
 * As fetch does it; what a page began to fetch before its program was there (ahead.js) is not asked for again.
 * @param {string | URL} url
 * @param {RequestInit} [options]
 * @returns {Promise<Response>}
 */
export function fetched(url, options) {
  /** @type {Record<string, Promise<Response>>} */
  const begun = (/** @type {any} */ (globalThis).gongkaiBegun ??= {});
  const known = begun[`${url}`];
  delete begun[`${url}`];
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
