"""The records say what they must, and nothing but data; segdiff's own say what its Scores compute."""

from __future__ import annotations

import dataclasses
import string
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
import pytest

from segdiff import losses
from segdiff.errors import ParameterProblem
from segdiff.evidence import evidence_of
from segdiff.losses.conventions import CONVENTIONS, SEGDIFF
from segdiff.losses.engine import compute
from segdiff.losses.order import order
from segdiff.losses.records import Region, parts_of
from segdiff.losses.words import SENTENCES
from segdiff.registry import Kind, scores
from tests import cases
from tests.losses.every_loss import EVERY, recipe_of
from tests.losses.test_twin import EXCLUSIVE, OVERLAPPING, PARAMETERS

REGISTERED = {score.id for score in scores() if score.kind is Kind.LOSS}

PROMISED = {
    "segdiff", "origin-notes", "origin-notes-text", "monai", "smp", "kornia", "keras-3.15", "keras-documented",
    "nnunet", "seglossodyssey", "torchmetrics", "vnet", "salehi", "abraham-khan", "sudre", "lin",
}  # fmt: skip


def everything_in(record: Any) -> Iterator[Any]:
    """All that a record holds, down to strings and numbers."""
    yield record
    inside: list[Any] = []
    if dataclasses.is_dataclass(record):
        inside = [getattr(record, field.name) for field in dataclasses.fields(record)]
    elif isinstance(record, Mapping):
        inside = [*record.keys(), *record.values()]
    elif isinstance(record, (tuple, list)):
        inside = list(record)
    for item in inside:
        yield from everything_in(item)


def test_every_convention_that_was_promised_is_there() -> None:
    assert not PROMISED - set(CONVENTIONS)
    assert tuple(CONVENTIONS) == losses.CONVENTIONS
    assert losses.CONVENTIONS[0] == "segdiff"


@pytest.mark.parametrize("convention", CONVENTIONS)
def test_a_convention_says_what_it_is_and_where_it_was_read(convention: str) -> None:
    known = CONVENTIONS[convention]
    assert known.id == convention
    assert known.title
    assert known.version
    assert len(known.source) > 10
    assert known.recipes
    assert not set(known.recipes) & set(known.refuses)
    assert all(sentence[0].isupper() or sentence[0].islower() for sentence in known.refuses.values())
    assert all(sentence.endswith(".") for sentence in known.refuses.values())


@pytest.mark.parametrize("convention", CONVENTIONS)
def test_a_convention_holds_data_and_no_formula(convention: str) -> None:
    assert not [item for item in everything_in(CONVENTIONS[convention]) if callable(item)]


@pytest.mark.parametrize(("convention", "loss"), EVERY)
def test_a_recipe_has_a_call_with_its_own_parameters_and_sentences(convention: str, loss: str) -> None:
    recipe = recipe_of(convention, loss)
    named = {name for _, name, _, _ in string.Formatter().parse(recipe.call) if name}
    assert recipe.call
    assert named <= set(recipe.parameters)
    assert all(note.endswith(".") and "\n" not in note for note in recipe.notes)
    assert loss in REGISTERED | set(losses.FURTHER)


@pytest.mark.parametrize(("convention", "loss"), EVERY)
def test_every_symbol_of_a_part_is_a_parameter_that_the_call_can_hold(convention: str, loss: str) -> None:
    recipe = recipe_of(convention, loss)
    for part in (recipe.part, recipe.several_classes or recipe.part):
        order(CONVENTIONS[convention], loss, 1, {})
        pair = (
            cases.random_softmax((2, 3, 4, 5), seed=3)
            if not recipe.one_class_only
            else cases.random_soft((1, 1, 4, 5), 3)
        )
        compute(part, evidence_of(*pair), recipe.parameters)  # an unknown name would be a KeyError
    for region in [part for part in parts_of(recipe.part) if isinstance(part, Region)]:
        assert isinstance(region.false_positives, str) is isinstance(region.misses, str)


@pytest.mark.parametrize(("convention", "loss"), [(c, x) for c, x in EVERY if recipe_of(c, x).options])
def test_every_switch_sets_fields_that_there_are(convention: str, loss: str) -> None:
    recipe = recipe_of(convention, loss)
    known = {field.name for part in parts_of(recipe.part) for field in dataclasses.fields(part)}
    for settings in recipe.options.values():
        assert {name for fields in settings.values() for name in fields} <= known


def test_every_field_of_a_part_has_its_sentence() -> None:
    said_together = {
        "false_positives", "misses", "doubled", "above", "below", "exponent", "positives", "negatives", "undefined",
        "none_present", "parts", "label_smoothing_share",
    }  # fmt: skip
    parts = {type(part) for convention, loss in EVERY for part in parts_of(recipe_of(convention, loss).part)}
    names = {field.name for part in parts for field in dataclasses.fields(part)}
    assert names - said_together == set(SENTENCES) & names
    assert not said_together & set(SENTENCES)


@pytest.mark.parametrize(
    ("loss", "name"),
    [
        (loss, name)
        for loss in PARAMETERS
        for name in (EXCLUSIVE if loss == "cross_entropy" else EXCLUSIVE | OVERLAPPING)
    ],
)
def test_segdiffs_records_say_what_its_scores_compute(loss: str, name: str) -> None:
    prediction, truth = (EXCLUSIVE | OVERLAPPING)[name]()
    for chosen in PARAMETERS[loss]:
        filled = order(SEGDIFF, loss, truth.shape[1], chosen)
        found = float(filled.compute(evidence_of(prediction, truth)))
        assert found == pytest.approx(losses.value(loss, prediction, truth, **chosen), rel=1e-12, abs=1e-14)


@pytest.mark.parametrize("loss", PARAMETERS)
@pytest.mark.parametrize("pair", [cases.neither, cases.only_marked, cases.only_there, cases.everything])
def test_segdiffs_records_have_its_rule_for_what_is_empty(loss: str, pair: Any) -> None:
    found = order(SEGDIFF, loss, 1, {}).compute(evidence_of(*pair().batch))
    assert float(found) == pytest.approx(losses.value(loss, *pair().batch), abs=1e-14)


def test_segdiffs_records_have_its_defaults() -> None:
    assert set(SEGDIFF.recipes) == REGISTERED | set(losses.FURTHER)
    for score in scores():
        if score.kind is Kind.LOSS:
            assert dict(SEGDIFF.recipes[score.id].parameters) == dict(score.defaults)
    for name, further in losses.FURTHER.items():
        defaults = SEGDIFF.recipes[name].parameters
        assert set(defaults) == set(further.parameters)
        assert all(further.parameters[parameter].allows(value) for parameter, value in defaults.items())


@pytest.mark.parametrize(
    ("loss", "convention", "parameters", "said"),
    [
        ("tversky_loss", "torchmetrics", {}, "has no Tversky score"),
        ("tversky_loss", "monai", {"delta": 0.3}, "alpha, beta, smooth_nr"),
        ("tversky_loss", "monai", {"alpha": "much"}, "alpha should be a number"),
        ("tversky_loss", "monai", {"alpha": float("nan")}, "alpha should be a number"),
        ("dice_loss", "kornia", {"average": "medium"}, "'micro', 'macro'"),
        ("dice_loss", "kornia", {"average": True}, "'micro', 'macro'"),
        ("bce_dice_loss", "origin-notes", {}, "does not broadcast"),
        ("focal_loss", "monia", {}, "convention should be one of"),
        ("combo_loss", "segdiff", {"share": 1.5}, "from 0 to 1"),
        ("combo_loss", "segdiff", {"alpha": 0.5}, "share, positive_share, smoothing"),
        ("top_k_cross_entropy", "segdiff", {"hardest": 0.0}, "from 0.001 to 1"),
        ("dice", "segdiff", {}, "lovasz_hinge_loss"),
    ],
)
def test_what_is_not_defined_is_refused_in_a_sentence(
    loss: str, convention: str, parameters: dict[str, Any], said: str
) -> None:
    prediction, truth = cases.random_softmax((1, 3, 4, 5), seed=2)
    with pytest.raises(ParameterProblem, match=said):
        losses.value(loss, prediction, truth, convention=convention, **parameters)


def test_a_switch_that_is_off_changes_nothing() -> None:
    pair = cases.random_softmax((2, 3, 4, 5), seed=2)
    plain = losses.value("dice_loss", *pair, convention="smp")
    assert losses.value("dice_loss", *pair, convention="smp", log_loss=False) == plain
    assert losses.value("dice_loss", *pair, convention="smp", log_loss=True) != plain


def test_one_fixed_number_decides_what_a_record_is_worth() -> None:
    """Three found, two invented, one missed: the number that each framework is known for."""
    pair = cases.counted(3, 2, 1, 10).batch
    found = {
        convention: losses.value("dice_loss", *pair, convention=convention)
        for convention, x in EVERY
        if x == "dice_loss"
    }
    assert found["monai"] == pytest.approx(1 - 6.00001 / 9.00001, rel=1e-12)
    assert found["origin-notes"] == pytest.approx(0.3)
    assert found["nnunet"] == found["seglossodyssey"] == pytest.approx(-0.7)
    assert found["torchmetrics"] == found["simpleitk"] == found["medpy"] == pytest.approx(2 / 3)
    assert found["kornia"] == pytest.approx(3 / 16)
    assert np.isfinite(list(found.values())).all()
