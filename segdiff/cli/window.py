"""What ``open`` and ``demo`` have in common: a window, how it starts, and its picture."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any, Final

from segdiff.cli.destination import check_destination
from segdiff.cli.display import draw_offscreen, has_display
from segdiff.cli.options import add_device, add_parameter, add_threshold
from segdiff.errors import ParameterProblem
from segdiff.registry import Alpha, Beta, parameter_of
from segdiff.session import Theme, ViewState

_START: Final = ViewState(theme=Theme.SYSTEM)
_SMALLEST, _LARGEST = 320, 16384


def add_window_options(parser: argparse.ArgumentParser) -> None:
    """How the window looks at first, and whether it is only to be photographed."""
    window = parser.add_argument_group("the window")
    window.add_argument(
        "--screenshot", type=Path, metavar="OUT.png", help="write a picture of the window, scores and all, and quit"
    )
    window.add_argument(
        "--theme", choices=[theme.value for theme in Theme], default=_START.theme.value, help="its colours"
    )
    window.add_argument(
        "--size", type=_size, default=(1600, 1000), metavar="WxH", help="in pixels; 1600x1000 unless given"
    )
    add_threshold(window)
    add_parameter(window, "alpha", parameter_of(Alpha), _START.alpha)
    add_parameter(window, "beta", parameter_of(Beta), _START.beta)
    add_device(window)


def window_options(arguments: argparse.Namespace) -> dict[str, Any]:
    """What was chosen, as arguments of a :class:`~segdiff.session.WindowRequest`.

    A screenshot where there is no display is drawn into memory.

    Raises:
        SegdiffError: the screenshot cannot be written, or the window cannot show what was chosen.
    """
    if arguments.screenshot:
        _check_screenshot(arguments.screenshot)
        if not has_display():
            draw_offscreen()
    return {
        "device": arguments.device,
        "view": _view(arguments),
        "screenshot": arguments.screenshot,
        "size": arguments.size,
    }


def _view(arguments: argparse.Namespace) -> ViewState:
    alpha, beta, threshold = (
        getattr(_START, name) if getattr(arguments, name) is None else getattr(arguments, name)
        for name in ("alpha", "beta", "threshold")
    )
    view = _START.with_theme(Theme(arguments.theme)).with_costs(alpha, beta).with_threshold(threshold)
    if view.threshold != threshold:
        raise ParameterProblem(
            f"The window's threshold goes in thousandths from 0.001 to 0.999, so it cannot be {threshold:g}."
        )
    return view


def _check_screenshot(path: Path) -> None:
    if path.suffix.lower() != ".png":
        raise ParameterProblem(f"A screenshot is a PNG file, and the name {path.name} does not end in .png.")
    check_destination(path)


def _size(text: str) -> tuple[int, int]:
    sides = text.lower().replace("×", "x").split("x")
    if len(sides) == 2 and all(side.isdecimal() and _SMALLEST <= int(side) <= _LARGEST for side in sides):
        return int(sides[0]), int(sides[1])
    raise ParameterProblem(
        f"The size should be width x height in pixels, each from {_SMALLEST} to {_LARGEST}, such as 1600x1000, "
        f"not {text!r}."
    )
