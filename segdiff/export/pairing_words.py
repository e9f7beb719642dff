"""In a sentence, how a prediction may number its labels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from segdiff.export.figures import count

if TYPE_CHECKING:
    from segdiff.explore import Pairing, Renumbering

_MOST: Final = 4


def renumbering_words(found: Renumbering, prediction: str, unit: str) -> str:
    """The evidence, as a sentence without its full stop.

    Args:
        found: in a joint count of labels.
        prediction: its name.
        unit: what one element is called.
    """
    evidence = [_evidence(pair, unit, is_first=number == 0) for number, pair in enumerate(found.pairs[:_MOST])]
    more = f", and so on for {len(found.pairs) - _MOST} more" if len(found.pairs) > _MOST else ""
    text = f"{prediction} may number its labels differently: {_joined(evidence)}{more}"
    if found.shift is None:
        return text
    way = "higher" if found.shift > 0 else "lower"
    return f"{text}, so its numbers seem to be {abs(found.shift)} {way} than in the ground truth"


def _evidence(pair: Pairing, unit: str, *, is_first: bool) -> str:
    if len(pair.truth) > 1:
        labels = f"{', '.join(map(str, pair.truth[:-1]))} and {pair.truth[-1]}"
        of = f"of the {count(pair.in_truth)} {unit}s of labels {labels} together"
        return f"{of} it has {count(pair.both)} as label {pair.prediction}"
    of = f"of the {count(pair.in_truth)} {unit}s of label {pair.truth[0]}"
    where = " in the ground truth" if is_first else ""
    return f"{of}{where} it has {count(pair.both)} as label {pair.prediction}"


def _joined(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
