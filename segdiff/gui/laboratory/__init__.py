"""The laboratory's tabs, filled: what costs, threshold and imbalance would change, from what has been measured."""

from segdiff.gui.laboratory.desk import Laboratory

__all__ = ["Laboratory"]
