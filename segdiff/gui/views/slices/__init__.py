"""The slices of a case, side by side, with the errors laid over them.

:class:`~segdiff.gui.views.slices.grid.SliceGrid` arranges one :class:`~segdiff.gui.views.slices.view.SliceView` per
plane. A SliceView knows the case: it turns a state into arrays by way of :mod:`segdiff.render`, and what hands do into
wishes. What is drawn, and where on the screen, is the business of the canvas beneath it
(:mod:`~segdiff.gui.views.slices.canvas`, with its :mod:`~segdiff.gui.views.slices.camera`); what hands do is told by
:mod:`~segdiff.gui.views.slices.hands`.
"""

from segdiff.gui.views.slices.grid import SliceGrid
from segdiff.gui.views.slices.view import SliceView

__all__ = ["SliceGrid", "SliceView"]
