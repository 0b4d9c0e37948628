/* What a page made on one day says on another: states that passed, days that are left, things that are over. */

const DAY = 24 * 3600_000;
const FEW = 10; // so few days that one should hurry

/**
 * @param {string} today the reader's day
 * @param {(chinese: string) => string} word words in the page's language
 */
export function tell(today, word) {
  each("[data-by-day]", (place) => stand(place, today));
  each("[data-left]", (place) => reckon(place, today, word));
  each("[data-late]", (place) => {
    const passed = -daysTo(place.dataset.late || today, today);
    place.textContent = passed > 0 ? counted(word("已经晚了 {n} 天。"), passed) : "";
  });
  each("[data-own-day]", (place) => (/** @type {HTMLInputElement} */ (place).defaultValue = today));
  each("[data-today]", (place) => place.classList.toggle("is-today", place.dataset.today === today));
  each("[data-until]", (place) => (place.hidden = (place.dataset.until || today) < today));
  each("[data-none]", (place) => (place.hidden = left(place.previousElementSibling)));
}

/**
 * @param {string} selector
 * @param {(place: HTMLElement) => void} act
 */
function each(selector, act) {
  for (const place of document.querySelectorAll(selector)) act(/** @type {HTMLElement} */ (place));
}

/**
 * The last of its states that has begun takes the place of the one of the page's day.
 * @param {HTMLElement} place
 * @param {string} today
 */
function stand(place, today) {
  const later = /** @type {HTMLTemplateElement[]} */ ([...place.children].filter((one) => one.tagName === "TEMPLATE"));
  const begun = later.filter((one) => (one.dataset.from || "") <= today).pop();
  if (begun) place.replaceChildren(begun.content.cloneNode(true));
}

/**
 * @param {HTMLElement} place
 * @param {string} today
 * @param {(chinese: string) => string} word
 */
function reckon(place, today, word) {
  const days = daysTo(place.dataset.left || today, today);
  const within = place.dataset.within; // a list counts the last days only, and warns of the very last
  const told = !within || days <= Number(within);
  place.hidden = !told;
  if (days > 0) place.textContent = counted(word("还剩 {n} 天，"), days);
  else place.textContent = days ? counted(word("已过 {n} 天，"), -days) : word("今天截止，");
  place.classList.toggle("days-left--soon", !!within && days <= FEW);
}

/** @type {(words: string, n: number) => string} one day has no s in English */
const counted = (words, n) => words.replace("{n}", String(n)).replace(/\b1 days/, "1 day");

/** @type {(day: string, today: string) => number} */
function daysTo(day, today) {
  return Math.round((Date.parse(day) - Date.parse(today)) / DAY);
}

/** @type {(list: Element | null) => boolean} whether anything of it is still to be seen */
function left(list) {
  return !!list && [...list.children].some((row) => !(/** @type {HTMLElement} */ (row).hidden));
}
