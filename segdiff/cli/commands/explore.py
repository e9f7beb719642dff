"""``segdiff explore``: what costs, threshold and imbalance do to predictions, in numbers."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from segdiff.cli.commands.score import FORMATS
from segdiff.cli.destination import check_destination, write_file
from segdiff.cli.endings import DONE
from segdiff.cli.exploring import of_costs, of_imbalance, of_slices, of_thresholds
from segdiff.cli.exploring.findings import Findings
from segdiff.cli.exploring.subject import Options, Subject
from segdiff.cli.exploring.writing import csv_text, json_text, table_text
from segdiff.cli.files import add_files, files_of, request_of
from segdiff.cli.labels import label_choices
from segdiff.cli.options import add_device, add_parameter, add_threshold
from segdiff.cli.parser import Parser
from segdiff.cli.progress import Progress
from segdiff.cli.spelling import is_narrow
from segdiff.cli.streams import print_results, stdout_encoding, tell
from segdiff.data import Case, Comparison, LabelChoice
from segdiff.errors import ParameterProblem, SegdiffError
from segdiff.io import read_case
from segdiff.registry import Alpha, Beta, Exponent, parameter_of

if TYPE_CHECKING:
    from segdiff.evidence import Evidence


@dataclass(frozen=True)
class Exploration:
    """A word after ``segdiff explore``: what it finds, in one line, and the function that finds it."""

    summary: str
    find: Callable[[Subject], Findings]


EXPLORATIONS: Final = {
    "plane": Exploration("a loss over the plane of both costs, and every framework's default in it", of_costs.plane),
    "rivals": Exploration("which prediction is best at which costs, and which never is", of_costs.rivals),
    "threshold": Exploration("where to cut probability maps, and whether they are calibrated", of_thresholds.threshold),
    "gradient": Exploration("what training would push on one slice, by loss and outcome", of_slices.gradient),
    "imbalance": Exploration("each loss at other prevalences; lesions dropped or displaced", of_imbalance.imbalance),
    "training": Exploration("what a toy learns on one slice under each loss; needs --image", of_slices.training),
    "salehi": Exploration("the table of Salehi 2017 for the maps at hand, beside the paper's", of_thresholds.salehi),
}

_DESCRIPTION: Final = """\
Explore what the costs of errors, the threshold and imbalance do to predictions.

  segdiff explore rivals --truth truth.nii.gz --prediction a.nii.gz b.nii.gz
  segdiff explore threshold --truth truth.nii.gz --prediction a.nii.gz --alpha 0.3 --beta 0.7 --format json

explorations:
{listing}

One label is explored; `rivals` also judges means when --label names several. --format csv writes the first
table, json everything. The library has the same functions: segdiff.explore."""


def run(words: Sequence[str]) -> int:
    """Explore, and print what was found or write it to a file."""
    arguments = _parser().parse_args(words)
    if arguments.what not in EXPLORATIONS:
        raise ParameterProblem(
            f"There is nothing to explore called {arguments.what!r}; there are: {', '.join(EXPLORATIONS)}."
        )
    request = request_of(arguments)
    if arguments.output:
        check_destination(arguments.output, files_of(request))
    with Progress() as progress:
        case = read_case(request, progress=progress.show)
        subject = _measured(case, arguments, progress)
        findings = EXPLORATIONS[arguments.what].find(subject)
    for notice in (*_other_labels(case, arguments), *case.notices):
        tell(f"Note: {notice}")
    if arguments.output:
        write_file(arguments.output, _text(arguments, subject, findings, "utf-8"))
    else:
        print_results(_text(arguments, subject, findings, stdout_encoding()))
    return DONE


def _parser() -> Parser:
    width = max(map(len, EXPLORATIONS))
    listing = "\n".join(f"  {name:{width}}  {one.summary}" for name, one in EXPLORATIONS.items())
    parser = Parser("segdiff explore", _DESCRIPTION.format(listing=listing))
    parser.add_argument("what", metavar="WHAT", help="one of the explorations above")
    add_files(parser.add_argument_group("files"))
    _add_choices(parser.add_argument_group("what to explore"))
    output = parser.add_argument_group("output")
    output.add_argument("--format", choices=FORMATS, default="table", help="table unless given")
    output.add_argument("--output", type=Path, metavar="FILE", help="write there instead of printing")
    return parser


def _add_choices(options: Any) -> None:
    usual = Options()
    labels = "as for `segdiff score`: a value, TRUTH=PREDICTION, 1+2+4, a name or any; the first label unless given"
    options.add_argument("--label", action="extend", nargs="+", default=[], metavar="N", help=labels)
    add_threshold(options)
    add_parameter(options, "alpha", parameter_of(Alpha), usual.alpha)
    add_parameter(options, "beta", parameter_of(Beta), usual.beta)
    add_parameter(options, "exponent", parameter_of(Exponent), usual.exponent)
    options.add_argument(
        "--member",
        choices=("tversky_index", "tversky_loss", "focal_tversky_loss"),
        default=usual.member,
        help="what the plane holds; tversky_index unless given",
    )
    along = "costs along each axis of the plane and of other maps; 21 unless given"
    options.add_argument("--size", type=_whole, default=usual.size, metavar="N", help=along)
    fullest = "axial slice for gradient and training, from 1; the one with most of the label unless given"
    options.add_argument("--slice", type=_whole, metavar="N", help=fullest)
    options.add_argument(
        "--wrt", choices=("probability", "logit"), default=usual.wrt, help="what gradients are by; logit unless given"
    )
    options.add_argument(
        "--loss",
        default=usual.loss,
        metavar="NAME",
        help=f"what training uses beside Dice and cross-entropy; {usual.loss} unless given",
    )
    add_device(options)


def _whole(text: str) -> int:
    if not text.isdigit() or int(text) < 1:
        raise ParameterProblem(f"A whole number from 1 up is expected, not {text!r}.")
    return int(text)


def _measured(case: Case, arguments: argparse.Namespace, progress: Progress) -> Subject:
    """Measure one label of every prediction; several of them where means are asked for."""
    from segdiff.evidence import Watch, choose_device, measure
    from segdiff.metrics.overlap import is_empty

    labels, device = _labels(case, arguments), choose_device(arguments.device)
    threshold = 0.5 if arguments.threshold is None else arguments.threshold
    watch = Watch(progress=lambda part: progress.show("Measuring", part))
    evidence: dict[str, tuple[Evidence, ...]] = {}
    for number, prediction in enumerate(case.predictions):
        cut = threshold if prediction.is_probabilistic else None
        part = watch.part(number, len(case.predictions))
        evidence[prediction.name] = tuple(
            measure(case, Comparison(prediction.name, label, cut), device, part.part(i, len(labels)))
            for i, label in enumerate(labels)
        )
    if all(is_empty(of_labels[0].sums) for of_labels in evidence.values()):
        raise SegdiffError(f"Neither the ground truth nor a prediction has a voxel of label {labels[0].name}.")
    training = Watch(progress=lambda part: progress.show("Training", part))
    return Subject(case, labels, evidence, _options(arguments, threshold), training)


def _labels(case: Case, arguments: argparse.Namespace) -> tuple[LabelChoice, ...]:
    """Those named, else the first there is."""
    named = label_choices(arguments.label, case)
    if len(named) > 1 and arguments.what != "rivals":
        raise ParameterProblem(f"`segdiff explore {arguments.what}` explores one label; --label names {len(named)}.")
    if named:
        return named
    found = case.label_choices()
    if not found:
        raise SegdiffError("Neither the ground truth nor a prediction has a voxel of any label.")
    return found[:1]


def _other_labels(case: Case, arguments: argparse.Namespace) -> list[str]:
    """That there are more labels than the one that was explored, where nobody chose it."""
    found = [] if arguments.label else case.label_choices()
    if len(found) < 2:
        return []
    others = ", ".join(label.name for label in found[1:])
    return [f"label {found[0].name} is explored; --label chooses another ({others})."]


def _options(arguments: argparse.Namespace, threshold: float) -> Options:
    usual = Options()
    chosen = {name: getattr(arguments, name) for name in ("alpha", "beta", "exponent")}
    costs = {name: getattr(usual, name) if value is None else value for name, value in chosen.items()}
    return Options(
        **costs,
        threshold=threshold,
        member=arguments.member,
        size=arguments.size,
        slice_number=arguments.slice,
        wrt=arguments.wrt,
        loss=arguments.loss,
    )


def _text(arguments: argparse.Namespace, subject: Subject, findings: Findings, encoding: str) -> str:
    if arguments.format == "json":
        return json_text(arguments.what, subject, findings, ascii_only=is_narrow(encoding))
    return csv_text(findings) if arguments.format == "csv" else table_text(findings, encoding)
