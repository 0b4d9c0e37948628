/* A list that stands whole on its page, narrowed by words while somebody types; the address says them. */

import { announcer } from "../announce.js";

const form = /** @type {HTMLFormElement} */ (document.getElementById("here"));
const box = /** @type {HTMLInputElement} */ (form.querySelector("input"));
const count = /** @type {HTMLElement} */ (document.getElementById("here-count"));
const whole = count.textContent || "";
const tell = announcer(count);

/** @param {string} selector */
function all(selector) {
  return /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(selector));
}

function narrow() {
  const words = box.value.toLowerCase().split(/\s+/).filter(Boolean);
  let left = 0;
  for (const row of all("[data-row]")) {
    const text = (row.textContent || "").toLowerCase();
    row.hidden = !words.every((word) => text.includes(word));
    if (!row.hidden) left += 1;
  }
  for (const part of all("[data-rows]")) part.hidden = !part.querySelector("[data-row]:not([hidden])");
  const told = left ? `共 ${left} ${form.dataset.measure}` : "一个也没有。换一个词，或者少写几个字。";
  count.textContent = words.length ? told : whole;
}

form.addEventListener("input", function () {
  narrow();
  const address = new URL(location.href);
  if (box.value.trim()) address.searchParams.set("q", box.value.trim());
  else address.searchParams.delete("q");
  history.replaceState(null, "", address);
  tell(count.textContent || "");
});
form.addEventListener("submit", (event) => event.preventDefault());

box.value = new URLSearchParams(location.search).get("q") || "";
if (box.value) narrow();
