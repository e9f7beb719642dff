"""What a person sees of a case, as plain arrays: no Qt here.

A :class:`Plane` cuts a slice out of a volume the way a radiologist looks at it. On that slice,
:func:`outcome_codes` says what became of each voxel, in one byte; :func:`colour_table` says what each of those bytes
looks like. The two are kept apart on purpose: a slider that changes what errors cost touches 256 colours and no voxel.
:func:`contours` draws the borders between outcomes along the edges of voxels, and :func:`still_picture` puts everything
together for machines without a display.
"""

from segdiff.data import Plane, planes_of
from segdiff.render.annotations import EdgeLetters, ScaleBar, edge_letters, is_mirrored, scale_bar
from segdiff.render.arrangement import Box, Pane, arrangement, state_of_pane
from segdiff.render.ct_windows import CT_WINDOWS, CtWindow, LevelAndWidth, looks_like_ct
from segdiff.render.focus import first_look
from segdiff.render.grey import grey_levels, smooths
from segdiff.render.heat import heat_levels, heat_table, probability_slice, shows_heat
from segdiff.render.outlines import contours, outline
from segdiff.render.overlay import ONE_SIDED, coding_key, colour_table, line_colours, outcome_codes, overlay_parts
from segdiff.render.regions import region_outline
from segdiff.render.still import still_picture, write_png
from segdiff.render.vector import svg_picture

__all__ = [
    "CT_WINDOWS",
    "ONE_SIDED",
    "Box",
    "CtWindow",
    "EdgeLetters",
    "LevelAndWidth",
    "Pane",
    "Plane",
    "ScaleBar",
    "arrangement",
    "coding_key",
    "colour_table",
    "contours",
    "edge_letters",
    "first_look",
    "grey_levels",
    "heat_levels",
    "heat_table",
    "is_mirrored",
    "line_colours",
    "looks_like_ct",
    "outcome_codes",
    "outline",
    "overlay_parts",
    "planes_of",
    "probability_slice",
    "region_outline",
    "scale_bar",
    "shows_heat",
    "smooths",
    "state_of_pane",
    "still_picture",
    "svg_picture",
    "write_png",
]
