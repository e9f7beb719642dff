"""What belongs to one build and to no checkout: icons, licences, and which version this is."""

from __future__ import annotations

import json
import shutil
import subprocess
from datetime import UTC, datetime

import segdiff
from installer.icons import draw_icons
from installer.licences import collect_licences
from installer.places import HERE, ICONS, ROOT, STAGED_RESOURCES, WORK


def stage() -> None:
    """Put everything in its place, from an empty folder."""
    shutil.rmtree(WORK, ignore_errors=True)
    STAGED_RESOURCES.mkdir(parents=True)
    draw_icons(ROOT / "resources" / "mark.svg", ICONS)
    collect_licences(STAGED_RESOURCES / "licences", HERE / "licences")
    build = {"version": segdiff.__version__, "commit": commit(), "date": f"{datetime.now(UTC):%Y-%m-%d}"}
    (STAGED_RESOURCES / "build.json").write_text(json.dumps(build, indent=1), "utf-8")


def commit() -> str:
    """The commit that is checked out, with a plus where files differ from it; empty outside a checkout."""
    try:
        name = _git("rev-parse", "--short=12", "HEAD")
        return f"{name}+" if _git("status", "--porcelain", "--untracked-files=no") else name
    except (OSError, subprocess.CalledProcessError):
        return ""


def _git(*words: str) -> str:
    done = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout.strip()
