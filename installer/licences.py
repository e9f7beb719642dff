"""The licences of everything that a bundle holds, as files and as a list that the program can show."""

from __future__ import annotations

import json
import re
import shutil
import sys
import sysconfig
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from importlib.metadata import Distribution, distribution
from pathlib import Path
from typing import Final

_TEXT_NAMES: Final = re.compile(r"(licen[cs]e|copying|notice|authors)[^/]*$", re.IGNORECASE)
_EXTRA: Final = re.compile(r"extra\s*==")
_NAME: Final = re.compile(r"^[A-Za-z0-9._-]+")
_WITHOUT_TEXT: Final = {"pyside6-essentials": "LGPL-3.0-only", "shiboken6": "LGPL-3.0-only"}
"""Packages that name their licence without giving its text; ours to give."""


@dataclass(frozen=True)
class Component:
    """One library in the bundle."""

    name: str
    version: str
    licence: str
    homepage: str
    texts: tuple[str, ...]


def collect_licences(folder: Path, own_texts: Path) -> list[Component]:
    """Copy the licence texts of all that segdiff depends on, and of Python, and list them in ``licences.json``.

    Args:
        folder: where the texts go.
        own_texts: texts that packages name without giving.

    Raises:
        LookupError: a library gives neither a licence's text nor its name.
    """
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    components = [_python(folder), *(_component(found, folder, own_texts) for found in dependencies("segdiff"))]
    nameless = [component.name for component in components if not component.licence and not component.texts]
    if nameless:
        raise LookupError(f"no licence was found for {', '.join(nameless)}")
    listed = [asdict(component) for component in components]
    (folder / "licences.json").write_text(json.dumps(listed, indent=1), "utf-8")
    return components


def dependencies(root: str) -> list[Distribution]:
    """All distributions that one depends on, directly or not, by name; optional ones are left out."""
    found: dict[str, Distribution] = {}
    waiting = list(_requirements(distribution(root)))
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        try:
            found[name] = distribution(name)
        except ModuleNotFoundError:  # for another system or another Python
            continue
        waiting += _requirements(found[name])
    return [found[name] for name in sorted(found)]


def _requirements(of: Distribution) -> Iterator[str]:
    for requirement in of.requires or ():
        name = _NAME.match(requirement)
        if name and not _EXTRA.search(requirement):
            yield name.group().lower().replace("_", "-")


def _component(found: Distribution, folder: Path, own_texts: Path) -> Component:
    name = found.metadata["Name"]
    texts = []
    for file in found.files or ():
        if ".dist-info/" in str(file) and _TEXT_NAMES.search(str(file)) and file.suffix not in (".py", ".pyc"):
            inside = str(file).split(".dist-info/")[1].removeprefix("licenses/")
            texts.append(_copied(Path(str(file.locate())), folder, f"{name}-{inside.replace('/', '-')}"))
    licence = _licence_name(found)
    plain_name = name.lower().replace("_", "-")
    if plain_name in _WITHOUT_TEXT:
        licence = _WITHOUT_TEXT[plain_name]
        texts += [_copied(text, folder, text.name) for text in sorted(own_texts.glob("*.txt"))]
    return Component(name, found.version, licence, _homepage(found), tuple(texts))


def _python(folder: Path) -> Component:
    places = (Path(sysconfig.get_path("stdlib")) / "LICENSE.txt", Path(sys.base_prefix) / "LICENSE.txt")
    texts = tuple(_copied(place, folder, "Python-LICENSE.txt") for place in places if place.is_file())
    version = ".".join(map(str, sys.version_info[:3]))
    return Component("Python", version, "PSF-2.0", "https://www.python.org", texts[:1])


def _licence_name(of: Distribution) -> str:
    """As the package declares it: by expression, else by classifier, else in words."""
    told = of.metadata
    if "License-Expression" in told:
        return told["License-Expression"]
    kinds = [line.split("::")[-1].strip() for line in told.get_all("Classifier") or () if "License ::" in line]
    if kinds or "License" not in told:
        return ", ".join(kinds)
    return (told["License"].strip().splitlines() or [""])[0]


def _homepage(of: Distribution) -> str:
    labelled = dict(line.split(", ", 1) for line in of.metadata.get_all("Project-URL") or () if ", " in line)
    wanted = ("homepage", "home", "source", "repository", "source code", "code")
    by_label = {label.lower(): address for label, address in labelled.items()}
    found = next((by_label[label] for label in wanted if label in by_label), None)
    if found is None and "Home-page" in of.metadata:
        found = of.metadata["Home-page"]
    return found or next(iter(labelled.values()), "")


def _copied(text: Path, folder: Path, name: str) -> str:
    target = folder / (name if name.endswith(".txt") else f"{name}.txt")
    shutil.copyfile(text, target)
    return target.name
