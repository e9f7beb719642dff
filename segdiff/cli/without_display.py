"""The window's main job where there is no display: scores as a table and the overlay as a picture."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

import numpy as np

from segdiff.cli.destination import check_destination
from segdiff.cli.endings import DONE
from segdiff.cli.from_session import case_of, session_given
from segdiff.cli.measuring import measure_case, tell_notices
from segdiff.cli.progress import Progress
from segdiff.cli.results.table import table_text
from segdiff.cli.streams import print_results, stdout_encoding
from segdiff.data import Case
from segdiff.errors import SegdiffError
from segdiff.export.results import Choices
from segdiff.io import AsChosen, CaseRequest, PredictionRequest, ReadAs, cases_in_folder, guess_roles, is_case_list
from segdiff.session import ViewState, WindowRequest

_NOTHING_TO_SCORE: Final = (
    "There is no display to open a window on, and without a ground truth and a prediction there is nothing to score."
)


def show_files(request: WindowRequest) -> int:
    """Score the files of a request and write their overlay beside where the command was given.

    Raises:
        SegdiffError: truth or prediction is missing, or something is wrong with a file.
    """
    session = session_given(request.session, even_if_changed=request.even_if_changed)
    wanted = session.request if session else _case_request(_of_one_case(request))
    is_demo = session is not None and session.is_demo
    if not is_demo and (wanted.truth is None or not wanted.predictions):
        raise SegdiffError(_NOTHING_TO_SCORE)
    with Progress() as progress:
        case = case_of(wanted, session, progress.show)
        if session:
            request = replace(request, view=session.view_of(case))
        return _show(case, request, progress, Path(f"{case.name}-segdiff.png"), "the same command opens a window")


def show_demo(request: WindowRequest) -> int:
    """Score the demo and write its overlay beside where the command was given."""
    from segdiff.demo import demo_case

    with Progress() as progress:
        progress.show("Making the demo case", 0.0)
        return _show(demo_case(), request, progress, Path("segdiff-demo.png"), "`segdiff demo` opens a window")


def _show(case: Case, request: WindowRequest, progress: Progress, picture: Path, how_to_open: str) -> int:
    from segdiff.evidence import choose_device
    from segdiff.render import still_picture, write_png

    volumes = (case.image, case.truth, *(prediction.content for prediction in case.predictions))
    check_destination(picture, [volume.path for volume in volumes if volume and volume.path])
    view = request.view.with_case(case)
    choices = Choices.of_view(view, choose_device(request.device))
    results = measure_case(case, choices, progress)
    write_png(still_picture(at_the_errors(view), request.size), picture)
    progress.clear()
    tell_notices(results)
    print_results(
        f"{table_text(results, stdout_encoding())}\n"
        f"The overlay of {view.prediction} is in {picture.absolute()}.\n"
        f"There is no display here; on a computer with a screen {how_to_open}.\n"
    )
    return DONE


def _of_one_case(request: WindowRequest) -> WindowRequest:
    """The request, unless it is for a list: that is looked at in a window, and scored by another command."""
    (*_, path) = request.paths or (Path(),)
    if len(request.paths) == 1 and (is_case_list(path) or (path.is_dir() and cases_in_folder(path) is not None)):
        raise SegdiffError(
            f"There is no display to open a window on; `segdiff score --cases {path}` scores all cases of the list."
        )
    return request


def _case_request(request: WindowRequest) -> CaseRequest:
    read_as = ReadAs.PROBABILITIES if request.read_8bit_as_probabilities else ReadAs.AUTO
    if request.paths:
        wanted = guess_roles(request.paths)
    else:
        given = tuple(PredictionRequest(path) for path in request.predictions)
        wanted = CaseRequest(request.image, request.truth, given)
    predictions = tuple(replace(prediction, read_as=read_as) for prediction in wanted.predictions)
    chosen = AsChosen(request.reading)(replace(wanted, predictions=predictions))
    return replace(chosen, resample=request.resample, assume_geometry=request.assume_geometry)


def at_the_errors(view: ViewState) -> ViewState:
    """Move each plane to its slice with most errors; where there is none, to the one with most of the label."""
    case, comparison = view.case, view.comparison
    if case is None or comparison is None:
        return view
    truth, prediction = case.truth_mask(comparison.label), case.prediction_mask(comparison)
    wrong = truth ^ prediction
    shown = wrong if wrong.any() else truth
    axes = set(range(shown.ndim))
    in_slices = (np.count_nonzero(shown, axis=tuple(axes - {axis})) for axis in sorted(axes))
    return view.with_cursor(tuple(int(counts.argmax()) for counts in in_slices))
