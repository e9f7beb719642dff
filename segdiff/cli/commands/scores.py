"""``segdiff scores``: every loss and metric, told from the registry."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator, Sequence
from typing import Any, Final

import segdiff
from segdiff.cli.endings import DONE
from segdiff.cli.parser import Parser
from segdiff.cli.spelling import is_narrow
from segdiff.cli.streams import print_results, stdout_encoding
from segdiff.export.figures import short
from segdiff.registry import Better, Kind, Scope, Score

_WIDTH: Final = 100
_BETTER: Final = {Better.LOWER: "lower is better", Better.HIGHER: "higher is better"}
_TITLES: Final = {
    Kind.LOSS: "LOSSES",
    Kind.METRIC: "METRICS",
    Kind.SURFACE: "SURFACES",
    Kind.LESION: "LESIONS",
    Kind.VOLUME: "VOLUMES",
}


def run(words: Sequence[str]) -> int:
    """Print the catalogue."""
    parser = Parser("segdiff scores", "List every loss and metric: its parameters, definition, formula and source.")
    parser.add_argument("--format", choices=("table", "json"), default="table", help="table unless given")
    arguments = parser.parse_args(words)
    from segdiff.cli.catalogue import all_scores

    if arguments.format == "json":
        print_results(_json(all_scores(), ascii_only=is_narrow(stdout_encoding())))
    else:
        print_results("\n".join(_page(all_scores())) + "\n")
    return DONE


def _page(catalogue: Sequence[Score]) -> Iterator[str]:
    for kind, title in _TITLES.items():
        yield title
        for score in catalogue:
            if score.kind is kind:
                yield ""
                yield from _entry(score)
        yield ""


def _entry(score: Score) -> Iterator[str]:
    """One Score in a few lines."""
    facts = [
        score.title,
        _BETTER.get(score.better, ""),
        "over all labels together" if score.scope is Scope.OVERALL else "",
    ]
    yield f"{score.id}: {', '.join(fact for fact in facts if fact)}"
    yield from _paragraph(score.definition)
    yield from _paragraph(score.formula)
    for name, parameter in score.parameters.items():
        yield from _paragraph(
            f"--{name.replace('_', '-')} {parameter.symbol} ({parameter.title.lower()}, {parameter.bounds}, "
            f"{short(score.defaults[name])} unless given): {parameter.meaning}"
        )
    yield from _paragraph(score.on_labels)
    yield from _paragraph(f"Source: {score.source}")


def _paragraph(text: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent="    ", subsequent_indent="      ")


def _json(catalogue: Sequence[Score], *, ascii_only: bool) -> str:
    document = {"format": 1, "segdiff": segdiff.__version__, "scores": [_described(score) for score in catalogue]}
    return json.dumps(document, indent=2, ensure_ascii=ascii_only, allow_nan=False) + "\n"


def _described(score: Score) -> dict[str, Any]:
    return {
        "id": score.id,
        "title": score.title,
        "kind": score.kind.value,
        "scope": score.scope.value,
        "better": score.better.value,
        "definition": score.definition,
        "formula": score.formula,
        "parameters": [
            {
                "name": name,
                "symbol": parameter.symbol,
                "title": parameter.title,
                "meaning": parameter.meaning,
                "minimum": parameter.minimum,
                "maximum": parameter.maximum,
                "default": score.defaults[name],
            }
            for name, parameter in score.parameters.items()
        ],
        "on_labels": score.on_labels,
        "undefined": score.undefined,
        "both_empty": score.both_empty,
        "terms": list(score.terms),
        "source": score.source,
    }
