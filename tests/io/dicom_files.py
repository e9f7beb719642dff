"""Small DICOM files for tests, written by pydicom, each full of marks that must never come out of segdiff again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.sequence import Sequence as Items
from pydicom.uid import (
    CTImageStorage,
    ExplicitVRLittleEndian,
    RTStructureSetStorage,
    SegmentationStorage,
    generate_uid,
)

MARK = "Zzmark"
DATE = "19630219"
AXIAL = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0))
CORONAL = ((1.0, 0.0, 0.0), (0.0, 0.0, -1.0))
SAGITTAL = ((0.0, 1.0, 0.0), (0.0, 0.0, -1.0))
LABELMAP_STORAGE = "1.2.840.10008.5.1.4.1.1.66.7"


def turned() -> tuple[tuple[float, float, float], tuple[float, float, float]]:
    """Two directions at right angles, along none of the patient's axes."""
    first = np.array([0.9, 0.3, -0.2])
    first /= np.linalg.norm(first)
    second = np.array([-0.2, 0.8, 0.5])
    second -= first * (second @ first)
    second /= np.linalg.norm(second)
    return tuple(first.tolist()), tuple(second.tolist())


def bare_dataset(sop_class: str, syntax: str = ExplicitVRLittleEndian) -> Dataset:
    """What all objects have, with marks in whatever may tell who the patient is."""
    dataset = Dataset()
    dataset.file_meta = FileMetaDataset()
    dataset.file_meta.TransferSyntaxUID = syntax
    dataset.file_meta.MediaStorageSOPClassUID = dataset.SOPClassUID = sop_class
    dataset.file_meta.MediaStorageSOPInstanceUID = dataset.SOPInstanceUID = generate_uid()
    dataset.PatientName, dataset.PatientID = f"{MARK}^Name", f"{MARK}-id"
    dataset.PatientBirthDate = dataset.StudyDate = dataset.SeriesDate = dataset.ContentDate = DATE
    dataset.StudyDescription, dataset.SeriesDescription = f"{MARK} study", f"{MARK} series"
    dataset.InstitutionName, dataset.AccessionNumber = f"{MARK} hospital", f"{MARK}7"
    dataset.ReferringPhysicianName, dataset.OperatorsName = f"{MARK}^Doctor", f"{MARK}^Operator"
    dataset.ProtocolName, dataset.StudyID, dataset.ImageComments = f"{MARK} protocol", f"{MARK}8", f"{MARK} comment"
    return dataset


def set_pixels(dataset: Dataset, pixels: NDArray[Any], *, bits_stored: int | None = None) -> None:
    """Grey pixels, ``(row, column)`` or ``(frame, row, column)``, as they are."""
    dataset.Rows, dataset.Columns = pixels.shape[-2:]
    if pixels.ndim == 3:
        dataset.NumberOfFrames = len(pixels)
    dataset.SamplesPerPixel, dataset.PhotometricInterpretation = 1, "MONOCHROME2"
    dataset.BitsAllocated = 8 * pixels.dtype.itemsize
    dataset.BitsStored = bits_stored or dataset.BitsAllocated
    dataset.HighBit = dataset.BitsStored - 1
    dataset.PixelRepresentation = int(pixels.dtype.kind == "i")
    dataset.PixelData = pixels.tobytes() + b"\0" * (pixels.nbytes % 2)


def write_slices(
    folder: Path,
    volume: NDArray[Any],
    *,
    first: Sequence[float] = (-20.0, 10.0, 30.0),
    orientation: Sequence[Sequence[float]] = AXIAL,
    spacing: tuple[float, float] = (0.7, 0.5),
    step: Sequence[float] | None = None,
    names: Sequence[str] | None = None,
    series: str = "",
    **elements: Any,
) -> list[Path]:
    """A series of one file for each slice.

    Args:
        folder: made if it is not there.
        volume: ``(slice, row, column)``.
        first: position of the first slice.
        orientation: along which way columns and rows follow each other.
        spacing: between rows, and between columns.
        step: from a slice to the next; 3 mm along the normal unless given.
        names: of the files.
        series: its UID.
        elements: further elements of every file.
    """
    folder.mkdir(parents=True, exist_ok=True)
    step = 3.0 * np.cross(*np.array(orientation)) if step is None else np.array(step)
    series = series or generate_uid()
    paths = []
    for number, pixels in enumerate(volume):
        dataset = bare_dataset(CTImageStorage)
        dataset.Modality, dataset.SeriesInstanceUID, dataset.InstanceNumber = "CT", series, number + 1
        dataset.ImagePositionPatient = [round(float(value), 8) for value in np.array(first) + number * step]
        dataset.ImageOrientationPatient = [round(float(value), 8) for row in orientation for value in row]
        dataset.PixelSpacing, dataset.SliceThickness = list(spacing), 7.5  # thicker than the slices are apart
        set_pixels(dataset, pixels)
        for keyword, value in elements.items():
            setattr(dataset, keyword, value[number] if isinstance(value, list) else value)
        paths.append(folder / (names[number] if names else f"{number:03}.dcm"))
        dataset.save_as(paths[-1], enforce_file_format=True)
    return paths


def item(**elements: Any) -> Dataset:
    """An item of a sequence."""
    dataset = Dataset()
    for keyword, value in elements.items():
        setattr(dataset, keyword, value)
    return dataset


def write_segmentation(
    path: Path,
    frames: Sequence[tuple[int, Sequence[float], NDArray[Any]]],
    segments: Mapping[int, str],
    *,
    kind: str = "BINARY",
    orientation: Sequence[Sequence[float]] = AXIAL,
    spacing: tuple[float, float] = (0.7, 0.5),
    apart: float | None = 3.0,
    **elements: Any,
) -> Path:
    """A DICOM SEG.

    Args:
        path: of the file.
        frames: for each the number of its segment, its position, and its pixels.
        segments: name of each number.
        kind: BINARY, FRACTIONAL (pixels from 0 to 255) or LABELMAP.
        orientation: along which way columns and rows follow each other.
        spacing: between rows, and between columns.
        apart: the spacing between slices that it states.
        elements: further elements.
    """
    dataset = bare_dataset(LABELMAP_STORAGE if kind == "LABELMAP" else SegmentationStorage)
    dataset.Modality, dataset.SeriesInstanceUID, dataset.SegmentationType = "SEG", generate_uid(), kind
    dataset.ContentLabel, dataset.ContentCreatorName = MARK.upper(), f"{MARK}^Creator"
    set_pixels(dataset, np.stack([np.asarray(pixels, np.uint8) for _, _, pixels in frames]))
    if kind == "BINARY":
        bits = np.concatenate([np.asarray(pixels, bool).ravel() for _, _, pixels in frames])
        packed = np.packbits(bits, bitorder="little").tobytes()
        dataset.BitsAllocated = dataset.BitsStored = 1
        dataset.HighBit = 0
        dataset.PixelData = packed + b"\0" * (len(packed) % 2)
    if kind == "FRACTIONAL":
        dataset.SegmentationFractionalType, dataset.MaximumFractionalValue = "PROBABILITY", 255
    dataset.SegmentSequence = Items(
        [
            item(SegmentNumber=number, SegmentLabel=name, RecommendedDisplayCIELabValue=[41661, 41167, 40792])
            for number, name in segments.items()
        ]
    )
    measures = item(PixelSpacing=list(spacing), SliceThickness=3.0)
    if apart is not None:
        measures.SpacingBetweenSlices = apart
    dataset.SharedFunctionalGroupsSequence = Items(
        [
            item(
                PixelMeasuresSequence=Items([measures]),
                PlaneOrientationSequence=Items(
                    [item(ImageOrientationPatient=[round(float(v), 8) for row in orientation for v in row])]
                ),
            )
        ]
    )
    dataset.PerFrameFunctionalGroupsSequence = Items(
        [
            item(
                PlanePositionSequence=Items([item(ImagePositionPatient=[round(float(v), 8) for v in position])]),
                SegmentIdentificationSequence=Items([item(ReferencedSegmentNumber=number)]),
            )
            for number, position, _ in frames
        ]
    )
    for keyword, value in elements.items():
        setattr(dataset, keyword, value)
    dataset.save_as(path, enforce_file_format=True)
    return path


def write_structures(
    path: Path,
    contours: Mapping[int, Sequence[NDArray[np.float64]]],
    names: Mapping[int, str],
    colours: Mapping[int, tuple[int, int, int]] | None = None,
    kind: str = "CLOSED_PLANAR",
) -> Path:
    """An RTSTRUCT: for each number of a structure its contours, points ``(n, 3)`` in mm."""
    dataset = bare_dataset(RTStructureSetStorage)
    dataset.Modality, dataset.SeriesInstanceUID = "RTSTRUCT", generate_uid()
    dataset.StructureSetLabel, dataset.StructureSetDate = MARK, DATE
    dataset.StructureSetROISequence = Items([item(ROINumber=number, ROIName=name) for number, name in names.items()])
    dataset.ROIContourSequence = Items(
        [
            item(
                ReferencedROINumber=number,
                ROIDisplayColor=list((colours or {}).get(number, (255, 0, 0))),
                ContourSequence=Items(
                    [
                        item(
                            ContourGeometricType=kind,
                            NumberOfContourPoints=len(points),
                            ContourData=[f"{value:.6f}" for value in np.asarray(points).ravel()],
                        )
                        for points in own
                    ]
                ),
            )
            for number, own in contours.items()
        ]
    )
    dataset.save_as(path, enforce_file_format=True)
    return path
