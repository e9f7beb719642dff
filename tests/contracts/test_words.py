"""Every text of the window goes through ``tr``, as a literal and not too early; and each rule is seen to fail."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

GUI = Path(__file__).resolve().parents[2] / "segdiff" / "gui"

SHOWS = {
    "QCheckBox", "QLabel", "QPushButton", "QRadioButton", "SectionHead", "addAction", "addItem", "add_tab", "drawText",
    "label", "setAccessibleDescription", "setAccessibleName", "setPlaceholderText", "setText", "setToolTip",
    "setWindowTitle", "showText", "show_busy", "show_notice", "show_problem", "show_progress",
}  # fmt: skip
"""What is called with a text that a person sees or hears."""

NO_WORDS = re.compile(r"segdiff|[A-Z]?|[^A-Za-z]*|.*(mm|px)")
"""The program's name, a key, signs, numbers with a unit."""

SENTENCE = re.compile(r"[A-Za-z]{2,}[,.;:]? [A-Za-z]{2,}")
STYLE = re.compile(r"[a-z-]+: ?[^;]*;|style='")

NAMES = {"whole target", "largest lesion", "smallest lesion"}
"""Of what is measured: looked up by these, never shown."""


def faults_of(source: str) -> list[str]:
    """Texts in a source that could not be translated."""
    tree = ast.parse(source)
    return [*_not_literal(tree), *_too_early(tree), *_bare_words(tree), *_bare_sentences(tree)]


def _name(node: ast.AST) -> str:
    """What is called; empty for anything but a call."""
    if not isinstance(node, ast.Call):
        return ""
    return node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")


def _not_literal(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name(node) == "tr" and not isinstance(node.args[0], ast.Constant):
            yield f"line {node.lineno}: tr() of what is no literal"


def _too_early(tree: ast.Module) -> Iterator[str]:
    """While the program is being imported, it is not known yet in which language it is to speak."""
    waiting: list[ast.AST] = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Call) and _name(node) == "tr":
            yield f"line {node.lineno}: tr() on import"
        if isinstance(node, ast.FunctionDef):
            waiting += [*node.args.defaults, *(one for one in node.args.kw_defaults if one), *node.decorator_list]
        elif not isinstance(node, ast.Lambda):
            waiting += ast.iter_child_nodes(node)


def _bare_words(tree: ast.AST) -> Iterator[str]:
    """Even a single word, where it is handed to what shows it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name(node) in SHOWS:
            arguments = node.args[:1] if _name(node) == "label" else node.args  # a role follows
            for text in _texts(arguments):
                if not NO_WORDS.fullmatch(text) and not STYLE.search(text):
                    yield f"line {node.lineno}: {_name(node)}({text!r})"


def _texts(arguments: Iterable[ast.AST]) -> Iterator[str]:
    """Literals as they are, f-strings less their places, and both sides of a choice between two."""
    for argument in arguments:
        if isinstance(argument, ast.IfExp):
            yield from _texts([argument.body, argument.orelse])
        elif isinstance(argument, ast.Constant) and isinstance(argument.value, str):
            yield argument.value
        elif isinstance(argument, ast.JoinedStr):
            yield "".join(str(part.value) for part in argument.values if isinstance(part, ast.Constant))


def _bare_sentences(tree: ast.AST) -> Iterator[str]:
    """Two words beside each other, wherever they stand but in explanations and in errors."""
    passed: set[int] = set()
    for node in ast.walk(tree):
        is_told = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        is_style = isinstance(node, ast.JoinedStr) and any(map(STYLE.search, _texts([node])))
        if is_told or is_style or isinstance(node, ast.Raise) or _name(node) in ("tr", "shown"):
            passed |= {id(part) for part in ast.walk(node)}
        is_text = isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in passed
        if is_text and SENTENCE.search(node.value) and not STYLE.search(node.value) and node.value not in NAMES:
            yield f"line {node.lineno}: {node.value!r}"


def test_every_text_of_the_window_can_be_translated() -> None:
    """The theme holds style sheets and names of typefaces."""
    found = {
        path.relative_to(GUI).as_posix(): faults
        for path in sorted(GUI.rglob("*.py"))
        if path.name != "theme.py" and (faults := faults_of(path.read_text("utf-8")))
    }
    assert found == {}


@pytest.mark.parametrize(
    ("sin", "fault"),
    [
        ("button.setText('Open')", "line 1: setText('Open')"),
        ("def show():\n    button.setText('Open' if new else tr('Close'))", "line 2: setText('Open')"),
        ("made = label(f'Opacity: {name}', 'small')", "line 1: label('Opacity: ')"),
        ("WORDS = ('the place in the picture',)", "line 1: 'the place in the picture'"),
        ("def show(): return f'{name} is ahead.'", "line 1: ' is ahead.'"),
        ("WORDS = {1: tr('resampled')}", "line 1: tr() on import"),
        ("class View:\n    words = tr('resampled')", "line 2: tr() on import"),
        ("def show(words=tr('resampled')): ...", "line 1: tr() on import"),
        ("def show(text): return tr(text)", "line 1: tr() of what is no literal"),
        ("def show(name): return tr(f'{name} is ahead')", "line 1: tr() of what is no literal"),
    ],
)
def test_the_guard_notices(sin: str, fault: str) -> None:
    assert faults_of(sin) == [fault]


@pytest.mark.parametrize(
    "source",
    [
        '"""What this module is for."""',
        "def show(name): return tr('{name} is ahead', name=name)",
        "WORDS = {1: lambda: tr('resampled')}",
        "def show(): return label(tr('Opacity'), 'small')",
        "made.setProperty('role', 'small')",
        "made.setText(f'{size} mm')",
        "made.setStyleSheet(f'color: {text}; border: 2px dashed {line};')",
        "raise ValueError('there is no such plane')",
    ],
)
def test_the_guard_lets_pass(source: str) -> None:
    assert faults_of(source) == []
