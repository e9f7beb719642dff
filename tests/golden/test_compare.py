"""The comparator lets through what does not matter and nothing else."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from tests.golden.compare import Golden, Picture, compare, read

RED, BLUE = (200, 40, 0), (0, 60, 200)


@pytest.fixture
def picture() -> Picture:
    """200 × 160: a grey ramp, a red box, and a line one pixel wide."""
    made = np.repeat((np.arange(200) // 2 + 20)[None, :, None], 160, axis=0).repeat(3, axis=2).astype(np.uint8)
    made[40:70, 50:90] = RED
    made[100, 20:180] = 255
    return made


def test_a_picture_is_itself(picture: Picture) -> None:
    assert compare(picture, picture.copy()).is_same


def test_another_rounding_everywhere_does_not_matter(picture: Picture) -> None:
    assert compare(picture + np.uint8(0), np.where(picture < 250, picture + 3, picture).astype(np.uint8)).is_same


def test_a_handful_of_pixels_does_not_matter(picture: Picture) -> None:
    changed = picture.copy()
    changed[:4, :4] = 255
    assert compare(changed, picture).is_same


def test_a_line_one_pixel_off_matters(picture: Picture) -> None:
    changed = picture.copy()
    changed[100], changed[101] = picture[101], picture[100]
    verdict = compare(changed, picture)
    assert not verdict.is_same
    assert "320 of 32000 pixels differ" in verdict.words
    assert "rows 100 to 101, columns 20 to 179" in verdict.words


def test_a_box_one_pixel_off_or_one_voxel_more_matters(picture: Picture) -> None:
    shifted = picture.copy()
    shifted[40:70, 50], shifted[40:70, 90] = picture[0, 50], RED
    assert not compare(shifted, picture).is_same
    more = picture.copy()
    more[120:126, 120:126] = RED
    assert not compare(more, picture).is_same


def test_a_swapped_colour_and_another_size_matter(picture: Picture) -> None:
    swapped = picture.copy()
    swapped[40:70, 50:90] = BLUE
    assert not compare(swapped, picture).is_same
    assert compare(picture[:, :-1], picture).words == "it is 199 × 160, not 200 × 160"


def test_a_golden_picture_is_missing_then_kept_then_compared(picture: Picture, tmp_path: Path) -> None:
    folder, left = tmp_path / "pictures", tmp_path / "left"
    left.mkdir()
    comparing, updating = Golden(folder, False, left), Golden(folder, True, left)
    with pytest.raises(AssertionError, match=r"there is no one\.png yet"):
        comparing.check("one", picture)
    updating.check("one", picture)
    comparing.check("one", picture)
    changed = picture.copy()
    changed[40:70, 50:90] = BLUE
    with pytest.raises(AssertionError, match="1200 of 32000 pixels differ"):
        comparing.check("one", changed)
    assert (read(left / "one.png") == changed).all()
    updating.check("one", changed)
    comparing.check("one", changed)


def test_updating_leaves_alone_what_is_still_right(picture: Picture, tmp_path: Path) -> None:
    updating = Golden(tmp_path, True, tmp_path)
    updating.check("one", picture)
    nearly = np.where(picture < 250, picture + 3, picture).astype(np.uint8)
    updating.check("one", nearly)
    assert (read(tmp_path / "one.png") == picture).all()
