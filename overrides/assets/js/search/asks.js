// Whether something was asked in the manner of a question: hardly any document holds it as it was typed, so what most
// of its words stand in is looked for at once, and not when nothing was found.

const ASKS = /[什哪谁怎咋何几多吗么呢?？]|可以|是否/;

/** @param {string} query */
export const asks = (query) => ASKS.test(query);

const RARE = /^\p{Script=Han}{2,8}$/u;

/**
 * Whether a query is some words that often stand nowhere as they were typed, so that what most of them stand in is
 * likely needed, and of all shards what is known of their documents.
 * @param {string} query
 */
export const rare = (query) => RARE.test(query);
