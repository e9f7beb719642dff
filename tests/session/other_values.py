"""For any type that a saved field may have, a value that is not the default: made from the annotation alone."""

from __future__ import annotations

import types
import typing
from collections.abc import Collection, Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from pathlib import Path
from typing import Any

LEAVES: dict[Any, Any] = {int: 3, float: 0.625, str: "lésion 1 · ‘x’", Path: Path("/data/case 7/pred#2.nii.gz")}


def other(kind: Any, usual: Any = MISSING, path: str = "") -> Any:
    """A value of a type that differs from the usual one."""
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if kind is bool:
        return not usual if isinstance(usual, bool) else True
    if kind in LEAVES:
        return LEAVES[kind] if LEAVES[kind] != usual else LEAVES[kind] + 1
    if origin in (typing.Union, types.UnionType):
        return other(next(one for one in arguments if one is not types.NoneType), usual, path)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return next(member for member in reversed(kind) if member != usual)
    if isinstance(kind, type) and is_dataclass(kind):
        return other_fields(kind, path=path)
    if origin in (tuple, list):
        kinds = (arguments[0],) * 2 if len(arguments) == 1 or arguments[-1] is Ellipsis else arguments
        return origin(other(one, path=path) for one in kinds)
    if isinstance(origin, type) and issubclass(origin, frozenset):
        return frozenset({other(arguments[0], path=path)})
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _other_mapping(arguments, usual, path)
    raise AssertionError(f"{path}: nobody knows a value of {kind}")


def other_fields(kind: Any, omit: Collection[str] = (), path: str = "") -> Any:
    """A dataclass of which every field differs from its default."""
    hints, found = typing.get_type_hints(kind), {}
    for field in fields(kind):
        if not field.init or field.name in omit:
            continue
        usual = field.default_factory() if field.default_factory is not MISSING else field.default
        found[field.name] = value = other(hints[field.name], usual, f"{path}.{field.name}")
        assert value != usual, f"{path}.{field.name}"
    return kind(**found)


def _other_mapping(kinds: tuple[Any, ...], usual: Any, path: str) -> dict[Any, Any]:
    """Over the same keys, where there are any."""
    key, item = kinds
    keys = list(usual) if isinstance(usual, Mapping) and usual else [other(key, path=path)]
    return {one: other(item, path=path) for one in keys}
