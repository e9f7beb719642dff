"""What the columns of a table, or the keys of a record, say about a case."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from segdiff.errors import FileProblem
from segdiff.io.lists.model import ListedCase
from segdiff.io.names import case_name
from segdiff.io.request import CaseRequest, PredictionRequest

_NAME, _IMAGE, _TRUTH, _PREDICTION = "name", "image", "truth", "prediction"
_MEANINGS: Final = {
    **dict.fromkeys(("name", "case", "id", "subject"), _NAME),
    **dict.fromkeys(("image", "img"), _IMAGE),
    **dict.fromkeys(("truth", "ground_truth", "ground truth", "gt", "label"), _TRUTH),
    **dict.fromkeys(("prediction", "predictions", "pred"), _PREDICTION),
}
_NAMED: Final = ("prediction_", "prediction ", "pred_")
EXPECTED: Final = "image, truth, and prediction or prediction_NAME"
"""The names of columns, for sentences that say what was expected."""

Field = tuple[str, str]
"""What a column holds, and the name it gives a prediction, if any."""


def field_of(column: str) -> Field | None:
    """What a column holds, by its name; ``None`` for a column that says nothing about files."""
    title = column.strip()
    if title.lower() in _MEANINGS:
        return _MEANINGS[title.lower()], ""
    for start in _NAMED:
        if title.lower().startswith(start) and title[len(start) :].strip():
            return _PREDICTION, title[len(start) :].strip()
    return None


def holds_files(fields: Iterable[Field | None]) -> bool:
    """Whether any column is one of files."""
    return any(field is not None and field[0] != _NAME for field in fields)


def listed_case(values: Mapping[Field, str], folder: Path, place: str) -> ListedCase:
    """The case of one line or record.

    Args:
        values: what each column holds; empty where a case lacks it.
        folder: what paths are relative to.
        place: named when something is wrong.

    Raises:
        FileProblem: no file is named.
    """
    files = {field: folder / Path(value).expanduser() for field, value in values.items() if value and field[0] != _NAME}
    if not files:
        raise FileProblem(f"{place} names no file of a case; {EXPECTED} are expected.")
    predictions = tuple(
        PredictionRequest(path, name=name or _PREDICTION) for (kind, name), path in files.items() if kind == _PREDICTION
    )
    request = CaseRequest(files.get((_IMAGE, "")), files.get((_TRUTH, "")), predictions)
    return ListedCase(values.get((_NAME, "")) or case_name(request), request, place)
