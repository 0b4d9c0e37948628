"""Drawings: bars, lines, ranks, flows, as SVG with two widths."""
