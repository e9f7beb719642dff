"""Which files a person wants to see together, and how."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import StrEnum
from pathlib import Path

from segdiff.data import Activation


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
        activation: what makes probabilities of its values; ``None`` asks where they cannot be probabilities.
        channels: the label of each channel, by value or by name; empty asks where their sum does not tell.
    """

    path: Path
    name: str | None = None
    read_as: ReadAs = ReadAs.AUTO
    activation: Activation | None = None
    channels: tuple[str, ...] = ()


@dataclass(frozen=True)
class CaseRequest:
    """The files of one case.

    Args:
        image: what the segmentations were drawn on.
        truth: the label map taken as true.
        predictions: under test.
        resample: bring files that lie elsewhere in the same world onto the case's grid, with a badge that stays.
        assume_geometry: lay files that do not say where they lie voxel by voxel on the others, with a badge that stays.
        threshold_truth: take a truth of shares for a mask, from this share on; ``None`` asks.
        labels: a file that names labels, for all files of the case (:mod:`segdiff.io.label_names`).
        notices: what a person should know about how the files were chosen.
    """

    image: Path | None = None
    truth: Path | None = None
    predictions: tuple[PredictionRequest, ...] = ()
    resample: bool = False
    assume_geometry: bool = False
    threshold_truth: float | None = None
    labels: Path | None = None
    notices: tuple[str, ...] = ()

    @property
    def files(self) -> tuple[Path, ...]:
        """Every file it names, each once."""
        return tuple(dict.fromkeys(_paths_in(self)))

    def without(self, path: Path) -> CaseRequest:
        """The same less a file."""
        return replace(
            self,
            image=None if self.image == path else self.image,
            truth=None if self.truth == path else self.truth,
            labels=None if self.labels == path else self.labels,
            predictions=tuple(one for one in self.predictions if one.path != path),
        )

    def with_prediction_read(
        self, path: Path, *, activation: Activation | None = None, channels: tuple[str, ...] = ()
    ) -> CaseRequest:
        """The same, one prediction read through an activation or with labels for its channels."""
        return replace(
            self,
            predictions=tuple(
                replace(one, activation=activation or one.activation, channels=channels or one.channels)
                if one.path == path
                else one
                for one in self.predictions
            ),
        )


def _paths_in(value: object) -> Iterator[Path]:
    """Every path in a request, whatever its fields are called."""
    if isinstance(value, Path):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _paths_in(item)
    elif is_dataclass(value):
        yield from _paths_in(tuple(getattr(value, field.name) for field in fields(value)))
