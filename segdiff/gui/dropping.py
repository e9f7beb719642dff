"""Files held over the window and let go: what that would do is said before it is done, and what it cannot do, too."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from segdiff.gui.opener import Opener
from segdiff.gui.opening import Role
from segdiff.gui.window import Window
from segdiff.gui.words import tr
from segdiff.session import is_session


class Dropping:
    """Opens what is dropped as what the place says: a row of the case panel is a role, anywhere else is any.

    Args:
        window: where files are held and let go.
        opener: opens them.
    """

    def __init__(self, window: Window, opener: Opener) -> None:
        self._window = window
        self._opener = opener
        for role, held, dropped in (
            (Role.ANY, window.files_held, window.files_dropped),
            (Role.IMAGE, window.case.image_held, window.case.image_dropped),
            (Role.TRUTH, window.case.truth_held, window.case.truth_dropped),
            (Role.PREDICTION, window.case.predictions_held, window.case.predictions_dropped),
        ):
            held.connect(partial(self._hint, role))
            dropped.connect(partial(self._open, role))

    def _hint(self, role: Role, paths: Sequence[Path] | None) -> None:
        if paths is None:
            self._window.hint.show_words("")
        else:
            self._window.hint.show_words(refusal_of(role, paths) or _promise(role, paths))

    def _open(self, role: Role, paths: Sequence[Path]) -> None:
        if refusal := refusal_of(role, paths):
            self._window.message.show_problem(tr("Not opened"), refusal)
        else:
            self._opener.add(role, paths)


def refusal_of(role: Role, paths: Sequence[Path]) -> str:
    """Why these cannot be opened as this, in a sentence; empty where they may."""
    if not paths:
        return tr("Only files and folders of this computer can be dropped here; save it as a file first.")
    if role.takes_several or len(paths) == 1:
        return ""
    if role is Role.IMAGE:
        return tr("The image is one file, and these are {count}; drop that one alone.", count=len(paths))
    return tr("The ground truth is one file, and these are {count}; drop that one alone.", count=len(paths))


def _promise(role: Role, paths: Sequence[Path]) -> str:
    """What letting go would do."""
    if any(map(is_session, paths)):
        return tr("Let go to open {file} as it was saved", file=next(filter(is_session, paths)).name)
    if role is Role.ANY and len(paths) > 1:
        return tr("Let go to open {count} files; names and contents tell what each is for", count=len(paths))
    if role is Role.PREDICTION and len(paths) > 1:
        return tr("Let go to add {count} predictions", count=len(paths))
    promises = {
        Role.ANY: tr("Let go to open {file}; over a row of the case panel it takes that role", file=paths[0].name),
        Role.IMAGE: tr("Let go to open {file} as the image", file=paths[0].name),
        Role.TRUTH: tr("Let go to open {file} as the ground truth", file=paths[0].name),
        Role.PREDICTION: tr("Let go to add {file} as a prediction", file=paths[0].name),
    }
    return promises[role]
