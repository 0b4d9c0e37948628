// Pagefind behind two questions: which documents hold a phrase (and where first),
// and how well documents fit a bag of words. The only file that knows the engine.

/**
 * @typedef {{id: string, words: number[], score: number}} Found
 * @typedef {{init(): Promise<void>, search(words: string): Promise<{results: Found[]}>}} Instance
 * @typedef {{createInstance(options: {basePath: string, metaCacheTag: string}): Instance}} Runtime
 */

/** @type {Promise<Runtime> | null} */
let runtime = null;

/**
 * Opens one shard; `first` is the shard whose copy of the engine serves all.
 * @param {URL} shardUrl
 * @param {string} tag
 * @param {URL} firstUrl
 */
export async function open(shardUrl, tag, firstUrl) {
  runtime ??= import(new URL("pagefind.js", firstUrl).href);
  const { createInstance } = await runtime.catch((/** @type {unknown} */ error) => {
    runtime = null;
    throw error;
  });
  const instance = createInstance({ basePath: shardUrl.href, metaCacheTag: tag });
  await instance.init();
  return {
    exact: (/** @type {string[]} */ phrase) => exact(instance, phrase),
    loose: (/** @type {string[]} */ words) => loose(instance, words),
  };
}

/**
 * Map of document id → position of the phrase's first occurrence.
 * @param {Instance} instance
 * @param {string[]} phrase
 */
async function exact(instance, phrase) {
  const { results } = await instance.search(`"${phrase.join(" ")}"`);
  return new Map(results.map(({ id, words }) => [id, Math.min(...words)]));
}

/**
 * Map of document id → score, for documents that hold all of the words that exist at all.
 * @param {Instance} instance
 * @param {string[]} words
 */
async function loose(instance, words) {
  const { results } = await instance.search(words.join(" "));
  return new Map(results.map(({ id, score }) => [id, score]));
}
