"""Asking a person for files and folders, beginning where some were opened last."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog, QWidget

from segdiff.gui.opening import Role
from segdiff.gui.words import tr
from segdiff.io import readable_suffixes
from segdiff.session import SUFFIX

_FOLDER: Final = "open/folder"
"""The setting that remembers where files were opened last."""


def ask_for_files(parent: QWidget, role: Role) -> list[Path]:
    """Let a person choose files, beginning where files were opened last; empty when nothing was chosen."""
    patterns = " ".join(f"*{suffix}" for suffix in (*readable_suffixes(), SUFFIX))
    named = tr("Images, masks, probability maps and sessions ({patterns})", patterns=patterns)
    listed = f"{named};;{tr('All files (*)')}"
    where = parent, _title_of(role), str(QSettings().value(_FOLDER, "")), listed
    chosen = QFileDialog.getOpenFileNames(*where)[0] if role.takes_several else [QFileDialog.getOpenFileName(*where)[0]]
    files = [Path(file) for file in chosen if file]
    if files:
        QSettings().setValue(_FOLDER, str(files[0].parent))
    return files


def ask_for_folder(parent: QWidget) -> Path | None:
    """Let a person choose a folder; ``None`` when none was chosen."""
    chosen = QFileDialog.getExistingDirectory(parent, tr("Open a folder"), str(QSettings().value(_FOLDER, "")))
    if not chosen:
        return None
    QSettings().setValue(_FOLDER, chosen)
    return Path(chosen)


def _title_of(role: Role) -> str:
    return {
        Role.ANY: tr("Open files"),
        Role.IMAGE: tr("Open an image"),
        Role.TRUTH: tr("Open a ground truth"),
        Role.PREDICTION: tr("Open predictions"),
    }[role]
