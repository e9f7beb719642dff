"""The window. Qt lives here and nowhere else.

:mod:`~segdiff.gui.store` holds one :class:`~segdiff.session.ViewState` and says when it changes.
:mod:`~segdiff.gui.pipeline` reads files and measures Comparisons in two workers, each newest-first
(:mod:`~segdiff.gui.latest`). Views show a state and emit wishes; they know neither. :mod:`~segdiff.gui.answers` says
in them what follows from Evidence. :mod:`~segdiff.gui.window` gives the views their places, and
:mod:`~segdiff.gui.app` alone wires wishes to the store and answers to the views.
"""
