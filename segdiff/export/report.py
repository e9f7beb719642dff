"""One page about a case: what it looks like, what the scores are and mean, and all it takes to compute them again.

The page is HTML that stands on its own, plain enough for Qt to print it. Nothing from a header goes into it. Names of
files often say who somebody is, so unless they are wanted files go by their role and by their SHA-256.
"""

from __future__ import annotations

import base64
import io
import platform
from collections.abc import Iterator
from html import escape
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from segdiff.about import this_build
from segdiff.export.figures import count, decimals, short, times
from segdiff.export.meaning import label_title, reason_of
from segdiff.export.results import Results
from segdiff.io import sha256_of
from segdiff.registry import Kind, Scope
from segdiff.render import still_picture
from segdiff.session import ViewState

if TYPE_CHECKING:
    from segdiff.evaluate import LabelReport, ScoreValue

PICTURE: Final = (1400, 560)
"""Width and height of the picture in it, in pixels."""

_KINDS: Final = {
    Kind.METRIC: "Metrics, higher is better",
    Kind.SURFACE: "Surfaces",
    Kind.LESION: "Lesions, higher is better",
    Kind.VOLUME: "Volumes in ml",
    Kind.LOSS: "Losses, lower is better",
}
_COUNTS: Final = ("Found (TP)", "Invented (FP)", "Missed (FN)")
_STYLE: Final = """
body { font-family: sans-serif; font-size: 12px; color: #1b1f24; background: #ffffff; }
body { margin: 0; max-width: 1000px; }
h1 { font-size: 18px; } h2 { font-size: 13px; margin: 14px 0 4px 0; }
table { border-collapse: collapse; width: 100%; }
td, th { padding: 1px 10px 1px 0; text-align: left; vertical-align: top; }
.number { text-align: right; } .name { white-space: nowrap; }
.quiet { color: #5b6670; } .hash { font-family: monospace; font-size: 10px; }
img { max-width: 100%; }
@page { size: A4; margin: 12mm; }
"""


def report_html(results: Results, view: ViewState, *, with_names: bool = False) -> str:
    """The page.

    Args:
        results: the scores.
        view: what the picture shows; the scores are those of its label, or of the first.
        with_names: call files by their names.
    """
    return _Page(results, view, with_names).html()


class _Page:
    def __init__(self, results: Results, view: ViewState, with_names: bool) -> None:
        self._results, self._view, self._with_names = results, view, with_names
        self._case = results.report.case
        self._columns = results.report.predictions
        self._letters = [chr(ord("A") + place % 26) for place in range(len(self._columns))]
        labels = [row.label for column in self._columns for row in column.labels]
        self._label = view.label if view.label in labels else labels[0]

    def html(self) -> str:
        name = f" of {escape(self._case.name)}" if self._with_names else ""
        parts = [
            '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">',
            f"<title>Comparison{name}</title><style>{_STYLE}</style></head><body>",
            f"<h1>Segmentations{name} held against a ground truth</h1>",
            self._picture(),
            f"<h2>{escape(label_title(self._label, self._case.truth))}</h2>{_table(self._scores())}",
            self._every_label(),
            f"<h2>Files</h2>{_table(self._files())}",
            self._verdicts(),
            f"<h2>Settings</h2><p>{self._settings()}</p>",
            f'<p class="quiet">{self._made_with()}</p></body></html>\n',
        ]
        return "\n".join(filter(None, parts))

    def _picture(self) -> str:
        from PIL import Image

        packed = io.BytesIO()
        Image.fromarray(still_picture(self._view, PICTURE, is_named=False)).save(packed, format="PNG")
        data = base64.b64encode(packed.getvalue()).decode("ascii")
        shown = self._letter_of(self._view.prediction)
        words = f"Prediction {shown} over the image" if shown else "The image"
        return f'<img src="data:image/png;base64,{data}" width="960" alt="{words}"><p class="quiet">{words}.</p>'

    def _letter_of(self, prediction: str | None) -> str:
        names = [column.prediction.name for column in self._columns]
        return self._letters[names.index(prediction)] if prediction in names else ""

    def _scores(self) -> Iterator[list[str]]:
        found = [next((row for row in column.labels if row.label == self._label), None) for column in self._columns]
        yield _head(["", *self._letters, "Definition"])
        unit = f"{self._case.grid.unit}s"
        for place, title in enumerate(_COUNTS):
            figures = [count(row.evidence.confusion.counts[place]) if row else "—" for row in found]
            yield [_cell(title, "name"), *map(_number, figures), _cell(unit, "quiet")]
        for kind, heading in _KINDS.items():
            scores = [one for one in self._results.scores if one.kind is kind and one.scope is Scope.LABEL]
            if scores:
                yield [f'<td colspan="{len(found) + 2}"><b>{heading}</b></td>']
            for score in scores:
                values = [_value(row, score.id, 2 if kind is Kind.VOLUME else 4) for row in found]
                yield [
                    _cell(score.title, "name"),
                    *map(_number, values),
                    _cell(self._definition(score, found), "quiet"),
                ]
        together = [one for one in self._results.scores if one.scope is Scope.OVERALL]
        if together:
            yield [f'<td colspan="{len(found) + 2}"><b>Losses of all labels and the background together</b></td>']
        for score in together:
            figures = [decimals(column.overall[score.id].number, 4) for column in self._columns]
            yield [_cell(score.title, "name"), *map(_number, figures), _cell(score.formula, "quiet")]

    def _definition(self, score: Any, found: list[LabelReport | None]) -> str:
        """Its formula, and why there is no number where there is none."""
        values: list[ScoreValue] = [row.scores[score.id] for row in found if row]
        reasons = dict.fromkeys(reason_of(value) or value.by_rule for value in values)
        return "; ".join(filter(None, (score.formula or score.definition, *reasons)))

    def _every_label(self) -> str:
        """Dice of each label, where there are several."""
        labels = list(dict.fromkeys(row.label for column in self._columns for row in column.labels))
        if len(labels) == 1 or "dice" not in {score.id for score in self._results.scores}:
            return ""
        rows = [_head(["Dice of every label", *self._letters])]
        for label in labels:
            found = [next((row for row in column.labels if row.label == label), None) for column in self._columns]
            values = [_value(row, "dice", 4) for row in found]
            rows.append([_cell(label_title(label, self._case.truth)), *map(_number, values)])
        return _table(iter(rows))

    def _files(self) -> Iterator[list[str]]:
        yield _head(["", "SHA-256", "Geometry"])
        case = self._case
        grid = case.grid
        size = times(grid.shape) + (f" voxels of {times(grid.spacing_mm)} mm" if grid.spacing_mm else " pixels")
        if case.image:
            yield self._file("Image", case.image.path, case.image_geometry.value)
        if case.truth:
            yield self._file("Ground truth", case.truth.path, f"{size}, {case.truth_geometry.value}")
        for letter, column in zip(self._letters, self._columns, strict=True):
            prediction = column.prediction
            cut = "" if column.threshold is None else f", probabilities cut at {short(column.threshold)}"
            yield self._file(f"Prediction {letter}", prediction.content.path, f"{prediction.geometry.value}{cut}")

    def _file(self, role: str, path: Path | None, geometry: str) -> list[str]:
        title = f"{role}: {path.name}" if path and self._with_names else role
        return [_cell(title), _cell(sha256_of(path) if path else "synthetic", "hash"), _cell(geometry)]

    def _verdicts(self) -> str:
        rows = [_head(["Verdict", "", "Comment"])]
        for letter, column in zip(self._letters, self._columns, strict=True):
            for verdict in self._results.verdicts_on(column.prediction.name):
                region = verdict.subject.region
                place = f", region at {' '.join(map(str, region.voxel))}" if region else ""
                decision = verdict.decision.value if verdict.decision else ""
                rows.append([_cell(f"Prediction {letter}{place}"), _cell(decision), _cell(verdict.comment)])
        return _table(iter(rows)) if len(rows) > 1 else ""

    def _settings(self) -> str:
        values = [f"{name} {_plain(value)}" for name, value in self._results.parameters.items()]
        convention = f"losses as in {self._results.convention}"
        return escape("; ".join([convention, *values]))

    def _made_with(self) -> str:
        libraries = ", ".join(f"{name} {version(name)}" for name in ("torch", "numpy"))
        device = self._results.report.device.kind
        return escape(
            f"segdiff {this_build().in_words}, Python {platform.python_version()}, {libraries}, on {device}. "
            "For research and education, not for diagnosis."
        )


def _value(row: LabelReport | None, score: str, digits: int) -> str:
    return decimals(row.scores[score].number, digits) if row else "—"


def _plain(value: Any) -> str:
    return short(value) if isinstance(value, int | float) else str(value)


def _table(rows: Iterator[list[str]]) -> str:
    return "<table>" + "".join(f"<tr>{''.join(row)}</tr>" for row in rows) + "</table>"


def _head(titles: list[str]) -> list[str]:
    return [f"<th>{escape(title)}</th>" if len(title) != 1 else f'<th class="number">{title}</th>' for title in titles]


def _cell(text: str, kind: str = "") -> str:
    return f'<td class="{kind}">{escape(text)}</td>' if kind else f"<td>{escape(text)}</td>"


def _number(text: str) -> str:
    return f'<td class="number" align="right">{escape(text)}</td>'
