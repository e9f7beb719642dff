"""Making the installers: ``python3 dev.py package``, on the system that the installer is for.

One folder holds the whole program, Python and all (:mod:`installer.freeze`, by PyInstaller and ``segdiff.spec``).
Before that, what belongs to a build is put in its place (:mod:`installer.staging`): icons drawn from the mark, the
licences of everything inside, version, commit and date. After that the folder is wrapped as the system expects:

- Linux: a ``.deb`` and a ``.tar.zst`` that runs wherever it is unpacked (:mod:`installer.linux_package`);
- Windows: an installer for one person, by NSIS (:mod:`installer.windows_package`);
- macOS: ``segdiff.app`` in a disk image (:mod:`installer.macos_package`).
"""
