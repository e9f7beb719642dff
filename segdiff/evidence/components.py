"""Connected components of masks."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from segdiff.data import Neighbours

_CONNECTIVITY: Final = {Neighbours.FACES: 6, Neighbours.EDGES: 18, Neighbours.CORNERS: 26}

Labels = NDArray[np.unsignedinteger[Any]]
"""The number of the component each voxel belongs to, from 1; 0 for none."""


def components(codes: NDArray[Any], neighbours: Neighbours) -> tuple[Labels, int]:
    """Number the components of like codes.

    Args:
        codes: ``(z, y, x)``, a mask or small whole numbers; 0 belongs to no component, and only equal codes connect.
        neighbours: which voxels around a voxel are connected with it; a single z makes it a picture.

    Returns:
        the labels, in the order of each component's first voxel in memory, and how many there are.
    """
    import cc3d

    if codes.size == 0 or not codes.any():
        return np.zeros(codes.shape, np.uint16), 0
    connectivity: Any = _CONNECTIVITY[neighbours]
    # Its own way with masks fails on some that are a single voxel thin (cc3d 4.1), its way with numbers does not.
    numbers = codes.view(np.uint8) if codes.dtype == np.bool_ else codes
    labels, count = cc3d.connected_components(numbers, connectivity=connectivity, return_N=True)
    return labels, int(count)


def offsets(neighbours: Neighbours, axes: tuple[int, ...]) -> NDArray[np.int64]:
    """Steps to the neighbours of a voxel, ``(neighbour, 3)``, along those axes only."""
    steps = np.stack(np.meshgrid(*[[-1, 0, 1]] * 3, indexing="ij"), axis=-1).reshape(-1, 3)
    moved = np.abs(steps).sum(axis=1)
    most = {Neighbours.FACES: 1, Neighbours.EDGES: 2, Neighbours.CORNERS: 3}[neighbours]
    still = [axis for axis in range(3) if axis not in axes]
    kept: NDArray[np.int64] = steps[(moved > 0) & (moved <= most) & (steps[:, still] == 0).all(axis=1)]
    return kept
