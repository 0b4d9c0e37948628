// The one form in which text and queries are compared; normalise.py does the same, and a test holds
// the two together. Full width becomes half width, capitals small, traditional characters simplified,
// marks on letters are dropped, every kind of bracket becomes ( or ), white space one space.
import { SIMPLIFIED, TRADITIONAL } from "./traditional.js";

// Stands where a sentence, a paragraph or a field ends, so that no phrase reaches across.
export const BREAK = "\u{2a6d6}";

const BRACKETS = "〔〕[]【】{}〈〉《》「」『』〖〗⟨⟩";
const SIMPLER = new Map([...TRADITIONAL].map((char, i) => [char, [...SIMPLIFIED][i]]));
[...BRACKETS].forEach((char, i) => SIMPLER.set(char, i % 2 ? ")" : "("));

const MARKS = /\p{M}/gu;
const SPACE = /[ \t\f\v\u00a0\u1680\u2000-\u200b\u2060\u3000\ufeff]+/g;
const LINES = / ?[\r\n\u0085\u2028\u2029][\s\u001c-\u001f\u0085]*/g;
const LETTER = /[\p{L}\p{N}]/u;
const ENDS = "。!?;\n";
// From here on a script has no spaces between words (CJK, kana, Hangul): one sign, one token.
const CJK = 0x2e80;

function folded(text) {
  const plain = text.normalize("NFKD").toLowerCase().replace(MARKS, "").normalize("NFKC");
  return Array.from(plain, (char) => SIMPLER.get(char) ?? char).join("");
}

/** Any text in the form in which it is compared; line breaks stay. */
export function normalise(text) {
  return folded(text).replace(SPACE, " ").replace(LINES, "\n").trim();
}

/** Tokens with their place in the text as it was written: [{token, start, end}], breaks included. */
export function located(text) {
  const found = [];
  let run = null;
  let start = 0;
  for (const piece of text.match(/\P{M}\p{M}*|\p{M}+/gu) ?? []) {
    const end = start + piece.length;
    for (const char of folded(piece)) {
      const letter = LETTER.test(char);
      if (letter && char.codePointAt(0) < CJK) {
        if (run) Object.assign(run, { token: run.token + char, end });
        else found.push((run = { token: char, start, end }));
        continue;
      }
      run = null;
      if (letter && char !== BREAK) found.push({ token: char, start, end });
      else if (ENDS.includes(char) || "\r\u0085\u2028\u2029".includes(char)) found.push({ token: BREAK, start, end });
    }
    start = end;
  }
  return found;
}

/** The tokens of a text as they stand in the index: breaks only between other tokens. */
export function tokens(text) {
  const kept = [];
  for (const { token } of located(text)) {
    if (token !== BREAK || (kept.length && kept.at(-1) !== BREAK)) kept.push(token);
  }
  if (kept.at(-1) === BREAK) kept.pop();
  return kept;
}

/** Tokens with a space between, as normalise.py writes them into the index. */
export function spaced(text) {
  return tokens(text).join(" ");
}
