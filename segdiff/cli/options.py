"""Options that several commands share, each written once."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from segdiff.data import Activation, ReadingChoices
from segdiff.errors import ParameterProblem
from segdiff.registry import Parameter, check_parameter

if TYPE_CHECKING:
    from argparse import _ActionsContainer as Options  # a parser, or a group of its options

DEVICES: Final = ("auto", "cpu", "cuda", "mps")


def add_geometry(options: Options) -> None:
    """``--resample`` or ``--assume-geometry``: what may be done about files that do not lie on the same grid."""
    either = options.add_mutually_exclusive_group()
    either.add_argument("--resample", action="store_true", help="bring files on another grid onto the ground truth's")
    either.add_argument(
        "--assume-geometry", action="store_true", help="lay files without geometry voxel by voxel on the others"
    )


def add_reading(options: Options) -> None:
    """How values are to be understood where files leave it open: never guessed."""
    options.add_argument(
        "--read-8bit-as-probabilities",
        action="store_true",
        help="take whole-number predictions as probability maps: 0 to 255 in 8 bits, 0 to 65535 in 16 bits",
    )
    several: dict[str, Any] = {"action": "append", "default": []}
    options.add_argument(
        "--activation",
        **several,
        type=_activation,
        metavar="HOW",
        help="what makes probabilities of logits: sigmoid, softmax or none; NAME=HOW for one prediction, "
        "called by its name in the results; may be repeated",
    )
    options.add_argument(
        "--channels",
        **several,
        type=_channels,
        metavar="N,N,…",
        help="the label that each channel of a prediction stands for, by value or name, 0 being the background; "
        "NAME=N,N,… for one prediction; may be repeated",
    )
    options.add_argument(
        "--threshold-truth",
        type=_threshold,
        metavar="X",
        help="take a ground truth of values between 0 and 1 for a mask, from X on",
    )
    options.add_argument(
        "--labels",
        type=Path,
        metavar="FILE",
        help="what labels are called: a labels.json, nnU-Net's dataset.json, or a table of ITK-SNAP, Slicer or FSL; "
        "one that lies beside a file is found",
    )


def reading_choices(arguments: argparse.Namespace) -> ReadingChoices:
    """What those options say."""
    return ReadingChoices(
        activations=tuple(arguments.activation),
        channels=tuple(arguments.channels),
        threshold_truth=arguments.threshold_truth,
        labels=arguments.labels,
    )


def add_device(options: Options) -> None:
    """``--device``: where probability maps are measured."""
    options.add_argument(
        "--device", choices=DEVICES, default="auto", help="where to measure; auto takes a CUDA card if there is one"
    )


def add_threshold(options: Options) -> None:
    """``--threshold``; ``None`` unless given."""
    options.add_argument(
        "--threshold",
        type=_threshold,
        metavar="X",
        help="probability from which a voxel is predicted; 0.5 unless given",
    )


def add_parameter(options: Options, name: str, parameter: Parameter, default: float) -> None:
    """An option for a parameter of Scores, made from its entry in the registry; ``None`` unless given."""
    options.add_argument(
        f"--{name.replace('_', '-')}",
        type=_number_for(name, parameter),
        metavar="X",
        help=f"{parameter.symbol}, {parameter.title}: {parameter.meaning} {default:g} unless given.",
    )


def _number_for(name: str, parameter: Parameter) -> Callable[[str], float]:
    def number(text: str) -> float:
        try:
            value = float(text)
        except ValueError:
            wanted = f"{name} ({parameter.symbol}) should be a number {parameter.bounds}"
            raise ParameterProblem(f"{wanted}, not {text!r}.") from None
        check_parameter(name, parameter, value)
        return value

    return number


def _activation(word: str) -> tuple[str, Activation]:
    """``sigmoid`` for every prediction, ``NAME=sigmoid`` for one."""
    name, _, how = word.rpartition("=")
    if how not in tuple(Activation):
        raise ParameterProblem(
            f"An activation should be {', '.join(Activation)}, or one of these for one prediction, as in "
            f"NAME=sigmoid, not {word!r}."
        )
    return name, Activation(how)


def _channels(word: str) -> tuple[str, tuple[str, ...]]:
    """``1,2,4`` for every prediction, ``NAME=1,2,4`` for one."""
    name, _, listed = word.rpartition("=")
    labels = tuple(label.strip() for label in listed.split(","))
    if not all(labels):
        raise ParameterProblem(f"Channels should be given as labels with commas between, such as 1,2,4, not {word!r}.")
    return name, labels


def _threshold(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0.0 < value <= 1.0:
        raise ParameterProblem(f"The threshold should be a probability above 0 and up to 1, such as 0.5, not {text!r}.")
    return value
