"""Bring the files of languages up to date with the sources; translations that still fit are kept.

python .ci/update_languages.py            rewrite resources/languages/*.ts
python .ci/update_languages.py --check    say what is missing, left over or wrong, and fail if anything is
"""

from __future__ import annotations

import ast
import re
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LANGUAGES = ROOT / "resources" / "languages"
PLACE = re.compile(r"\{(\w+)[^}]*\}")
TAG = re.compile(r"</?[a-z]+>")


def main() -> int:
    """Rewrite the files, or check them; the exit code says whether all is well."""
    texts = sorted(set(texts_of_the_window()) | set(texts_of_the_program()))
    faults = []
    for path in sorted(LANGUAGES.glob("*.ts")):
        known = translations(path)
        if "--check" in sys.argv:
            faults += [f"{path.name}: {fault}" for fault in faults_of(texts, known)]
        else:
            write(path, texts, known)
            print(f"{path.name}: {sum(bool(known.get(text)) for text in texts)} of {len(texts)} translated")
    print("\n".join(faults) or "Every text has its translations.", file=sys.stderr if faults else sys.stdout)
    return int(bool(faults))


def texts_of_the_window() -> Iterator[str]:
    """The literal in every ``tr("…")`` below segdiff/gui."""
    for path in sorted((ROOT / "segdiff" / "gui").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "tr":
                if not (node.args and isinstance(node.args[0], ast.Constant) and isinstance(node.args[0].value, str)):
                    sys.exit(f"{path.relative_to(ROOT)}:{node.lineno}: tr() needs a literal")
                yield node.args[0].value


def texts_of_the_program() -> Iterator[str]:
    """What the window shows of other parts of the program, through ``shown()``."""
    import segdiff.evaluate  # noqa: F401  fills the registry
    from segdiff import registry
    from segdiff.data import Grid
    from segdiff.evaluate.in_convention import INFINITE_THERE, ZERO_OVER_ZERO_THERE
    from segdiff.evaluate.scoring import OVERLAPPING, ZERO_OVER_ZERO, by_rule
    from segdiff.evidence import surface_distances
    from segdiff.explore import named_costs
    from segdiff.render import Plane

    texts = {INFINITE_THERE, ZERO_OVER_ZERO_THERE, OVERLAPPING, ZERO_OVER_ZERO, surface_distances.TOO_MANY}
    texts |= {surface_distances.BOTH_EMPTY, surface_distances.NO_TRUTH, surface_distances.NO_PREDICTION}
    for score in registry.scores():
        texts |= {score.title, score.title.removesuffix(" loss"), score.definition, score.formula, score.source}
        texts |= {score.on_labels, score.undefined} | ({by_rule(score)} if score.both_empty is not None else set())
    texts |= {score.title.replace(" loss", "") for score in registry.scores()}
    for one in named_costs():
        texts |= {one.name, one.meaning}
    for plane in Plane:
        texts |= {plane.shown_name, plane.value}
    texts |= {Grid((1,) * axes).unit for axes in (2, 3)}
    yield from (texts | set(texts_of_conventions())) - {""}


def texts_of_conventions() -> Iterator[str]:
    """What the card of a loss says of it, and of how each framework and paper has it."""
    from segdiff.losses import LORE, differences
    from segdiff.losses.conventions import CONVENTIONS
    from segdiff.losses.warnings import ONE_CLASS_GENERALISED, SWAPPED, activated_twice, exponent_below_one

    yield from (ONE_CLASS_GENERALISED, SWAPPED, activated_twice(1), exponent_below_one(0.75))

    for lore in LORE.values():
        yield from (lore.gradient, lore.imbalance, lore.empty)
    for known in CONVENTIONS.values():
        yield known.title
        for loss in LORE.keys() & known.refuses.keys():
            yield from (known.refuses[loss], known.refuses[loss].rstrip("."))
        for loss in LORE.keys() & known.recipes.keys():
            recipe = known.recipes[loss]
            several = () if recipe.one_class_only else differences(loss, known.id, 2)
            yield from (*differences(loss, known.id), *several, *recipe.notes)
            yield recipe.one_class_only.rstrip(".")


def translations(path: Path) -> dict[str, str]:
    """What a file holds, by English text; empty where something is not translated yet."""
    messages = ET.parse(path).getroot().iter("message")
    return {message.findtext("source") or "": message.findtext("translation") or "" for message in messages}


def faults_of(texts: list[str], known: dict[str, str]) -> Iterator[str]:
    """What is missing, wrong or left over."""
    for text in texts:
        if not known.get(text):
            yield f"not translated: {text!r}"
        elif sorted(set(PLACE.findall(text))) != sorted(set(PLACE.findall(known[text]))):
            yield f"other places than in English: {known[text]!r}"
        elif sorted(TAG.findall(text)) != sorted(TAG.findall(known[text])):
            yield f"other marks than in English: {known[text]!r}"
    for text in known.keys() - set(texts):
        yield f"no longer in the sources: {text!r}"


def write(path: Path, texts: list[str], known: dict[str, str]) -> None:
    """One context, in the order of the alphabet, so that changes are easy to read."""
    root = ET.Element("TS", version="2.1", language=path.stem.removeprefix("segdiff_"), sourcelanguage="en")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = "segdiff"
    for text in texts:
        message = ET.SubElement(context, "message")
        ET.SubElement(message, "source").text = text
        translation = ET.SubElement(message, "translation")
        if known.get(text):
            translation.text = known[text]
        else:
            translation.set("type", "unfinished")
    ET.indent(root, "    ")
    body = ET.tostring(root, encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', "utf-8")


if __name__ == "__main__":
    sys.exit(main())
