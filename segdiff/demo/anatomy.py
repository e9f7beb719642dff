"""Depths of the parts of a head, each drawn from a few eggs and tubes, before anything is bent or folded.

The numbers are measured on no one: they are round millimetres, chosen so that every plane shows what a reader looks
for. Paired structures are drawn once, on the left, at mirrored places.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from segdiff.demo.lattice import Field, Places
from segdiff.demo.shapes import Course, either, ellipsoid, joined, tube

LATERAL_VENTRICLE: Final[Course] = (
    ((6.0, -37.0, 15.5), 2.5),
    ((7.5, -25.0, 13.0), 6.0),
    ((8.5, -5.0, 12.0), 6.5),
    ((8.5, 13.0, 14.5), 7.0),
    ((7.0, 27.0, 18.0), 7.0),
    ((5.5, 41.0, 18.5), 4.0),
    ((4.5, 51.0, 15.5), 1.5),
)
"""From the tip of the frontal horn along the body to the tip of the occipital horn, all heights × ¾."""

TEMPORAL_HORN: Final[Course] = (
    ((5.0, 28.0, 20.5), 5.0),
    ((-5.0, 23.0, 29.0), 3.0),
    ((-13.0, 6.0, 31.0), 2.2),
    ((-15.0, -6.0, 30.0), 1.5),
)
BRAINSTEM: Final[Course] = (
    ((-8.0, 2.0, 0.0), 14.0),
    ((-30.0, 8.0, 0.0), 13.0),
    ((-48.0, 15.0, 0.0), 8.0),
    ((-95.0, 24.0, 0.0), 6.5),
)


def cerebrum(at: Places) -> Field:
    """Both hemispheres without the temporal lobes: an egg, flat below and wider behind than in front."""
    widened = Places(at.z, at.y, at.x / (1.0 + 0.001 * at.y))
    return ellipsoid(widened, (4.0, 0.0, 0.0), (55.0, 77.0, 60.0), radius_below=31.0)


def temporal_lobes(at: Places) -> Field:
    """Both temporal lobes."""
    return ellipsoid(at.mirrored(), (-14.0, -12.0, 37.0), (20.0, 40.0, 22.0))


def cerebellum(at: Places) -> Field:
    """Both cerebellar hemispheres."""
    return ellipsoid(at.mirrored(), (-33.0, 42.0, 17.0), (20.0, 28.0, 32.0))


def brainstem(at: Places) -> Field:
    """Midbrain, pons, medulla and the cord as far as the volume goes."""
    return tube(at, BRAINSTEM)


def unparted_middle(at: Places) -> Field:
    """Seen from the side, the disc around the corpus callosum within which the hemispheres are one."""
    from_the_side = Places(at.z, at.y, np.zeros((1, 1, 1), dtype=np.float32))
    return ellipsoid(from_the_side, (2.0, 2.0, 0.0), (23.0, 42.0, 42.0))


def ventricles(at: Places) -> Field:
    """All four ventricles; the lateral ones are dented by the grey matter beside them."""
    pair = at.mirrored()
    leaning = pair.x - 0.3 * (at.z - 9.0)
    lateral = tube(Places(0.75 * at.z, pair.y, leaning), LATERAL_VENTRICLE)
    dented = np.minimum(lateral, -either(_caudate(pair), _thalamus(pair)))
    third = ellipsoid(at, (-3.0, 1.0, 0.0), (8.0, 10.0, 1.6))
    fourth = ellipsoid(at, (-30.0, 25.0, 0.0), (9.0, 4.0, 6.0))
    return either(dented, tube(pair, TEMPORAL_HORN), third, fourth)


def deep_grey_matter(at: Places) -> Field:
    """Caudate nuclei, thalami and putamina."""
    pair = at.mirrored()
    putamen = ellipsoid(pair, (0.0, -6.0, 27.0), (11.0, 17.0, 5.5))
    return either(_caudate(pair), _thalamus(pair), putamen)


def face_and_neck(at: Places) -> Field:
    """The soft parts below the skull, without features, as in scans that are shared."""
    face = ellipsoid(at, (-52.0, -26.0, 0.0), (62.0, 60.0, 63.0))
    neck = ellipsoid(at, (-110.0, 20.0, 0.0), (105.0, 62.0, 60.0))
    return joined(face, neck, 30.0)


def orbits(at: Places) -> Field:
    """The fat behind and around both eyes."""
    return ellipsoid(at.mirrored(), (-35.0, -54.0, 28.0), (14.0, 20.0, 15.0))


def eyes(at: Places) -> Field:
    """Both eyeballs."""
    return ellipsoid(at.mirrored(), (-34.0, -63.0, 30.0), (11.5, 11.5, 11.5))


def airway(at: Places) -> Field:
    """The nasal cavity and the throat."""
    nose = ellipsoid(at, (-55.0, -58.0, 0.0), (18.0, 24.0, 6.0))
    throat = ellipsoid(at, (-72.0, -12.0, 0.0), (22.0, 7.0, 11.0))
    return either(nose, throat)


def _caudate(pair: Places) -> Field:
    """The caudate nucleus, in the outer wall of the frontal horn."""
    return ellipsoid(pair, (4.0, -16.0, 20.5), (11.0, 18.0, 6.5))


def _thalamus(pair: Places) -> Field:
    """The thalamus, under the floor of the lateral ventricle."""
    return ellipsoid(pair, (-2.5, 10.0, 10.5), (9.5, 15.0, 9.0))
