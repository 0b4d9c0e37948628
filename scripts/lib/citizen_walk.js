/* What a person sees on the page: asked by citizen_walk.py in the browser. `window.walk` lives as long as the page. */
(() => {
  /** @param {Element} element */
  const shown = (element) => {
    // what has no box of its own is seen by what it holds
    if (getComputedStyle(element).display === "contents") return [...element.children].some(shown);
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
    const box = element.getBoundingClientRect();
    return box.width > 4 && box.height > 4;
  };
  const words = (element) => (element.innerText || element.getAttribute("aria-label") || "").replace(/\s+/g, " ").trim();
  const main = () => document.querySelector("main") || document.body;
  window.walk = {
    /** The first thing to press whose words match, in reading order: in the text before the frame around it. */
    press(pattern) {
      const wanted = new RegExp(pattern);
      const all = [...document.querySelectorAll("a[href], button, summary, label")];
      const found = all.filter((each) => shown(each) && wanted.test(words(each)));
      return found.find((each) => each.closest("main")) || found[0] || null;
    },
    /** The first link in the text whose address matches. */
    link(pattern) {
      const wanted = new RegExp(pattern);
      return [...main().querySelectorAll("a[href]")].find((each) => shown(each) && wanted.test(each.href)) || null;
    },
    /** The smallest element of the text that shows words which match. */
    text(pattern) {
      const wanted = new RegExp(pattern);
      const matches = (element) => shown(element) && wanted.test(words(element));
      let found = matches(main()) ? main() : null;
      for (let next = found; next; next = [...next.children].find(matches) || null) found = next;
      return found;
    },
    box() {
      return [...document.querySelectorAll("input[type=search], main input[type=text]")].find(shown) || null;
    },
    focused(element) {
      const focus = document.activeElement;
      return !!focus && (focus === element || (element.matches("label") && element.contains(focus)));
    },
    inside: (element) => !!element.closest("main"),
  };
})();
