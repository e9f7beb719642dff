"""Reading all files of a case onto one grid."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from segdiff.data import Activation, Case, Geometry, Image, LabelMap, Prediction
from segdiff.errors import SegdiffError
from segdiff.io.agreement import agreed, label_map
from segdiff.io.colours import colour_coded
from segdiff.io.content import Content
from segdiff.io.label_names import LabelNames, names_beside, read_label_names
from segdiff.io.layout import laid_out
from segdiff.io.names import case_name, prediction_names
from segdiff.io.opening import open_content
from segdiff.io.outlines import drawn
from segdiff.io.pictures import as_grey, as_shown, image, one_volume
from segdiff.io.placing import Reference, placed
from segdiff.io.probability_maps import probability_map
from segdiff.io.request import CaseRequest, PredictionRequest, ReadAs
from segdiff.io.values import as_truth, labels_or_probabilities
from segdiff.io.watch import Watch


def read_case(
    request: CaseRequest,
    *,
    progress: Callable[[str, float], None] | None = None,
    is_stale: Callable[[], bool] | None = None,
) -> Case:
    """Read every file of a request, bring them onto one grid, and make their labels agree.

    Args:
        request: the files, and whether resampling or assuming geometry is allowed.
        progress: told what is being read and the share that is done, from 0 to 1.
        is_stale: asked between files and between parts of large ones; once it says yes, reading ends.

    Raises:
        FileProblem: a file cannot be read as what it was given for.
        GeometryMismatch: a file lies elsewhere, and nothing in the request allows to change that.
        Cancelled: ``is_stale`` said yes.
    """
    paths = [path for path in (request.truth, request.image) if path is not None]
    paths += [prediction.path for prediction in request.predictions]
    if not paths:
        raise SegdiffError("A case needs at least one file: an image, a ground truth or a prediction.")
    opener = _Opener(len(paths), Watch(progress, is_stale))
    truth = opener.open(request.truth) if request.truth else None
    shown = opener.open(request.image) if request.image else None
    ahead = _opened_for_their_grid(opener, [truth, shown], request)
    reference = Reference.among([content for content in (truth, shown, *ahead) if content is not None])
    truth_draft, truth_geometry, cut = _truth(truth, reference, request) if truth else (None, Geometry.IDENTICAL, None)
    case_image, image_geometry = _image(shown, reference, request) if shown else (None, Geometry.IDENTICAL)
    truth = shown = None  # what was read and is no longer needed may go before the predictions come
    drafts = []
    for wish in request.predictions:
        content = ahead.pop(0) if ahead else opener.open(wish.path)
        drafts.append(_draft(content, wish, reference, request))
    names = prediction_names(request.predictions)
    case_truth, predictions = _with_agreed_labels(truth_draft, drafts, names, request.labels)
    volumes = [case_truth, case_image, *(prediction.content for prediction in predictions)]
    opener.watch.report("Done", 1.0)
    return Case(
        name=case_name(request),
        image=case_image,
        truth=case_truth,
        predictions=predictions,
        notices=(
            *request.notices,
            *reference.notices,
            *(each for volume in volumes if volume for each in volume.notices),
        ),
        truth_geometry=truth_geometry,
        image_geometry=image_geometry,
        truth_cut=cut,
    )


class _Opener:
    """Opens one file after another and knows how many are still to come."""

    def __init__(self, files: int, watch: Watch) -> None:
        self.watch = watch
        self._files = files
        self._opened = 0

    def open(self, path: Path) -> Content:
        start, stop = self._opened / self._files, (self._opened + 1) / self._files
        self.watch.report(f"Reading {path.name}", start)
        self._opened += 1
        return open_content(path, self.watch.part(f"Reading {path.name}", start, stop))


def _opened_for_their_grid(opener: _Opener, others: list[Content | None], request: CaseRequest) -> list[Content]:
    """As many predictions, from the first on, as must be opened before anything gives the grid of the case."""
    opened: list[Content] = []
    while len(opened) < len(request.predictions):
        if any(content is not None and content.gives_grid for content in (*others, *opened)):
            break
        opened.append(opener.open(request.predictions[len(opened)].path))
    return opened


@dataclass(frozen=True, eq=False)
class _Draft:
    """A file on the grid of the case, whose labels may still have to be numbered like those of the others."""

    content: Content
    geometry: Geometry
    is_soft: bool
    wish: PredictionRequest

    @property
    def activation(self) -> Activation:
        """What made probabilities of the file's values."""
        return self.wish.activation or Activation.NONE if self.is_soft else Activation.NONE


def _truth(content: Content, reference: Reference, request: CaseRequest) -> tuple[LabelMap, Geometry, float | None]:
    """The truth, how it came onto the grid of the case, and the share at which a soft one was cut."""
    content = drawn(content, reference.grid, reference.name)
    labels, cut = as_truth(laid_out(colour_coded(content), reference.grid), request.threshold_truth)
    on_grid, geometry = placed(labels, reference, request, linear=False)
    return _named_map(on_grid, request.labels), geometry, cut


def _image(content: Content, reference: Reference, request: CaseRequest) -> tuple[Image, Geometry]:
    """The image, and how it came onto the grid of the case."""
    content = drawn(content, reference.grid, reference.name)
    seen = one_volume(laid_out(as_shown(content), reference.grid))
    on_grid, geometry = placed(seen, reference, request, linear=True)
    return image(on_grid), geometry


def _draft(content: Content, wish: PredictionRequest, reference: Reference, request: CaseRequest) -> _Draft:
    content = drawn(content, reference.grid, reference.name)
    plain = as_grey(content) if wish.read_as is ReadAs.PROBABILITIES else colour_coded(content)
    plain = laid_out(plain, reference.grid)
    read_as = ReadAs.PROBABILITIES if wish.channels and plain.channels is not None else wish.read_as
    values, is_soft = labels_or_probabilities(plain, read_as, wish.activation)
    if wish.channels and not is_soft:
        values = values.noting(f"{content.name} holds labels, so what was said of its channels changes nothing.")
    return _Draft(*placed(values, reference, request, linear=is_soft), is_soft, wish)


def _with_agreed_labels(
    truth: LabelMap | None, drafts: Sequence[_Draft], names: Sequence[str], labels: Path | None
) -> tuple[LabelMap | None, tuple[Prediction, ...]]:
    """Truth and predictions whose equal numbers mean equal labels."""
    hard = [_named_map(draft.content, labels) for draft in drafts if not draft.is_soft]
    maps = iter(agreed([truth, *hard] if truth else hard))
    truth = next(maps) if truth else None
    contents = [
        probability_map(draft.content, truth, draft.wish.channels, _names_for(draft.content, labels)[1].names)
        if draft.is_soft
        else next(maps)
        for draft in drafts
    ]
    return truth, tuple(
        Prediction(name, content, draft.geometry, draft.activation)
        for name, content, draft in zip(names, contents, drafts, strict=True)
    )


def _named_map(content: Content, labels: Path | None) -> LabelMap:
    """Whole numbers as labels, with the names of a table, and a notice that says which."""
    table, named = _names_for(content, labels)
    if table is not None and labels is None:
        content = content.noting(f"Labels of {content.name} are called as {table.name} beside it says.")
    return label_map(content, named)


def _names_for(content: Content, labels: Path | None) -> tuple[Path | None, LabelNames]:
    """The table of names that was asked for, else the one that lies beside the file."""
    if labels is not None:
        return labels, read_label_names(labels)
    return names_beside(content.path) or (None, LabelNames())
