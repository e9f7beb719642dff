"""Where the files that are not code lie: beside the package in a checkout, inside it once installed."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_PLACES = (_PACKAGE / "_resources", _PACKAGE.parent / "resources")
_MARKER = "segdiff-resources.txt"


def resource(name: str) -> Path:
    """Path of a file in ``resources``.

    Args:
        name: its name there, such as ``"mark.svg"``.

    Raises:
        FileNotFoundError: this installation is incomplete.
    """
    for place in _PLACES:
        if (place / _MARKER).is_file() and (place / name).is_file():
            return place / name
    looked_in = " and ".join(str(place) for place in _PLACES)
    raise FileNotFoundError(f"segdiff's own file {name!r} is missing; it should be in {looked_in}.")
