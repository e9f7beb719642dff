"""What goes around the program on Linux, without building the program."""

from __future__ import annotations

import configparser
import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
from importlib.metadata import distribution
from pathlib import Path

import pytest
from PIL import Image

from installer import licences, linux_package, manual, windows_package
from installer.icons import SIZES, draw_icons
from installer.places import HERE, ROOT
from segdiff.cli.main import COMMANDS


@pytest.fixture(scope="module")
def options() -> dict[str, list[str]]:
    return manual.options()


def test_the_manual_has_every_command_and_the_research_line() -> None:
    page = manual.manual_page("1.2.3", "2026-02-03")
    assert page.startswith('.TH SEGDIFF 1 "2026-02-03" "segdiff 1.2.3"')
    for name in COMMANDS:
        assert f"\n.SH SEGDIFF {name.upper()}\n" in page
    assert "not for diagnosis" in page
    assert not [line for line in page.splitlines() if re.match(r"\.(?!TH |SH |nf$|fi$)", line)]


def test_completion_offers_what_each_command_takes(options: dict[str, list[str]]) -> None:
    assert {"--truth", "--prediction", "--format"} <= set(options["score"])
    assert "--screenshot" in options["demo"]
    asked = "COMP_WORDS=(segdiff score --tru); COMP_CWORD=2; _segdiff; echo ${COMPREPLY[@]}"
    script = f"{manual.bash_completion(options)}\n{asked}"
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.split() == [word for word in options["score"] if word.startswith("--tru")]
    for text in (manual.zsh_completion(options), manual.fish_completion(options)):
        assert all(name in text for name in COMMANDS)


def test_the_desktop_entry_names_what_is_installed() -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment, method-assign]
    entry.read(HERE / "linux" / "segdiff.desktop", "utf-8")
    values = entry["Desktop Entry"]
    assert values["Exec"].split()[:2] == ["segdiff", "open"]
    assert values["Exec"].split()[2] in manual.options()["open"]
    assert values["StartupWMClass"] == values["Icon"] == "segdiff"
    types = {kind.get("type") for kind in ET.parse(HERE / "linux" / "segdiff-mime.xml").getroot()}
    assert types == set(filter(None, values["MimeType"].split(";")))
    if checker := shutil.which("desktop-file-validate"):
        subprocess.run([checker, HERE / "linux" / "segdiff.desktop"], check=True)


def test_the_newest_glibc_is_found_in_libraries_only(tmp_path: Path) -> None:
    (tmp_path / "libone.so.1").write_bytes(b"\x7fELF GLIBC_2.4\x00 GLIBC_2.34\x00GLIBC_2.2.5\x00")
    (tmp_path / "libtwo.so").write_bytes(b"\x7fELF GLIBC_2.17\x00")
    (tmp_path / "notes.so").write_bytes(b"no library, GLIBC_2.99\x00")
    assert linux_package.newest_glibc(tmp_path) == 34


def test_the_tree_is_laid_out_as_debian_expects(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "frozen" / "segdiff"
    program.mkdir(parents=True)
    (program / "segdiff").write_bytes(b"\x7fELF GLIBC_2.31\x00" + b"x" * 5000)
    icons = tmp_path / "icons"
    icons.mkdir()
    for size in linux_package.SIZES:
        (icons / f"segdiff-{size}.png").touch()
    monkeypatch.setattr(linux_package, "ICONS", icons)
    root = tmp_path / "deb"
    linux_package._lay_out(root, program, "1.2.3", "2026-02-03")
    linux_package._write_control(root, "1.2.3-rc1", "amd64", program)
    assert (root / "usr/bin/segdiff").readlink() == Path("/opt/segdiff/segdiff")
    assert (root / "opt/segdiff/segdiff").samefile(program / "segdiff")
    assert '<release version="1.2.3" date="2026-02-03"/>' in next((root / "usr/share/metainfo").iterdir()).read_text()
    control = dict(
        line.split(": ", 1) for line in (root / "DEBIAN/control").read_text().splitlines() if not line.startswith(" ")
    )
    assert control["Version"] == "1.2.3~rc1"
    assert control["Depends"].startswith("libc6 (>= 2.31), libgl1, ")
    assert int(control["Installed-Size"]) >= 4
    assert "@" not in control["Depends"] + control["Architecture"]


def test_every_library_in_the_bundle_has_a_licence(tmp_path: Path) -> None:
    components = {
        each.name.lower().replace("_", "-"): each
        for each in licences.collect_licences(tmp_path / "l", HERE / "licences")
    }
    assert {"python", "torch", "numpy", "pyside6-essentials", "nibabel"} <= components.keys()
    assert "pytest" not in components
    assert components["pyside6-essentials"].licence == "LGPL-3.0-only"
    assert {"LGPL-3.0.txt", "GPL-3.0.txt"} <= set(components["pyside6-essentials"].texts)
    for component in components.values():
        assert component.licence
        assert all((tmp_path / "l" / text).stat().st_size > 20 for text in component.texts)
    copyleft = {
        name for name, each in components.items() if re.search(r"\bA?GPL", each.licence) and "LGPL" not in each.licence
    }
    assert copyleft == set()


def test_what_is_only_for_tests_is_not_a_dependency() -> None:
    names = {found.metadata["Name"].lower() for found in licences.dependencies("segdiff")}
    assert "pytest" not in names
    assert {"torch", "sympy"} <= names  # sympy is torch's
    assert distribution("pytest").version


def test_the_windows_script_installs_for_one_person() -> None:
    script = (HERE / "windows" / "segdiff.nsi").read_text("utf-8")
    assert "RequestExecutionLevel user" in script
    written = set(re.findall(r'WriteReg\w+ HKCU "([^"]+)"', script))
    deleted = set(re.findall(r'DeleteRegKey HKCU "([^"]+)"', script))
    assert {"Software\\segdiff", "${UNINSTALL}"} <= written & deleted
    assert "HKLM" not in script


@pytest.mark.skipif(shutil.which("makensis") is None, reason="NSIS, which makes installers for Windows, is not here")
def test_the_windows_script_compiles_over_a_staged_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("PySide6.QtSvg")
    draw_icons(ROOT / "resources" / "mark.svg", tmp_path)
    program = tmp_path / "segdiff"
    (program / "_internal").mkdir(parents=True)
    for name in ("segdiff.exe", "segdiff-window.exe", "_internal/python311.dll"):
        (program / name).write_bytes(b"MZ" + bytes(1000))
    monkeypatch.setattr(windows_package, "ICONS", tmp_path)
    monkeypatch.setattr(windows_package, "DIST", tmp_path / "dist")
    (setup,) = windows_package.package(program, version="1.2.3")
    assert setup.name == "segdiff-1.2.3-windows-setup.exe"
    assert setup.read_bytes().startswith(b"MZ")
    assert b"Nullsoft" in setup.read_bytes()


def test_icons_are_drawn_in_every_size(tmp_path: Path) -> None:
    pytest.importorskip("PySide6.QtSvg")
    draw_icons(ROOT / "resources" / "mark.svg", tmp_path)
    for size in SIZES:
        picture = Image.open(tmp_path / f"segdiff-{size}.png").convert("RGBA")
        assert picture.size == (size, size)
        near_green = picture.getpixel((size // 2, size // 2))
        assert near_green[1] > 120 > near_green[0]  # type: ignore[index, operator]
        assert picture.getpixel((0, 0))[3] == 0  # type: ignore[index]
    with Image.open(tmp_path / "segdiff.ico") as icon:
        assert (16, 16) in icon.info["sizes"]
    assert (tmp_path / "segdiff.icns").stat().st_size > 1000
