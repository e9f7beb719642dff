"""A convention and its recipes, as plain data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from segdiff.losses.records.parts import Part

Options = Mapping[str, Mapping[Any, Mapping[str, Any]]]
"""A framework's switches: for each, the fields of the part that each value sets."""


class Expects(StrEnum):
    """What a framework wants to be given."""

    PROBABILITIES = "probabilities"
    CHECKED = "probabilities, and refuses anything else"
    SIGMOID_LOGITS = "logits, and takes the sigmoid of each class"
    SOFTMAX_LOGITS = "logits, and takes the softmax over classes"


@dataclass(frozen=True)
class Recipe:
    """One loss as a framework writes it.

    Args:
        part: what the engine computes.
        several_classes: what it computes where there is more than one class, if that differs.
        completed: a single class is completed by the background it leaves over.
        parameters: the framework's own parameters and their defaults.
        options: the framework's own switches: for each, the fields of the part that each value sets.
        expects: what the framework wants to be given.
        call: how to write it there, with ``{parameter}`` where a value goes.
        notes: what a person should know about the number, in sentences.
        one_class_only: why it cannot be computed for several classes, in a sentence; empty where it can.
    """

    part: Part
    several_classes: Part | None = None
    completed: bool = False
    parameters: Mapping[str, float | None] = field(default_factory=dict)
    options: Options = field(default_factory=dict)
    expects: Expects = Expects.PROBABILITIES
    call: str = ""
    notes: tuple[str, ...] = ()
    one_class_only: str = ""


@dataclass(frozen=True)
class Convention:
    """How a named framework or paper writes losses.

    Args:
        id: its name on the command line and in the library.
        title: its name on screen.
        version: of the framework, or the year of the paper.
        source: where this was read or run.
        recipes: a recipe for each loss it defines, by the loss's id.
        notes: what a person should know about all of them, in sentences.
        refuses: why it does not define a loss that people look for there.
    """

    id: str
    title: str
    version: str
    source: str
    recipes: Mapping[str, Recipe]
    notes: tuple[str, ...] = ()
    refuses: Mapping[str, str] = field(default_factory=dict)
