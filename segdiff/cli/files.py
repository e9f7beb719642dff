"""The files that commands compare: how they are written, and what is to be read."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from segdiff.cli.options import add_geometry, add_reading, reading_choices
from segdiff.cli.words import file_path, prediction_request
from segdiff.io import AsChosen, CaseRequest, ReadAs

if TYPE_CHECKING:
    from argparse import _ActionsContainer as Options  # a parser, or a group of its options


def add_files(options: Options, *, required: bool = True) -> None:
    """``--truth``, ``--prediction`` and ``--image``, and how they are to be understood.

    Args:
        options: to add them to.
        required: whether truth and prediction have to be named.
    """
    several: dict[str, Any] = {"action": "extend", "nargs": "+", "default": []}
    named = "label or probability maps under test, as PATH or NAME=PATH"
    options.add_argument("--truth", type=file_path, required=required, metavar="T", help="the label map taken as true")
    options.add_argument("--prediction", **several, required=required, metavar="P", help=named)
    options.add_argument(
        "--image", type=file_path, metavar="I", help="what they were drawn on; checked to lie on their grid"
    )
    add_geometry(options)
    add_reading(options)


def named_files(arguments: argparse.Namespace) -> CaseRequest:
    """The files that those options name."""
    read_as = ReadAs.PROBABILITIES if arguments.read_8bit_as_probabilities else ReadAs.AUTO
    return CaseRequest(
        image=arguments.image,
        truth=arguments.truth,
        predictions=tuple(prediction_request(word, read_as) for word in arguments.prediction),
        resample=arguments.resample,
        assume_geometry=arguments.assume_geometry,
    )


def request_of(arguments: argparse.Namespace) -> CaseRequest:
    """Those files, to be understood as the options say."""
    return AsChosen(reading_choices(arguments))(named_files(arguments))


def files_of(request: CaseRequest) -> list[Path]:
    """Every file of a request, which results must not overwrite."""
    given = [request.truth, request.image, *(prediction.path for prediction in request.predictions)]
    return [path for path in given if path is not None]
