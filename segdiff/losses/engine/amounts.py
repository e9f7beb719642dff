"""From what a record says to a number, and back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from segdiff.losses.records import Amount

Values = Mapping[str, float | None]
"""Values of a recipe's parameters by name."""


class _Form(NamedTuple):
    """A way to write an amount: what is before and after the parameter, what it makes of a value, and the way back."""

    before: str
    after: str
    amount: Callable[[float], float]
    value: Callable[[float], float]


_FORMS: Final = (
    _Form("1-", "", lambda value: 1.0 - value, lambda wanted: 1.0 - wanted),
    _Form("1/", "", lambda value: 1.0 / value, lambda wanted: 1.0 / wanted),
    _Form("", "-1", lambda value: value - 1.0, lambda wanted: wanted + 1.0),
    _Form("", "%", lambda value: value / 100.0, lambda wanted: wanted * 100.0),
    _Form("", "", lambda value: value, lambda wanted: wanted),
)


def amount(written: Amount, values: Values) -> float:
    """A fixed number, or what follows from a parameter's value; 1 for a parameter that is ``None``."""
    if not isinstance(written, str):
        return written
    value = values[symbol(written)]
    return 1.0 if value is None else _form(written).amount(value)


def symbol(written: str) -> str:
    """The parameter that an amount follows from."""
    form = _form(written)
    return written.removeprefix(form.before).removesuffix(form.after)


def value_for(written: str, wanted: float) -> float:
    """What the parameter must be for the amount to be the one that is wanted."""
    return _form(written).value(wanted)


def _form(written: str) -> _Form:
    return next(form for form in _FORMS if written.startswith(form.before) and written.endswith(form.after))
