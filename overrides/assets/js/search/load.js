/**
 * Fetches JSON or throws.
 * @param {string | URL} url
 * @param {RequestInit} [options]
 */
export async function load(url, options) {
  const response = await fetch(url, options);
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  return response.json();
}
