#!/usr/bin/env python3
"""Set segdiff up in .venv and use it.

    python3 dev.py run [ARGUMENTS]     start segdiff, on the demo case or with any arguments of the segdiff command
    python3 dev.py test [ARGUMENTS]    run the tests; arguments go to pytest
    python3 dev.py package [--release] build the installer for this system, in dist

A thin layer over the ordinary ways (pip install -e ".[test]", pytest), which keep working. All of them share one
environment, and a stamp in it lets later starts skip the set-up. Only the standard library is used here.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "segdiff-setup.txt"
TORCH = "2.13.0"
TORCH_CPU_INDEX = "https://download.pytorch.org/whl/cpu"

# Debian package -> the shared library or program by which we see that it is there.
QT = {
    "libgl1": "libGL.so.1",
    "libegl1": "libEGL.so.1",
    "libglib2.0-0": "libglib-2.0.so.0",
    "libdbus-1-3": "libdbus-1.so.3",
    "libfontconfig1": "libfontconfig.so.1",
    "libxkbcommon0": "libxkbcommon.so.0",
}
SCREEN = {
    "libxcb-cursor0": "libxcb-cursor.so.0",
    "libxcb-icccm4": "libxcb-icccm.so.4",
    "libxcb-image0": "libxcb-image.so.0",
    "libxcb-keysyms1": "libxcb-keysyms.so.1",
    "libxcb-randr0": "libxcb-randr.so.0",
    "libxcb-render-util0": "libxcb-render-util.so.0",
    "libxcb-shape0": "libxcb-shape.so.0",
    "libxcb-xkb1": "libxcb-xkb.so.1",
    "libxkbcommon-x11-0": "libxkbcommon-x11.so.0",
    "libx11-xcb1": "libX11-xcb.so.1",
    "libwayland-cursor0": "libwayland-cursor.so.0",
    "libwayland-egl1": "libwayland-egl.so.1",
}
PROGRAMS = {
    "test": {"xvfb": "Xvfb", "xauth": "xauth"},
    "package": {"binutils": "strip", "zstd": "zstd"},
}


def main(arguments: list[str]) -> NoReturn:
    """Set up, then run segdiff or its tests; ends with their exit code."""
    if arguments[:1] not in (["run"], ["test"], ["package"]):
        print(__doc__)
        sys.exit(0 if arguments in (["-h"], ["--help"]) else 2)
    if sys.version_info < (3, 11):  # noqa: UP036  whoever has an older Python runs this line
        sys.exit(f"segdiff needs Python 3.11 or later; this is Python {platform.python_version()}.")
    purpose, rest = arguments[0], arguments[1:]
    if sys.platform == "linux":
        provide_packages(purpose, on_screen=bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")))
    set_up()
    if purpose == "test":
        os.chdir(ROOT)
        hand_over("-m", "pytest", *rest)
    if purpose == "package":
        os.chdir(ROOT)
        if not pip_install("-e", ".[package]"):
            sys.exit("pip could not install what builds the installer; its message is above.")
        hand_over("-m", "installer", *rest)
    hand_over("-m", "segdiff", *(rest or ["demo"]))


def provide_packages(purpose: str, on_screen: bool) -> None:
    """Install the system packages that are missing, or say which; without a screen, segdiff can do without."""
    missing = missing_packages(purpose, on_screen)
    if not missing or install_packages(missing):
        return
    if shutil.which("apt-get") is None:
        print(f"Not found on this system, and perhaps needed by segdiff's window: {', '.join(missing.values())}")
        return
    command = f"sudo apt-get install {' '.join(missing)}"
    sentence = f"segdiff needs system packages that could not be installed from here; run: {command}"
    if purpose in PROGRAMS or on_screen or "python3-venv" in missing:
        sys.exit(sentence)
    print(sentence)


def missing_packages(purpose: str, on_screen: bool) -> dict[str, str]:
    """Debian packages that are not there, with what shows it. A screen needs more than pictures, tests the most."""
    libraries = QT | (SCREEN if purpose in PROGRAMS or on_screen else {})
    missing = {package: library for package, library in libraries.items() if not loads(library)}
    programs = PROGRAMS.get(purpose, {}).items()
    missing |= {package: program for package, program in programs if not shutil.which(program)}
    if not PYTHON.exists() and importlib.util.find_spec("ensurepip") is None:
        missing["python3-venv"] = "Python's venv module"
    return missing


def loads(library: str) -> bool:
    """Whether the system's loader finds a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def install_packages(packages: dict[str, str]) -> bool:
    """Install Debian packages, as root or through sudo; whether that worked."""
    root = os.geteuid() == 0
    if shutil.which("apt-get") is None or not (root or shutil.which("sudo")):
        return False
    print(f"Installing system packages: {' '.join(packages)}", flush=True)
    sudo = [] if root else ["sudo"] if sys.stdin.isatty() else ["sudo", "--non-interactive"]
    apt = [*sudo, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    subprocess.call([*apt, "update"])
    return subprocess.call([*apt, "install", "--yes", "--no-install-recommends", *packages]) == 0


def set_up() -> None:
    """Make .venv hold what pyproject.toml and constraints.txt ask for; at once when it already does."""
    before = STAMP.read_text("utf-8").splitlines() if STAMP.exists() else []
    kind = torch_kind(os.environ.get("SEGDIFF_TORCH", ""), before)
    made_for = f"{ROOT}, Python {sys.version_info.major}.{sys.version_info.minor}"
    now = [kind, made_for, digest(ROOT / "pyproject.toml", ROOT / "constraints.txt")]
    if before == now and PYTHON.exists():
        return
    print("Setting up segdiff in .venv; the first time takes a minute or two.", flush=True)
    if kind == "cpu" and nvidia_is_here():
        print("To use the NVIDIA GPU found here (3 GB more): SEGDIFF_TORCH=cuda python3 dev.py run", flush=True)
    start_afresh = ["--clear"] if before and (before[:2] != now[:2] or not PYTHON.exists()) else []
    if subprocess.call([sys.executable, "-m", "venv", *start_afresh, VENV]) != 0:
        sys.exit(f"Python could not make the environment {VENV}; its message is above.")
    install_torch(kind)
    if not pip_install("-e", ".[test]"):
        sys.exit("pip could not install what segdiff needs; its message is above.")
    STAMP.write_text("\n".join(now), "utf-8")


def torch_kind(asked: str, before: list[str]) -> str:
    """Which build of torch: cpu or cuda on Linux, kept from the last time unless asked; elsewhere the plain one."""
    if asked not in ("", "cpu", "cuda"):
        sys.exit(f"SEGDIFF_TORCH should be cpu or cuda, not {asked!r}.")
    if sys.platform != "linux":
        return "plain"
    return asked or (before[0] if before else "cpu")


def install_torch(kind: str) -> None:
    """Install torch. A plain torch on Linux is the CUDA build; the version with +cpu can never turn into it."""
    if kind != "cpu":
        installed = pip_install(f"torch=={TORCH}")
    elif not (installed := pip_install(f"torch=={TORCH}+cpu", complain=False)):
        print(f"pip's own sources have no CPU build of torch {TORCH}; taking it from PyTorch's index.", flush=True)
        installed = pip_install(f"torch=={TORCH}+cpu", "--extra-index-url", TORCH_CPU_INDEX)
    if not installed:
        sys.exit(f"pip could not install torch {TORCH}; its message is above.")


def pip_install(*what: str, complain: bool = True) -> bool:
    """Install into .venv with the versions of constraints.txt; whether that worked."""
    command = [str(PYTHON), "-m", "pip", "install", "-c", "constraints.txt", *what]
    return subprocess.call(command, cwd=ROOT, stderr=None if complain else subprocess.DEVNULL) == 0


def nvidia_is_here() -> bool:
    """Whether an NVIDIA driver answers."""
    program = shutil.which("nvidia-smi")
    return program is not None and subprocess.run([program, "-L"], capture_output=True, check=False).returncode == 0


def hand_over(*arguments: str) -> NoReturn:
    """Become .venv's Python, so that Ctrl+C and the exit code are its own; Windows can only call it."""
    command = [str(PYTHON), *arguments]
    if os.name == "nt":
        sys.exit(subprocess.call(command))
    os.execv(command[0], command)


def digest(*files: Path) -> str:
    """One fingerprint of several files."""
    return hashlib.sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()


if __name__ == "__main__":
    main(sys.argv[1:])
