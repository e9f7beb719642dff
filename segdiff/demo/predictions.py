"""Two imaginary networks that err in opposite ways.

A network's map is built from log odds, the logarithm of p / (1 − p): far below zero where it sees nothing, rising with
the depth inside a lesion, levelling off where it is sure. A :class:`Habit` says how it misjudges that depth, a
:class:`Figment` what it sees where nothing is. No voxel is set by hand: what is found, missed and invented follows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from segdiff.demo.lattice import (
    COARSE_SHAPE,
    Box,
    Field,
    Places,
    Point,
    box_around,
    coarse_layers,
    refined,
    slabs,
    smooth_noise,
)
from segdiff.demo.lesions import GrownLesion
from segdiff.demo.shapes import Course, tube

NOTHING_SEEN: Final = -11.5
"""Log odds where a network sees nothing: a probability of one in a hundred thousand."""

FIGMENT_REACH_MM: Final = 13.0
"""How far around the course of a figment its log odds stand out."""


@dataclass(frozen=True)
class Figment:
    """Something a network sees where nothing is.

    Args:
        course: its shape, a tube.
        sureness: the log odds it levels off at: above zero for a belief, at or below for a doubt.
    """

    course: Course
    sureness: float


@dataclass(frozen=True)
class Habit:
    """How a network errs.

    Args:
        growth_mm: how far it moves every surface outwards.
        timidity: by how many mm it shrinks a lesion, times the lesion's mean radius in mm: small ones shrink more.
        lean_mm: how far it moves a surface outwards on the side it leans to; on the other, half as far inwards.
        lean_towards: that side, a direction of length 1 towards superior, posterior and lateral.
        raggedness_mm: how far its surfaces stray at random.
        steepness: log odds for each mm of depth.
        sureness: the log odds it levels off at inside lesions.
        figments: what it invents.
    """

    growth_mm: float
    timidity: float
    lean_mm: float
    lean_towards: Point
    raggedness_mm: float
    steepness: float
    sureness: float
    figments: tuple[Figment, ...]


EAGER: Final = Habit(
    growth_mm=0.135,
    timidity=0.0,
    lean_mm=2.253,
    lean_towards=(-0.48, -0.72, -0.5),
    raggedness_mm=0.4,
    steepness=2.0,
    sureness=10.0,
    figments=(
        Figment((((12.0, 12.0, -36.0), 3.7), ((9.0, 18.0, -38.0), 4.3)), sureness=2.0),
        Figment((((10.0, -8.0, 18.5), 1.5), ((8.5, 4.0, 20.5), 2.0), ((8.0, 12.0, 23.5), 1.2)), sureness=0.5),
        Figment((((6.0, -60.0, 14.0), 1.0), ((8.0, -56.0, 18.0), 1.2)), sureness=0.0),
        Figment((((32.0, 40.0, 20.0), 1.0), ((34.0, 46.0, 24.0), 1.0)), sureness=-0.5),
    ),
)
"""Finds every lesion, swells it down, forwards and inwards, invents one more and a streak beside a ventricle."""

CAUTIOUS: Final = Habit(
    growth_mm=1.26,
    timidity=15.0,
    lean_mm=1.43,
    lean_towards=(0.5, 0.5, 0.7),
    raggedness_mm=0.4,
    steepness=1.6,
    sureness=9.0,
    figments=(
        Figment((((8.0, 46.0, -17.0), 1.7), ((8.0, 50.0, -16.0), 1.7)), sureness=2.0),
        Figment((((12.0, 12.0, -36.0), 1.0), ((9.0, 18.0, -38.0), 1.2)), sureness=-1.0),
    ),
)
"""Keeps to the core of large lesions, overlooks the two smallest and invents next to nothing."""


def predict(habit: Habit, lesions: tuple[GrownLesion, ...], rng: np.random.Generator) -> Field:
    """Probability of a lesion at every voxel, as a network of that habit gives it: float32, ``(z, y, x)``."""
    log_odds = _nothing_seen(rng)
    for grown in lesions:
        seen = _levelled(habit.steepness * _seen_depth(habit, grown, rng), habit.sureness)
        np.maximum(log_odds[grown.box], seen, out=log_odds[grown.box])
    for figment in habit.figments:
        box = _box_of(figment)
        depth = tube(Places.of_voxels(box), figment.course)
        depth += habit.raggedness_mm * smooth_noise(rng, depth.shape, 2.0)
        np.maximum(log_odds[box], _levelled(habit.steepness * depth, figment.sureness), out=log_odds[box])
    for slab in slabs():
        log_odds[slab] = 1.0 / (1.0 + np.exp(-log_odds[slab]))
    return log_odds


def _nothing_seen(rng: np.random.Generator) -> Field:
    """Log odds of an empty map: very low, and restless as those of real networks are."""
    unrest = NOTHING_SEEN + smooth_noise(rng, COARSE_SHAPE, 1.2)
    return np.concatenate([refined(unrest[coarse_layers(slab)]) for slab in slabs()])


def _seen_depth(habit: Habit, grown: GrownLesion, rng: np.random.Generator) -> Field:
    """Depth inside a lesion in mm, as the network judges it."""
    lesion = grown.lesion
    z, y, x = (
        (along - middle) / radius
        for along, middle, radius in zip(Places.of_voxels(grown.box), lesion.centre, lesion.radii, strict=True)
    )
    up, back, outwards = habit.lean_towards
    left = outwards if lesion.centre[2] > 0.0 else -outwards
    side = np.clip(z * up + y * back + x * left, -0.5, 1.0)
    growth_mm = habit.growth_mm - habit.timidity / lesion.mean_radius_mm
    unrest = habit.raggedness_mm * smooth_noise(rng, grown.depth.shape, 2.0)
    seen: Field = grown.depth + growth_mm + habit.lean_mm * side + unrest
    return seen


def _levelled(log_odds: Field, limit: float) -> Field:
    """Log odds that level off smoothly towards a limit: the odds against are added."""
    return -np.logaddexp(-log_odds, np.float32(-limit))


def _box_of(figment: Figment) -> Box:
    """The voxels in which a figment stands out."""
    points = np.array([point for point, _ in figment.course])
    low, high = points.min(axis=0), points.max(axis=0)
    middle, reach = (low + high) / 2.0, (high - low) / 2.0 + FIGMENT_REACH_MM
    return box_around((middle[0], middle[1], middle[2]), (reach[0], reach[1], reach[2]))
