// The one form in which text and queries are compared; normalise.py does the same, and a test holds
// the two together. Full width becomes half width, capitals small, traditional characters simplified,
// marks on letters are dropped, every kind of bracket becomes ( or ), white space one space.
// The table of traditional characters weighs as much as all else of the search, and most readers never need it:
// whoever takes in a text says so first (prepare), and a text that may hold one waits for the table.

/** @typedef {{token: string, start: number, end: number}} Located */

// Stands where a sentence, a paragraph or a field ends, so that no phrase reaches across.
export const BREAK = "\u{2a6d6}";

// Stands between lines and fields of the gram index, and for every sign that cannot be seen.
export const STOP = "\u0001";
const BLANK = /^\u0001+|\u0001+(?=\u0001|$)/g; // lines
const CONTROL = /[\0-\x1f\x7f-\x9f\ud800-\udfff]/gu;
// units of a query; a pasted page is cut rather than searched in full
export const LONGEST = 200;

const BRACKETS = "〔〕[]【】{}〈〉《》「」『』〖〗⟨⟩";
const SIMPLER = new Map([...BRACKETS].map((char, i) => [char, i % 2 ? ")" : "("]));
SIMPLER.set("ς", "σ");

// characters of GB 2312 that the table has too
const BOTH = "乾吒夥後徵拚捱摺於榘菸薹袷醣麴麽";
const [HAN, END] = [0x3400, 0xa000]; // characters that are looked at
const COMMON = new Uint8Array(END - HAN); // 1 for the characters of GB 2312 that are simplified
const LEVELS = [[0xb0, 40], [0xd8, 32]]; // first row and number of rows
let levels = 0; // of them read
/** @type {Promise<void> | null} */
let table = null;

// signs that are joined with none beside them
const ALONE = /^[\n -~\u00a5\u00b0\u00b7\u00d7\u2010-\u2027\u2500-\u25ff\u3000-\u3029\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff5e]*$/;
/** @type {Map<number, string>} what becomes of each of them, by its number: that of a sign is found sooner than the sign */
const SINGLE = new Map();
/** @type {Map<number, string>} the same of any unit as the gram index compares it, where that is not one unit */
const OTHERS = new Map();
const UNITS = new Uint16Array(65_536); // where it is one, its number
const WRITTEN = new Uint16Array(4096);
const ROOM = 32; // no unit becomes so many
const SHORT = 64;
const READER = new TextDecoder("utf-16le", { ignoreBOM: true });
const MARKS = /\p{M}/gu;
const SPACE = /[ \t\u00a0\u1680\u2000-\u200b\u2060\u3000\ufeff]+/g;
const LINES = / ?[\n\v\f\r\x1c-\x1e\x85\u2028\u2029][ \n\v\f\r\x1c-\x1e\x85\u2028\u2029]*/g;
const EDGES = /^[ \n]+|[ \n]+$/g;
const LETTER = /[\p{L}\p{N}]/u;
const ENDS = "。!?;\n";
// From here on a script has no spaces between words (CJK, kana, Hangul): one sign, one token.
const CJK = 0x2e80;

/**
 * Whether a simplified text is written with a Chinese character: GB 2312 is rows of 94 in two bytes, those in use first,
 * and the rest is not read before it is asked for. Plain loops, for it is done once, by code that no browser has had
 * time to make fast.
 * @param {number} code counted from HAN
 */
function simplified(code) {
  for (; !COMMON[code] && levels < LEVELS.length; levels += 1) {
    const [row, rows] = LEVELS[levels];
    const pairs = new Uint16Array(94 * rows); // each the second byte above the first
    for (let at = 0, cell = 0, first = row; at < pairs.length; at += 1) {
      pairs[at] = ((0xa1 + cell) << 8) | first;
      cell += 1;
      if (cell === 94) [cell, first] = [0, first + 1];
    }
    const chars = new TextDecoder("gbk").decode(pairs);
    for (let at = 0; at < chars.length; at += 1) COMMON[chars.charCodeAt(at) - HAN] = 1;
    for (let at = 0; at < BOTH.length; at += 1) COMMON[BOTH.charCodeAt(at) - HAN] = 0;
  }
  return COMMON[code] === 1;
}

async function readTable() {
  const { SIMPLIFIED, STEPS } = await import("./traditional.js");
  const simpler = [...SIMPLIFIED];
  let code = 0;
  [...STEPS].forEach((sign, i) => {
    const step = sign.charCodeAt(0);
    code += step < 0x80 ? step - 0x23 : step - 0x4e00;
    SIMPLER.set(String.fromCharCode(code), simpler[i]);
  });
  SINGLE.clear();
  OTHERS.clear();
  UNITS.fill(0);
}

/**
 * Whether a text has a character that may be a traditional one.
 * @param {string} text
 */
export function rare(text) {
  const plain = text.normalize("NFKC");
  for (let at = 0; at < plain.length; at += 1) {
    const code = plain.charCodeAt(at) - HAN;
    if (code >= 0 && code < END - HAN && !simplified(code)) return true;
  }
  return false;
}

/**
 * Before a text is normalised: waits for the table where it may be needed. Without it (no network) a traditional
 * character stays as it is.
 * @param {string} text
 */
export async function prepare(text) {
  if (!rare(text)) return;
  table ??= readTable();
  await table.catch(() => (table = null));
}

/**
 * One character that both writings have may stand for another in one of them: 答覆 is 答复, and 覆盖 is not. What is
 * typed has it in words; a text is taken as it is written.
 * @param {string} query
 */
export function phrased(query) {
  return query.replace(/(?<=[答回批反函])覆|覆(?=[核議议查审審试試])/g, "复");
}

/** @param {string} text */
function folded(text) {
  return (free(text) ? apart(text) : together(text)).replace(SPACE, " ").replace(LINES, "\n");
}

/** @param {string} text */
function together(text) {
  const plain = text.normalize("NFKD").toLowerCase().replace(MARKS, "").normalize("NFKC");
  return Array.from(plain, (char) => SIMPLER.get(char) ?? char).join("");
}

/**
 * The same where nothing hangs on neighbours: most texts have nothing else, and each sign is worked out once.
 * @param {string} text
 */
function apart(text) {
  let plain = "";
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    let same = SINGLE.get(code);
    if (same === undefined) SINGLE.set(code, (same = together(text[at])));
    plain += same;
  }
  return plain;
}

/**
 * Any text in the form in which it is compared; line breaks stay.
 * @param {string} text
 */
export function normalise(text) {
  return folded(text).replace(EDGES, "");
}

/**
 * A text as the gram index compares it: without white space, STOP for a line break.
 * @param {string} text
 */
export function compact(text) {
  if (!free(text)) return compacted(text);
  return text.includes("\n") ? unitwise(text).replace(BLANK, "") : unitwise(text);
}

/**
 * The lines of a text, each as compact has it.
 * @param {string} text
 */
export function lines(text) {
  return free(text) ? compact(text).split(STOP) : text.split("\n").map(compact);
}

/** @param {string} text */
function compacted(text) {
  return normalise(text).replaceAll(" ", "").replace(CONTROL, STOP);
}

/**
 * Whether nothing in a text hangs on neighbours.
 * @param {string} text
 */
export function free(text) {
  return ALONE.test(text);
}

/**
 * The same as compact, unit by unit, with STOP for every end of a line.
 * @param {string} text without signs that are joined with others
 */
export function unitwise(text) {
  let found = "";
  let size = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const same = UNITS[code];
    if (same) WRITTEN[size++] = same;
    else for (let some = other(code), n = 0; n < some.length; n += 1) WRITTEN[size++] = some.charCodeAt(n);
    if (size < WRITTEN.length - ROOM) continue;
    found += read(WRITTEN.subarray(0, size));
    size = 0;
  }
  return found + read(WRITTEN.subarray(0, size));
}

/**
 * Units as a string, in the way that is faster for so many.
 * @param {Uint16Array} units
 */
function read(units) {
  return units.length < SHORT ? String.fromCharCode.apply(null, /** @type {any} */ (units)) : READER.decode(units);
}

/**
 * How many units become of one.
 * @param {number} code
 */
export function width(code) {
  return UNITS[code] ? 1 : other(code).length;
}

/** @param {number} code */
function other(code) {
  let same = OTHERS.get(code);
  if (same !== undefined) return same;
  same = code === 10 ? STOP : compacted(String.fromCharCode(code));
  if (same.length === 1) UNITS[code] = same.charCodeAt(0);
  else OTHERS.set(code, same);
  return same;
}

/**
 * Pieces of text → tokens with the place of the piece they came from.
 * @param {[string, number][]} pieces text, and the length it had
 * @returns {Located[]}
 */
function collect(pieces) {
  const found = [];
  let run = null;
  let start = 0;
  for (const [text, length] of pieces) {
    const end = start + length;
    for (const char of text) {
      const letter = LETTER.test(char);
      const joins = letter && (char.codePointAt(0) ?? 0) < CJK;
      if (joins && run) Object.assign(run, { token: run.token + char, end });
      else if (letter && char !== BREAK) found.push({ token: char, start, end });
      else if (ENDS.includes(char)) found.push({ token: BREAK, start, end });
      run = joins ? found.at(-1) : null;
    }
    start = end;
  }
  return found;
}

/**
 * Tokens with their place in the text as it was written: [{token, start, end}], breaks included.
 * @param {string} text
 */
export function located(text) {
  const pieces = text.match(/\P{M}\p{M}*|\p{M}+/gu) ?? [];
  return collect(pieces.map((piece) => [folded(piece), piece.length]));
}

/**
 * The tokens of a text as they stand in the index: breaks only between other tokens.
 * @param {string} text
 */
export function tokens(text) {
  const kept = [];
  for (const { token } of collect([[normalise(text), 0]])) {
    if (token !== BREAK || (kept.length && kept.at(-1) !== BREAK)) kept.push(token);
  }
  if (kept.at(-1) === BREAK) kept.pop();
  return kept;
}

/**
 * Tokens with a space between, as normalise.py writes them into the index.
 * @param {string} text
 */
export function spaced(text) {
  return tokens(text).join(" ");
}
