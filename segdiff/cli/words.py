"""What a single word of the command line stands for: a label, a prediction."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any, Final

from segdiff.data import ANY_LABEL, LabelChoice
from segdiff.errors import ParameterProblem
from segdiff.io import PredictionRequest, ReadAs, split_part

_VALUES: Final = re.compile(r"-?\d+(\+-?\d+)*")
_ANY: Final = ANY_LABEL.name


def label_choice(word: str) -> LabelChoice:
    """A label as written on the command line.

    Args:
        word: ``3``; ``128=127`` for 128 in the truth and 127 in the predictions; ``1+2+4`` for a region of several
            values; ``any`` for every value but zero. Both sides of ``=`` may be regions.

    Raises:
        ParameterProblem: it is none of these, or names the background.
    """
    truth, _, prediction = word.partition("=")
    sides = (truth, prediction) if "=" in word else (truth, truth)
    truth_values, prediction_values = (_values(side, word) for side in sides)
    if truth_values == prediction_values and len(truth_values) == 1:
        return LabelChoice.single(truth_values[0])
    return LabelChoice(word, truth_values, prediction_values)


def prediction_request(word: str, read_as: ReadAs) -> PredictionRequest:
    """A prediction as written on the command line: a path, or ``NAME=PATH``.

    A file whose own name has an equals sign is a path all the same, and so is whatever does not exist as PATH.
    """
    name, equals, path = word.partition("=")
    separators = {"/", os.sep, os.altsep}
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


def _values(side: str, word: str) -> tuple[int, ...]:
    if side == _ANY:
        return ANY_LABEL.truth_values
    if not _VALUES.fullmatch(side):
        raise ParameterProblem(
            f"A label should be a whole number, a pair such as 128=127, a region such as 1+2+4, or any, not {word!r}."
        )
    values = tuple(sorted({int(value) for value in re.findall(r"-?\d+", side)}))
    if 0 in values:
        raise ParameterProblem(
            f"0 is the background and not a label; {word!r} cannot be scored, any is all other values."
        )
    return values
