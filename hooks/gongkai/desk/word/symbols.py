"""Signs of the fonts Symbol and Wingdings → the letters that every font has."""

from __future__ import annotations

#: below a font's name, the code within its private page (F0xx)
_WINGDINGS = {
    0x21: "✏", 0x28: "☎", 0x2A: "✉", 0x4A: "☺", 0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x70: "□",
    0x71: "□", 0x72: "□", 0x75: "◆", 0x76: "❖", 0x77: "◆", 0x80: "⓪",
    **{0x81 + at: sign for at, sign in enumerate("①②③④⑤⑥⑦⑧⑨⑩")}, 0x9E: "·", 0x9F: "•", 0xA1: "○",
    0xA2: "○", 0xA4: "◉", 0xA7: "▪", 0xA8: "□", 0xAB: "★", 0xD8: "➢", 0xE0: "→", 0xDF: "←", 0xE1: "↑",
    0xE2: "↓", 0xE8: "→", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_WINGDINGS_2 = {
    0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0xA3: "□",
    **{0x6A + at: sign for at, sign in enumerate("①②③④⑤⑥⑦⑧⑨⑩")},
}  # fmt: skip
_WINGDINGS_3 = {0x7D: "▶"}
_SYMBOL = {
    0x61: "α", 0x62: "β", 0x67: "γ", 0x64: "δ", 0x6C: "λ", 0x6D: "μ", 0x70: "π", 0x73: "σ", 0x77: "ω",
    0x44: "Δ", 0x53: "Σ", 0x57: "Ω", 0xA3: "≤", 0xB3: "≥", 0xB0: "°", 0xB1: "±", 0xB4: "×", 0xB8: "÷",
    0xB7: "●", 0xB9: "≠", 0xBB: "≈", 0xA5: "∞", 0xAC: "←", 0xAE: "→", 0xD0: "∠", 0xD6: "√",
    0xE5: "∑", 0xA2: "′", 0xB2: "″", 0x25: "%", 0x28: "(", 0x29: ")", 0x2B: "+", 0x2D: "−", 0x3C: "<",
    0x3D: "=", 0x3E: ">",
}  # fmt: skip
_FONTS = {
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "wingdings 3": _WINGDINGS_3,
    "symbol": _SYMBOL,
}


def sign(font: str, code: str) -> str | None:
    """The letter for a sign of a font, None where it is not known."""
    try:
        value = int(code, 16)
    except ValueError:
        return None
    if not 0xE000 <= value <= 0xF8FF:
        known = _FONTS.get(font.lower())
        return known.get(value) if known else (chr(value) if 0x20 < value < 0xD800 else None)
    return _FONTS.get(font.lower(), {}).get(value & 0xFF)


def is_font(name: str) -> bool:
    """Whether the letters of a font are signs."""
    return name.lower() in _FONTS


def of_letter(font: str, char: str) -> str | None:
    """What a letter of a font of signs shows; the letter itself where it is not set in that font."""
    if char.isspace() or (ord(char) > 0xFF and not _private(char)):
        return char
    return _FONTS.get(font.lower(), {}).get(ord(char) & 0xFF)


def bullet(text: str, font: str) -> str:
    """What stands before the lines of an unnumbered list, each sign as one that every font has."""
    return "".join((sign(font, f"{ord(char):x}") or "●") if _private(char) else char for char in text)


def _private(char: str) -> bool:
    return 0xE000 <= ord(char) <= 0xF8FF
