"""``segdiff score``: predictions held against a ground truth, in numbers."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from segdiff.cli.advice import renumbered_labels, without_effect
from segdiff.cli.commands.scoring_cases import add_cases, score_listed
from segdiff.cli.destination import check_destination, write_file
from segdiff.cli.endings import DONE
from segdiff.cli.files import add_files, files_of, named_files
from segdiff.cli.from_session import add_session, case_of, session_given
from segdiff.cli.labels import HELP, check_label, label_choices
from segdiff.cli.measuring import check_names, measure_case, tell_notices
from segdiff.cli.options import add_device, add_parameter, add_threshold, reading_choices
from segdiff.cli.parser import Parser
from segdiff.cli.progress import Progress
from segdiff.cli.results.table import table_text
from segdiff.cli.spelling import is_narrow
from segdiff.cli.streams import print_results, stdout_encoding
from segdiff.cli.words import framework_parameter
from segdiff.errors import ParameterProblem
from segdiff.export.as_csv import csv_text
from segdiff.export.as_json import json_text
from segdiff.export.results import CONVENTION, Choices, Results
from segdiff.io import AsChosen, CaseRequest
from segdiff.registry import Parameter, Score, find
from segdiff.session import Session, ViewState

if TYPE_CHECKING:
    from argparse import _ActionsContainer as Options  # a parser, or a group of its options

FORMATS: Final = ("table", "json", "csv")
_DESCRIPTION: Final = """\
Compare predictions with a ground truth and print every score, or those chosen.

  segdiff score --truth truth.nii.gz --prediction a.nii.gz b.nii.gz
  segdiff score --truth truth.nii.gz --prediction new=a.nii.gz --label 1+2+4 --alpha 0.3 --beta 0.7 --format json
  segdiff score --session lesions.segdiff
  segdiff score --cases cases.csv                every case of a list; mean, standard deviation and median over them

α is what a false positive costs, β what a miss costs. Files on different grids are refused
unless --resample or --assume-geometry says what to do about it.

Labels are compared by their numbers unless --label says otherwise:
  --label 1 3                        these two
  --label 128=127                    128 in the ground truth, 127 in the predictions
  --label 5=4@new                    4 in the prediction named new, 5 in all others
  --label "whole tumour: 1+2+4"      a region, and what it is called
  --label lesion                     by its name in a file or in --labels FILE
  --label any                        every value but zero, as one"""


def run(words: Sequence[str]) -> int:
    """Score the predictions and print the results, or write them to a file."""
    from segdiff.cli.catalogue import all_scores

    catalogue = all_scores()
    arguments = _parser(catalogue).parse_args(words)
    if arguments.cases and arguments.report:
        raise ParameterProblem("--report is a page about one case; give it without --cases.")
    if arguments.cases:
        return score_listed(arguments, _choices(arguments, catalogue, None))
    request = _given_files(arguments)
    session = session_given(arguments.session, even_if_changed=arguments.even_if_changed, instead=request)
    request = AsChosen(reading_choices(arguments))(session.request if session else request)
    choices = _choices(arguments, catalogue, session)
    _check_destinations(arguments, request)
    with Progress() as progress:
        case = case_of(request, session, progress.show)
        if arguments.label:
            choices = replace(choices, labels=label_choices(arguments.label, case))
        results = measure_case(case, choices, progress)
    if session:
        results = replace(results, verdicts=session.view.verdicts)
    results = results.noting(*without_effect(results, choices.parameters, threshold=arguments.threshold is not None))
    if not choices.labels:
        results = results.noting(*renumbered_labels(results))
    if arguments.format != "json":
        tell_notices(results)
    if arguments.report:
        saved = session.view_of(case) if session else None
        write_file(arguments.report, _report(results, saved, with_names=arguments.file_names))
    if arguments.output:
        write_file(arguments.output, _text(results, arguments.format, "utf-8"))
    else:
        print_results(_text(results, arguments.format, stdout_encoding()))
    return DONE


def _check_destinations(arguments: argparse.Namespace, request: CaseRequest) -> None:
    """Make sure that results and page can be written, and not one over the other."""
    wanted = [path for path in (arguments.output, arguments.report) if path is not None]
    for destination in wanted:
        check_destination(destination, files_of(request))
    if len({path.resolve() for path in wanted}) < len(wanted):
        raise ParameterProblem(f"--output and --report would both write {arguments.output}; name two files.")


def _parser(catalogue: Sequence[Score]) -> Parser:
    parser = Parser("segdiff score", _DESCRIPTION)
    files = parser.add_argument_group("files")
    add_files(files, required=False)
    add_session(files)
    add_cases(files)
    _add_comparison(parser.add_argument_group("what to compare"))
    numbers = parser.add_argument_group("parameters of the scores")
    for name, (parameter, default) in _parameters(catalogue).items():
        add_parameter(numbers, name, parameter, default)
    output = parser.add_argument_group("output")
    output.add_argument("--format", choices=FORMATS, default="table", help="table unless given")
    output.add_argument("--output", type=Path, metavar="FILE", help="write there instead of printing")
    output.add_argument("--report", type=Path, metavar="FILE", help="write a page with picture and scores too, as HTML")
    output.add_argument("--file-names", action="store_true", help="call files by their names in the report")
    return parser


def _add_comparison(options: Options) -> None:
    several: dict[str, Any] = {"action": "extend", "nargs": "+", "default": []}
    convention = f"whose way of writing the losses, from `segdiff conventions`; {CONVENTION} unless given"
    theirs = "a parameter by the name it has there, such as smooth_nr=0 in MONAI's convention"
    options.add_argument("--label", **several, type=check_label, metavar="N", help=HELP)
    add_threshold(options)
    options.add_argument("--score", **several, metavar="NAME", help="ids from `segdiff scores`; all unless given")
    options.add_argument("--convention", metavar="NAME", help=convention)
    options.add_argument("--parameter", **several, metavar="NAME=VALUE", help=theirs)
    add_device(options)


def _parameters(catalogue: Iterable[Score]) -> dict[str, tuple[Parameter, float]]:
    """Every parameter that any Score has, with its default."""
    each = ((score, name) for score in catalogue for name in score.parameters)
    return {name: (score.parameters[name], score.defaults[name]) for score, name in each}


def _given_files(arguments: argparse.Namespace) -> CaseRequest:
    """The files that were named; only a session may leave them out.

    Raises:
        ParameterProblem: the truth or the prediction is missing.
    """
    missing = [name for name in ("truth", "prediction") if not getattr(arguments, name)]
    if missing and not arguments.session:
        raise ParameterProblem(
            f"segdiff score: the following arguments are required: {', '.join(f'--{name}' for name in missing)}, "
            "or a --session, or a list of --cases; `segdiff score --help` says how to write it."
        )
    return named_files(arguments)


def _choices(arguments: argparse.Namespace, catalogue: Sequence[Score], session: Session | None) -> Choices:
    """What the options say, else the session, else the usual."""
    from segdiff.evidence import choose_device

    own = {name: value for name in _parameters(catalogue) if (value := getattr(arguments, name)) is not None}
    parameters = {**own, **dict(framework_parameter(word) for word in arguments.parameter)}
    view = session.view if session else ViewState()
    convention = arguments.convention or view.convention
    check_names(convention, parameters, catalogue)
    device = choose_device(arguments.device)
    saved = Choices.of_view(view.with_convention(convention), device) if session else Choices(device)
    return Choices(
        device=device,
        labels=saved.labels,
        threshold=saved.threshold if arguments.threshold is None else arguments.threshold,
        wanted=tuple(find(name) for name in arguments.score),
        parameters={**saved.parameters, **parameters},
        convention=convention,
        costs=None if parameters else saved.costs,
    )


def _text(results: Results, form: str, encoding: str) -> str:
    if form == "json":
        return json_text(results, ascii_only=is_narrow(encoding))
    return csv_text(results) if form == "csv" else table_text(results, encoding)


def _report(results: Results, saved: ViewState | None, *, with_names: bool) -> str:
    """The page: its picture shows what a session does, else the slices where there is most to see."""
    from segdiff.export.report import report_html
    from segdiff.render import first_look

    case, first = results.report.case, results.report.predictions[0]
    labels = [row.label for row in first.labels]
    view = saved or ViewState().with_case(case)
    view = view if view.label in labels else replace(view, label=labels[0])
    if saved is None:
        view = view.with_cursor(first_look(case, view.label))
    costs = [results.parameters.get(name, getattr(view, name)) for name in ("alpha", "beta")]
    alpha, beta = results.costs or costs
    shown = view.with_lock(False).with_costs(alpha, beta).with_threshold(first.threshold or view.threshold)
    return report_html(results, shown, with_names=with_names)
