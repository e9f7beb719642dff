"""DICOM: series of slices, files of several frames, segmentations and structure sets, by pydicom.

* :mod:`~segdiff.io.readers.dicom.headers` reads of a file what geometry and pixels need, and nothing else.
* :mod:`~segdiff.io.readers.dicom.series` finds which files of a folder belong together.
* :mod:`~segdiff.io.readers.dicom.planes` finds where their frames lie, :mod:`~segdiff.io.readers.dicom.stacks` how they
  stack up, :mod:`~segdiff.io.readers.dicom.pixels` what is stored and :mod:`~segdiff.io.readers.dicom.values` what it
  stands for.
* :mod:`~segdiff.io.readers.dicom.images`, :mod:`~segdiff.io.readers.dicom.segmentation` and
  :mod:`~segdiff.io.readers.dicom.structures` make contents of them; of the last,
  :mod:`~segdiff.io.readers.dicom.wholeness` sees whether the file was cut off.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from segdiff.errors import FileProblem
from segdiff.io.content import Content, count
from segdiff.io.parts import chosen, refuse_part, volume_index, with_part
from segdiff.io.readers.dicom.headers import (
    DIRECTORY,
    LABEL_MAPS,
    Dataset,
    Header,
    quietly,
    read_header,
    starts_like_dicom,
)
from segdiff.io.readers.dicom.images import read_images
from segdiff.io.readers.dicom.segmentation import read_segmentation
from segdiff.io.readers.dicom.series import (
    SUFFIXES,
    Series,
    choices_of,
    files_in,
    headers_in,
    holds_dicom,
    is_dicom,
    series_of,
)
from segdiff.io.readers.dicom.structures import read_structures
from segdiff.io.watch import Tick


def recognises(head: bytes, _path: Path) -> bool:
    """Whether these are the first bytes of a DICOM file."""
    return starts_like_dicom(head)


def read(path: Path, tick: Tick, part: str | None) -> Content:
    """What a file holds, or the series that it is a slice of; of a folder, its series or the one that is meant."""
    if path.is_dir():
        return _read_folder(path, tick, part)
    header = read_header(path)
    if header.is_segmentation:
        return _segment(_read_series(path, Series((header,)), tick), path, part)
    refuse_part(path, part)
    if header.sop_class == DIRECTORY:
        raise FileProblem(f"{path.name} is only an index of DICOM files; open the folder that they are in.")
    if not header.is_image:
        return _read_series(path, Series((header,)), tick)
    series = series_of([header])
    if header.frames == 1 and header.series and series[0].planes[0].position is not None:
        return _read_whole_series(path, header, tick)
    return _read_series(path, series[0], tick)


def write_sample(path: Path, pixels: NDArray[np.uint8]) -> None:
    """Write a grey picture as a single slice."""
    from pydicom.uid import CTImageStorage

    _sample_of(pixels, str(CTImageStorage)).save_as(path, enforce_file_format=True)


def write_segmentation_sample(path: Path, pixels: NDArray[np.uint8]) -> None:
    """Write a picture of labels as a segmentation."""
    from pydicom.dataset import Dataset

    sample = _sample_of(pixels, LABEL_MAPS)
    sample.SegmentationType, sample.SegmentSequence = "LABELMAP", [Dataset()]
    sample.SegmentSequence[0].SegmentNumber, sample.SegmentSequence[0].SegmentLabel = int(pixels.max()), "sample"
    sample.save_as(path, enforce_file_format=True)


def _sample_of(pixels: NDArray[np.uint8], sop_class: str) -> Dataset:
    from pydicom.dataset import Dataset, FileMetaDataset
    from pydicom.uid import UID, ExplicitVRLittleEndian, generate_uid

    sample = Dataset()
    sample.file_meta = FileMetaDataset()
    sample.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    sample.file_meta.MediaStorageSOPClassUID = sample.SOPClassUID = UID(sop_class)
    sample.file_meta.MediaStorageSOPInstanceUID = sample.SOPInstanceUID = generate_uid()
    sample.Rows, sample.Columns = pixels.shape
    sample.SamplesPerPixel, sample.PhotometricInterpretation = 1, "MONOCHROME2"
    sample.BitsAllocated, sample.BitsStored, sample.HighBit, sample.PixelRepresentation = 8, 8, 7, 0
    sample.ImagePositionPatient, sample.ImageOrientationPatient = [0, 0, 0], [1, 0, 0, 0, 1, 0]
    sample.PixelSpacing, sample.SliceThickness = [1, 1], 1
    sample.PixelData = pixels.tobytes()
    return sample


def dicom_files_in(folder: Path) -> Iterator[Path]:
    """The DICOM files of a folder, and of folders in it."""
    return (path for path in files_in(folder) if is_dicom(path))


def _segment(content: Content, path: Path, part: str | None) -> Content:
    """Of the probabilities of several segments those that are meant; of labels, which lie in one volume, all."""
    if content.channels is None:
        refuse_part(path, part)
    at = volume_index(path, part, content.channels or 1)
    if at is None:
        return content
    return replace(
        content, path=with_part(path, part), voxels=content.voxels[at], segments=content.segments[at : at + 1]
    )


def _read_folder(folder: Path, tick: Tick, part: str | None) -> Content:
    headers = headers_in(folder, lambda done: tick(done * 0.3))
    series = series_of(headers)
    images = [one for one in series if one.planes]
    if not series:
        raise FileProblem(f"The folder {folder.name} holds no DICOM image, segmentation or structure set.")
    wanted = chosen(folder, part, choices_of(images or series), "image" if images else "segmentation")
    one = (images or series)[int(wanted.part) - 1]
    return _read_series(folder, one, lambda done: tick(0.3 + done * 0.7))


def _read_whole_series(path: Path, header: Header, tick: Tick) -> Content:
    """The series that a slice belongs to, from the folder that it lies in."""
    beside = headers_in(path.parent, lambda done: tick(done * 0.3), nested=False)
    headers = [other for other in beside if other.series == header.series]
    series = series_of(headers or [header])
    own = next((one for one in series if any(other.path == path for other in one.headers)), series[0])
    content = _read_series(path, own, lambda done: tick(0.3 + done * 0.7))
    if len(own.planes) == 1:
        return content
    return content.noting(f"{path.name} is one of {count(len(own.planes), 'slice')}; all of them were read.")


def _read_series(path: Path, series: Series, tick: Tick) -> Content:
    with quietly(path):
        header = series.headers[0]
        if header.is_image:
            return read_images(path, series, tick)
        if header.is_segmentation:
            return read_segmentation(path, header, tick)
        if header.is_structure_set:
            return read_structures(path, header, tick)
    raise FileProblem(f"{path.name} holds no pixels; it is a DICOM file of another kind, or it was cut off.")


__all__ = [
    "SUFFIXES",
    "dicom_files_in",
    "holds_dicom",
    "read",
    "recognises",
    "write_sample",
    "write_segmentation_sample",
]
