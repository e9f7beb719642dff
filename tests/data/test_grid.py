"""When two grids are the same."""

from __future__ import annotations

import math

import numpy as np

from segdiff.data import Grid


def test_a_turn_about_the_diagonal_is_seen_at_the_other_corners() -> None:
    """The first and the last of 200³ voxels stay where they are; the corners between them move by 0.13 mm."""
    angle, axis = 0.0008, np.full(3, 1 / math.sqrt(3))
    across = np.cross(np.eye(3), axis)
    turn = np.eye(3) + math.sin(angle) * across + (1 - math.cos(angle)) * across @ across
    rows = np.asarray(Grid((200, 200, 200), (1.0, 1.0, 1.0)).direction) @ turn
    straight = Grid((200, 200, 200), (1.0, 1.0, 1.0))
    turned = Grid((200, 200, 200), (1.0, 1.0, 1.0), direction=tuple(tuple(map(float, row)) for row in rows))  # type: ignore[arg-type]
    last = np.full(3, 199.0)
    np.testing.assert_allclose(last @ turned.steps_mm(), last @ straight.steps_mm(), atol=1e-9)
    assert (turned.difference_from(straight) or "").startswith("it lies 0.")
    assert straight.difference_from(straight) is None
