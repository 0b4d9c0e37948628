// The filters of a search: every value once with what is left of it, in an order that can be learnt; on a phone
// behind one button. States are those of one type, so they wait for it.
import { FACETS } from "./facets.js";
import { word } from "./words.js";

/** @import { Counts } from "./search.js" */

export class Filters {
  /**
   * @param {HTMLFormElement} form
   * @param {HTMLFieldSetElement} fields
   * @param {HTMLElement} button opens them where there is little room
   */
  constructor(form, fields, button) {
    this.form = form;
    this.fields = fields;
    this.button = button;
    /** @type {Counts} */
    this.known = { type: {}, unit: {}, year: {}, status: {}, topic: {}, audience: {} };
    button.addEventListener("click", () => this.open(button.getAttribute("aria-expanded") !== "true"));
  }

  /** @param {boolean} yes */
  open(yes) {
    this.button.setAttribute("aria-expanded", String(yes));
  }

  /**
   * All values there are; `units` in their order.
   * @param {Counts} known
   * @param {string[]} units
   */
  start(known, units) {
    const place = (/** @type {string} */ unit) => (units.indexOf(unit) + 1 || units.length + 1);
    const sorted = Object.entries(known.unit ?? {}).sort((a, b) => place(a[0]) - place(b[0]));
    this.known = { ...known, unit: Object.fromEntries(sorted) };
    this.fields.hidden = false;
    this.fields.disabled = false;
  }

  /** @param {string} name */
  field(name) {
    return /** @type {HTMLSelectElement | null} */ (this.form.elements.namedItem(name));
  }

  /** Whether anything is chosen. */
  get chosen() {
    return FACETS.filter((name) => this.field(name)?.value).length;
  }

  /**
   * The address → the fields.
   * @param {URLSearchParams} asked
   */
  read(asked) {
    for (const name of FACETS) {
      const field = this.field(name);
      const value = asked.get(name) ?? "";
      if (!field) continue;
      if (value) options(field, Object.keys(this.known[name] ?? {}), {}); // else made with their numbers
      field.value = value;
      if (field.selectedIndex < 0) field.value = "";
      field.disabled = false; // what is disabled is not asked
    }
    const order = this.field("order");
    if (order) order.value = asked.get("order") === "date" ? "date" : "";
  }

  /**
   * What would be left of each value; those of which nothing would be are not offered.
   * @param {Counts} counts
   */
  fill(counts) {
    for (const name of FACETS) {
      const field = this.field(name);
      if (!field) continue;
      const left = Object.keys(this.known[name] ?? {}).filter((value) => counts[name]?.[value] || value === field.value);
      options(field, left, counts[name] ?? {});
    }
    this.states(counts);
    const { chosen, button } = this;
    button.textContent = chosen ? word("缩小范围（已选 {n} 项）", { n: chosen }) : word("缩小范围");
  }

  /** @param {Counts} counts */
  states(counts) {
    const field = this.field("status");
    if (!field) return;
    const types = Object.values(counts.type ?? {}).filter(Boolean).length;
    field.disabled = types > 1 && !this.field("type")?.value && !field.value;
    field.options[0].text = field.disabled ? word("先选类型") : word("全部");
  }
}

/**
 * 全部, and each value with its number.
 * @param {HTMLSelectElement} field
 * @param {string[]} values
 * @param {Record<string, number>} counts
 */
function options(field, values, counts) {
  const chosen = field.value;
  const offered = values.map((value) => {
    const known = value in counts ? word("（{n}）", { n: counts[value] }) : "";
    return new Option(value + known, value, false, value === chosen);
  });
  field.replaceChildren(field.options[0], ...offered);
  field.value = values.includes(chosen) ? chosen : "";
}
