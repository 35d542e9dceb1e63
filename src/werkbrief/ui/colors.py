"""An agency's colour, made readable on light and on dark (S0.6)."""

import colorsys
from dataclasses import dataclass

# The hardest ground that text in the brand colour stands on, per theme: --sunken.
LIGHT, DARK = "#f4f6f5", "#1f2624"
WHITE, NEAR_BLACK = "#ffffff", "#07130f"
READABLE = 4.5
STEP = 0.005
Rgb = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Brand:
    """The tokens of one theme: the colour, text on it, and a soft ground in it."""

    brand: str
    on_brand: str
    soft: str


def light_brand(color: str) -> Brand:
    brand = _readable(color, LIGHT, -STEP)
    return Brand(brand, WHITE, _mixed(brand, WHITE, 0.11))


def dark_brand(color: str) -> Brand:
    brand = _readable(color, DARK, STEP)
    return Brand(brand, NEAR_BLACK, _mixed(brand, DARK, 0.14))


def contrast(one: str, two: str) -> float:
    """By WCAG 2.2: 1 for the same colour, 21 for black on white.

    >>> contrast("#000000", "#ffffff"), round(contrast("#0b6b50", "#ffffff"), 1)
    (21.0, 6.5)
    """
    darker, lighter = sorted((_luminance(one), _luminance(two)))
    return (lighter + 0.05) / (darker + 0.05)


def _readable(color: str, ground: str, step: float) -> str:
    """The same hue, as much lighter or darker as reading asks for and no more."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*_rgb(color))
    while contrast(color, ground) < READABLE:
        lightness = min(max(lightness + step, 0), 1)
        color = _hex(colorsys.hls_to_rgb(hue, lightness, saturation))
    return color


def _luminance(color: str) -> float:
    red, green, blue = (_linear(channel) for channel in _rgb(color))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    dark = 0.04045
    return channel / 12.92 if channel <= dark else ((channel + 0.055) / 1.055) ** 2.4


def _mixed(color: str, ground: str, share: float) -> str:
    parts = zip(_rgb(color), _rgb(ground), strict=True)
    red, green, blue = (a * share + b * (1 - share) for a, b in parts)
    return _hex((red, green, blue))


def _rgb(color: str) -> Rgb:
    red, green, blue = (int(color[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return red, green, blue


def _hex(rgb: Rgb) -> str:
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in rgb)
