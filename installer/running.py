"""Running the programs that a build needs."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path


def run(command: Sequence[str | Path], *, into: Path | None = None) -> None:
    """Run a program, its output into a file if one is given; ends the build where it fails."""
    words = [str(word) for word in command]
    if into is None:
        code = subprocess.call(words)
    else:
        with into.open("wb") as file:
            code = subprocess.call(words, stdout=file)
    if code != 0:
        sys.exit(f"{words[0]} ended with exit code {code}; its message is above.")


def need(program: str, package: str) -> str:
    """Path of a program; ends the build with the package that has it where it is not there."""
    found = shutil.which(program)
    if found is None:
        sys.exit(f"The program {program} is needed to build the installer; the package {package} has it.")
    return found


def say(text: str) -> None:
    """Tell how far the build is."""
    sys.stdout.write(f"-- {text}\n")
    sys.stdout.flush()
