"""Small files as other programs write them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import nibabel
import numpy as np
from numpy.typing import NDArray

from tests.gui.cases import GRID, cautious, eager, labelled, truth_map


def write_nifti(path: Path, voxels: NDArray[Any], spacing_mm: tuple[float, float, float]) -> Path:
    """Write an array whose axes run towards superior, posterior and left; NIfTI counts towards right and front.

    The first voxel lies 10 mm to the left, 20 mm to the front and 5 mm up.
    """
    thick, high, wide = spacing_mm
    affine = np.diag([-wide, -high, thick, 1.0])
    affine[:3, 3] = -10.0, 20.0, 5.0
    nibabel.Nifti1Image(np.ascontiguousarray(voxels.transpose(2, 1, 0)), affine).to_filename(path)
    return path


def write_case(folder: Path) -> dict[str, Path]:
    """The small case: an image of 120 intensities, its truth, and three predictions."""
    arrays = {
        "scan": np.arange(GRID.voxel_count, dtype=np.int16).reshape(GRID.shape),
        "gt": truth_map().voxels,
        "eager": eager().content.voxels[0],
        "cautious": cautious().content.voxels[0],
        "labelled": labelled().content.voxels,
    }
    assert GRID.spacing_mm is not None
    thick, high, wide = GRID.spacing_mm
    return {name: write_nifti(folder / f"{name}.nii.gz", array, (thick, high, wide)) for name, array in arrays.items()}
