"""``python3 dev.py package``: build the installer for this system."""

from __future__ import annotations

import argparse
import hashlib
import sys
from pathlib import Path

from installer import linux_package, macos_package, windows_package
from installer.freeze import freeze, megabytes
from installer.linux_package import built
from installer.places import DIST, FOLDER
from installer.running import run, say
from installer.staging import stage


def main() -> int:
    """Stage, freeze, try, wrap; print what was made, with sizes and checksums."""
    parser = argparse.ArgumentParser(prog="dev.py package", description=__doc__)
    parser.add_argument("--release", action="store_true", help="as small as it gets, which takes minutes longer")
    arguments = parser.parse_args()
    stage()
    folder = freeze()
    say(f"the program's folder holds {megabytes(folder):.0f} MB; trying it")
    run([folder / ("segdiff.exe" if sys.platform == "win32" else "segdiff"), "check"])
    for file in _wrapped(folder, release=arguments.release):
        with file.open("rb") as data:
            checksum = hashlib.file_digest(data, "sha256").hexdigest()
        (DIST / f"{file.name}.sha256").write_text(f"{checksum}  {file.name}\n", "utf-8")
        say(f"{file.name}: {file.stat().st_size / 1e6:.0f} MB, sha256 {checksum}")
    return 0


def _wrapped(folder: Path, *, release: bool) -> list[Path]:
    version, date = built()
    if sys.platform == "win32":
        return windows_package.package(folder, version=version)
    if sys.platform == "darwin":
        return macos_package.package(FOLDER.parent / "segdiff.app", version=version)
    return linux_package.package(folder, version=version, date=date, release=release)


if __name__ == "__main__":
    sys.exit(main())
