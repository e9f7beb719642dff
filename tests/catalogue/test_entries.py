"""What every entry of the catalogue says about itself."""

from __future__ import annotations

import inspect
import math

import pytest

from segdiff import registry
from segdiff.errors import ParameterProblem
from segdiff.registry import Better, Kind, Scope
from tests import reference
from tests.catalogue.measured import ALL_IDS

PROMISED = {
    "binary_cross_entropy", "cross_entropy", "dice_loss", "vnet_dice_loss", "bce_dice_loss", "iou_loss", "tversky_loss",
    "focal_loss", "focal_plus_tversky_loss", "focal_tversky_loss", "generalized_dice_loss",
    "dice", "iou", "tversky_index", "precision", "recall", "specificity", "f_beta",
    "volume_truth_ml", "volume_prediction_ml",
    "hausdorff_mm", "hausdorff_95_mm", "assd_mm", "surface_dice", "lesion_recall", "lesion_precision", "lesion_f1",
}  # fmt: skip
"""The ids that scripts rely on."""


def test_the_ids_are_those_that_scripts_rely_on() -> None:
    assert len(ALL_IDS) == len(set(ALL_IDS))
    assert set(ALL_IDS) == PROMISED


def test_every_score_has_a_slow_twin_with_the_same_parameters_and_defaults() -> None:
    for score in registry.scores():
        formula = {**reference.REGION, **reference.OVERALL, **reference.PLACES}[score.id]
        keywords = {
            name: argument.default
            for name, argument in inspect.signature(formula).parameters.items()
            if argument.default is not inspect.Parameter.empty
        }
        assert dict(score.defaults) == keywords, score.id


@pytest.mark.parametrize("name", ALL_IDS)
class TestEntry:
    def test_says_what_it_is(self, name: str) -> None:
        score = registry.find(name)
        assert score.title.strip()
        assert score.definition.endswith(".")
        assert score.formula.strip()
        assert score.source.strip()

    def test_writes_every_parameter_into_its_formula(self, name: str) -> None:
        score = registry.find(name)
        spelled_out = [score.formula, *(registry.find(term).formula for term in score.terms)]
        if "(1 − T)" in score.formula:
            spelled_out.append(registry.find("tversky_index").formula)
        for key, parameter in score.parameters.items():
            if key != "smoothing":  # none unless asked for, and none in the formulas
                assert parameter.symbol in "".join(spelled_out)

    def test_explains_every_parameter(self, name: str) -> None:
        for parameter in registry.find(name).parameters.values():
            assert parameter.title.strip()
            assert parameter.meaning.endswith(".")

    def test_has_defaults_that_a_slider_can_show(self, name: str) -> None:
        score = registry.find(name)
        assert score.defaults.keys() == score.parameters.keys()
        for key, parameter in score.parameters.items():
            highest = math.inf if parameter.maximum is None else parameter.maximum
            assert parameter.minimum <= score.defaults[key] <= highest

    def test_says_which_way_is_better(self, name: str) -> None:
        score = registry.find(name)
        expected = {Kind.LOSS: Better.LOWER, Kind.VOLUME: Better.NEITHER}
        if score.unit == "mm":
            assert score.better is Better.LOWER
        else:
            assert score.better is expected.get(score.kind, Better.HIGHER)

    def test_says_its_unit_in_its_name(self, name: str) -> None:
        unit = registry.find(name).unit
        assert name.endswith(f"_{unit}") if unit else not name.endswith(("_mm", "_ml"))

    def test_says_what_it_is_a_number_of(self, name: str) -> None:
        overall = registry.find(name).scope is Scope.OVERALL
        assert overall == (name in reference.OVERALL)

    def test_says_what_it_is_the_sum_of(self, name: str) -> None:
        assert set(registry.find(name).terms) == set(reference.SUMS.get(name, {}))

    def test_says_whether_the_background_takes_part(self, name: str) -> None:
        assert registry.find(name).pixelwise == (name in (*reference.PIXELWISE, "cross_entropy"))

    def test_takes_its_own_parameters_out_of_many(self, name: str) -> None:
        score = registry.find(name)
        many = {"alpha": 0.2, "beta": 0.9, "gamma": 1.0, "focal_alpha": 0.5, "exponent": 2.0, "beta_squared": 4.0}
        assert score.arguments(many).keys() == score.parameters.keys() & many.keys()

    def test_refuses_a_parameter_below_its_minimum_or_not_a_number(self, name: str) -> None:
        score = registry.find(name)
        for key, parameter in score.parameters.items():
            for bad in (parameter.minimum - 0.5, math.nan, math.inf):
                with pytest.raises(ParameterProblem, match=key):
                    score.arguments({key: bad})


def test_an_unknown_id_is_named() -> None:
    with pytest.raises(ParameterProblem, match="dise"):
        registry.find("dise")
