"""One particular head: the anatomy, bent a little so that its sides differ, the surface of the brain folded.

A :class:`HeadPlan` holds what chance decided; a :class:`Head` is that plan carried out on the voxels of one slab.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from segdiff.demo import anatomy
from segdiff.demo.lattice import COARSE_SHAPE, Field, Places, coarse_layers, refined, smooth_noise
from segdiff.demo.shapes import either, joined

SKULL_AND_SCALP_MM: Final = 12.5
"""From the inside of the skull to the skin."""

BEND_MM: Final = 1.1
"""How far the waves that bend the head move a point, at most, along each axis."""

SULCUS_DEPTH_MM: Final = 9.0
"""Where the folds of the brain's surface begin to close, below the inside of the skull."""


@dataclass(frozen=True, eq=False)
class Head:
    """Depth in mm, at each voxel of a slab, inside everything that looks different in the picture.

    Args:
        skin: the whole head.
        orbits: fat around the eyes.
        eyes: eyeballs.
        airway: nasal cavity and throat.
        dura: the inside of the skull.
        pia: the brain, folds and the cleft between its halves left out.
        falx: the membrane in that cleft.
        deep_grey: grey matter inside the brain.
        ventricles: fluid inside the brain.
    """

    skin: Field
    orbits: Field
    eyes: Field
    airway: Field
    dura: Field
    pia: Field
    falx: Field
    deep_grey: Field
    ventricles: Field


class HeadPlan:
    """What chance decides about a head: how it is bent, and where the surface of its brain is folded."""

    def __init__(self, rng: np.random.Generator) -> None:
        self._phases = rng.uniform(0.0, 2.0 * np.pi, size=(3, 2)).astype(np.float32)
        self._folds = smooth_noise(rng, COARSE_SHAPE, 1.7)

    def ventricles(self, at: Places) -> Field:
        """Depth inside the ventricles at any places, for lesions to keep out of."""
        return anatomy.ventricles(self._straightened(at))

    def slab(self, slab: slice) -> Head:
        """The head on the voxels of a slab: drawn on the coarse lattice, folded on the fine one."""
        at = self._straightened(Places.of_coarse_points(slab))
        cerebrum, temporal, cerebellum = anatomy.cerebrum(at), anatomy.temporal_lobes(at), anatomy.cerebellum(at)
        stem = anatomy.brainstem(at)
        skull = joined(joined(joined(cerebrum, temporal, 16.0), cerebellum, 30.0), stem, 10.0)
        border = either(temporal, cerebellum) - cerebrum
        undivided = either(anatomy.unparted_middle(at), border, stem + 2.0)

        dura = refined(skull)
        folds = _sulci(refined(self._folds[coarse_layers(slab)]), refined(border), dura, refined(stem))
        cleft: Field = np.maximum(np.abs(refined(at.x)), refined(undivided))
        return Head(
            skin=refined(joined(skull + SKULL_AND_SCALP_MM, anatomy.face_and_neck(at), 24.0)),
            orbits=refined(anatomy.orbits(at)),
            eyes=refined(anatomy.eyes(at)),
            airway=refined(anatomy.airway(at)),
            dura=dura,
            pia=np.minimum(np.minimum(dura - 1.6, folds - 0.9), cleft - 1.2),
            falx=0.5 - cleft,
            deep_grey=refined(anatomy.deep_grey_matter(at)),
            ventricles=refined(anatomy.ventricles(at)),
        )

    def _straightened(self, at: Places) -> Places:
        """Where in the straight, symmetric anatomy to look for what lies at these places of this head."""
        z, y, x = at
        leaning = x + 0.02 * y - 0.012 * z
        return Places(z + self._wave(0, y, x), y + self._wave(1, x, z), leaning + self._wave(2, y, z))

    def _wave(self, which: int, first: Field, second: Field) -> Field:
        """A shift in mm that waxes and wanes slowly along two axes."""
        one, two = self._phases[which]
        shift: Field = np.cos(first / 14.0 + one) * np.cos(second / 19.0 + two) * BEND_MM
        return shift


def _sulci(noise: Field, border: Field, dura: Field, stem: Field) -> Field:
    """Distance in mm from the middle of the nearest fold.

    Folds follow the zeros of smooth noise, which meander as sulci do, and the borders between lobes. They narrow
    inwards, close at the sulcal depth, and spare the brainstem.
    """
    nearest = np.minimum(np.abs(noise) * 3.2, np.abs(border) * 0.5)
    narrowing = np.maximum(dura, 0.0) * 0.04
    closing = np.maximum((dura - SULCUS_DEPTH_MM) * 0.35, 0.0)
    distance: Field = nearest + narrowing + np.maximum(closing, stem + 3.0)
    return distance
