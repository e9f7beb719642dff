"""What a person may have meant, where the words they chose change nothing or compare nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from segdiff.data import Case, LabelChoice, Prediction
from segdiff.export.pairing_words import renumbering_words
from segdiff.export.results import Results


def without_effect(results: Results, parameters: Collection[str], *, threshold: bool) -> Iterator[str]:
    """Options that were given and changed no number, said so that nobody believes they did.

    Args:
        results: under those options.
        parameters: names of the parameters given.
        threshold: whether one was given.
    """
    for name in sorted(set(parameters) - results.parameters.keys()):
        yield f"None of these scores has a parameter called {name}, so it changes nothing."
    if threshold and all(row.threshold is None for row in results.report.predictions):
        yield "No prediction holds probabilities, so the threshold changes nothing."


def renumbered_labels(results: Results) -> Iterator[str]:
    """Labels that lie on another number's in a prediction, told with the evidence and the words that pair them.

    Looked for where a label of the truth is hardly found at all, since it takes one more look at every voxel.
    """
    from segdiff.evidence import measure_joint
    from segdiff.explore import is_hardly_found, renumbering

    case, several = results.report.case, len(results.report.predictions) > 1
    for row in results.report.predictions:
        if any(is_hardly_found(label.evidence.confusion) for label in row.labels):
            joint = measure_joint(case, row.prediction.name, row.threshold or 0.5)
            found = renumbering(joint)
            if found is not None:
                words = renumbering_words(found, row.prediction.name, case.grid.unit)
                at = f"@{row.prediction.name}" if several else ""
                labels = " ".join(_written(choice, at) for choice in found.choices(joint))
                yield f"{words}; to compare them so, --label {labels}."
            else:
                yield from _unpaired(row.prediction, case)


def _written(choice: LabelChoice, at: str) -> str:
    if choice.truth_values == choice.prediction_values:
        return choice.name
    word = choice.spelling + at
    return f'"{word}"' if " " in word else word


def _unpaired(prediction: Prediction, case: Case) -> Iterator[str]:
    """One label that only the truth has and one that only a prediction has may be the same under two numbers."""
    in_truth, in_prediction = set(case.truth.labels if case.truth else ()), set(prediction.content.labels)
    missed, invented = in_truth - in_prediction, in_prediction - in_truth - {0}
    if len(missed) == len(invented) == 1:
        pair = f"{missed.pop()}={invented.pop()}"
        yield f"If these are one label under two numbers in {prediction.name}, --label {pair} compares them."
