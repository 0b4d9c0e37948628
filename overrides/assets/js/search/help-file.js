// The file of whom to ask, read once when it is needed.
import { load } from "./load.js";

/** @import { Known } from "./help.js" */

export class Help {
  /** @param {URL} url */
  constructor(url) {
    this.url = url;
    /** @type {Promise<Known> | null} */
    this.reading = null;
  }

  /** @returns {Promise<Known>} */
  known() {
    this.reading ??= load(this.url);
    this.reading.catch(() => (this.reading = null));
    return this.reading;
  }
}
