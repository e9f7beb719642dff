"""Masks in colour, and the numbers that several files agree on."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from segdiff.data import LabelMap
from segdiff.errors import FileProblem
from tests.io.files import read_pair, write_palette_png, write_png

BLACK, RED, GREEN, BLUE, GREY = (0, 0, 0), (255, 0, 0), (0, 255, 0), (0, 0, 255), (128, 128, 128)


def picture(*rows: tuple) -> np.ndarray:
    return np.array(rows, np.uint8)


def contents(truth: Path, *predictions: Path) -> list[LabelMap]:
    case = read_pair(truth, *predictions)
    assert case.truth is not None
    maps = [case.truth, *(prediction.content for prediction in case.predictions)]
    assert all(isinstance(labels, LabelMap) for labels in maps)
    return maps


def test_colours_get_the_numbers_of_a_palette(tmp_path: Path) -> None:
    """The palette says that blue is 2 and red 1, in whatever order the colours come."""
    truth = write_png(tmp_path / "gt.png", picture((BLACK, BLUE, BLUE), (RED, BLACK, BLUE)))
    pred = write_palette_png(tmp_path / "pred.png", picture((0, 2, 0), (1, 0, 2)), [BLACK, RED, BLUE, GREEN])
    first, second = contents(truth, pred)
    np.testing.assert_array_equal(first.voxels, [[0, 2, 2], [1, 0, 2]])
    np.testing.assert_array_equal(second.voxels, [[0, 2, 0], [1, 0, 2]])
    assert first.colours == {0: BLACK, 1: RED, 2: BLUE}
    assert first.colours_are_identity
    assert not second.colours_are_identity
    assert first.notices == (
        "gt.png tells labels apart by colour only; their numbers are those of the same colours in the other files.",
    )


def test_a_colour_that_the_palette_lacks_gets_a_new_number(tmp_path: Path) -> None:
    truth = write_png(tmp_path / "gt.png", picture((BLACK, GREEN, RED)))
    pred = write_palette_png(tmp_path / "pred.png", picture((0, 1, 2)), [BLACK, RED, BLUE])
    first, _ = contents(truth, pred)
    np.testing.assert_array_equal(first.voxels, [[0, 3, 1]])
    (notice,) = first.notices
    assert notice == (
        "gt.png tells labels apart by colour only; 1 colour that no other file has got new numbers: "
        "red 0 green 255 blue 0 is 3."
    )


def test_of_two_equal_colours_the_number_in_use_wins(tmp_path: Path) -> None:
    truth = write_png(tmp_path / "gt.png", picture((BLACK, RED, RED)))
    pred = write_palette_png(tmp_path / "pred.png", picture((0, 2, 0)), [BLACK, RED, RED])
    np.testing.assert_array_equal(contents(truth, pred)[0].voxels, [[0, 2, 2]])


def test_two_colour_coded_files_share_one_table(tmp_path: Path) -> None:
    """Blue and red in the first, in this order of numbers; green is new in the second."""
    truth = write_png(tmp_path / "gt.png", picture((BLACK, RED, BLUE)))
    pred = write_png(tmp_path / "pred.png", picture((GREEN, RED, BLACK)))
    first, second = contents(truth, pred)
    np.testing.assert_array_equal(first.voxels, [[0, 2, 1]])
    np.testing.assert_array_equal(second.voxels, [[3, 2, 0]])
    (notice,) = first.notices
    assert notice == (
        "gt.png tells labels apart by colour only; they were numbered: "
        "red 0 green 0 blue 255 is 1, red 255 green 0 blue 0 is 2."
    )


def test_grey_among_colours_is_a_colour(tmp_path: Path) -> None:
    """The prediction's own colours are grey, but grey is the palette's label 3 and not the number 128."""
    truth = write_palette_png(tmp_path / "gt.png", picture((0, 3, 1)), [BLACK, RED, BLUE, GREY])
    pred = write_png(tmp_path / "pred.png", picture((BLACK, GREY, GREY)))
    np.testing.assert_array_equal(contents(truth, pred)[1].voxels, [[0, 3, 3]])


def test_greys_in_one_file_and_colours_in_the_other_share_a_table(tmp_path: Path) -> None:
    truth = write_png(tmp_path / "gt.png", picture((BLACK, GREY, RED)))
    pred = write_png(tmp_path / "pred.png", picture((BLACK, GREY, GREY)))
    first, second = contents(truth, pred)
    np.testing.assert_array_equal(first.voxels, [[0, 1, 2]])
    np.testing.assert_array_equal(second.voxels, [[0, 1, 1]])


def test_greys_alone_are_their_values(tmp_path: Path) -> None:
    truth = write_png(tmp_path / "gt.png", picture((BLACK, GREY, (255, 255, 255))))
    pred = write_png(tmp_path / "pred.png", picture((0, 127, 255)))
    first, second = contents(truth, pred)
    np.testing.assert_array_equal(first.voxels, [[0, 128, 255]])
    np.testing.assert_array_equal(second.voxels, [[0, 127, 255]])
    assert not first.colours_are_identity
    assert first.notices == second.notices == ()


def test_a_photograph_is_no_mask(tmp_path: Path) -> None:
    shades = np.zeros((1, 300, 3), np.uint8)
    shades[0, :, 0] = np.arange(300) % 256
    shades[0, 256:, 1] = 1
    with pytest.raises(
        FileProblem, match=r"^gt.png should be a mask with a colour for each label, but it has 300 different"
    ):
        read_pair(write_png(tmp_path / "gt.png", shades))


@pytest.mark.parametrize("pixels", [(0, 255, 255), (255, 255, 255)])
def test_just_0_and_255_mean_no_and_yes(pixels: tuple, tmp_path: Path) -> None:
    truth = write_png(tmp_path / "gt.png", picture((0, 1, 1)))
    first, second = contents(truth, write_png(tmp_path / "pred.png", picture(pixels)))
    np.testing.assert_array_equal(second.voxels, picture(pixels) // 255)
    assert first.notices == ()
    assert second.notices == ("pred.png holds no values but 0 and 255; 255 was read as label 1.",)


def test_white_in_16_bits_means_yes_too(tmp_path: Path) -> None:
    truth = write_png(tmp_path / "gt.png", picture((0, 255, 255)))
    pred = write_png(tmp_path / "pred.png", np.array([(0, 65535, 0)], np.uint16))
    first, second = contents(truth, pred)
    assert first.labels == second.labels == (1,)
    np.testing.assert_array_equal(second.voxels, [[0, 1, 0]])
    assert second.notices == ("pred.png holds no values but 0 and 65535; 65535 was read as label 1.",)


def test_a_picture_without_any_colour_says_so(tmp_path: Path) -> None:
    truth = write_png(tmp_path / "gt.png", picture((BLACK, GREEN, RED)))
    _, second = contents(truth, write_png(tmp_path / "pred.png", picture((BLACK, BLACK, BLACK))))
    assert second.notices == ("pred.png is black all over, which is the background.",)


def test_255_stays_where_it_is_one_label_of_several(tmp_path: Path) -> None:
    """A prediction without label 128 holds just 0 and 255, and 255 still means what it means in the truth."""
    truth = write_png(tmp_path / "gt.png", picture((0, 128, 255)))
    first, second = contents(truth, write_png(tmp_path / "pred.png", picture((0, 0, 255))))
    assert first.labels == (128, 255)
    assert second.labels == (255,)
    assert second.notices == ()


def test_a_probability_of_a_mask_of_0_and_255(tmp_path: Path) -> None:
    truth = write_png(tmp_path / "gt.png", picture((0, 255, 255)))
    np.save(tmp_path / "pred.npy", np.array([[0.1, 0.9, 0.4]]))
    case = read_pair(truth, tmp_path / "pred.npy")
    assert case.predictions[0].content.labels == (1,)
