"""The picture: what a scanner would make of the head, with fat and lesions bright and fluid dark, as FLAIR has them.

Tissues are painted over each other from the outside inwards, each by the share of the voxel that it fills. Then come
the lesions, a slow change of brightness from the coils, and the noise of a magnitude image, which is Rician
(Gudbjartsson and Patz 1995, doi:10.1002/mrm.1910340618).
"""

from __future__ import annotations

from typing import Final

import numpy as np

from segdiff.demo.head import Head, HeadPlan
from segdiff.demo.lattice import COARSE_SHAPE, GRID, Field, Places, coarse_layers, refined, slabs, smooth_noise
from segdiff.demo.lesions import GrownLesion
from segdiff.demo.shapes import coverage

AIR: Final = 0.04
BONE: Final = 0.07
FLUID: Final = 0.12
MARROW: Final = 0.20
MUSCLE: Final = 0.40
WHITE_MATTER: Final = 0.53
FALX: Final = 0.55
GREY_MATTER: Final = 0.64
VENTRICLE_RIM: Final = 0.68
LESION_EDGE: Final = 0.82
LESION_CORE: Final = 0.91
FAT: Final = 0.86

NOISE: Final = 0.025
"""Standard deviation of the noise in each of the receiver's two channels."""

SHADING: Final = 0.06
"""By how much the picture is brighter 90 mm above or behind its middle, and darker below and in front."""


def take_picture(plan: HeadPlan, lesions: tuple[GrownLesion, ...], rng: np.random.Generator) -> Field:
    """The image in arbitrary units, float32, ``(z, y, x)``."""
    texture = smooth_noise(rng, COARSE_SHAPE, 0.8)
    image = np.empty(GRID.shape, dtype=np.float32)
    for slab in slabs():
        image[slab] = _tissues(plan.slab(slab), refined(texture[coarse_layers(slab)]))
    for grown in lesions:
        _paint(image[grown.box], _lesion_intensity(grown.depth), coverage(grown.depth, 3.0))
    for slab in slabs():
        image[slab] = _scanned(image[slab], slab, rng)
    return image


def _tissues(head: Head, texture: Field) -> Field:
    """Intensities of a slab, evenly lit and free of noise."""
    image = np.zeros(head.skin.shape, dtype=np.float32)
    fine = 0.02 * texture
    _paint(image, MUSCLE + 0.05 * texture, coverage(head.skin, 1.5))
    _paint(image, FAT, coverage(head.orbits, 2.0))
    _paint(image, FAT + fine, _layer(head.skin, 1.4, 5.8, 2.0))
    _paint(image, FLUID, coverage(head.eyes, 1.5))
    _paint(image, AIR, coverage(head.airway, 1.5))
    _paint(image, BONE, coverage(head.dura + 7.0, 1.5))
    _paint(image, MARROW, _layer(head.dura, -4.2, -3.0, 2.5))
    _paint(image, FLUID, coverage(head.dura, 1.5))
    _paint(image, GREY_MATTER + fine, coverage(head.pia, 2.0))
    _paint(image, WHITE_MATTER + fine, coverage(head.pia - 2.6, 2.5))
    _paint(image, FALX, coverage(head.falx, 1.0) * coverage(head.dura, 1.5))
    _paint(image, GREY_MATTER, 0.5 * coverage(head.deep_grey, 4.0))
    _paint(image, VENTRICLE_RIM, 0.5 * coverage(head.ventricles + 1.5, 4.0))
    _paint(image, FLUID, coverage(head.ventricles, 2.5))
    return image


def _lesion_intensity(depth: Field) -> Field:
    """A lesion is brightest where it is at least 6 mm deep."""
    return LESION_EDGE + (LESION_CORE - LESION_EDGE) / 6.0 * np.clip(depth, 0.0, 6.0)


def _paint(image: Field, intensity: Field | float, share: Field) -> None:
    """Let ``intensity`` replace what is there by ``share`` of each voxel; ``share`` is used up."""
    share *= intensity - image
    image += share


def _layer(depth: Field, outer_mm: float, inner_mm: float, edge_mm: float) -> Field:
    """Share of each voxel that lies between two depths."""
    middle, half = (outer_mm + inner_mm) / 2.0, (inner_mm - outer_mm) / 2.0
    return coverage(half - np.abs(depth - middle), edge_mm)


def _scanned(tissues: Field, slab: slice, rng: np.random.Generator) -> Field:
    """The same under the coils' uneven sensitivity and with the receiver's noise."""
    _, rows, columns = GRID.shape
    at = Places.of_voxels((slab, slice(0, rows), slice(0, columns)))
    shading = 1.0 + (SHADING / 90.0) * (at.z + at.y)
    real, imaginary = NOISE * rng.standard_normal((2, *tissues.shape), dtype=np.float32)
    real += tissues * shading
    magnitude: Field = np.sqrt(real * real + imaginary * imaginary)
    return magnitude
