"""torch takes a second to import; nobody waits for it to see the anatomy."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

SCRIPT = """
import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer

from segdiff.gui.app import App
from segdiff.gui.application import make_application
from segdiff.session import WindowRequest

scan, truth, prediction = map(Path, sys.argv[1:])
qt = make_application()
app = App(qt, WindowRequest(scan, truth, (prediction,), size=(1200, 800)))
seen = []


class Watch(QObject):
    def eventFilter(self, watched, event):
        view = app.window.slices.shown_views[0] if app.store.state.case else None
        if event.type() == QEvent.Type.Paint and view and watched is view.viewport() and not seen:
            seen.append(("torch" in sys.modules, "skimage" in sys.modules, view.codes_layer.image is not None))
        return False


watch = Watch()
for view in app.window.slices.views.values():
    view.viewport().installEventFilter(watch)
app.pipeline.idle.connect(qt.quit)
QTimer.singleShot(60_000, lambda: qt.exit(3))
app.window.show()
QTimer.singleShot(0, app.start)
code = qt.exec()
app.shut_down()
print(code, *seen, "torch" in sys.modules)
"""


def test_neither_torch_nor_skimage_is_imported_when_the_slices_are_painted(files: dict[str, Path]) -> None:
    """Image and errors are painted before torch is there; once everything is measured, it is."""
    words = [sys.executable, "-c", SCRIPT, *(str(files[name]) for name in ("scan", "gt", "eager"))]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(words, env=environment, capture_output=True, text=True, timeout=100, check=False)
    assert done.stdout.strip() == "0 (False, False, True) True", done.stderr
