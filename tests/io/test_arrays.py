"""npy and npz: arrays without a word about what they are."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from segdiff.data import ProbabilityMap
from segdiff.errors import ChoiceNeeded, FileProblem
from segdiff.io.opening import open_content
from tests.io.files import read_pair, write_npy, write_png

ARRAY = np.arange(60).reshape(3, 4, 5)


@pytest.mark.parametrize(
    ("stored", "read"),
    [("u1", "u1"), (">i2", "i2"), ("<u8", "u8"), ("f2", "f4"), (">f4", "f4"), ("f8", "f8"), ("?", "u1")],
)
def test_types(stored: str, read: str, tmp_path: Path) -> None:
    array = ARRAY.astype(stored)
    np.save(tmp_path / "a.npy", array)
    np.savez_compressed(tmp_path / "a.npz", anything=array)
    for name in ("a.npy", "a.npz"):
        voxels = open_content(tmp_path / name).voxels
        assert voxels.dtype == np.dtype(read)
        np.testing.assert_array_equal(voxels, array)


def test_fortran_order(tmp_path: Path) -> None:
    np.save(tmp_path / "a.npy", np.asfortranarray(ARRAY))
    voxels = open_content(tmp_path / "a.npy").voxels
    assert voxels.flags.c_contiguous
    np.testing.assert_array_equal(voxels, ARRAY)


def test_the_second_version_of_the_format(tmp_path: Path) -> None:
    with (tmp_path / "a.npy").open("wb") as file:
        np.lib.format.write_array(file, ARRAY, version=(2, 0))
    np.testing.assert_array_equal(open_content(tmp_path / "a.npy").voxels, ARRAY)


def test_the_third_version_is_for_records(tmp_path: Path) -> None:
    with (tmp_path / "a.npy").open("wb") as file:
        np.lib.format.write_array(file, np.zeros((3, 4), [("größe", "f4")]), version=(3, 0))
    with pytest.raises(FileProblem, match=r"^a.npy should hold one number for each voxel, but it holds records\.$"):
        open_content(tmp_path / "a.npy")


@pytest.mark.parametrize("shape", [(1, 1, 3, 4, 5), (3, 4, 5, 1), (1, 3, 4, 5, 1)])
def test_axes_that_frameworks_add_are_dropped(shape: tuple[int, ...], tmp_path: Path) -> None:
    np.save(tmp_path / "a.npy", ARRAY.reshape(shape))
    assert open_content(tmp_path / "a.npy").voxels.shape == (3, 4, 5)


def test_a_colour_picture_loses_its_transparency(tmp_path: Path) -> None:
    picture = np.arange(5 * 6 * 4, dtype=np.uint8).reshape(5, 6, 4)
    np.save(tmp_path / "a.npy", picture)
    content = open_content(tmp_path / "a.npy")
    assert content.is_colour
    np.testing.assert_array_equal(content.voxels, picture[..., :3])


@pytest.mark.parametrize("key", ["probabilities", "softmax"])
def test_npz_of_nnunet(key: str, tmp_path: Path) -> None:
    np.savez(tmp_path / "a.npz", **{"properties": np.zeros(3), key: ARRAY / 60})
    np.testing.assert_array_equal(open_content(tmp_path / "a.npz").voxels, ARRAY / 60)


def test_npz_of_nnunet_for_a_picture(tmp_path: Path) -> None:
    """Of a picture it keeps the channels as those of a volume of one slice: (channel, 1, y, x)."""
    labels = np.array([[0, 1, 1, 2], [2, 2, 0, 1]], np.uint8)
    shares = np.stack([(labels == label) * 0.6 + 0.1 for label in range(4)])[:, None]
    np.savez(tmp_path / "pred.npz", probabilities=shares)
    content = read_pair(write_png(tmp_path / "gt.png", labels), tmp_path / "pred.npz").predictions[0].content
    assert isinstance(content, ProbabilityMap)
    assert content.labels == (0, 1, 2, 3)
    np.testing.assert_array_equal(content.voxels.argmax(axis=0), labels)


def test_npz_of_several_arrays_asks(tmp_path: Path) -> None:
    np.savez(tmp_path / "a.npz", img=ARRAY, gt=ARRAY, pred=ARRAY)
    with pytest.raises(ChoiceNeeded, match=r"^a.npz holds 3 arrays \(gt, img, pred\); .* as in a.npz#gt\.$") as caught:
        open_content(tmp_path / "a.npz")
    assert [choice.part for choice in caught.value.choices] == ["gt", "img", "pred"]


def test_npz_of_nothing(tmp_path: Path) -> None:
    np.savez(tmp_path / "a.npz")
    with pytest.raises(FileProblem, match=r"^a.npz holds no array\.$"):
        open_content(tmp_path / "a.npz")


@pytest.mark.parametrize("name", ["a.npy", "a.npz"])
def test_a_pickle_is_never_opened(name: str, tmp_path: Path) -> None:
    class Trap:
        def __reduce__(self) -> tuple:
            return (Path.touch, (tmp_path / "sprung",))

    array = np.array([[Trap(), None]], dtype=object)
    if name == "a.npy":
        np.save(tmp_path / name, array, allow_pickle=True)
    else:
        np.savez(tmp_path / name, array)
    with pytest.raises(FileProblem, match=rf"^{name} holds a pickled Python object, which is never opened"):
        open_content(tmp_path / name)
    assert not (tmp_path / "sprung").exists()


def test_a_list_of_numbers_is_no_picture(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match=r"^a.npy has one axis \(5\), but a picture has two"):
        open_content(write_npy(tmp_path / "a.npy", np.arange(5)))
