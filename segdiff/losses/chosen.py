"""A loss in a convention with its parameters: what :func:`value`, :func:`gradient` and :func:`as_module` share."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from torch import Tensor

from segdiff.errors import ParameterProblem
from segdiff.evidence import Activation, Evidence, as_pair, evidence_as_given, evidence_of, is_within, sigmoid, softmax
from segdiff.losses.conventions import CONVENTIONS as KNOWN
from segdiff.losses.conventions import SEGDIFF
from segdiff.losses.further import FURTHER
from segdiff.losses.order import Order, names_of, order, recipe_for
from segdiff.losses.own import check_exclusive, check_exclusive_voxels, check_names, find_loss, mean_over_batch
from segdiff.losses.records import Convention, Expects, Voxelwise, parts_of
from segdiff.registry import Scope

CONVENTIONS: Final = tuple(KNOWN)
"""Ids of all conventions, segdiff's own first."""

_EXPECTED: Final = {Expects.SIGMOID_LOGITS: sigmoid, Expects.SOFTMAX_LOGITS: softmax}


class ChosenLoss(ABC):
    """A loss as somebody writes it. It takes probabilities, unless its framework does otherwise."""

    def activation(self, prediction: Tensor) -> Activation | None:  # noqa: ARG002 - frameworks look at it
        """What makes probabilities of the prediction, where it holds logits."""
        return None

    def measure(self, prediction: Any, truth: Any) -> Evidence:
        """From prediction and truth to Evidence, in the graph if the prediction is."""
        return evidence_of(prediction, truth)

    @abstractmethod
    def compute(self, evidence: Evidence) -> Tensor:
        """From Evidence to the number, or to several where that is what the framework returns."""

    @abstractmethod
    def order(self, classes: int) -> Order:
        """The recipe filled in for a number of classes."""

    @property
    def of_masks(self) -> bool:
        """Whether probabilities are cut at one half first, so that there is no gradient."""
        return self.order(1).of_masks

    def __call__(self, prediction: Any, truth: Any) -> Tensor:
        """Both steps."""
        return self.compute(self.measure(prediction, truth))


def parameter_names(loss: str, convention: str) -> frozenset[str]:
    """The parameters and switches that a loss has in a convention, by the framework's own names.

    Raises:
        ParameterProblem: the convention or the loss is unknown, or not defined there.
    """
    return names_of(recipe_for(find_convention(convention), loss))


def find_convention(name: str) -> Convention:
    """The convention of that id.

    Raises:
        ParameterProblem: there is none.
    """
    if name not in KNOWN:
        raise ParameterProblem(f"The convention should be one of {', '.join(CONVENTIONS)}, not {name!r}.")
    return KNOWN[name]


def choose(loss: str, convention: str, parameters: Mapping[str, Any]) -> ChosenLoss:
    """Find a loss in a convention.

    Raises:
        ParameterProblem: an unknown convention, loss, parameter or value.
    """
    known = find_convention(convention)
    if known is not SEGDIFF:
        return _choose_theirs(known, loss, parameters)
    if loss in FURTHER:
        check_names(loss, FURTHER[loss].parameters, parameters)
        return _FurtherLoss(loss, dict(parameters))
    check_names(loss, find_loss(loss).parameters, parameters)
    return _RegisteredLoss(loss, dict(parameters))


@dataclass(frozen=True)
class _RegisteredLoss(ChosenLoss):
    """A Score in segdiff's own convention."""

    loss: str
    parameters: Mapping[str, float]

    def measure(self, prediction: Any, truth: Any) -> Evidence:
        """As arrays are measured, once it is sure that each voxel has one class where only that one counts."""
        evidence, score = super().measure(prediction, truth), find_loss(self.loss)
        if score.scope is Scope.OVERALL and score.pixelwise:
            check_exclusive_voxels(score.title, evidence)
        return evidence

    def compute(self, evidence: Evidence) -> Tensor:
        """The Score's own function."""
        return mean_over_batch(find_loss(self.loss), evidence, self.parameters)

    def order(self, classes: int) -> Order:
        """What the Score computes, as a recipe."""
        return order(SEGDIFF, self.loss, classes, self.parameters)


@dataclass(frozen=True)
class _FurtherLoss(ChosenLoss):
    """One of segdiff's further losses, from its recipe."""

    loss: str
    parameters: Mapping[str, float]

    def measure(self, prediction: Any, truth: Any) -> Evidence:
        """As arrays are measured, once it is sure that each voxel has one class where only that one counts."""
        evidence = super().measure(prediction, truth)
        if self._is_of_true_classes:
            check_exclusive_voxels(FURTHER[self.loss].title, evidence)
        return evidence

    def compute(self, evidence: Evidence) -> Tensor:
        """By the recipe."""
        if self._is_of_true_classes:
            check_exclusive(FURTHER[self.loss].title, evidence.sums)
        return self.order(evidence.sums.tp.shape[1]).compute(evidence)

    @property
    def _is_of_true_classes(self) -> bool:
        """Whether each voxel counts once, under its true class."""
        parts = parts_of(self.order(2).part)
        return any(part.true_class_only for part in parts if isinstance(part, Voxelwise))

    def order(self, classes: int) -> Order:
        """The recipe that it is computed from."""
        return order(SEGDIFF, self.loss, classes, self.parameters)


@dataclass(frozen=True)
class _TheirLoss(ChosenLoss):
    """A loss in the convention of a framework or paper."""

    known: Convention
    loss: str
    parameters: Mapping[str, Any]
    asked: Activation | None

    def activation(self, prediction: Tensor) -> Activation | None:
        """What was asked for, or what the framework does to logits where some were given."""
        expected = _EXPECTED.get(recipe_for(self.known, self.loss).expects)
        return self.asked or (expected if expected and _holds_logits(prediction) else None)

    def measure(self, prediction: Any, truth: Any) -> Evidence:
        """By the framework's rules for what it is given."""
        prediction, truth = as_pair(prediction, truth)
        activation = self.activation(prediction)
        if activation is None and recipe_for(self.known, self.loss).expects is Expects.CHECKED:
            return evidence_of(prediction, truth)
        return evidence_as_given(prediction, truth, activation)

    def compute(self, evidence: Evidence) -> Tensor:
        """By the framework's recipe."""
        return self.order(evidence.sums.tp.shape[1]).compute(evidence)

    def order(self, classes: int) -> Order:
        """The framework's recipe with what was chosen."""
        return order(self.known, self.loss, classes, self.parameters)


def _choose_theirs(known: Convention, loss: str, parameters: Mapping[str, Any]) -> _TheirLoss:
    recipe = recipe_for(known, loss)
    asked, rest = _asked_activation(parameters, recipe.expects)
    if "from_logits" in parameters and "from_logits" in recipe.options:
        rest["from_logits"] = parameters["from_logits"]
    chosen = _TheirLoss(known, loss, rest, asked)
    chosen.order(1 if recipe.one_class_only else 2)
    return chosen


def _asked_activation(parameters: Mapping[str, Any], expects: Expects) -> tuple[Activation | None, dict[str, Any]]:
    """What turns logits into probabilities, by the names frameworks have for it, and the other parameters."""
    rest = {name: value for name, value in parameters.items() if name not in ("sigmoid", "softmax", "from_logits")}
    if parameters.get("sigmoid"):
        return sigmoid, rest
    if parameters.get("softmax"):
        return softmax, rest
    return (_EXPECTED.get(expects, sigmoid) if parameters.get("from_logits") else None), rest


def _holds_logits(prediction: Tensor) -> bool:
    """Whether a value lies outside [0, 1], so that a framework that takes logits was given some."""
    return not is_within(prediction)
