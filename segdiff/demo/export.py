"""The demo as NIfTI files, to open in segdiff or any other viewer."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from segdiff.data import Case, Grid
from segdiff.demo.case import demo_case
from segdiff.errors import FileProblem

RAS_FROM_LPS: Final = np.diag([-1.0, -1.0, 1.0])
"""NIfTI counts millimetres towards right, anterior and superior; a Grid towards left, posterior and superior."""

SCANNER_ANATOMICAL: Final = 1
"""The NIfTI code for coordinates that are a scanner's own."""


def write_demo(folder: Path) -> dict[str, Path]:
    """Write the demo's image, truth and predictions into a folder, which is made if it is missing.

    Args:
        folder: where to write. Files of the same names are replaced.

    Returns:
        The files by what they hold: ``image``, ``truth``, ``eager`` and ``cautious``.

    Raises:
        FileProblem: the folder cannot be written to.
    """
    paths = {
        "image": folder / "flair.nii.gz",
        "truth": folder / "lesions_expert.nii.gz",
        "eager": folder / "eager.nii.gz",
        "cautious": folder / "cautious.nii.gz",
    }
    try:
        folder.mkdir(parents=True, exist_ok=True)
        case = demo_case()
        for what, voxels in _arrays(case).items():
            _write(paths[what], voxels, case.grid)
    except OSError as problem:
        raise FileProblem(f"The demo cannot be written to {folder}: {problem.strerror or problem}.") from problem
    return paths


def _arrays(case: Case) -> dict[str, NDArray[Any]]:
    """The arrays of a demo case, ``(z, y, x)``."""
    assert case.image is not None
    assert case.truth is not None
    eager, cautious = (prediction.content.voxels[0] for prediction in case.predictions)
    return {"image": case.image.voxels, "truth": case.truth.voxels, "eager": eager, "cautious": cautious}


def _write(path: Path, voxels: NDArray[Any], grid: Grid) -> None:
    """Write one array as it is, its axes turned into the order of NIfTI: ``(x, y, z)``."""
    import nibabel

    affine = nifti_affine(grid)
    make_volume: Any = nibabel.Nifti1Image  # of its calls only some have types
    volume = make_volume(voxels.T, affine)
    volume.set_qform(affine, code=SCANNER_ANATOMICAL)
    volume.set_sform(affine, code=SCANNER_ANATOMICAL)
    volume.header.set_xyzt_units(xyz="mm")
    volume.header["descrip"] = b"synthetic, made by segdiff demo"
    nibabel.save(volume, path)


def nifti_affine(grid: Grid) -> NDArray[np.float64]:
    """The matrix from indices ``(x, y, z, 1)`` to millimetres towards right, anterior and superior."""
    assert grid.spacing_mm is not None
    steps = np.asarray(grid.direction) * np.asarray(grid.spacing_mm)[:, np.newaxis]
    affine = np.eye(4)
    affine[:3, :3] = RAS_FROM_LPS @ steps[::-1].T
    affine[:3, 3] = RAS_FROM_LPS @ np.asarray(grid.origin_mm)
    return affine
