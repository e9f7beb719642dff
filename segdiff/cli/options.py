"""Options that several commands share, each written once."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any, Final, get_args

from segdiff.errors import ParameterProblem
from segdiff.registry import Parameter, check_parameter

DEVICES: Final = ("auto", "cpu", "cuda", "mps")


def add_geometry(parser: argparse.ArgumentParser) -> None:
    """``--resample`` or ``--assume-geometry``: what may be done about files that do not lie on the same grid."""
    either = parser.add_mutually_exclusive_group()
    either.add_argument("--resample", action="store_true", help="bring files on another grid onto the ground truth's")
    either.add_argument(
        "--assume-geometry", action="store_true", help="lay files without geometry voxel by voxel on the others"
    )


def add_reading(parser: argparse.ArgumentParser) -> None:
    """``--read-8bit-as-probabilities``: never guessed, since whole numbers are labels."""
    parser.add_argument(
        "--read-8bit-as-probabilities",
        action="store_true",
        help="take whole-number predictions as probability maps: 0 to 255 in 8 bits, 0 to 65535 in 16 bits",
    )


def add_device(parser: argparse.ArgumentParser) -> None:
    """``--device``: where probability maps are measured."""
    parser.add_argument(
        "--device", choices=DEVICES, default="auto", help="where to measure; auto takes a CUDA card if there is one"
    )


def add_threshold(parser: argparse.ArgumentParser) -> None:
    """``--threshold``; ``None`` unless given."""
    parser.add_argument(
        "--threshold", type=_threshold, metavar="X", help="a voxel is predicted from this probability up; 0.5 unless given"
    )


def add_parameter(parser: argparse.ArgumentParser, name: str, parameter: Parameter, default: float) -> None:
    """An option for a parameter of Scores, made from its entry in the registry; ``None`` unless given."""
    parser.add_argument(
        f"--{name.replace('_', '-')}",
        type=_number_for(name, parameter),
        metavar="X",
        help=f"{parameter.symbol}, {parameter.title}: {parameter.meaning} {default:g} unless given.",
    )


def parameter_of(annotation: Any) -> Parameter:
    """The :class:`Parameter` inside an annotation such as :data:`segdiff.registry.Alpha`."""
    return next(extra for extra in get_args(annotation) if isinstance(extra, Parameter))


def _number_for(name: str, parameter: Parameter) -> Callable[[str], float]:
    def number(text: str) -> float:
        try:
            value = float(text)
        except ValueError:
            raise ParameterProblem(f"{name} ({parameter.symbol}) should be a number {parameter.bounds}, not {text!r}.") from None
        check_parameter(name, parameter, value)
        return value

    return number


def _threshold(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0.0 < value <= 1.0:
        raise ParameterProblem(f"The threshold should be a probability above 0 and up to 1, such as 0.5, not {text!r}.")
    return value
