"""``segdiff score --cases``: every case of a list, and what they come to."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from segdiff.cli.destination import check_destination, write_file
from segdiff.cli.endings import DONE, INPUT_AT_FAULT
from segdiff.cli.files import files_of
from segdiff.cli.labels import label_choices
from segdiff.cli.measuring import measure_case
from segdiff.cli.options import reading_choices
from segdiff.cli.progress import Progress
from segdiff.cli.spelling import is_narrow
from segdiff.cli.streams import print_results, stdout_encoding, tell
from segdiff.errors import FileProblem, ParameterProblem, SegdiffError
from segdiff.export.results import Choices, Results
from segdiff.io import AsChosen, CaseList, CaseRequest, ListedCase, ReadAs, cases_in_folder, read_case, read_case_list

if TYPE_CHECKING:
    from argparse import _ActionsContainer as Options  # a parser, or a group of its options

    from segdiff.cohort import FailedCase, ScoredCase
    from segdiff.export.cohort_files import CaseRecords
    from segdiff.registry import Score

_NOT_A_LIST: Final = "holds no list of cases: at least two are expected, each with a truth and a prediction"


@dataclass(frozen=True)
class Wanted:
    """What is to be done with each case, and with what comes of it.

    Args:
        choices: how to measure and score.
        complete: adds what options said about all files to the request of a case.
        form: ``table``, ``json`` or ``csv``.
        output: where to write; ``None`` prints.
        labels: words of ``--label``, which mean something once a case is known.
    """

    choices: Choices
    complete: Callable[[CaseRequest], CaseRequest]
    form: str
    output: Path | None
    labels: tuple[str, ...] = ()


def add_cases(options: Options) -> None:
    """``--cases``."""
    options.add_argument(
        "--cases",
        type=Path,
        metavar="LIST",
        help="a table (CSV, TSV) or JSON with image, truth and prediction_NAME of each case, or a folder of cases",
    )


def score_listed(arguments: argparse.Namespace, choices: Choices) -> int:
    """Score the cases of the list that the options name, as they say.

    Raises:
        ParameterProblem: they name files besides.
    """
    given = {name: getattr(arguments, name) for name in ("truth", "prediction", "image", "session")}
    if named := [name for name, value in given.items() if value]:
        raise ParameterProblem(f"With --cases the list names the files of each case; leave out --{named[0]}.")
    listed = case_list_of(arguments.cases)
    if arguments.output:
        check_destination(
            arguments.output, [listed.path, *(path for one in listed.cases for path in files_of(one.request))]
        )
    return score_cases(
        listed,
        Wanted(
            choices,
            partial(_completed, arguments=arguments),
            arguments.format,
            arguments.output,
            tuple(arguments.label),
        ),
    )


def case_list_of(path: Path) -> CaseList:
    """The cases of a list, or of a folder.

    Raises:
        FileProblem: there is no such list, or it is not one.
    """
    if not path.is_dir():
        return read_case_list(path)
    listed = cases_in_folder(path)
    if listed is None:
        raise FileProblem(f"The folder {path.name or path} {_NOT_A_LIST}.")
    return listed


def score_cases(listed: CaseList, wanted: Wanted) -> int:
    """Score every case, go on past those that cannot be, and write the results.

    Returns:
        The exit code: input at fault when any case could not be scored.
    """
    for notice in listed.notices:
        tell(f"Note: {notice}")
    run = _Run(wanted)
    with Progress() as progress:
        for number, case in enumerate(listed.cases, start=1):
            run.score(case, f"{number}/{len(listed.cases)} {case.name}", progress)
    if wanted.output:
        write_file(wanted.output, run.text(listed.path, "utf-8"))
    else:
        print_results(run.text(listed.path, stdout_encoding()))
    if run.failed:
        tell(f"{len(run.failed)} of {len(listed.cases)} cases could not be scored; what is wrong is said above.")
    return INPUT_AT_FAULT if run.failed else DONE


def _completed(request: CaseRequest, arguments: argparse.Namespace) -> CaseRequest:
    """A request with what the options say about geometry and values."""
    predictions = request.predictions
    if arguments.read_8bit_as_probabilities:
        predictions = tuple(replace(one, read_as=ReadAs.PROBABILITIES) for one in predictions)
    request = replace(
        request, predictions=predictions, resample=arguments.resample, assume_geometry=arguments.assume_geometry
    )
    return AsChosen(reading_choices(arguments))(request)


class _Run:
    """Scores case by case and keeps their numbers, but none of their voxels."""

    def __init__(self, wanted: Wanted) -> None:
        self.failed: list[FailedCase] = []
        self._wanted = wanted
        self._scored: list[ScoredCase] = []
        self._records: list[CaseRecords] = []
        self._scores: tuple[Score, ...] = ()

    def score(self, case: ListedCase, title: str, progress: Progress) -> None:
        """Read, measure and keep one case; say it at once where that fails."""
        from segdiff.cohort import FailedCase, scored_case

        try:
            request = self._wanted.complete(case.request)
            read = read_case(request, progress=lambda _text, done: progress.show(title, done / 2))
            choices = self._wanted.choices
            if self._wanted.labels:
                choices = replace(choices, labels=label_choices(self._wanted.labels, read))
            results = measure_case(read, choices, progress)
        except SegdiffError as problem:
            progress.clear()
            tell(f"{case.place}: {problem}")
            self.failed.append(FailedCase(case.name, str(problem)))
            return
        self._scores = results.scores
        self._scored.append(scored_case(case.name, results.report))
        self._records.append(self._record(case.name, results))
        if self._wanted.form != "json":
            progress.clear()
            for notice in results.notices:
                tell(f"Note: {case.name}: {notice}")

    def _record(self, name: str, results: Results) -> CaseRecords:
        from segdiff.export.as_csv import csv_rows
        from segdiff.export.as_json import json_document
        from segdiff.export.cohort_files import CaseRecords

        if self._wanted.form == "json":
            return CaseRecords(name, json_document(results))
        return CaseRecords(name, lines=tuple(csv_rows(results)) if self._wanted.form == "csv" else ())

    def text(self, path: Path, encoding: str) -> str:
        """The results in the form that was asked for."""
        from segdiff.cli.results.cohort_table import cohort_table
        from segdiff.cohort import Cohort
        from segdiff.export.cohort_files import cohort_csv, cohort_json

        cohort = Cohort(tuple(self._scored), tuple(self.failed))
        if self._wanted.form == "json":
            return cohort_json(path, cohort, self._records, ascii_only=is_narrow(encoding))
        if self._wanted.form == "csv":
            return cohort_csv(cohort, self._records)
        return cohort_table(path, cohort, self._wanted.choices.wanted, self._scores, encoding)
