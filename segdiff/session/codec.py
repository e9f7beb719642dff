"""Frozen values as JSON and back, from their type annotations alone.

A field that is added to a dataclass is written and read without a word here, as long as its type is made of numbers,
texts, enums, paths, tuples, mappings and other dataclasses. What is read is checked on the way: a value of another type
than its annotation is damage, named by its place.
"""

from __future__ import annotations

import math
import types
import typing
from collections.abc import Callable, Collection, Mapping
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from enum import Enum
from pathlib import Path
from typing import Any, Final

_PLAIN: Final[Mapping[Any, str]] = {bool: "true or false", int: "a whole number", float: "a number", str: "a text"}

_LARGEST: Final = 1e300
"""Whole numbers up to here are read as fractions where one is expected; larger ones are no number a session holds."""

_LONGEST_QUOTED: Final = 40
"""Letters of a wrong value that a message repeats."""


class Damage(ValueError):
    """What was read cannot be what was written; the message names the place and what was expected there."""


@dataclass(frozen=True)
class Codec:
    """Writes and reads values.

    Args:
        write_path: a path as it stands in the file.
        read_path: the path that such a text means.
    """

    write_path: Callable[[Path], str] = str
    read_path: Callable[[str], Path] = Path

    def encode(self, value: Any, omit: Collection[str] = ()) -> Any:
        """A value as JSON's own kinds of values.

        Args:
            value: a dataclass or anything that one may consist of.
            omit: fields of ``value`` that are not to be written.

        Raises:
            TypeError: it is none of these.
        """
        if isinstance(value, Enum):
            return _name_of(value)
        if value is None or isinstance(value, bool | int | float | str):
            return value
        if isinstance(value, Path):
            return self.write_path(value)
        if isinstance(value, tuple | list):
            return [self.encode(item) for item in value]
        if isinstance(value, frozenset | set):
            return sorted(self.encode(item) for item in value)
        if isinstance(value, Mapping):
            return {str(self.encode(key)): self.encode(item) for key, item in value.items()}
        if is_dataclass(value) and not isinstance(value, type):
            names = [field.name for field in fields(value) if field.init and field.name not in omit]
            return {name: self.encode(getattr(value, name)) for name in names}
        raise TypeError(f"a {type(value).__name__} cannot be written")

    def decode(self, kind: Any, data: Any, where: str = "", omit: Collection[str] = ()) -> Any:
        """The value that was written.

        Args:
            kind: its type, as in an annotation.
            data: what JSON gave.
            where: its place in the file, for messages.
            omit: fields of a dataclass that were not written; like all that is missing they get their defaults.

        Raises:
            Damage: it is of another type.
        """
        origin, arguments = typing.get_origin(kind), typing.get_args(kind)
        if origin in (typing.Union, types.UnionType):
            return self._decode_one_of(arguments, data, where)
        if kind is types.NoneType:
            return _check(data is None, data, where, "nothing")
        if kind in _PLAIN:
            return _plain(kind, data, where)
        if kind is Path:
            return self.read_path(_plain(str, data, where))
        if isinstance(kind, type) and issubclass(kind, Enum):
            found = [member for member in kind if _name_of(member) == data]
            names = ", ".join(_name_of(member) for member in kind)
            _check(found, data, where, f"one of {names}")
            return found[0]
        if isinstance(kind, type) and is_dataclass(kind):
            return self._decode_fields(kind, data, where, omit)
        if origin in (tuple, list, frozenset):
            return origin(self._decode_items(arguments, data, where))
        if isinstance(origin, type) and issubclass(origin, Mapping):
            _check(isinstance(data, dict), data, where, "a table of names and values")
            key, item = arguments
            return {
                self._decode_key(key, name, where): self.decode(item, value, _inside(where, name))
                for name, value in data.items()
            }
        raise TypeError(f"{kind} cannot be read")

    def _decode_one_of(self, kinds: tuple[Any, ...], data: Any, where: str) -> Any:
        problems = []
        for kind in sorted(kinds, key=lambda kind: kind is not types.NoneType):
            try:
                return self.decode(kind, data, where)
            except Damage as problem:
                problems.append(problem)
        raise problems[-1]

    def _decode_fields(self, kind: Any, data: Any, where: str, omit: Collection[str]) -> Any:
        _check(isinstance(data, dict), data, where, "a table of names and values")
        kinds = typing.get_type_hints(kind)
        found = {}
        for field in fields(kind):
            if not field.init or field.name in omit:
                continue
            if field.name in data:
                found[field.name] = self.decode(kinds[field.name], data[field.name], _inside(where, field.name))
            elif _has_no_default(field):
                raise Damage(f"{_inside(where, field.name)} is missing")
        return kind(**found)

    def _decode_items(self, kinds: tuple[Any, ...], data: Any, where: str) -> list[Any]:
        _check(isinstance(data, list), data, where, "a list")
        if len(kinds) == 1 or kinds[-1] is Ellipsis:
            kinds = (kinds[0],) * len(data)
        _check(len(kinds) == len(data), data, where, f"a list of {len(kinds)}")
        pairs = enumerate(zip(kinds, data, strict=True), start=1)
        return [self.decode(kind, item, f"{where}, entry {number}") for number, (kind, item) in pairs]

    def _decode_key(self, kind: Any, name: str, where: str) -> Any:
        """JSON's keys are texts, whatever they were."""
        if kind is not int:
            return self.decode(kind, name, where)
        try:
            return int(name)
        except ValueError:
            raise Damage(f"{where} should have whole numbers as its names, not {name!r}") from None


def _name_of(member: Enum) -> str:
    """An enum of texts by its text, any other by its name."""
    return str(member.value) if isinstance(member.value, str) else member.name.lower()


def _plain(kind: Any, data: Any, where: str) -> Any:
    """JSON has one kind of number; a whole one is a number too, but true is none."""
    if kind is float and type(data) is int and abs(data) < _LARGEST:
        data = float(data)
    _check(type(data) is kind and (kind is not float or math.isfinite(data)), data, where, _PLAIN[kind])
    return data


def _check(is_right: object, data: Any, where: str, expected: str) -> None:
    if not is_right:
        found = "nothing" if data is None else repr(data)
        raise Damage(f"{where} should be {expected}{f', not {found}' if len(found) <= _LONGEST_QUOTED else ''}")


def _inside(where: str, name: str) -> str:
    return f"{where}.{name}" if where else name


def _has_no_default(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING
