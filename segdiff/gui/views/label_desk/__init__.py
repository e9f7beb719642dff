"""Which label of a prediction stands for which of the truth: what is in each file, and what is compared."""

from segdiff.gui.views.label_desk.desk import Column, Desk, Suggestion
from segdiff.gui.views.label_desk.dialog import LabelDesk

__all__ = ["Column", "Desk", "LabelDesk", "Suggestion"]
