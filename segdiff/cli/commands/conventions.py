"""``segdiff conventions``: how each framework and paper writes its losses, told from its record."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

import segdiff
from segdiff.cli.endings import DONE
from segdiff.cli.parser import Parser
from segdiff.cli.spelling import is_narrow
from segdiff.cli.streams import print_results, stdout_encoding

if TYPE_CHECKING:
    from segdiff.losses.records import Convention, Recipe

_WIDTH: Final = 100


def run(words: Sequence[str]) -> int:
    """Print every convention, or one."""
    parser = Parser(
        "segdiff conventions",
        "List how frameworks and papers write each loss: parameters, what is done differently, the call to paste.",
    )
    parser.add_argument("name", nargs="?", help="one convention only")
    parser.add_argument("--format", choices=("table", "json"), default="table", help="table unless given")
    arguments = parser.parse_args(words)
    from segdiff.losses import CONVENTIONS, find_convention

    names = [arguments.name] if arguments.name else CONVENTIONS
    known = [find_convention(name) for name in names]
    if arguments.format == "json":
        print_results(_json(known, ascii_only=is_narrow(stdout_encoding())))
    else:
        print_results("\n".join(line for convention in known for line in _entry(convention)))
    return DONE


def _entry(convention: Convention) -> Iterator[str]:
    """One convention: its losses, each with what sets it apart."""
    yield f"{convention.id}: {convention.title} {convention.version}"
    yield from _paragraph(f"Source: {convention.source}", 4)
    for loss, recipe in convention.recipes.items():
        yield f"  {loss}"
        yield from _paragraph(f"Parameters: {_parameters(recipe)}", 6) if _parameters(recipe) else []
        for sentence in _sentences(convention, loss, recipe):
            yield from _paragraph(sentence, 6)
    for loss, why in convention.refuses.items():
        yield from _paragraph(f"{loss}: not defined. {why}", 2)
    yield ""


def _parameters(recipe: Recipe) -> str:
    numbers = [f"{name} = {value}" for name, value in recipe.parameters.items()]
    switches = [f"{name} ({', '.join(map(str, values))})" for name, values in recipe.options.items()]
    return ", ".join([*numbers, *switches])


def _sentences(convention: Convention, loss: str, recipe: Recipe) -> list[str]:
    from segdiff.losses import differences

    said = differences(loss, convention.id)
    return [*said, *(note for note in recipe.notes if note not in said)]


def _paragraph(text: str, indent: int) -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent=" " * indent, subsequent_indent=" " * (indent + 2))


def _json(known: Sequence[Convention], *, ascii_only: bool) -> str:
    document = {"format": 1, "segdiff": segdiff.__version__, "conventions": [_described(each) for each in known]}
    return json.dumps(document, indent=2, ensure_ascii=ascii_only, allow_nan=False) + "\n"


def _described(convention: Convention) -> dict[str, Any]:
    return {
        "id": convention.id,
        "title": convention.title,
        "version": convention.version,
        "source": convention.source,
        "losses": [
            {
                "id": loss,
                "parameters": dict(recipe.parameters),
                "switches": {name: [str(value) for value in values] for name, values in recipe.options.items()},
                "expects": recipe.expects.value,
                "notes": _sentences(convention, loss, recipe),
                "call": recipe.call,
            }
            for loss, recipe in convention.recipes.items()
        ],
        "refuses": dict(convention.refuses),
    }
