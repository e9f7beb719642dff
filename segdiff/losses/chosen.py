"""A loss in a convention with its parameters: what :func:`value`, :func:`gradient` and :func:`as_module` share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

import torch
from torch import Tensor

from segdiff.errors import ParameterProblem
from segdiff.evidence import Activation, Evidence, evidence_as_given, evidence_of, sigmoid, softmax
from segdiff.losses.conventions import CONVENTIONS as OTHERS
from segdiff.losses.conventions import Expects, compute_order, order, recipe_for
from segdiff.losses.own import check_names, find_loss, mean_over_batch

CONVENTIONS: Final = ("segdiff", *OTHERS)
"""Ids of all conventions, segdiff's own first."""

_EXPECTED: Final = {Expects.SIGMOID_LOGITS: sigmoid, Expects.SOFTMAX_LOGITS: softmax}


@dataclass(frozen=True)
class ChosenLoss:
    """A loss as somebody writes it.

    Args:
        measure: from prediction and truth to Evidence, in the graph if the prediction is.
        compute: from Evidence to the number, or to a vector where that is what the framework returns.
    """

    measure: Callable[[Any, Any], Evidence]
    compute: Callable[[Evidence], Tensor]

    def __call__(self, prediction: Any, truth: Any) -> Tensor:
        """Both steps."""
        return self.compute(self.measure(prediction, truth))


def choose(loss: str, convention: str, parameters: Mapping[str, Any]) -> ChosenLoss:
    """Find a loss in a convention.

    Raises:
        ParameterProblem: an unknown convention, loss, parameter or value.
    """
    if convention not in CONVENTIONS:
        raise ParameterProblem(f"The convention should be one of {', '.join(CONVENTIONS)}, not {convention!r}.")
    if convention == "segdiff":
        score = find_loss(loss)
        check_names(score, parameters)
        return ChosenLoss(evidence_of, lambda evidence: mean_over_batch(score, evidence, parameters))
    known = OTHERS[convention]
    recipe = recipe_for(known, loss)
    activation, rest = _activation(parameters, recipe.expects)
    order(known, loss, 1 if recipe.one_class_only else 2, rest)

    def measure(prediction: Any, truth: Any) -> Evidence:
        takes = activation or (_EXPECTED.get(recipe.expects) if _looks_like_logits(prediction) else None)
        return evidence_as_given(prediction, truth, takes)

    return ChosenLoss(measure, lambda e: compute_order(order(known, loss, e.sums.tp.shape[1], rest), e))


def _activation(parameters: Mapping[str, Any], expects: Expects) -> tuple[Activation | None, dict[str, Any]]:
    """What turns logits into probabilities, by the names frameworks have for it, and the other parameters."""
    rest = dict(parameters)
    if rest.pop("sigmoid", False):
        return sigmoid, _without(rest, "softmax", "from_logits")
    if rest.pop("softmax", False):
        return softmax, _without(rest, "from_logits")
    if rest.pop("from_logits", False):
        return _EXPECTED.get(expects, sigmoid), rest
    return None, rest


def _without(parameters: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in parameters.items() if name not in names}


def _looks_like_logits(prediction: Any) -> bool:
    """Whether a value lies outside [0, 1], so that a framework that takes logits was given some."""
    tensor = torch.as_tensor(prediction).detach()
    return bool(((tensor < 0.0) | (tensor > 1.0)).any())
