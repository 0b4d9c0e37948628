// Feeds that were chosen → OPML 2.0, the list that programs for reading take in at once.

/**
 * @typedef {object} Chosen
 * @property {string} title
 * @property {string} feed its address
 * @property {string} page the address of its page
 */

/** @param {string} text */
function attribute(text) {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/**
 * @param {string} title
 * @param {Chosen[]} chosen
 */
export function opml(title, chosen) {
  const lines = chosen.map((each) => {
    const text = attribute(each.title);
    const addresses = `xmlUrl="${attribute(each.feed)}" htmlUrl="${attribute(each.page)}"`;
    return `    <outline type="rss" text="${text}" title="${text}" ${addresses}/>`;
  });
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<opml version="2.0">',
    `  <head><title>${attribute(title)}</title></head>`,
    "  <body>",
    ...lines,
    "  </body>",
    "</opml>",
    "",
  ].join("\n");
}
