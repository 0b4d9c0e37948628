// Pagefind behind two questions: which documents hold a phrase (and where first),
// and how well documents fit a bag of words. The only file that knows the engine.

let runtime = null;

/** Opens one shard; `first` is the shard whose copy of the engine serves all. */
export async function open(shardUrl, tag, firstUrl) {
  runtime ??= import(new URL("pagefind.js", firstUrl).href);
  const { createInstance } = await runtime.catch((error) => {
    runtime = null;
    throw error;
  });
  const instance = createInstance({ basePath: shardUrl.href, metaCacheTag: tag });
  await instance.init();
  return { exact: (phrase) => exact(instance, phrase), loose: (words) => loose(instance, words) };
}

/** Map of document id → position of the phrase's first occurrence. */
async function exact(instance, phrase) {
  const { results } = await instance.search(`"${phrase.join(" ")}"`);
  return new Map(results.map(({ id, words }) => [id, Math.min(...words)]));
}

/** Map of document id → score, for documents that hold all of the words that exist at all. */
async function loose(instance, words) {
  const { results } = await instance.search(words.join(" "));
  return new Map(results.map(({ id, score }) => [id, score]));
}
