"""Latency against size as an SVG, both axes logarithmic."""

from __future__ import annotations

import math
from collections.abc import Mapping
from html import escape

WIDTH, HEIGHT, EDGE, KEY = 720, 420, 60, 190
COLOURS = ("#0b6e4f", "#7aa89a", "#b23a48", "#e09f3e", "#335c67", "#6c757d", "#9d4edd", "#000000")
Figures = Mapping[str, Mapping[str, Mapping[str, float]]]


def curve(figures: Figures) -> str:
    """One line for each side; ``figures`` are by size, then by side, in milliseconds."""
    names = list(next(iter(figures.values())))
    all_ms = [row[name]["ms"] for row in figures.values() for name in names]
    decades = range(math.floor(math.log10(min(all_ms))), math.ceil(math.log10(max(all_ms))) + 1)
    sizes = [math.log10(int(size)) for size in figures]

    def x(size: float) -> float:
        return EDGE + (size - sizes[0]) / (sizes[-1] - sizes[0]) * (WIDTH - EDGE - KEY)

    def y(ms: float) -> float:
        share = (math.log10(ms) - decades[0]) / (decades[-1] - decades[0])
        return HEIGHT - EDGE - share * (HEIGHT - 2 * EDGE)

    parts = [_text(EDGE, 24, "Milliseconds a scan, by the length of the text in characters")]
    for decade in decades:
        parts.append(_line([(EDGE, y(10.0**decade)), (WIDTH - KEY, y(10.0**decade))], "#ddd"))
        parts.append(_text(8, y(10.0**decade) + 4, f"{10.0**decade:g}"))
    parts += [_text(x(math.log10(int(s))) - 14, HEIGHT - EDGE + 20, s) for s in figures]
    for at, name in enumerate(names):
        colour = COLOURS[at % len(COLOURS)]
        points = [(x(math.log10(int(s))), y(row[name]["ms"])) for s, row in figures.items()]
        parts += [_line(points, colour), _text(WIDTH - KEY + 12, 60 + 22 * at, name, colour)]
    inner = "\n".join(parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'font-family="sans-serif" font-size="12">\n'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>\n{inner}\n</svg>\n'
    )


def _line(points: list[tuple[float, float]], colour: str) -> str:
    places = " ".join(f"{a:.1f},{b:.1f}" for a, b in points)
    return f'<polyline points="{places}" fill="none" stroke="{colour}" stroke-width="2"/>'


def _text(x: float, y: float, text: str, colour: str = "#333") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" fill="{colour}">{escape(text)}</text>'
