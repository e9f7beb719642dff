"""The ``.deb`` and the ``.tar.zst`` for Linux."""

from __future__ import annotations

import gzip
import re
import shutil
from pathlib import Path
from typing import Final

from installer.icons import SIZES
from installer.manual import bash_completion, fish_completion, manual_page, options, zsh_completion
from installer.places import DIST, HERE, ICONS, ROOT, STAGED_RESOURCES, WORK
from installer.running import need, run, say

TEMPLATES: Final = HERE / "linux"
DEPENDS: Final = (
    "libgl1", "libegl1", "libglib2.0-0 | libglib2.0-0t64", "libfontconfig1", "libdbus-1-3",
    "libxkbcommon-x11-0", "libxcb-cursor0", "libxcb-icccm4", "libxcb-image0", "libxcb-keysyms1",
    "libxcb-randr0", "libxcb-render-util0", "libxcb-shape0",
    "libxcb-xkb1", "libx11-xcb1", "libwayland-cursor0", "libwayland-egl1", "fonts-dejavu-core | fonts-noto-core",
)  # fmt: skip
"""What Qt loads from the system, and letters to write with."""

_GLIBC: Final = re.compile(rb"GLIBC_2\.(\d+)\x00")
_ARCHITECTURES: Final = {"x86_64": "amd64", "aarch64": "arm64"}


def package(folder: Path, *, version: str, date: str, release: bool) -> list[Path]:
    """Wrap the program's folder.

    Args:
        folder: the built program.
        version: of segdiff.
        date: of the build, ``YYYY-MM-DD``.
        release: as small as it gets, which takes minutes; otherwise soon done.

    Returns:
        The files made, in ``dist``.
    """
    import platform

    machine = platform.machine()
    architecture = _ARCHITECTURES.get(machine, machine)
    root = WORK / "deb"
    _lay_out(root, folder, version, date)
    _write_control(root, version, architecture, folder)
    DIST.mkdir(exist_ok=True)
    deb = DIST / f"segdiff_{version}_{architecture}.deb"
    say(f"writing {deb.name}")
    squeeze = ["-Zxz", "-z6"] if release else ["-Zzstd", "-z10"]
    run([need("dpkg-deb", "dpkg"), "--root-owner-group", *squeeze, "--build", root, deb])
    shutil.rmtree(root)
    archive = DIST / f"segdiff-{version}-linux-{machine}.tar.zst"
    say(f"writing {archive.name}")
    squeeze_archive = f"--use-compress-program={need('zstd', 'zstd')} {'-19' if release else '-10'} -T0"
    run(["tar", "-C", folder.parent, squeeze_archive, "-cf", archive, folder.name])
    return [deb, archive]


def _lay_out(root: Path, folder: Path, version: str, date: str) -> None:
    """The tree of files as they will be installed."""
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(folder, root / "opt" / "segdiff", symlinks=True, copy_function=_linked)
    share = root / "usr" / "share"
    (root / "usr" / "bin").mkdir(parents=True)
    (root / "usr" / "bin" / "segdiff").symlink_to("/opt/segdiff/segdiff")
    _copy(TEMPLATES / "segdiff.desktop", share / "applications" / "segdiff.desktop")
    _copy(TEMPLATES / "segdiff-mime.xml", share / "mime" / "packages" / "segdiff.xml")
    _copy(TEMPLATES / "copyright", share / "doc" / "segdiff" / "copyright")
    metainfo = (TEMPLATES / "io.github.segdiff.metainfo.xml").read_text("utf-8")
    _write(share / "metainfo" / "io.github.segdiff.metainfo.xml", _filled(metainfo, VERSION=version, DATE=date))
    for size in SIZES:
        _copy(ICONS / f"segdiff-{size}.png", share / f"icons/hicolor/{size}x{size}/apps/segdiff.png")
    _copy(ROOT / "resources" / "mark.svg", share / "icons/hicolor/scalable/apps/segdiff.svg")
    of = options()
    _write(share / "bash-completion/completions/segdiff", bash_completion(of))
    _write(share / "zsh/vendor-completions/_segdiff", zsh_completion(of))
    _write(share / "fish/vendor_completions.d/segdiff.fish", fish_completion(of))
    page = gzip.compress(manual_page(version, date).encode(), mtime=0)
    (share / "man/man1").mkdir(parents=True)
    (share / "man/man1/segdiff.1.gz").write_bytes(page)


def _write_control(root: Path, version: str, architecture: str, folder: Path) -> None:
    size = sum(file.lstat().st_size for file in root.rglob("*") if file.is_file() and not file.is_symlink())
    depends = [f"libc6 (>= 2.{newest_glibc(folder)})", *DEPENDS]
    control = _filled(
        (TEMPLATES / "control").read_text("utf-8"),
        VERSION=version.replace("-", "~"),
        ARCHITECTURE=architecture,
        KIB=str(size // 1024),
        DEPENDS=", ".join(depends),
    )
    _write(root / "DEBIAN" / "control", control)


def newest_glibc(folder: Path) -> int:
    """The minor version of the newest glibc that any library in the folder asks for: 36 for 2.36."""
    newest = 0
    for file in folder.rglob("*"):
        if file.is_symlink() or not file.is_file() or not (".so" in file.name or file.suffix == ""):
            continue
        data = file.read_bytes()
        if data.startswith(b"\x7fELF"):
            newest = max([newest, *map(int, _GLIBC.findall(data))])
    return newest


def built() -> tuple[str, str]:
    """Version and date of what is staged."""
    import json

    facts = json.loads((STAGED_RESOURCES / "build.json").read_text("utf-8"))
    return facts["version"], facts["date"]


def _filled(template: str, **values: str) -> str:
    for name, value in values.items():
        template = template.replace(f"@{name}@", value)
    return template


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _write(target: Path, text: str) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, "utf-8")


def _linked(source: str, target: str) -> None:
    """A second name for the same file: the tree is only read."""
    Path(target).hardlink_to(source)
