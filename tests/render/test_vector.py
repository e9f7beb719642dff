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

from segdiff.data import Case, Grid, Image, LabelMap, Outcome, Prediction, ProbabilityMap
from segdiff.errors import SegdiffError
from segdiff.render import svg_picture
from segdiff.session import DrawAs, Interpolation, Layout, Shows, Sides, ViewState

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
    drawn = {g.get("transform", "") for g in root.iter(f"{SVG}g") if "scale" in g.get("transform", "")}
    (transform,) = drawn  # image and overlay lie on each other
    found = re.search(r"scale\((-?[\d.]+) ([\d.]+)\)", transform)
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


def pixels_of(image: ET.Element) -> np.ndarray:
    data = base64.b64decode(image.get(LINK, "").removeprefix("data:image/png;base64,"))
    with PillowImage.open(io.BytesIO(data)) as picture:
        return np.array(picture)


def test_the_slice_is_in_the_file_as_it_is() -> None:
    pixels = pixels_of(next(ET.fromstring(svg_picture(state())).iter(f"{SVG}image")))
    assert pixels.shape == (8, 10)
    assert pixels[0, 0] < pixels[4, 4] < pixels[7, 9]


def test_an_image_is_magnified_as_a_person_chose() -> None:
    for interpolation, rendering in ((Interpolation.LINEAR, "auto"), (Interpolation.OFF, "pixelated")):
        grey = next(ET.fromstring(svg_picture(state().with_interpolation(interpolation))).iter(f"{SVG}image"))
        assert grey.get("style") == f"image-rendering:{rendering}"


def test_a_curtain_has_the_truth_left_of_it_and_the_prediction_right() -> None:
    shown = state()
    root = ET.fromstring(svg_picture(shown.with_overlay(shown.overlay.with_curtain(0.25)), (1000, 656)))
    _, left, right = root.iter(f"{SVG}svg")
    assert [part.get("x") for part in (left, right)] == ["0", "250"]
    assert [part.get("viewBox") for part in (left, right)] == ["0 0 250 600", "250 0 750 600"]
    drawn = [next(iter(outlines(part).values())) for part in (left, right)]
    assert drawn == [{(2, 5), (5, 5), (2, 6), (5, 6)}, {(3, 1), (7, 1), (3, 3), (7, 3)}]


def probable() -> ViewState:
    """A picture of 3 × 4 pixels; in the middle row the map goes 0, 0.75, 0.75, 0."""
    grid = Grid((3, 4))
    truth = LabelMap(np.zeros(grid.shape, np.uint8), grid)
    probability = np.zeros((1, *grid.shape), np.float32)
    probability[0, 1, 1:3] = 0.75
    case = Case("map", truth=truth, predictions=(Prediction("soft", ProbabilityMap(probability, (1,), grid)),))
    shown = ViewState().with_case(case)
    return shown.with_overlay(replace(shown.overlay, draw_as=DrawAs.OUTLINE))


def test_the_outline_of_a_map_runs_where_it_crosses_the_threshold() -> None:
    """From 0 to 0.75 the map reaches 0.5 two thirds of the way, a third of a pixel before the centre."""
    shown = probable()
    (between,) = outlines(ET.fromstring(svg_picture(shown))).values()
    rows = sorted({row for _, row in between})
    assert rows == pytest.approx([1.5 - 1 / 3, 1.5, 1.5 + 1 / 3], abs=1e-4)
    along = shown.with_overlay(replace(shown.overlay, between_voxels=False))
    assert list(outlines(ET.fromstring(svg_picture(along))).values()) == [{(1, 1), (3, 1), (1, 2), (3, 2)}]


def test_a_heat_map_is_in_the_file_and_nothing_is_filled_on_it() -> None:
    shown = probable()
    hot = shown.with_overlay(replace(shown.overlay, heat_map=True, draw_as=DrawAs.BOTH))
    heat, fill = map(pixels_of, ET.fromstring(svg_picture(hot)).iter(f"{SVG}image"))
    assert heat[1, 1, 3] > heat[0, 0, 3] == 0
    assert not fill[..., 3].any()


def test_two_predictions_held_against_each_other_are_named_in_their_colours() -> None:
    shown = state()
    assert shown.case is not None
    other = Prediction("B", LabelMap(np.ones((2, 8, 10), np.uint8), shown.case.grid))
    case = replace(shown.case, predictions=(*shown.case.predictions, other))
    held = replace(shown, case=case).with_against("B")
    root = ET.fromstring(svg_picture(held))
    words = [text.text for text in root.iter(f"{SVG}text")]
    assert {"only in <A> & co", "only in B", "in both"} <= set(words)
    without_names = [text.text for text in ET.fromstring(svg_picture(held, is_named=False)).iter(f"{SVG}text")]
    assert {"only in prediction A", "only in prediction B", "in both"} <= set(without_names)
    assert not any("co" in str(word) for word in without_names)
    assert not any("false" in str(word) for word in words)
    agreement = {"rgb({},{},{})".format(*style.colour) for style in held.overlay.agreement.values()}
    assert agreement <= {rect.get("fill") for rect in root.iter(f"{SVG}rect")}


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


def texts(shown: ViewState, *, is_named: bool = True) -> list[str | None]:
    """What is written, each text once: rims are no words."""
    written = ET.fromstring(svg_picture(shown, is_named=is_named)).iter(f"{SVG}text")
    return [text.text for text in written if text.get("aria-hidden") is None]


def test_the_legend_says_which_mask_is_on_which_side_or_alone() -> None:
    style = state().overlay
    hung = state().with_overlay(style.with_curtain(0.25))
    assert texts(hung)[-3:] == ["left: ground truth", "right: <A> & co", "one   <A> & co"]
    assert texts(hung, is_named=False)[-2:] == ["left: ground truth", "right: prediction A"]
    assert texts(state().with_overlay(replace(style, shows=Shows.TRUTH)))[-2:] == ["ground truth", "one   <A> & co"]


def test_panes_side_by_side_say_whose_they_are() -> None:
    case = state().case
    assert case is not None
    two = replace(case, predictions=(*case.predictions, replace(case.predictions[0], name="other")))
    beside = state().with_case(two).with_layout(Layout.BESIDE)
    assert {"<A> & co · Axial 2 / 2", "other · Axial 2 / 2"} <= set(texts(beside))
    assert {"prediction A · Axial 2 / 2", "prediction B · Axial 2 / 2"} <= set(texts(beside, is_named=False))
    assert "image alone · Axial 2 / 2" in texts(state().with_layout(Layout.BESIDE))


def test_left_of_a_curtain_there_is_no_heat() -> None:
    shown = probable()
    hung = shown.with_overlay(replace(shown.overlay, heat_map=True).with_curtain(0.5))
    assert len(list(ET.fromstring(svg_picture(hung)).iter(f"{SVG}image"))) == 3  # a fill on either side, one heat map
