"""The disk image for macOS."""

from __future__ import annotations

import platform
import shutil
from pathlib import Path

from installer.places import DIST, WORK
from installer.running import need, run, say


def package(app: Path, *, version: str) -> list[Path]:
    """Sign the app for this machine only (a release signs it with a certificate) and put it on a disk image.

    Args:
        app: ``segdiff.app``.
        version: of segdiff.

    Returns:
        The files made, in ``dist``.
    """
    run([need("codesign", "Xcode command line tools"), "--force", "--deep", "--sign", "-", app])
    image = WORK / "image"
    shutil.rmtree(image, ignore_errors=True)
    shutil.copytree(app, image / app.name, symlinks=True)
    (image / "Applications").symlink_to("/Applications")
    DIST.mkdir(exist_ok=True)
    target = DIST / f"segdiff-{version}-macos-{platform.machine()}.dmg"
    say(f"writing {target.name}")
    options: list[str | Path] = ["-volname", "segdiff", "-srcfolder", image, "-ov", "-format", "UDZO"]
    run([need("hdiutil", "macOS"), "create", *options, target])
    return [target]
