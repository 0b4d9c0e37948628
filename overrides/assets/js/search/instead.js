// 您是不是要找: words of the site beside those typed, each a link that asks for them.
import { word } from "./words.js";

/** @import { Offer } from "./spelling.js" */

/**
 * @param {HTMLElement} place
 * @param {Offer[]} offers
 */
export function instead(place, offers) {
  place.hidden = !offers.length;
  place.replaceChildren();
  if (!offers.length) return;
  place.append(word("您是不是要找："), ...offers.map(link));
}

/** @param {Offer} offer */
function link({ query, count }) {
  const node = document.createElement("a");
  const address = new URL(location.href);
  address.search = new URLSearchParams({ q: query }).toString();
  node.href = address.href;
  node.textContent = query;
  const whole = document.createElement("span");
  whole.append(node, word("（{n} 件）", { n: count }));
  return whole;
}
