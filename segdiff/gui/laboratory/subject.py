"""What the laboratory looks at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from segdiff.gui.numbers import letter_of
from segdiff.gui.pipeline import Pipeline
from segdiff.session import ViewState

if TYPE_CHECKING:
    from segdiff.evidence import Evidence


@dataclass(frozen=True, eq=False)
class Subject:
    """A state with what has been measured of it.

    Args:
        state: on screen.
        measured: Evidence at the threshold of each prediction that has been measured, by name.
        letters: what each prediction is called for short.
    """

    state: ViewState
    measured: Mapping[str, Evidence]
    letters: Mapping[str, str]

    @classmethod
    def of(cls, state: ViewState, pipeline: Pipeline) -> Subject:
        """What the pipeline knows of a state."""
        predictions = state.case.predictions if state.case else ()
        letters = {prediction.name: letter_of(position) for position, prediction in enumerate(predictions)}
        return cls(state, pipeline.evidences(state), letters)

    @property
    def chosen(self) -> Evidence | None:
        """Evidence of the prediction looked at."""
        return self.measured.get(self.state.prediction or "")

    @property
    def letter(self) -> str:
        """Of the prediction looked at."""
        return self.letters.get(self.state.prediction or "", "")

    def in_order(self) -> list[tuple[str, Evidence]]:
        """Letters and evidence, the prediction looked at last, so that its lines lie on top."""
        names = [name for name in self.measured if name != self.state.prediction]
        last = [self.state.prediction] if self.state.prediction in self.measured else []
        return [(self.letters[name], self.measured[name]) for name in [*names, *last] if name is not None]

    @property
    def slice_index(self) -> int:
        """The axial slice looked at; 0 for a picture."""
        case, cursor = self.state.case, self.state.cursor
        return cursor[0] if case is not None and case.grid.is_volume and cursor else 0
