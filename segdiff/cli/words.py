"""What a single word of the command line stands for: a prediction, a parameter."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from segdiff.errors import ParameterProblem
from segdiff.io import PredictionRequest, ReadAs, split_part


def file_path(word: str) -> Path:
    """A path as written on the command line.

    Raises:
        ParameterProblem: nothing is written there, which Python would take for the folder one is in.
    """
    if not word:
        raise ParameterProblem("A file was expected where nothing ('') is written; a variable may be empty.")
    return Path(word)


def prediction_request(word: str, read_as: ReadAs) -> PredictionRequest:
    """A prediction as written on the command line: a path, or ``NAME=PATH``.

    A file whose own name has an equals sign is a path all the same, and so is whatever does not exist as PATH.
    """
    name, equals, path = word.partition("=")
    separators = {"/", os.sep, os.altsep}
    if not word or (equals and not path and name and not Path(word).exists()):
        return PredictionRequest(file_path(path), None, read_as)
    given, whole = (split_part(Path(text))[0].exists() for text in (path, word))
    is_named = equals and name and not separators & set(name) and given and not whole
    return PredictionRequest(Path(path), name, read_as) if is_named else PredictionRequest(Path(word), None, read_as)


def framework_parameter(word: str) -> tuple[str, Any]:
    """A parameter by the name a framework gives it: ``smooth_nr=0``, ``batch=True``, ``average=macro``.

    Raises:
        ParameterProblem: there is no equals sign.
    """
    name, equals, text = word.partition("=")
    if not (equals and name and text):
        raise ParameterProblem(
            f"A framework's parameter should be written NAME=VALUE, such as smooth_nr=0, not {word!r}."
        )
    words = {"true": True, "false": False, "none": None}
    if text.lower() in words:
        return name, words[text.lower()]
    try:
        return name, float(text)
    except ValueError:
        return name, text
