"""A reviewer's verdicts as CSV: a line for each, of all cases that were gone through."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Final

from segdiff.session import Verdicts
from segdiff.session.places import Places

COLUMNS: Final = ("prediction", "prediction_file", "truth_file", "label", "error", "voxel", "decision", "comment")
"""``label``, ``error`` and ``voxel`` say which error region is meant, and are empty for a prediction as a whole; voxels
count from 0, along the axes of :mod:`segdiff.data`. Files are named from the folder of the table."""


def verdicts_csv(verdicts: Verdicts, folder: Path) -> str:
    """The verdicts in the order in which they were first given; lines end in CR LF.

    Args:
        verdicts: of any number of cases.
        folder: where the table will lie.
    """
    places = Places(folder)

    def name(path: Path | None) -> str:
        return places.text_of(path) if path is not None else ""

    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for verdict in verdicts.given:
        subject, region = verdict.subject, verdict.subject.region
        writer.writerow([
            subject.prediction, name(subject.prediction_file), name(subject.truth_file),
            region.label if region else "",
            region.outcome.name.lower().replace("_", " ") if region else "",
            " ".join(map(str, region.voxel)) if region else "",
            verdict.decision.value if verdict.decision else "", verdict.comment,
        ])  # fmt: skip
    return text.getvalue()
