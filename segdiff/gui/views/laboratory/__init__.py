"""Tabs in which costs, threshold and imbalance are tried out: what they would change, seen on the case on screen."""

from segdiff.gui.views.laboratory.gradient_tab import GradientSheet, GradientTab
from segdiff.gui.views.laboratory.imbalance_tab import ImbalanceSheet, ImbalanceTab
from segdiff.gui.views.laboratory.rivals_tab import RivalRow, RivalsSheet, RivalsTab
from segdiff.gui.views.laboratory.threshold_tab import CutSheet, PaperSheet, ThresholdTab, TrustSheet
from segdiff.gui.views.laboratory.training_tab import Lesson, TrainingSheet, TrainingTab

__all__ = [
    "CutSheet",
    "GradientSheet",
    "GradientTab",
    "ImbalanceSheet",
    "ImbalanceTab",
    "Lesson",
    "PaperSheet",
    "RivalRow",
    "RivalsSheet",
    "RivalsTab",
    "ThresholdTab",
    "TrainingSheet",
    "TrainingTab",
    "TrustSheet",
]
