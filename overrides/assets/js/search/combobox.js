// A search box that suggests: an input with a list of options, as WAI-ARIA describes a combobox. Nothing is
// suggested while an input method composes; nothing is chosen that the reader did not choose.
import { Suggestions } from "./suggestions.js";
import { word } from "./words.js";

/** @import { Suggestion } from "./suggestions.js" */

const QUIET = 600; // milliseconds without a key before the number is said

class Combobox {
  /**
   * @param {HTMLInputElement} input
   * @param {boolean} composing
   */
  constructor(input, composing) {
    this.input = input;
    this.composing = composing;
    const index = new URL(input.dataset.suggest ?? "", document.baseURI);
    this.site = new URL(input.dataset.suggestRoot ?? "", document.baseURI);
    this.suggestions = new Suggestions(index);
    /** @type {Suggestion[]} */
    this.shown = [];
    this.active = -1;
    this.asked = 0;
    this.telling = 0;
    this.list = document.createElement("ul");
    this.said = document.createElement("span");
  }

  start() {
    const { input, list, said } = this;
    list.id = `${input.id}-suggestions`;
    list.className = "suggestions";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", word("建议"));
    list.hidden = true;
    list.tabIndex = -1; // where it scrolls, Tab would stop at it just before it goes
    said.className = "visually-hidden";
    said.setAttribute("role", "status");
    input.setAttribute("aria-controls", list.id);
    input.after(list);
    input.form?.append(said);
    this.listen();
    this.update();
  }

  listen() {
    const { input, list } = this;
    input.addEventListener("compositionstart", () => {
      this.composing = true;
      this.close();
    });
    input.addEventListener("compositionend", () => {
      this.composing = false;
      this.update();
    });
    input.addEventListener("input", () => this.update());
    input.addEventListener("keydown", (event) => this.key(event));
    input.addEventListener("blur", () => this.close());
    input.form?.addEventListener("submit", () => this.close());
    list.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus
    list.addEventListener("click", (event) => {
      const option = /** @type {HTMLElement} */ (event.target).closest("li");
      if (option) this.choose(this.shown[[...list.children].indexOf(option)]);
    });
  }

  async update() {
    if (this.composing) return;
    const turn = (this.asked += 1);
    const found = await this.suggestions.of(this.input.value);
    if (turn !== this.asked || this.composing || document.activeElement !== this.input) return;
    const same = found.length === this.shown.length && found.every(({ text, url }, n) => text === this.shown[n].text && url === this.shown[n].url);
    if (!same) this.show(found); // what is chosen stays chosen
  }

  /** @param {Suggestion[]} found */
  show(found) {
    this.shown = found;
    this.list.replaceChildren(...found.map((each, n) => option(each, `${this.list.id}-${n}`)));
    this.list.hidden = !found.length;
    this.input.setAttribute("aria-expanded", String(Boolean(found.length)));
    this.mark(-1);
    clearTimeout(this.telling);
    const words = found.length ? word("有 {n} 条建议，按上下键选，回车去", { n: found.length }) : "";
    this.telling = setTimeout(() => (this.said.textContent = words), QUIET);
  }

  close() {
    this.asked += 1;
    this.show([]);
    clearTimeout(this.telling);
    this.said.textContent = "";
  }

  /** @param {number} n */
  mark(n) {
    this.active = n;
    [...this.list.children].forEach((each, i) => each.setAttribute("aria-selected", String(i === n)));
    const chosen = this.list.children[n];
    if (chosen) this.input.setAttribute("aria-activedescendant", chosen.id);
    else this.input.removeAttribute("aria-activedescendant");
    chosen?.scrollIntoView({ block: "nearest" });
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (this.composing || event.isComposing || event.keyCode === 229) return;
    const count = this.shown.length;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!count) this.update();
      // one more place than there are options: the field itself
      else this.mark(((this.active + (event.key === "ArrowDown" ? 2 : count + 1)) % (count + 1)) - 1);
    } else if (event.key === "Enter" && this.active >= 0) {
      event.preventDefault();
      this.choose(this.shown[this.active]);
    } else if (event.key === "Escape" && count) {
      event.preventDefault();
      this.close();
    }
  }

  /** @param {Suggestion} suggestion */
  choose({ text, url }) {
    this.close();
    const target = new URL(url, this.site);
    if (url && target.href.startsWith(this.site.href)) {
      location.href = target.href;
      return;
    }
    this.input.value = text;
    this.input.form?.requestSubmit();
  }
}

/**
 * @param {Suggestion} suggestion
 * @param {string} id
 */
function option({ text, kind }, id) {
  const node = document.createElement("li");
  const kindly = document.createElement("span");
  kindly.className = "suggestions__kind";
  kindly.textContent = kind || word("搜索这个词");
  node.id = id;
  node.className = "suggestions__option";
  node.setAttribute("role", "option");
  node.append(text, " ", kindly);
  return node;
}

/**
 * Makes a search box suggest, from the key on that was its first.
 * @param {HTMLInputElement} input
 * @param {boolean} composing whether an input method is at work
 */
export function attach(input, composing) {
  new Combobox(input, composing).start();
}
