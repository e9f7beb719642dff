"""What must hold of the numbers of every Score, whatever it measures."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from segdiff import registry
from segdiff.data import Comparison
from segdiff.evidence import Confusion, Evidence, evidence_of, measure
from segdiff.registry import Better, Kind, Scope
from tests import cases, reference
from tests.catalogue.measured import IDS, measured, twin

OTHER_VALUES = {
    "alpha": 0.85,
    "beta": 0.15,
    "gamma": 0.7,
    "focal_alpha": 0.6,
    "exponent": 1.5,
    "beta_squared": 3.0,
    "smoothing": 0.8,
}
"""Of every parameter, a value that is nobody's default."""

WITH_PARAMETERS = [(score, name) for score in IDS for name in registry.find(score).parameters]
PERFECT = [cases.counted(4, 0, 0, 9), cases.counted(1, 0, 0, 30), cases.counted(8, 0, 0, 2)]

SOFT = {
    "a picture": cases.random_soft((1, 1, 8, 9), seed=21),
    "a volume": cases.random_soft((2, 1, 3, 4, 5), seed=22),
    "labels that overlap": cases.random_soft((2, 3, 5, 7), seed=23),
    "exclusive classes": cases.random_softmax((3, 4, 5, 6), seed=24),
}


def best(score: str) -> float:
    return {Better.LOWER: 0.0, Better.HIGHER: 1.0}[registry.find(score).better]


RANKED = [score for score in IDS if registry.find(score).better is not Better.NEITHER]


def answerable(name: str) -> list[str]:
    """Inputs a Score is meant for: cross-entropy asks for *the* class of a voxel, so labels must not overlap."""
    return [soft for soft in SOFT if (name, soft) != ("cross_entropy", "labels that overlap")]


@pytest.mark.parametrize(("name", "soft"), [(name, soft) for name in IDS for soft in answerable(name)])
def test_equals_its_slow_twin(name: str, soft: str) -> None:
    made, chosen = SOFT[soft], registry.find(name).arguments(OTHER_VALUES)
    np.testing.assert_allclose(measured(name, *made), twin(name, *made), rtol=1e-10, atol=1e-12)
    np.testing.assert_allclose(measured(name, *made, **chosen), twin(name, *made, **chosen), rtol=1e-10, atol=1e-12)


@pytest.mark.parametrize("name", IDS)
def test_gives_double_precision_for_every_sample_and_class(name: str) -> None:
    score = registry.find(name)
    prediction, truth = cases.random_softmax((3, 4, 5, 6), seed=24)
    found = score.function(evidence_of(prediction, truth).of(score.evidence))
    assert found.dtype is torch.float64
    assert tuple(found.shape) == ((3,) if score.scope is Scope.OVERALL else (3, 4))


@pytest.mark.parametrize("name", RANKED)
def test_a_perfect_prediction_is_optimal(name: str) -> None:
    for pair in PERFECT:
        assert measured(name, *pair.batch).item() == pytest.approx(best(name), abs=1e-12)


@pytest.mark.parametrize("name", RANKED)
@pytest.mark.parametrize("soft", SOFT)
def test_no_prediction_is_better_than_perfect(name: str, soft: str) -> None:
    found = measured(name, *SOFT[soft])
    if registry.find(name).better is Better.LOWER:
        assert (found > 0).all()
    else:
        assert ((found >= 0) & (found <= 1)).all()


@pytest.mark.parametrize(
    "name", [name for name in RANKED if "cross" not in name and name not in ("focal_loss", *reference.SUMS)]
)
@pytest.mark.parametrize("soft", SOFT)
def test_an_index_and_its_loss_stay_between_zero_and_one(name: str, soft: str) -> None:
    found = measured(name, *SOFT[soft])
    assert ((found >= 0) & (found <= 1)).all()


@pytest.mark.parametrize("name", IDS)
def test_samples_and_classes_are_measured_apart(name: str) -> None:
    prediction, truth = cases.random_soft((3, 4, 5, 6), seed=25)
    found = measured(name, prediction, truth)
    samples = [2, 0, 1]
    np.testing.assert_allclose(measured(name, prediction[samples], truth[samples]), found[samples], rtol=1e-12)
    if registry.find(name).scope is Scope.LABEL:
        classes = [3, 1, 0, 2]
        reordered = measured(name, prediction[:, classes], truth[:, classes])
        np.testing.assert_allclose(reordered, found[:, classes], rtol=1e-12)
        np.testing.assert_allclose(measured(name, prediction[1:2, 2:3], truth[1:2, 2:3]), found[1:2, 2:3], rtol=1e-12)


@pytest.mark.parametrize("name", IDS)
def test_the_order_of_labels_does_not_matter_overall(name: str) -> None:
    if registry.find(name).scope is Scope.OVERALL:
        prediction, truth = cases.random_softmax((2, 4, 5, 6), seed=26)
        classes = [3, 1, 0, 2]
        reordered = measured(name, prediction[:, classes], truth[:, classes])
        np.testing.assert_allclose(reordered, measured(name, prediction, truth), rtol=1e-12)


@pytest.mark.parametrize(("name", "parameter"), WITH_PARAMETERS)
def test_every_parameter_matters(name: str, parameter: str) -> None:
    made = cases.random_soft((1, 1, 8, 9), seed=21)
    assert measured(name, *made, **{parameter: OTHER_VALUES[parameter]}) != measured(name, *made)


@pytest.mark.parametrize("name", [name for name, parameter in WITH_PARAMETERS if parameter == "alpha"])
def test_alpha_acts_only_through_false_positives(name: str) -> None:
    invented, none = cases.counted(5, 3, 2, 9).batch, cases.counted(5, 0, 2, 9).batch
    assert measured(name, *none, alpha=0.9) == measured(name, *none, alpha=0.1)
    assert (measured(name, *invented, alpha=0.9) > measured(name, *invented, alpha=0.1)) == (best(name) == 0.0)


@pytest.mark.parametrize("name", [name for name, parameter in WITH_PARAMETERS if parameter == "beta"])
def test_beta_acts_only_through_misses(name: str) -> None:
    missed, none = cases.counted(5, 3, 2, 9).batch, cases.counted(5, 3, 0, 9).batch
    assert measured(name, *none, beta=0.9) == measured(name, *none, beta=0.1)
    assert (measured(name, *missed, beta=0.9) > measured(name, *missed, beta=0.1)) == (best(name) == 0.0)


@pytest.mark.parametrize("name", IDS)
def test_counts_alone_suffice_for_a_hard_prediction(name: str) -> None:
    score = registry.find(name)
    pair = cases.counted(5, 3, 2, 9)
    from_counts = Evidence.of_confusion(Confusion.of_counts(5, 3, 2, 9)).of(score.evidence)
    from_voxels = evidence_of(*pair.batch).of(score.evidence)
    np.testing.assert_allclose(score.function(from_counts), score.function(from_voxels), rtol=1e-12)


@pytest.mark.parametrize("name", [score for score in IDS if registry.find(score).scope is Scope.LABEL])
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_a_case_measured_once_gives_the_same_numbers(name: str, dtype: type[np.floating]) -> None:
    """Sums are exact; the focal losses read a histogram, whose bins are fine enough for six digits."""
    prediction, truth = cases.random_soft((1, 1, 7, 23, 31), seed=28, dtype=dtype)
    case = cases.case_of(prediction[0, 0], truth[0, 0], spacing_mm=(3.0, 0.5, 0.7))
    evidence = measure(case, Comparison("soft", case.label_choices()[0], 0.5))
    score = registry.find(name)
    digits = 3e-6 if name in ("focal_loss", "focal_plus_tversky_loss") else 1e-9
    for chosen in ({}, score.arguments(OTHER_VALUES)):
        found = score.function(evidence.of(score.evidence), **chosen).numpy()
        np.testing.assert_allclose(found, twin(name, prediction, truth, **chosen), rtol=digits)


@pytest.mark.parametrize("name", IDS)
def test_turning_a_volume_changes_nothing(name: str) -> None:
    prediction, truth = cases.random_soft((1, 1, 4, 5, 6), seed=27)
    turned = (array.transpose(0, 1, 4, 2, 3)[..., ::-1].copy() for array in (prediction, truth))
    np.testing.assert_allclose(measured(name, *turned), measured(name, prediction, truth), rtol=1e-12)


@pytest.mark.parametrize("name", [score.id for score in registry.scores() if score.kind is Kind.VOLUME])
def test_volumes_without_a_voxel_size_are_undefined(name: str) -> None:
    score = registry.find(name)
    assert torch.isnan(score.function(evidence_of(*cases.counted(5, 3, 2, 9).batch).of(score.evidence))).all()
    assert score.undefined
