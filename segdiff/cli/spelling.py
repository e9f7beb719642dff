"""Greek letters and signs in plain letters, for terminals and logs that know no others."""

from __future__ import annotations

import codecs
import unicodedata
from typing import Final

SPELLED_OUT: Final = "segdiff.spelled_out"
"""Name of the way to treat what an encoding lacks, for ``errors=`` of any stream."""

_PLAIN: Final = {
    "α": "alpha",
    "β": "beta",
    "γ": "gamma",
    "Σ": "sum ",
    "−": "-",
    "–": "-",
    "—": "-",
    "×": "x",
    "·": "*",
    "…": "...",
    "²": "^2",
    "₊": "+",
    "█": "#",
    "≥": ">=",
    "“": '"',
    "”": '"',
    "’": "'",
}


def is_narrow(encoding: str) -> bool:
    """Whether an encoding lacks some letters, so that JSON should write those beyond ASCII as escapes."""
    return not encoding.lower().startswith("utf")


def spelled(text: str, encoding: str) -> str:
    """The text as a stream of that encoding will show it."""
    return text.encode(encoding, SPELLED_OUT).decode(encoding)


def _spell_out(problem: UnicodeError) -> tuple[str, int]:
    if not isinstance(problem, UnicodeEncodeError):
        raise problem
    missing = problem.object[problem.start : problem.end]
    return "".join(_PLAIN.get(letter) or _without_accent(letter) for letter in missing), problem.end


def _without_accent(letter: str) -> str:
    plain = unicodedata.normalize("NFKD", letter).encode("ascii", "ignore").decode("ascii")
    return plain or "?"


codecs.register_error(SPELLED_OUT, _spell_out)
