"""Which files a person wants to see together, and how."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class ReadAs(StrEnum):
    """What the values of a prediction mean; ``AUTO`` never takes whole numbers for probabilities."""

    AUTO = "auto"
    LABELS = "labels"
    PROBABILITIES = "probabilities"


@dataclass(frozen=True)
class PredictionRequest:
    """One prediction to read.

    Args:
        path: the file.
        name: how it is called in the case; the file's name where there is none.
        read_as: ``PROBABILITIES`` also takes 8-bit and 16-bit maps, as 0 to 255 and 0 to 65535.
    """

    path: Path
    name: str | None = None
    read_as: ReadAs = ReadAs.AUTO


@dataclass(frozen=True)
class CaseRequest:
    """The files of one case.

    Args:
        image: what the segmentations were drawn on.
        truth: the label map taken as true.
        predictions: under test.
        resample: bring files that lie elsewhere in the same world onto the case's grid, with a badge that stays.
        assume_geometry: lay files that do not say where they lie voxel by voxel on the others, with a badge that stays.
        notices: what a person should know about how the files were chosen.
    """

    image: Path | None = None
    truth: Path | None = None
    predictions: tuple[PredictionRequest, ...] = ()
    resample: bool = False
    assume_geometry: bool = False
    notices: tuple[str, ...] = ()
