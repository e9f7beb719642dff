"""Help in the program: the keys, what the numbers mean, and what segdiff is."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QScrollArea, QVBoxLayout, QWidget

from segdiff.about import components, this_build
from segdiff.gui import theme
from segdiff.gui.dialog_size import resize_within_screen
from segdiff.gui.key_tips import written
from segdiff.gui.keys import key_table
from segdiff.gui.licences import Licences
from segdiff.gui.mouse import chosen_preset, mouse_table
from segdiff.gui.words import tr


class Help(QDialog):
    """Keys at the top, the sense of the window below, the research-use line at the end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("segdiff: keys and help"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        resize_within_screen(self, 640, 640)
        text = QLabel(_html())
        text.setWordWrap(True)
        text.setContentsMargins(20, 16, 20, 16)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setProperty("role", "panel")
        area.setWidget(text)
        text.setProperty("role", "panel")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        if listed := components():
            licences = buttons.addButton(tr("Licences…"), QDialogButtonBox.ButtonRole.HelpRole)
            licences.clicked.connect(lambda: Licences(listed, self).open())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.PADDING)
        column.addWidget(area, 1)
        column.addWidget(buttons)
        buttons.setContentsMargins(0, 0, theme.PADDING, 0)


def _html() -> str:
    palette = theme.current()
    keys = [*mouse_table(chosen_preset()), *((_names(key.keys), key.meaning) for key in key_table() if key.keys)]
    rows = "".join(
        f"<tr><td style='padding: 3px 18px 3px 0px; color: {palette.secondary}'>{escape(hand)}</td>"
        f"<td style='padding: 3px 0px'>{escape(does)}</td></tr>"
        for hand, does in keys
    )
    about = tr(
        "segdiff {build}, MIT licence. For research and education, not for diagnosis. Nothing leaves this computer: "
        "segdiff opens no network connection. The window is made with Qt (PySide6) and pyqtgraph, the numbers with "
        "PyTorch and NumPy. Qt and PySide6 are used under the LGPL 3 as libraries in files of their own, which you may "
        "replace; their sources are at download.qt.io.",
        build=escape(this_build().in_words),
    )
    return (
        f"<h3>{tr('What you see')}</h3>"
        + "".join(f"<p>{paragraph}</p>" for paragraph in _sense(palette))
        + f"<h3>{tr('Keys and mouse')}</h3><table>{rows}</table><h3>{tr('About')}</h3><p>{about}</p>"
    )


def _sense(palette: theme.Palette) -> tuple[str, ...]:
    """What the window shows, a paragraph each; ``{fp}`` and the like begin words in a colour, ``{end}`` ends them."""
    return (
        tr(
            "{fp}False positives{end} were invented by the prediction, {fn}false negatives{end} were missed by it, "
            "{tp}true positives{end} were found. α is what one false positive costs and β what one miss costs; the "
            "Tversky index is TP / (TP + α·FP + β·FN). As you move them, the colours follow: what costs more is shown "
            "more strongly.",
            fp=f"<b style='color:{palette.fp}'>",
            fn=f"<b style='color:{palette.fn}'>",
            tp=f"<b style='color:{palette.tp}'>",
            end="</b>",
        ),
        tr(
            "Only the ratio of the two costs decides which of two predictions is ahead. α&nbsp;=&nbsp;β&nbsp;=&nbsp;½ "
            "is Dice, α&nbsp;=&nbsp;β&nbsp;=&nbsp;1 is IoU."
        ),
        tr(
            "Losses are computed from probabilities as they are, metrics from the mask at the threshold. A dash means "
            "that a number is not defined here, a star that 0/0 was counted by a rule; rest the pointer on it for the "
            "reason."
        ),
        tr(
            'Frameworks write the same loss in different ways. The list beside "Scores" shows the losses as one of '
            'them returns them, under its own symbols; "compare" shows one loss in all of them, says why the numbers '
            "differ, and sets the sliders from the parameters that you use elsewhere."
        ),
    )


def _names(keys: tuple[str, ...]) -> str:
    """Keys as they are written on this system's keyboards."""
    return tr(" or ").join(map(written, keys))
