// What a search can be narrowed by.

/** @import { Facet } from "./search.js" */

/** @type {Facet[]} */
export const FACETS = ["type", "unit", "year", "status", "topic", "audience"];
