"""Which part of a slice is seen, and how large: the arithmetic of fitting, zooming and panning.

Lengths on the slice are in its own unit (mm, or pixels of a picture) from its top left corner; lengths on the screen
are pixels from the top left corner of the view.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

MARGINS = (20.0, 8.0)
"""Pixels left free beside, and above and below, a slice that is fitted into its view: room for letters and slider."""

FARTHEST, NEAREST = 0.25, 200.0
"""Limits of the zoom, relative to the slice fitted into its view."""


@dataclass(frozen=True)
class Camera:
    """What is seen.

    Args:
        x: of the point of the slice in the middle of the view.
        y: of the same point.
        scale: screen pixels per unit of length.
        fitted: ``scale`` at which the whole slice fits.
        mirrored: left and right are exchanged.
    """

    x: float
    y: float
    scale: float
    fitted: float
    mirrored: bool = False

    @classmethod
    def fitting(cls, slice_size: tuple[float, float], view_size: tuple[float, float], mirrored: bool = False) -> Camera:
        """See all of a slice of that width and height in a view of that width and height."""
        sides = zip(view_size, MARGINS, slice_size, strict=True)
        scale = min(max(1.0, view - 2 * margin) / length for view, margin, length in sides)
        return cls(slice_size[0] / 2, slice_size[1] / 2, scale, scale, mirrored)

    @property
    def scale_x(self) -> float:
        """Screen pixels to the right per unit of length along a row; negative where the slice is mirrored."""
        return -self.scale if self.mirrored else self.scale

    def like(self, other: Camera) -> Camera:
        """See the same part of the slice as another camera, in a view that may be larger or smaller."""
        return replace(self, x=other.x, y=other.y, scale=self.fitted * other.scale / other.fitted)

    def zoomed(self, factor: float, at: tuple[float, float], view_size: tuple[float, float]) -> Camera:
        """See the slice ``factor`` times larger; the point under the screen position ``at`` stays there."""
        scale = min(self.fitted * NEAREST, max(self.fitted * FARTHEST, self.scale * factor))
        x, y = self.on_slice(at, view_size)
        keep = self.scale / scale
        return replace(self, x=x + (self.x - x) * keep, y=y + (self.y - y) * keep, scale=scale)

    def panned(self, right: float, down: float) -> Camera:
        """Push the slice by that many screen pixels."""
        return replace(self, x=self.x - right / self.scale_x, y=self.y - down / self.scale)

    def centred_on(self, x: float, y: float) -> Camera:
        """Bring a point of the slice to the middle of the view."""
        return replace(self, x=x, y=y)

    def on_slice(self, point: tuple[float, float], view_size: tuple[float, float]) -> tuple[float, float]:
        """The point of the slice at a screen position."""
        return (
            self.x + (point[0] - view_size[0] / 2) / self.scale_x,
            self.y + (point[1] - view_size[1] / 2) / self.scale,
        )

    def on_screen(self, point: tuple[float, float], view_size: tuple[float, float]) -> tuple[float, float]:
        """The screen position of a point of the slice: the inverse of :meth:`on_slice`."""
        return (
            view_size[0] / 2 + (point[0] - self.x) * self.scale_x,
            view_size[1] / 2 + (point[1] - self.y) * self.scale,
        )
