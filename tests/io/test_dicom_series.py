"""Series of DICOM slices as volumes: each pixel where the file puts it, and refusals where it does not."""

from __future__ import annotations

import errno
import io
import os
import shutil
import warnings
from pathlib import Path
from typing import Any

import numpy as np
import pydicom
import pytest
from numpy.typing import NDArray
from PIL import Image as Picture
from pydicom.sequence import Sequence as Items
from pydicom.uid import (
    ExplicitVRBigEndian,
    ImplicitVRLittleEndian,
    JPEG2000Lossless,
    JPEGBaseline8Bit,
    JPEGLSLossless,
    RLELossless,
    generate_uid,
)

from segdiff.errors import Cancelled, ChoiceNeeded, FileProblem
from segdiff.io import CaseRequest, read_case
from segdiff.io.content import Content
from segdiff.io.opening import open_content
from tests.io import dicom_files as made
from tests.io.files import read_pair

VOLUME = np.arange(2 * 3 * 5 * 4, dtype=np.int16).reshape(6, 5, 4) - 50
"""(slice, row, column), every pixel another number, some below zero."""


def expect_pixels_in_place(
    content: Content, volume: NDArray[Any], first: Any, orientation: Any, spacing: tuple[float, float], step: Any
) -> None:
    """Pixel by pixel, by the formula of the standard (C.7.6.2.1.1) and by the content's own grid."""
    grid = content.known_grid
    to_index = np.linalg.inv(grid.steps_mm())
    for (k, j, i), value in np.ndenumerate(volume):
        world = np.array(first) + k * np.array(step)
        world = world + np.array(orientation[0]) * spacing[1] * i + np.array(orientation[1]) * spacing[0] * j
        index = (world - np.array(grid.origin_mm)) @ to_index
        nearest = np.rint(index).astype(int)
        np.testing.assert_allclose(index, nearest, atol=1e-4)
        assert content.voxels[tuple(nearest)] == value


@pytest.mark.parametrize("orientation", [made.AXIAL, made.CORONAL, made.SAGITTAL, made.turned()])
@pytest.mark.parametrize("sense", [3.0, -3.0])
def test_each_pixel_lies_where_the_file_puts_it(orientation: Any, sense: float, tmp_path: Path) -> None:
    step = sense * np.cross(*np.array(orientation))
    made.write_slices(tmp_path / "scan", VOLUME, orientation=orientation, step=step)
    content = open_content(tmp_path / "scan")
    expect_pixels_in_place(content, VOLUME, (-20.0, 10.0, 30.0), orientation, (0.7, 0.5), step)
    assert content.has_position
    assert content.voxels.dtype == np.int16
    assert content.known_grid.voxel_ml == pytest.approx(0.7 * 0.5 * 3.0 / 1000)


def test_a_tilted_gantry_leans_the_grid(tmp_path: Path) -> None:
    step = (0.0, 0.8, 2.5)
    made.write_slices(tmp_path / "scan", VOLUME, step=step)
    content = open_content(tmp_path / "scan")
    expect_pixels_in_place(content, VOLUME, (-20.0, 10.0, 30.0), made.AXIAL, (0.7, 0.5), step)
    assert content.known_grid.voxel_ml == pytest.approx(0.7 * 0.5 * 2.5 / 1000), "base times height, not slant"


def test_names_and_numbers_of_files_do_not_order_slices(tmp_path: Path) -> None:
    names = ["q", "b.dcm", "zz", "1", "a", "0009"]
    made.write_slices(tmp_path / "scan" / "deep" / "er", VOLUME, names=names, InstanceNumber=[3, 1, 2, 6, 5, 4])
    (tmp_path / "scan" / "DICOMDIR").write_bytes(b"\0" * 128 + b"DICM" + b"\0" * 40)
    (tmp_path / "scan" / "notes.txt").write_text("see the report")
    content = open_content(tmp_path / "scan")
    np.testing.assert_array_equal(content.voxels, VOLUME)
    assert content.name == "scan"


def test_turned_and_flipped_series_count_the_same(tmp_path: Path) -> None:
    """The same anatomy, stored along other axes: the voxels in our axes are the same, bit for bit."""
    made.write_slices(tmp_path / "axial", VOLUME)
    x, y, z = np.array([0.5, 0, 0]), np.array([0, 0.7, 0]), np.array([0, 0, 3.0])
    first = np.array([-20.0, 10.0, 30.0])
    down = VOLUME.transpose(1, 0, 2)[:, ::-1]  # coronal: slices run backwards, rows down
    made.write_slices(
        tmp_path / "coronal", down, first=first + 5 * z, orientation=made.CORONAL, spacing=(3.0, 0.5), step=y
    )
    right = VOLUME.transpose(2, 0, 1)[::-1, ::-1]  # sagittal: slices run to the right, rows down
    corner = first + 3 * x + 5 * z
    made.write_slices(
        tmp_path / "sagittal", right, first=corner, orientation=made.SAGITTAL, spacing=(3.0, 0.7), step=-x
    )
    axial = open_content(tmp_path / "axial")
    for other in ("coronal", "sagittal"):
        content = open_content(tmp_path / other)
        np.testing.assert_array_equal(content.voxels, axial.voxels)
        assert content.known_grid.difference_from(axial.known_grid) is None
        assert content.known_grid.origin_mm == pytest.approx(axial.known_grid.origin_mm)


def test_a_slice_stands_for_its_series(tmp_path: Path) -> None:
    paths = made.write_slices(tmp_path / "scan", VOLUME)
    made.write_slices(tmp_path / "scan", VOLUME[:3] * 2, names=["other1", "other2", "other3"])
    content = open_content(paths[2])
    np.testing.assert_array_equal(content.voxels, VOLUME)
    assert content.notices == ("002.dcm is one of 6 slices; all of them were read.",)


def test_several_series_are_asked_about(tmp_path: Path) -> None:
    made.write_slices(tmp_path / "scan" / "a", VOLUME)
    made.write_slices(tmp_path / "scan" / "b", VOLUME[:3, :, :2] * 2, Modality="MR", SliceThickness=3.0)
    with pytest.raises(ChoiceNeeded) as caught:
        open_content(tmp_path / "scan")
    assert [choice.title for choice in caught.value.choices] == ["1: CT of 4 × 5 × 6", "2: MR of 2 × 5 × 3"]
    assert str(caught.value) == (
        "scan holds 2 images (1: CT of 4 × 5 × 6, 2: MR of 2 × 5 × 3); say which is meant, as in scan#1."
    )
    np.testing.assert_array_equal(open_content(tmp_path / "scan#2").voxels, VOLUME[:3, :, :2] * 2)
    with pytest.raises(FileProblem, match="scan has no image '3'"):
        open_content(tmp_path / "scan#3")


def test_phases_of_one_series_are_volumes_of_their_own(tmp_path: Path) -> None:
    series = generate_uid()
    for phase in (1, 2):
        made.write_slices(
            tmp_path / "scan" / str(phase), VOLUME * phase, series=series, TemporalPositionIdentifier=phase
        )
    with pytest.raises(ChoiceNeeded, match="scan holds 2 images"):
        open_content(tmp_path / "scan")
    np.testing.assert_array_equal(open_content(tmp_path / "scan#2").voxels, VOLUME * 2)


def test_a_picture_in_a_series_stands_for_itself(tmp_path: Path) -> None:
    paths = made.write_slices(tmp_path / "scan", VOLUME)
    report = pydicom.dcmread(paths[5])
    del report.ImagePositionPatient
    report.save_as(paths[5])
    with pytest.raises(ChoiceNeeded, match=r"1: CT of 4 × 5 × 5, 2: CT of 4 × 5 × 1"):
        open_content(tmp_path / "scan")
    np.testing.assert_array_equal(open_content(paths[0]).voxels, VOLUME[:5])
    assert open_content(paths[5]).known_grid.shape == (5, 4)


def test_a_file_that_is_there_twice_counts_once(tmp_path: Path) -> None:
    paths = made.write_slices(tmp_path / "scan", VOLUME)
    shutil.copy(paths[1], tmp_path / "scan" / "copy of 001.dcm")
    np.testing.assert_array_equal(open_content(tmp_path / "scan").voxels, VOLUME)


class TestValues:
    def test_each_slice_has_a_slope_of_its_own(self, tmp_path: Path) -> None:
        slopes, intercepts = [0.5, 1.5, 2.0, 0.25, 3.0, 1.0], [0.0, -2.0, 1.5, 0.0, 10.0, 0.0]
        made.write_slices(tmp_path / "pet", VOLUME, RescaleSlope=slopes, RescaleIntercept=intercepts, Modality="PT")
        content = open_content(tmp_path / "pet")
        assert content.voxels.dtype == np.float32
        expected = VOLUME * np.array(slopes)[:, None, None] + np.array(intercepts)[:, None, None]
        np.testing.assert_array_equal(content.voxels, expected)

    def test_whole_numbers_stay_whole(self, tmp_path: Path) -> None:
        stored = (VOLUME + 1074).astype(np.uint16)
        made.write_slices(tmp_path / "ct", stored, RescaleSlope=1, RescaleIntercept=-1024, BitsStored=12, HighBit=11)
        content = open_content(tmp_path / "ct")
        assert content.voxels.dtype == np.int16
        np.testing.assert_array_equal(content.voxels, VOLUME + 50)

    def test_unused_bits_are_cut_off(self, tmp_path: Path) -> None:
        """Twelve bits of a signed number, and an overlay in the four above."""
        stored = (VOLUME.astype(np.uint16) & 0x0FFF) | 0x5000
        made.write_slices(tmp_path / "old", stored, BitsStored=12, HighBit=11, PixelRepresentation=1)
        np.testing.assert_array_equal(open_content(tmp_path / "old").voxels, VOLUME)

    def test_white_as_zero_is_turned_round(self, tmp_path: Path) -> None:
        stored = (VOLUME + 50).astype(np.uint8)
        made.write_slices(tmp_path / "xray", stored, PhotometricInterpretation="MONOCHROME1")
        np.testing.assert_array_equal(open_content(tmp_path / "xray").voxels, 255 - stored.astype(int))

    @pytest.mark.parametrize("syntax", [ImplicitVRLittleEndian, ExplicitVRBigEndian, RLELossless, JPEGLSLossless])
    def test_every_transfer_syntax_gives_the_same(self, syntax: str, tmp_path: Path) -> None:
        for path in made.write_slices(tmp_path / "scan", VOLUME):
            dataset = pydicom.dcmread(path)
            if syntax in (RLELossless, JPEGLSLossless):
                plugin = "pydicom" if syntax == RLELossless else "gdcm"
                if plugin == "gdcm":
                    dataset.PixelData = jpeg_ls(dataset)
                    dataset.file_meta.TransferSyntaxUID = syntax
                    dataset["PixelData"].is_undefined_length = True
                else:
                    dataset.compress(syntax, encoding_plugin=plugin, generate_instance_uid=False)
                dataset.save_as(path)
            else:
                data = np.frombuffer(dataset.PixelData, "<i2")
                order = ">i2" if syntax == ExplicitVRBigEndian else "<i2"
                dataset.PixelData = data.astype(order).tobytes()
                dataset.file_meta.TransferSyntaxUID = syntax
                pydicom.dcmwrite(
                    path, dataset, implicit_vr=syntax == ImplicitVRLittleEndian,
                    little_endian=syntax != ExplicitVRBigEndian, force_encoding=True,
                )  # fmt: skip
        np.testing.assert_array_equal(open_content(tmp_path / "scan").voxels, VOLUME)

    def test_a_file_without_preamble(self, tmp_path: Path) -> None:
        for path in made.write_slices(tmp_path / "scan", VOLUME):
            dataset = pydicom.dcmread(path)
            del dataset.file_meta
            pydicom.dcmwrite(path, dataset, implicit_vr=True, little_endian=True)
        np.testing.assert_array_equal(open_content(tmp_path / "scan").voxels, VOLUME)

    def test_an_enhanced_file_has_its_frames_in_any_order(self, tmp_path: Path) -> None:
        order = [3, 0, 5, 1, 4, 2]
        frames = [(0, (-20.0, 10.0, 30.0 + 3 * k), VOLUME[k]) for k in order]
        dataset = pydicom.dcmread(made.write_segmentation(tmp_path / "x", frames, {}))
        dataset.SOPClassUID = dataset.file_meta.MediaStorageSOPClassUID = "1.2.840.10008.5.1.4.1.1.2.1"
        dataset.Modality = "CT"
        del dataset.SegmentSequence
        made.set_pixels(dataset, np.stack([VOLUME[k] for k in order]))
        rescale = made.item(RescaleSlope=2, RescaleIntercept=1)
        dataset.SharedFunctionalGroupsSequence[0].PixelValueTransformationSequence = Items([rescale])
        dataset.save_as(tmp_path / "enhanced.dcm")
        content = open_content(tmp_path / "enhanced.dcm")
        np.testing.assert_array_equal(content.voxels, VOLUME * 2 + 1)
        assert content.known_grid.spacing_mm == pytest.approx((3.0, 0.7, 0.5))

    def test_a_dose_goes_by_its_offsets(self, tmp_path: Path) -> None:
        dataset = made.bare_dataset("1.2.840.10008.5.1.4.1.1.481.2")
        dataset.Modality, dataset.DoseGridScaling = "RTDOSE", "0.25"
        dataset.ImagePositionPatient, dataset.ImageOrientationPatient = [-20, 10, 30], [1, 0, 0, 0, 1, 0]
        dataset.PixelSpacing, dataset.GridFrameOffsetVector = [0.7, 0.5], [0, -2.5, -5]
        made.set_pixels(dataset, (VOLUME[:3] + 50).astype(np.uint16))
        dataset.save_as(tmp_path / "dose.dcm", enforce_file_format=True)
        content = open_content(tmp_path / "dose.dcm")
        np.testing.assert_array_equal(content.voxels, (VOLUME[2::-1] + 50) * 0.25)
        assert content.known_grid.origin_mm == pytest.approx((-20, 10, 25))

    def test_colours_of_a_single_frame(self, tmp_path: Path) -> None:
        dataset = made.bare_dataset("1.2.840.10008.5.1.4.1.1.7")
        made.set_pixels(dataset, np.zeros((2, 3), np.uint8))
        colours = np.arange(18, dtype=np.uint8).reshape(2, 3, 3)
        dataset.SamplesPerPixel, dataset.PhotometricInterpretation, dataset.PlanarConfiguration = 3, "RGB", 0
        dataset.PixelData = colours.tobytes()
        dataset.save_as(tmp_path / "us.dcm", enforce_file_format=True)
        image = read_case(CaseRequest(image=tmp_path / "us.dcm")).image
        assert image is not None
        np.testing.assert_array_equal(image.voxels, colours)

    def test_an_xray_has_the_size_of_its_pixels(self, tmp_path: Path) -> None:
        dataset = made.bare_dataset("1.2.840.10008.5.1.4.1.1.1")
        made.set_pixels(dataset, VOLUME[0])
        dataset.ImagerPixelSpacing = [0.2, 0.1]
        dataset.save_as(tmp_path / "cr.dcm", enforce_file_format=True)
        content = open_content(tmp_path / "cr.dcm")
        assert (content.known_grid.shape, content.known_grid.spacing_mm) == ((5, 4), (0.2, 0.1))
        assert not content.has_position


class TestRefusals:
    def refusal(self, path: Path) -> str:
        with pytest.raises(FileProblem) as caught:
            open_content(path)
        assert "\n" not in str(caught.value)
        return str(caught.value)

    def test_a_missing_slice(self, tmp_path: Path) -> None:
        paths = made.write_slices(tmp_path / "scan", VOLUME)
        paths[3].unlink()
        assert self.refusal(tmp_path / "scan") == (
            "scan lacks 1 slice between 36.00 mm and 42.00 mm, since its other slices lie 3 mm apart; "
            "copy the whole series again."
        )

    def test_a_folder_that_may_not_be_read(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Its slices would be missing without a word. The tests may run as one who may read everything."""
        made.write_slices(tmp_path / "scan", VOLUME)
        made.write_slices(tmp_path / "scan" / "locked", VOLUME)
        scandir = os.scandir

        def refuse(folder: str) -> Any:
            if Path(folder).name == "locked":
                raise PermissionError(errno.EACCES, "Permission denied", folder)
            return scandir(folder)

        monkeypatch.setattr(os, "scandir", refuse)
        assert self.refusal(tmp_path / "scan") == "The folder locked may not be read."

    def test_uneven_slices(self, tmp_path: Path) -> None:
        places = [[-20, 10, z] for z in (30, 33, 36, 40.2, 43.2, 46.2)]
        made.write_slices(tmp_path / "scan", VOLUME, ImagePositionPatient=places)
        assert self.refusal(tmp_path / "scan") == (
            "The slices of scan are not evenly spaced: between 36.00 mm and 40.20 mm they lie 4.2 mm apart, "
            "elsewhere 3 mm."
        )

    def test_a_slice_twice(self, tmp_path: Path) -> None:
        places = [[-20, 10, z] for z in (30, 33, 36, 36, 39, 42)]
        made.write_slices(tmp_path / "scan", VOLUME, ImagePositionPatient=places)
        assert "several slices at 36.00 mm" in self.refusal(tmp_path / "scan")
        assert "6 slices lie in 5 places" in self.refusal(tmp_path / "scan")

    def test_a_slice_out_of_line(self, tmp_path: Path) -> None:
        places = [[-20 + (k == 2), 10, 30 + 3 * k] for k in range(6)]
        made.write_slices(tmp_path / "scan", VOLUME, ImagePositionPatient=places)
        assert self.refusal(tmp_path / "scan") == (
            "The slices of scan do not lie in line: one lies 1.00 mm beside the others."
        )

    def test_directions_sizes_and_spacings_that_differ(self, tmp_path: Path) -> None:
        for name, other in (
            ("directions", {"orientation": made.CORONAL}), ("pixel sizes", {"spacing": (0.7, 0.6)}), ("sizes", {})
        ):  # fmt: skip
            series, folder = generate_uid(), tmp_path / name
            made.write_slices(folder, VOLUME, series=series)
            more = VOLUME[:1, :, : 3 if name == "sizes" else 4]
            made.write_slices(folder, more, names=["x"], first=(-20, 10, 48), series=series, **other)
            assert f"{name} holds slices" in self.refusal(folder)
            assert name in self.refusal(folder).replace(f"{name} holds", "", 1)

    @pytest.mark.parametrize("left", [400, 40, 1])
    def test_cut_off(self, left: int, tmp_path: Path) -> None:
        paths = made.write_slices(tmp_path / "scan", VOLUME)
        paths[2].write_bytes(paths[2].read_bytes()[:-left] if left < 400 else paths[2].read_bytes()[:left])
        assert "002.dcm" in self.refusal(paths[2])

    @pytest.mark.parametrize("kept", [0, 134, 200, 700, 0.5, 0.9, -1])
    def test_a_series_does_not_just_end_before_a_slice_that_was_cut_off(self, kept: float, tmp_path: Path) -> None:
        paths = made.write_slices(tmp_path / "scan", np.repeat(VOLUME, 30, axis=1))
        data = paths[5].read_bytes()
        paths[5].write_bytes(data[: int(kept * len(data)) if 0 < kept < 1 else int(kept)])
        assert "005.dcm" in self.refusal(tmp_path / "scan")

    def test_a_file_beside_the_slices_that_may_be_one_of_them(self, tmp_path: Path) -> None:
        """Whoever opens a slice is told of another file, so the sentence says what that has to do with it."""
        paths = made.write_slices(tmp_path / "scan", VOLUME)
        (tmp_path / "scan" / "notes.dcm").write_text("no header")
        said = self.refusal(paths[0])
        assert self.refusal(tmp_path / "scan") == said
        assert said == (
            "notes.dcm is not a DICOM file although its name says so; it may be a damaged slice. "
            "Copy it again, or move it out of the folder scan if it belongs to no series in it."
        )

    def test_a_missing_slice_of_a_tiny_scan(self, tmp_path: Path) -> None:
        paths = made.write_slices(tmp_path / "scan", VOLUME, step=(0, 0, 0.03), spacing=(0.02, 0.02))
        paths[2].unlink()
        assert "lacks 1 slice between 30.03 mm and 30.09 mm" in self.refusal(tmp_path / "scan")

    def test_no_pixels(self, tmp_path: Path) -> None:
        dataset = made.bare_dataset("1.2.840.10008.5.1.4.1.1.88.11")
        dataset.save_as(tmp_path / "report.dcm", enforce_file_format=True)
        assert "report.dcm holds no pixels" in self.refusal(tmp_path / "report.dcm")

    def test_a_compression_that_nobody_undoes(self, tmp_path: Path) -> None:
        path = made.write_slices(tmp_path / "scan", VOLUME[:1])[0]
        dataset = pydicom.dcmread(path)
        dataset.file_meta.TransferSyntaxUID = "1.2.840.10008.1.2.4.201"
        dataset.PixelData = pydicom.encaps.encapsulate([b"\0" * 40])
        dataset["PixelData"].is_undefined_length = True
        dataset.save_as(path)
        assert self.refusal(path) == (
            "000.dcm is compressed in a way that segdiff cannot undo (High-Throughput JPEG 2000 Image Compression "
            "(Lossless Only)); save it uncompressed, as Explicit VR Little Endian."
        )

    def test_a_folder_without_images(self, tmp_path: Path) -> None:
        (tmp_path / "notes").mkdir()
        assert "is a folder" in self.refusal(tmp_path / "notes")


def test_reading_can_be_given_up(tmp_path: Path) -> None:
    made.write_slices(tmp_path / "scan", VOLUME)
    told: list[float] = []
    filters = list(warnings.filters)

    def tick(done: float) -> None:
        told.append(done)
        if done > 0.5:
            raise Cancelled

    with pytest.raises(Cancelled):
        open_content(tmp_path / "scan", tick)
    assert told == sorted(told)
    assert warnings.filters == filters, "what a library may not say is not lost for others"


def test_a_series_of_labels_is_a_truth(tmp_path: Path) -> None:
    labels = np.zeros((6, 5, 4), np.uint8)
    labels[1:4, 2, 1:3] = 2
    made.write_slices(tmp_path / "truth", labels)
    made.write_slices(tmp_path / "model", labels[::-1], step=(0, 0, -3.0), first=(-20, 10, 45))
    case = read_pair(tmp_path / "truth", tmp_path / "model")
    assert case.truth is not None
    assert dict(case.truth.counts) == {0: 114, 2: 6}
    np.testing.assert_array_equal(case.truth.voxels, case.predictions[0].content.voxels)


def jpeg_ls(dataset: pydicom.Dataset) -> bytes:
    """A dataset's pixels, compressed by GDCM, as DICOM wraps them."""
    import gdcm

    reader = gdcm.ImageReader()
    reader.SetFileName(str(dataset.filename))
    assert reader.Read()
    change = gdcm.ImageChangeTransferSyntax()
    change.SetTransferSyntax(gdcm.TransferSyntax(gdcm.TransferSyntax.JPEGLSLossless))
    change.SetInput(reader.GetImage())
    assert change.Change()
    fragments = change.GetOutput().GetDataElement().GetSequenceOfFragments()
    data = fragments.GetFragment(0).GetByteValue().GetBuffer().encode("utf-8", errors="surrogateescape")
    return pydicom.encaps.encapsulate([data])


@pytest.mark.parametrize("orientation", [made.AXIAL, made.CORONAL, made.SAGITTAL, made.turned()])
def test_another_program_turns_it_into_a_nifti_on_the_same_grid(orientation: Any, tmp_path: Path) -> None:
    """SimpleITK reads the series and writes a NIfTI, whose axes run otherwise: the same voxels in the same places."""
    import SimpleITK

    made.write_slices(tmp_path / "scan", VOLUME, orientation=orientation)
    names = SimpleITK.ImageSeriesReader.GetGDCMSeriesFileNames(str(tmp_path / "scan"))
    SimpleITK.WriteImage(SimpleITK.ReadImage(names), str(tmp_path / "scan.nii.gz"))
    series, nifti = open_content(tmp_path / "scan"), open_content(tmp_path / "scan.nii.gz")
    np.testing.assert_array_equal(series.voxels, nifti.voxels)
    assert series.known_grid.difference_from(nifti.known_grid) is None


def encoded(picture: NDArray[np.uint8], form: str, **options: Any) -> bytes:
    """A picture as a JPEG or JPEG 2000 of Pillow, as DICOM wraps it."""
    stream = io.BytesIO()
    Picture.fromarray(picture).save(stream, form, **options)
    return pydicom.encaps.encapsulate([stream.getvalue()])


@pytest.mark.parametrize(
    ("syntax", "form", "options", "tolerance"),
    [(JPEG2000Lossless, "JPEG2000", {"no_jp2": True}, 0), (JPEGBaseline8Bit, "JPEG", {"quality": 95}, 4)],
)
def test_pictures_of_pillow(syntax: str, form: str, options: Any, tolerance: int, tmp_path: Path) -> None:
    grey = np.add.outer(np.arange(0, 160, 10), np.arange(0, 90, 10)).astype(np.uint8)
    path = made.write_slices(tmp_path, grey[None])[0]
    dataset = pydicom.dcmread(path)
    dataset.file_meta.TransferSyntaxUID = syntax
    dataset.PixelData = encoded(grey, form, **options)
    dataset["PixelData"].is_undefined_length = True
    dataset.save_as(path)
    assert np.abs(open_content(path).voxels[0].astype(int) - grey).max() <= tolerance


def test_colours_of_a_jpeg_and_of_a_palette(tmp_path: Path) -> None:
    colours = np.full((16, 24, 3), (200, 40, 90), np.uint8)
    dataset = made.bare_dataset("1.2.840.10008.5.1.4.1.1.7", JPEGBaseline8Bit)
    made.set_pixels(dataset, np.zeros((16, 24), np.uint8))
    dataset.SamplesPerPixel, dataset.PhotometricInterpretation, dataset.PlanarConfiguration = 3, "YBR_FULL_422", 0
    dataset.PixelData = encoded(colours, "JPEG", quality=95)
    dataset["PixelData"].is_undefined_length = True
    dataset.save_as(tmp_path / "us.dcm", enforce_file_format=True)
    content = open_content(tmp_path / "us.dcm")
    assert content.is_colour
    assert np.abs(content.voxels.astype(int) - colours).max() <= 4
    dataset = made.bare_dataset("1.2.840.10008.5.1.4.1.1.7")
    made.set_pixels(dataset, np.array([[0, 1, 2], [2, 1, 1]], np.uint8))
    dataset.PhotometricInterpretation = "PALETTE COLOR"
    for name, values in (("Red", (0, 255, 7)), ("Green", (10, 0, 8)), ("Blue", (20, 128, 9))):
        setattr(dataset, f"{name}PaletteColorLookupTableDescriptor", [3, 0, 16])
        table = np.array(values, "<u2") << 8
        setattr(dataset, f"{name}PaletteColorLookupTableData", table.tobytes())
    dataset.save_as(tmp_path / "palette.dcm", enforce_file_format=True)
    content = open_content(tmp_path / "palette.dcm")
    assert content.voxels[0].tolist() == [[0, 10, 20], [255, 0, 128], [7, 8, 9]]
