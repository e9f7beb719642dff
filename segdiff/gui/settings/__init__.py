"""The settings dialog: how the window looks and speaks, the keys and the mouse, and where numbers are made.

Lines of plain choices are built from the rows of :mod:`segdiff.gui.preferences`; to add one, add a row there.
"""

from segdiff.gui.settings.dialog import SettingsDialog

__all__ = ["SettingsDialog"]
