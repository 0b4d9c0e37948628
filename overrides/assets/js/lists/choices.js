/* What is chosen of a list, as its address says it. */

/** @typedef {import("./lines.js").Line} Line */
/** @typedef {{facets: Record<string, string>, fields: Record<string, string>, any: boolean}} Choices */

const FIELDS = ["q", "from", "to", "sort"];

/**
 * @param {URLSearchParams} asked
 * @param {string[]} facets
 * @returns {Choices}
 */
export function chosen(asked, facets) {
  const made = { facets: pick(asked, facets), fields: pick(asked, FIELDS) };
  return { ...made, any: Object.keys(made.facets).length + Object.keys(made.fields).length > 0 };
}

/**
 * @param {URLSearchParams} asked
 * @param {string[]} names
 */
function pick(asked, names) {
  /** @type {Record<string, string>} */
  const found = {};
  for (const name of names) {
    const value = (asked.get(name) || "").trim();
    if (value) found[name] = value;
  }
  return found;
}

/**
 * Whether a line is wanted; the choice of the facet `but` is left out.
 * @param {Line} line
 * @param {Choices} wanted
 * @param {string[]} facets
 * @param {string} [but]
 */
export function choose(line, wanted, facets, but) {
  const { q, from, to } = wanted.fields;
  if ((from && line.day < from) || (to && (!line.day || line.day > to))) return false;
  if (q && !q.toLowerCase().split(/\s+/).every((word) => line.words.includes(word))) return false;
  return Object.entries(wanted.facets).every(
    ([name, slug]) => name === but || (line.choices[facets.indexOf(name)] || []).includes(slug),
  );
}

/**
 * The address with a choice made, or taken back where `slug` is empty; one choice alone has a page of its own.
 * @param {string} action
 * @param {Choices} wanted
 * @param {string} name
 * @param {string} slug
 */
export function href(action, wanted, name, slug) {
  const facets = { ...wanted.facets, [name]: slug };
  const made = Object.entries(facets).filter(([, value]) => value);
  const fields = Object.entries(wanted.fields);
  const [only] = made;
  if (!fields.length && made.length === 1 && only) return `${action}${only[0]}/${only[1]}/`;
  const query = new URLSearchParams([...made, ...fields]).toString();
  return query ? `${action}?${query}` : action;
}
