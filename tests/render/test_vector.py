"""The view as SVG: shapes where the window has shapes, in the right place and proportion."""

from __future__ import annotations

import base64
import io
import re
import xml.etree.ElementTree as ET
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image as PillowImage

from segdiff.data import Case, Grid, Image, LabelMap, Outcome, Prediction
from segdiff.errors import SegdiffError
from segdiff.render import svg_picture
from segdiff.session import DrawAs, Layout, Sides, ViewState

SVG = "{http://www.w3.org/2000/svg}"
LINK = "{http://www.w3.org/1999/xlink}href"


def state() -> ViewState:
    """One axial slice, voxels 3 × 2 × 1 mm: invented are rows 1–2, columns 3–6; missed is row 5, columns 2–4."""
    grid = Grid((2, 8, 10), (3.0, 2.0, 1.0))
    truth, prediction = np.zeros((2, *grid.shape), np.uint8)
    prediction[1, 1:3, 3:7] = 1
    truth[1, 5:6, 2:5] = 1
    image = Image(np.arange(160, dtype=np.int16).reshape(grid.shape), grid)
    guess = Prediction("<A> & co", LabelMap(prediction, grid))
    case = Case("one", image, LabelMap(truth, grid), (guess,))
    shown = replace(ViewState().with_case(case), layout=Layout.ONE, cursor=(1, 4, 4))
    return shown.with_overlay(replace(shown.overlay, draw_as=DrawAs.OUTLINE))


def outlines(root: ET.Element) -> dict[str, set[tuple[float, float]]]:
    """The corners of the outlines of each colour, ``(column, row)`` in voxels."""
    found = {}
    for path in root.iter(f"{SVG}path"):
        if path.get("vector-effect"):
            pairs = re.findall(r"[ML]([\d.]+) ([\d.]+)", path.get("d", ""))
            found[path.get("stroke", "")] = {(float(column), float(row)) for column, row in pairs}
    return found


def slice_scale(root: ET.Element) -> tuple[float, float]:
    """Width and height of a voxel on the page; a negative width is mirrored."""
    (drawn,) = [g for g in root.iter(f"{SVG}g") if "scale" in g.get("transform", "")]
    found = re.search(r"scale\((-?[\d.]+) ([\d.]+)\)", drawn.get("transform", ""))
    assert found is not None
    return float(found[1]), float(found[2])


def test_outlines_lie_on_the_borders_of_voxels_in_their_colours() -> None:
    colours = {outcome: "rgb({},{},{})".format(*style.colour) for outcome, style in state().overlay.outcomes.items()}
    assert outlines(ET.fromstring(svg_picture(state()))) == {
        colours[Outcome.FALSE_POSITIVE]: {(3, 1), (7, 1), (3, 3), (7, 3)},
        colours[Outcome.FALSE_NEGATIVE]: {(2, 5), (5, 5), (2, 6), (5, 6)},
    }


def test_voxels_keep_their_proportions() -> None:
    across, down = slice_scale(ET.fromstring(svg_picture(state())))
    assert down == pytest.approx(2.0 * across, rel=1e-4)


def test_neurologists_see_it_mirrored() -> None:
    across, _ = slice_scale(ET.fromstring(svg_picture(state().with_sides(Sides.NEUROLOGICAL))))
    assert across == pytest.approx(-slice_scale(ET.fromstring(svg_picture(state())))[0])


def test_the_slice_is_in_the_file_as_it_is() -> None:
    grey = next(ET.fromstring(svg_picture(state())).iter(f"{SVG}image"))
    data = base64.b64decode(grey.get(LINK, "").removeprefix("data:image/png;base64,"))
    with PillowImage.open(io.BytesIO(data)) as picture:
        assert picture.size == (10, 8)
        pixels = np.array(picture)
    assert pixels[0, 0] < pixels[4, 4] < pixels[7, 9]


def test_a_scale_bar_is_as_long_as_it_says() -> None:
    root = ET.fromstring(svg_picture(state()))
    (bar,) = [path for path in root.iter(f"{SVG}path") if not path.get("vector-effect")]
    left, right = map(float, re.findall(r"M([\d.]+).*H([\d.]+)", bar.get("d", ""))[0])
    (words,) = {text.text for text in root.iter(f"{SVG}text") if str(text.text).endswith(" mm")}
    across, _ = slice_scale(root)
    assert (right - left) / across == pytest.approx(float(str(words).split()[0]), rel=1e-3)


@pytest.mark.parametrize("is_named", [False, True])
def test_names_are_written_only_when_wanted_and_never_as_markup(is_named: bool) -> None:
    words = [text.text for text in ET.fromstring(svg_picture(state(), is_named=is_named)).iter(f"{SVG}text")]
    assert ("one   <A> & co" in words) is is_named


def test_nothing_to_draw_is_said() -> None:
    with pytest.raises(SegdiffError, match="no case"):
        svg_picture(ViewState())
