"""What a person may have meant, where the words they chose change nothing or compare nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterator

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


def unpaired_labels(results: Results) -> Iterator[str]:
    """One label that only the truth has and one that only a prediction has are often the same under two numbers."""
    truth = results.report.case.truth
    for row in results.report.predictions:
        in_truth, in_prediction = set(truth.labels if truth else ()), set(row.prediction.content.labels)
        missed, invented = in_truth - in_prediction, in_prediction - in_truth - {0}
        if len(missed) == len(invented) == 1:
            pair = f"{missed.pop()}={invented.pop()}"
            yield f"If these are one label under two numbers in {row.prediction.name}, --label {pair} compares them."
