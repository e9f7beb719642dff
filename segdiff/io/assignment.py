"""Who plays which role: the files of a case as rows that a person corrects."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from segdiff.io.names import Role, prediction_names
from segdiff.io.request import CaseRequest, PredictionRequest


@dataclass(frozen=True)
class Assigned:
    """A file and its role.

    Args:
        path: the file.
        role: ``None`` where it is left out.
        name: what the prediction is called; kept while the file has another role.
        read: how the prediction is to be read.
    """

    path: Path
    role: Role | None
    name: str = ""
    read: PredictionRequest | None = None


def assigned(request: CaseRequest, left_out: Iterable[Path] = ()) -> tuple[Assigned, ...]:
    """The files of a request in their roles, then those that play none."""
    rows = [Assigned(path, role) for path, role in ((request.image, Role.IMAGE), (request.truth, Role.TRUTH)) if path]
    names = prediction_names(request.predictions)
    rows += [
        Assigned(one.path, Role.PREDICTION, name, one) for one, name in zip(request.predictions, names, strict=True)
    ]
    known = {row.path for row in rows}
    return (*rows, *(Assigned(path, None) for path in dict.fromkeys(left_out) if path not in known))


def reassigned(rows: Sequence[Assigned], place: int, role: Role | None) -> tuple[Assigned, ...]:
    """The rows with another role for one of them.

    There is one image and one truth: the file that had the role takes the other's, so that two files change places.
    """
    before = rows[place].role
    is_alone = role in (Role.IMAGE, Role.TRUTH)
    return tuple(
        replace(row, role=role)
        if number == place
        else replace(row, role=before)
        if is_alone and row.role is role
        else row
        for number, row in enumerate(rows)
    )


def renamed(rows: Sequence[Assigned], place: int, name: str) -> tuple[Assigned, ...]:
    """The rows with another name for one of them."""
    return tuple(replace(row, name=name.strip()) if number == place else row for number, row in enumerate(rows))


def requested(rows: Sequence[Assigned], request: CaseRequest) -> CaseRequest:
    """A request for the files in the roles of the rows; what else it says stays."""
    images, truths = ([row.path for row in rows if row.role is role] for role in (Role.IMAGE, Role.TRUTH))
    tested = [row for row in rows if row.role is Role.PREDICTION]
    usual = prediction_names([PredictionRequest(row.path) for row in tested])
    predictions = (
        replace(row.read or PredictionRequest(row.path), name=row.name if row.name not in ("", name) else None)
        for row, name in zip(tested, usual, strict=True)
    )
    return replace(
        request,
        image=images[0] if images else None,
        truth=truths[0] if truths else None,
        predictions=tuple(predictions),
        notices=(),
    )
