"""``--label``: what to compare, by number or by name, in one side's numbering or in both."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from segdiff.data import ANY_LABEL, Case, LabelChoice
from segdiff.errors import ParameterProblem

HELP: Final = (
    "a value, a name that a file or --labels gives, a pair TRUTH=PREDICTION such as 128=127, a region such as 1+2+4, "
    'or any; "NAME: " before it names it, and 5=4@NEW takes 4 in the prediction NEW only; every label unless given'
)
_VALUES: Final = re.compile(r"-?\d+(\+-?\d+)*")
_NAMED: Final = re.compile(r"\s*([^:=]*[^:=\s])\s*:\s*(.+)")
_ANY: Final = ANY_LABEL.name


def check_label(word: str) -> str:
    """A word of ``--label`` as it is, once it is known to be no nonsense whatever the files hold.

    Raises:
        ParameterProblem: it names the background, or has nothing beside an equals sign.
    """
    _, spec = _split_name(word)
    sides = spec.split("=")
    if sum("@" not in side for side in sides) > 2:
        raise ParameterProblem(_expected(word))
    for side in sides:
        if not side.partition("@")[0].strip():
            raise ParameterProblem(_expected(word))
        if _VALUES.fullmatch(side.strip()):
            _numbers(side.strip(), word)
    return word


def label_choice(word: str, case: Case) -> LabelChoice:
    """What a word of ``--label`` means for a case.

    Args:
        word: ``3``; ``lesion``, by a name of the truth or a prediction; ``128=127`` for 128 in the truth and 127 in the
            predictions; ``128=127@new`` for 127 in the prediction of that name and 128 in the others; ``1+2+4`` for a
            region; ``any`` for every value but zero. Sides may be regions or names. ``myelin: 128=127`` names it.
        case: knows the names.

    Raises:
        ParameterProblem: it is none of these, names the background, or names what is not there.
    """
    name, spec = ("", word) if _known(word, _names_in(case)) else _split_name(word)
    truth_names = case.truth.names if case.truth else {}
    first, *others = [spec] if _known(spec, _names_in(case)) else [side.strip() for side in spec.split("=")]
    truth = _values(first, truth_names, case, word)
    given: dict[str, tuple[int, ...]] = {}
    for side in others:
        values, _, prediction = side.rpartition("@") if "@" in side else (side, "", "")
        if prediction and prediction not in [one.name for one in case.predictions]:
            raise ParameterProblem(f"There is no prediction named {prediction!r} for --label {word!r}.")
        known = _names_of(case, prediction) if prediction else _names_in(case)
        given[prediction] = _values(values.strip(), known, case, word)
    usual = given.pop("", None)
    if usual is None:
        usual = truth
        given = {**_by_the_same_name(first, truth, case), **given}
    elsewhere = tuple(sorted((other, values) for other, values in given.items() if values != usual))
    is_plain = len(truth) == 1 and usual == truth and not elsewhere
    return LabelChoice.of(truth, usual, name or ("" if is_plain else _own_name(spec, first, truth_names)), elsewhere)


def _by_the_same_name(word: str, truth: tuple[int, ...], case: Case) -> dict[str, tuple[int, ...]]:
    """Where a label was asked for by its name, the number under which each prediction has that name."""
    if word == _ANY or _VALUES.fullmatch(word):
        return {}
    found = {}
    for prediction in case.predictions:
        names = prediction.content.names
        if _known(word, names) and (values := _named(word, names)) != truth:
            found[prediction.name] = values
    return found


def _own_name(spec: str, word: str, names: Mapping[int, str]) -> str:
    """What is written in numbers is called as it is written, and a region of names by them."""
    if "@" not in spec and all(side.strip() == _ANY or _VALUES.fullmatch(side.strip()) for side in spec.split("=")):
        return spec
    is_region = "+" in word and not _VALUES.fullmatch(word) and not _known(word, names)
    return word if is_region else ""


def _values(side: str, names: Mapping[int, str], case: Case, word: str) -> tuple[int, ...]:
    if side == _ANY:
        return ANY_LABEL.truth_values
    if _VALUES.fullmatch(side):
        return _numbers(side, word)
    for known in (names, _names_in(case)):
        if _known(side, known):
            return _named(side, known)
        parts = [part.strip() for part in side.split("+")]
        if all(_known(part, known) or part.isdecimal() for part in parts):
            numbers = (_named(part, known) if _known(part, known) else (int(part),) for part in parts)
            return tuple(sorted({value for group in numbers for value in group}))
    there = sorted({name for name in _names_in(case).values() if name})
    if not there:
        raise ParameterProblem(
            "No file of the case names its labels, which --labels FILE would do, so a label should be a whole number, "
            f"a pair such as 128=127, a region such as 1+2+4, or any, not {word!r}."
        )
    raise ParameterProblem(f"No label is called {side!r}; the files name: {', '.join(there)}.")


def _numbers(side: str, word: str) -> tuple[int, ...]:
    values = tuple(sorted({int(value) for value in re.findall(r"-?\d+", side)}))
    if 0 in values:
        raise ParameterProblem(
            f"0 is the background and not a label; {word!r} cannot be scored, any is all other values."
        )
    return values


def _split_name(word: str) -> tuple[str, str]:
    """``whole tumour: 1+2+4`` as its name and the rest."""
    match = _NAMED.fullmatch(word)
    return (match[1], match[2].strip()) if match else ("", word.strip())


def _expected(word: str) -> str:
    return (
        "A label should be a whole number, a name, a pair such as 128=127, a region such as 1+2+4, "
        f"or any, not {word!r}."
    )


def _known(word: str, names: Mapping[int, str]) -> bool:
    return bool(_named(word, names))


def _named(word: str, names: Mapping[int, str]) -> tuple[int, ...]:
    """The labels of that name, whatever its capitals; 0 is none."""
    return tuple(value for value, name in sorted(names.items()) if value and name.casefold() == word.casefold())


def _names_of(case: Case, prediction: str) -> Mapping[int, str]:
    return case.prediction(prediction).content.names


def _names_in(case: Case) -> dict[int, str]:
    """Names in any file; the truth's go before those of predictions, and the first of these before others."""
    names: dict[int, str] = {}
    for known in _every(case):
        for value, name in known.items():
            if name not in names.values():
                names.setdefault(value, name)
    return names


def _every(case: Case) -> Iterator[Mapping[int, str]]:
    if case.truth is not None:
        yield case.truth.names
    yield from (prediction.content.names for prediction in case.predictions)


def label_choices(words: Sequence[str], case: Case) -> tuple[LabelChoice, ...]:
    """What all words mean, each once."""
    return tuple(dict.fromkeys(label_choice(word, case) for word in words))
