"""Whatever a saved value is made of comes back equal, and nothing of another type comes in."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from enum import Enum, StrEnum
from pathlib import Path
from typing import Any

import pytest

from segdiff.data import LabelChoice, Outcome
from segdiff.io import CaseRequest, PredictionRequest, ReadAs
from segdiff.session import DrawAs, OverlayStyle, RegionMark, Subject, Verdicts, ViewState
from segdiff.session.codec import Codec, Damage
from tests.session.other_values import other_fields

CODEC = Codec()


def there_and_back(value: Any, kind: Any, **options: Any) -> Any:
    text = json.dumps(CODEC.encode(value, **options), allow_nan=False)
    return CODEC.decode(kind, json.loads(text), "here", **options)


def test_every_field_of_a_view_survives() -> None:
    """Each field has a value that is not its default; one that is not written, or not read, comes back as it."""
    view = other_fields(ViewState, omit=("case",))
    back = there_and_back(view, ViewState, omit=("case",))
    for field in fields(ViewState):
        assert getattr(back, field.name) == getattr(view, field.name), field.name
    assert back == view


def test_every_field_of_a_request_survives() -> None:
    request = other_fields(CaseRequest)
    assert there_and_back(request, CaseRequest) == request


@dataclass(frozen=True)
class Tomorrow:
    """A field of a type that is not known yet."""

    moment: complex = 0j


def test_a_field_of_an_unknown_type_is_noticed() -> None:
    with pytest.raises(AssertionError, match="moment"):
        other_fields(Tomorrow)
    with pytest.raises(TypeError):
        CODEC.encode(Tomorrow(1j))
    with pytest.raises(TypeError):
        CODEC.decode(Tomorrow, {"moment": 1})


class Size(Enum):
    SMALL = 1
    LARGE = 2


class Shade(StrEnum):
    DARK = "very dark"


@dataclass(frozen=True)
class Sample:
    """One of each."""

    sizes: Mapping[Size, tuple[float, ...]]
    pair: tuple[int, str]
    numbers: Mapping[int, Shade | None]
    labels: tuple[LabelChoice, ...] = ()
    chosen: frozenset[str] = frozenset()


SAMPLE = Sample(
    {Size.LARGE: (0.1, 2.0)}, (3, "x"), {7: Shade.DARK, -1: None}, (LabelChoice.single(4),), frozenset("ba")
)


def test_what_is_written_can_be_read_by_people() -> None:
    assert CODEC.encode(SAMPLE) == {
        "sizes": {"large": [0.1, 2.0]},
        "pair": [3, "x"],
        "numbers": {"7": "very dark", "-1": None},
        "labels": [{"name": "4", "truth_values": [4], "prediction_values": [4], "complement": False, "elsewhere": []}],
        "chosen": ["a", "b"],
    }
    assert there_and_back(SAMPLE, Sample) == SAMPLE


def test_what_is_missing_gets_its_default_and_what_is_unknown_is_passed_over() -> None:
    assert CODEC.decode(ViewState, {"alpha": 1, "invented later": [1, 2]}, "view") == ViewState(alpha=1.0)


@pytest.mark.parametrize(
    ("kind", "data", "words"),
    [
        (ViewState, [], "view should be a table of names and values, not []"),
        (ViewState, {"alpha": "0.3"}, "view.alpha should be a number, not '0.3'"),
        (ViewState, {"alpha": True}, "view.alpha should be a number, not True"),
        (ViewState, {"alpha": float("nan")}, "view.alpha should be a number, not nan"),
        (ViewState, {"alpha": 10**400}, "view.alpha should be a number"),
        (ViewState, {"cursor": [1, 2.5]}, "view.cursor, entry 2 should be a whole number, not 2.5"),
        (ViewState, {"window": [1.0]}, "view.window should be a list of 2, not [1.0]"),
        (ViewState, {"costs_sum_to_one": 1}, "view.costs_sum_to_one should be true or false, not 1"),
        (ViewState, {"overlay": {"draw_as": "dots"}}, "view.overlay.draw_as should be one of fill, outline, both"),
        (ViewState, {"label": {"truth_values": []}}, "view.label.name is missing"),
        (ViewState, {"prediction": 7}, "view.prediction should be a text, not 7"),
        (Sample, {"sizes": {}, "pair": [1, "x"], "numbers": {"one": None}}, "view.numbers should have whole numbers"),
        (
            Sample,
            {"sizes": {"medium": []}, "pair": [1, "x"], "numbers": {}},
            "view.sizes should be one of small",
        ),
    ],
)
def test_another_type_is_damage_named_by_its_place(kind: Any, data: Any, words: str) -> None:
    with pytest.raises(Damage) as problem:
        CODEC.decode(kind, data, "view")
    assert str(problem.value).startswith(words)


def test_a_view_that_somebody_made() -> None:
    """Numbers a reader can check: two regions judged, an outline, and costs that do not sum to one."""
    mark = RegionMark(Outcome.FALSE_NEGATIVE, "1", (3, 2, 1))
    verdicts = Verdicts().with_decision(Subject("A", Path("/d/t.nii"), Path("/d/a.nii"), mark), None)
    verdicts = verdicts.with_comment(Subject("A", Path("/d/t.nii"), Path("/d/a.nii"), mark), "too small")
    overlay = replace(OverlayStyle(), draw_as=DrawAs.BOTH).with_outcome(Outcome.TRUE_POSITIVE, visible=False)
    view = ViewState(alpha=0.25, beta=1.5, costs_sum_to_one=False, overlay=overlay, verdicts=verdicts)
    written = CODEC.encode(view, omit=("case",))
    assert written["overlay"]["outcomes"]["true_positive"] == {
        "colour": [0, 158, 115],
        "opacity": 0.3,
        "visible": False,
    }
    assert written["verdicts"]["given"][0]["comment"] == "too small"
    assert there_and_back(view, ViewState, omit=("case",)) == view
    wish = PredictionRequest(Path("p.png"), read_as=ReadAs.PROBABILITIES)
    assert there_and_back(wish, PredictionRequest) == wish
