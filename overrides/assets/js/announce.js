/* What was found is said to a screen reader once, when it stands: not at every key by which somebody goes through
   choices, nor while files are on their way. The line that shows it is no live region itself. */

const QUIET = 700; // milliseconds in which nothing else was found

/**
 * @param {HTMLElement} line what shows it; what is said stands behind it, unseen
 * @returns {(words: string) => void}
 */
export function announcer(line) {
  const said = document.createElement("span");
  said.className = "visually-hidden";
  said.setAttribute("role", "status");
  line.after(said);
  let waiting = 0;
  /** @param {string} words once said they go: whoever reads on line by line has them before, in what is seen */
  function tell(words) {
    said.textContent = words;
    waiting = setTimeout(() => said.replaceChildren(), QUIET * 9);
  }
  return function (words) {
    clearTimeout(waiting);
    said.textContent = ""; // the same number again is said again
    if (words) waiting = setTimeout(tell, QUIET, words);
  };
}
