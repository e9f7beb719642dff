"""Explorations of one slice: gradients, and the toy that is trained on it."""

from __future__ import annotations

import math

from segdiff.cli.exploring.findings import Findings, Table
from segdiff.cli.exploring.subject import Subject
from segdiff.errors import ParameterProblem


def gradient(subject: Subject) -> Findings:
    """What training would push on a slice, by loss and outcome."""
    from segdiff.explore import gradient_maps

    options, rows, result = subject.options, [], {}
    for name in subject.names:
        maps = gradient_maps(
            subject.probability_slice(name),
            subject.truth_slice(),
            wrt=options.wrt,
            threshold=options.threshold,
            parameters=options.costs,
        )
        result[name] = [
            {
                "loss": one.loss, "wrt": one.wrt, "value": one.value, "strongest": one.strongest,
                "distinct": one.distinct, "budget": one.budget,
            }
            for one in maps
        ]  # fmt: skip
        for one in maps:
            shares = (None if math.isnan(push.share) else push.share for push in one.budget)
            rows.append((name, one.loss, one.value, one.strongest, one.distinct, *shares))
    columns = (
        "prediction", "loss", "value", "strongest", "distinct_values", "share_tp", "share_fp", "share_fn", "share_tn",
    )  # fmt: skip
    title = f"gradients by the {options.wrt} on {_place(subject)}, and the share of all pushing by outcome"
    return Findings(result, (Table(title, columns, tuple(rows), 6),))


def training(subject: Subject) -> Findings:
    """What a toy learns on a slice of the image under the loss at these costs, Dice and cross-entropy."""
    from segdiff.explore import lessons_at, train

    image = subject.case.image
    if image is None:
        raise ParameterProblem("Training needs the image that is to be learned from; give it with --image.")
    if image.is_colour:
        raise ParameterProblem("Training takes images of one channel, and this one is in colour.")
    options = subject.options
    lessons = lessons_at(options.alpha, options.beta, options.loss, options.exponent)
    learned = train(image.voxels[subject.where()], subject.truth_slice(), lessons, watch=subject.watch)
    rows = tuple((one.lesson.title, one.end.precision, one.end.recall, one.dice, one.end.loss) for one in learned)
    result = [
        {
            "title": one.lesson.title,
            "lesson": one.lesson,
            "dice": one.dice,
            "path": one.path,
            "mask_pixels": int(one.mask.sum()),
        }
        for one in learned
    ]
    note = (
        "This is a toy: a logistic model of a few features of each pixel, trained on the slice it is judged on. It "
        "shows which way a loss pushes, not how well a network would do."
    )
    table = Table(f"learned on {_place(subject)}", ("loss", "precision", "recall", "dice", "loss_in_the_end"), rows)
    return Findings(result, (table,), (note,))


def _place(subject: Subject) -> str:
    if not subject.case.grid.is_volume:
        return "the picture"
    return f"axial slice {subject.slice_index() + 1} of {subject.case.grid.shape[0]}"
