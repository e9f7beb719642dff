"""Pairing of labels: what the desk shows, and what is said unasked where numbers seem to have moved."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from segdiff.data import Case, LabelChoice, LabelMap, LabelRow, label_table
from segdiff.export.pairing_words import renumbering_words
from segdiff.gui.latest import LatestTask, Ticket
from segdiff.gui.numbers import letter_of
from segdiff.gui.pipeline import Pipeline
from segdiff.gui.store import Store
from segdiff.gui.views.label_desk import Column, Desk, LabelDesk, Suggestion
from segdiff.gui.views.label_desk.desk import TRUTH
from segdiff.gui.widgets.message import Offer
from segdiff.gui.window import Window
from segdiff.gui.words import tr
from segdiff.session import ViewState

if TYPE_CHECKING:
    from segdiff.evidence import JointCounts

Joints = Mapping[str, "JointCounts"]
"""Which labels lie on each other, by the name of the prediction."""


class Labelling(QObject):
    """Opens the desk, counts for it in a worker of its own, and offers a pairing where labels are hardly found.

    ``looked`` is told when a look at labels that are hardly found has ended.

    Args:
        window: shows the desk and the offer.
        store: says what is compared, and takes what is chosen.
        pipeline: knows how much of each label was found.
    """

    looked = Signal()

    def __init__(self, window: Window, store: Store, pipeline: Pipeline) -> None:
        super().__init__()
        self._window = window
        self._store = store
        self._pipeline = pipeline
        self._desk: LabelDesk | None = None
        self._case: Case | None = None
        self._joints: Joints = {}
        self._seen: Case | None = None
        self._offered = ""
        self._counter = LatestTask("labels", self)
        self._counter.finished.connect(self._keep)
        self._counter.failed.connect(lambda *_: self.looked.emit())
        window.case.labels_wished.connect(self.open)

    @property
    def is_looking(self) -> bool:
        """Whether a look has not ended."""
        return self._counter.is_busy

    def shut_down(self) -> None:
        """Let the worker end."""
        self._counter.shut_down()

    def open(self) -> None:
        """Show which labels there are and what is compared with what."""
        state = self._store.state
        if state.case is None:
            return
        self._desk = LabelDesk(desk_for(state, self._joints_of(state.case)), self._window)
        self._desk.labels_wished.connect(self._take)
        self._desk.finished.connect(self._forget_desk)
        self._desk.open()
        if state.case.truth is not None and state.case.predictions and self._case is not state.case:
            self._count(state)

    def look(self) -> None:
        """Once all is measured: count how labels meet where one is hardly found; each case is looked at once."""
        state = self._store.state
        if state.case is None or state.case is self._seen or state.labels or not self._pipeline.is_idle:
            return
        self._seen = state.case
        if self._is_one_hardly_found(state):
            self._count(state)

    def _is_one_hardly_found(self, state: ViewState) -> bool:
        """Whether any label of any prediction has less than a tenth of Dice; torch is there by then."""
        if len(state.choices) < 2:
            return False
        from segdiff.explore import is_hardly_found

        measured = (self._pipeline.evidences(state.with_label(label)).values() for label in state.choices)
        return any(is_hardly_found(evidence.confusion) for of_label in measured for evidence in of_label)

    def _count(self, state: ViewState) -> None:
        assert state.case is not None
        self._counter.submit(state.case, partial(_joints, state.case, state.threshold))

    def _keep(self, case: Case, joints: Joints) -> None:
        state = self._store.state
        if state.case is case:
            self._case, self._joints = case, joints
            if self._desk is not None:
                self._desk.show_desk(desk_for(state, joints))
            elif not state.labels:
                self._offer(suggestions_for(state, joints))
        self.looked.emit()

    def _offer(self, found: tuple[Suggestion, ...]) -> None:
        if not found:
            return
        message = self._window.message
        sentences = [*([message.text] if message.text and not message.offers else []), *(one.sentence for one in found)]
        choices = found[0].choices
        pair = Offer(
            tr("Pair them"),
            lambda: self._take(choices),
            tr("Compare the labels of this prediction so; Labels… shows it, and Undo takes it back."),
        )
        show = Offer(tr("Labels…"), self.open, tr("See what is in each file, and choose what is compared"))
        self._offered = " ".join(sentences)
        message.show_notice(self._offered, [pair, show] if len(found) == 1 else [show])

    def _take(self, choices: tuple[LabelChoice, ...]) -> None:
        """Compare these labels; what was offered about them is done with."""
        if self._window.message.text == self._offered:
            self._window.message.hide()
        self._store.apply(lambda state: state.with_labels(choices))

    def _joints_of(self, case: Case) -> Joints:
        return self._joints if case is self._case else {}

    def _forget_desk(self) -> None:
        self._desk = None


def desk_for(state: ViewState, joints: Joints) -> Desk:
    """Everything the desk shows of a state."""
    case = state.case
    assert case is not None
    columns = [Column(TRUTH, tr("Ground truth"), label_table(case.truth))] if case.truth else []
    for position, prediction in enumerate(case.predictions):
        rows: tuple[LabelRow, ...] | None = None
        if isinstance(prediction.content, LabelMap):
            rows = label_table(prediction.content)
        elif prediction.name in joints:
            rows = _rows_of(joints[prediction.name], prediction.content.names, case.grid.voxel_ml)
        columns.append(Column(prediction.name, f"{letter_of(position)} · {prediction.name}", rows))
    found = suggestions_for(state, joints)
    return Desk(case.grid.unit, tuple(columns), state.choices, case.label_choices(), found)


def suggestions_for(state: ViewState, joints: Joints) -> tuple[Suggestion, ...]:
    """For each prediction that seems to number its labels otherwise, the evidence and what to compare."""
    if not joints or state.case is None:
        return ()
    from segdiff.explore import renumbering

    suggestions = []
    for position, prediction in enumerate(state.case.predictions):
        joint = joints.get(prediction.name)
        found = renumbering(joint) if joint is not None else None
        if joint is None or found is None:
            continue
        name = f"{letter_of(position)} · {prediction.name}"
        sentence = f"{renumbering_words(found, name, state.case.grid.unit)}."
        choices = found.choices(joint)
        if len(state.case.predictions) > 1:
            choices = _in_one_prediction(prediction.name, choices, state.case)
        if {choice.for_prediction(prediction.name) for choice in choices} - _as_now(state, prediction.name):
            suggestions.append(Suggestion(sentence, choices))
    return tuple(suggestions)


def _as_now(state: ViewState, prediction: str) -> set[LabelChoice]:
    return {choice.for_prediction(prediction) for choice in state.choices}


def _in_one_prediction(prediction: str, found: tuple[LabelChoice, ...], case: Case) -> tuple[LabelChoice, ...]:
    """Every label by its number, but in one prediction as found there; a region found there is one everywhere."""
    new = {choice.truth_values: _only_there(choice, prediction) for choice in found}
    regrouped = {value for values in new if len(values) > 1 for value in values}
    others = [case.truth, *(one.content for one in case.predictions if one.name != prediction)]
    elsewhere = {value for volume in others if volume is not None for value in volume.labels}
    kept = [
        choice
        for choice in case.label_choices()
        if choice.truth_values not in new
        and not regrouped & set(choice.truth_values)
        and elsewhere & set(choice.truth_values)
    ]
    return tuple(sorted((*new.values(), *kept), key=lambda choice: choice.truth_values))


def _only_there(choice: LabelChoice, prediction: str) -> LabelChoice:
    """A pair that holds for one prediction; the others number their labels as the truth does."""
    same = LabelChoice.of(choice.truth_values, choice.truth_values)
    return same.with_values_in(prediction, choice.prediction_values)


def _joints(case: Case, threshold: float, ticket: Ticket) -> dict[str, JointCounts]:
    """In the worker: how labels of the truth and of each prediction meet."""
    from segdiff.evidence import Watch, measure_joint

    watch = Watch(ticket.is_stale)
    return {prediction.name: measure_joint(case, prediction.name, threshold, watch) for prediction in case.predictions}


def _rows_of(joint: JointCounts, names: Mapping[int, str], voxel_ml: float | None) -> tuple[LabelRow, ...]:
    """The table of a probability map, as counted at the threshold."""
    return tuple(
        LabelRow(value, names.get(value, ""), None, count, None if voxel_ml is None else count * voxel_ml)
        for value, count in sorted(joint.prediction.items())
    )
