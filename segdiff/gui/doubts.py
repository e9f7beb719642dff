"""What to doubt about probabilities before believing any number: said once for a case, over the picture."""

from __future__ import annotations

from segdiff.data import Case
from segdiff.gui.numbers import letter_of
from segdiff.gui.pipeline import Pipeline
from segdiff.gui.store import Store
from segdiff.gui.window import Window
from segdiff.gui.words import one_after_another, shown, tr


class Doubts:
    """Looks at what was measured of the label on screen.

    Args:
        window: says it.
        store: knows the case and the label.
        pipeline: keeps what was measured.
    """

    def __init__(self, window: Window, store: Store, pipeline: Pipeline) -> None:
        self._window = window
        self._store = store
        self._pipeline = pipeline
        self._seen: Case | None = None

    def look(self) -> None:
        """Once all is measured; each case is looked at once."""
        state = self._store.state
        if state.case is None or state.case is self._seen or state.label is None or not self._pipeline.is_idle:
            return
        self._seen = state.case
        sentences = []
        measured = self._pipeline.evidences(state)
        for position, prediction in enumerate(state.case.predictions):
            if prediction.name in measured and prediction.is_probabilistic:
                from segdiff.losses import activation_doubts

                name = f"{letter_of(position)} · {prediction.name}"
                doubts = activation_doubts(measured[prediction.name])
                sentences += [tr("{name}: {doubt}", name=name, doubt=shown(doubt)) for doubt in doubts]
        message = self._window.message
        if sentences and not message.offers:
            message.show_notice(one_after_another([message.text, *sentences]))
