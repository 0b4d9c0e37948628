// Between two long steps a browser draws, and hears keys and fingers.

/** @returns {Promise<void>} */
export const breathe = () => /** @type {any} */ (globalThis).scheduler?.yield?.() ?? new Promise((done) => setTimeout(done));
