"""A row for each loss and metric, a column for each prediction.

:class:`~segdiff.gui.views.score_table.table.ScoreTable` is the view; :mod:`~segdiff.gui.views.score_table.sheet` says
what each cell holds.
"""

from segdiff.gui.views.score_table.sheet import Sheet
from segdiff.gui.views.score_table.table import ScoreTable

__all__ = ["ScoreTable", "Sheet"]
