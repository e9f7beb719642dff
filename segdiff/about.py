"""Which segdiff this is, and what it is made of."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import segdiff
from segdiff.paths import resource


@dataclass(frozen=True)
class Build:
    """Version, and for an installed program the commit and the day it was built from (``YYYY-MM-DD``)."""

    version: str
    commit: str = ""
    date: str = ""

    @property
    def in_words(self) -> str:
        """``0.1.0``, or ``0.1.0, built on 2026-02-03 from 1a2b3c4d5e6f``."""
        if not self.date:
            return self.version
        return f"{self.version}, built on {self.date}" + (f" from {self.commit}" if self.commit else "")


@dataclass(frozen=True)
class Component:
    """A library that came with the program: its licence by name, and the files with its texts."""

    name: str
    version: str
    licence: str
    homepage: str
    texts: tuple[Path, ...]


def this_build() -> Build:
    """What is running: from the file that the installer's build leaves, else the version of the sources."""
    try:
        facts = json.loads(resource("build.json").read_text("utf-8"))
    except FileNotFoundError:
        return Build(segdiff.__version__)
    return Build(facts["version"], facts["commit"], facts["date"])


def components() -> tuple[Component, ...]:
    """Everything that an installed program brings along; nothing where the libraries were installed one by one."""
    try:
        listing = resource("licences/licences.json")
    except FileNotFoundError:
        return ()
    return tuple(
        Component(
            entry["name"],
            entry["version"],
            entry["licence"],
            entry["homepage"],
            tuple(listing.parent / text for text in entry["texts"]),
        )
        for entry in json.loads(listing.read_text("utf-8"))
    )
