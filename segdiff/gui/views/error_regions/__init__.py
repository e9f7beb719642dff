"""A row for each error region, ranked by what fixing it would gain.

:class:`~segdiff.gui.views.error_regions.tab.ErrorRegionsTab` is the view, :mod:`~segdiff.gui.views.error_regions.rows`
what Qt asks of a row, and :mod:`~segdiff.gui.views.error_regions.words` how a region is called.
"""

from segdiff.gui.views.error_regions.rows import Ranking
from segdiff.gui.views.error_regions.tab import ErrorRegionsTab

__all__ = ["ErrorRegionsTab", "Ranking"]
