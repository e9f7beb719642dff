"""The header of one DICOM file, as far as geometry and pixels need it.

Only the elements listed here are ever read, so that no name, date or description of a patient can get anywhere.
"""

from __future__ import annotations

import logging
import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import IO, Any, Final

import numpy as np
from numpy.typing import NDArray

from segdiff.errors import Cancelled, FileProblem, SegdiffError

Dataset = Any  # of pydicom, which has no types that mypy may rely on

LABEL_MAPS: Final = "1.2.840.10008.5.1.4.1.1.66.7"
SEGMENTATIONS: Final = ("1.2.840.10008.5.1.4.1.1.66.4", LABEL_MAPS)
STRUCTURES: Final = ("1.2.840.10008.5.1.4.1.1.481.3",)
DOSE: Final = "1.2.840.10008.5.1.4.1.1.481.2"
DIRECTORY: Final = "1.2.840.10008.1.3.10"

_GEOMETRY: Final = (
    "ImagePositionPatient", "ImageOrientationPatient", "PixelSpacing", "ImagerPixelSpacing", "SliceThickness",
    "SpacingBetweenSlices", "GridFrameOffsetVector", "SharedFunctionalGroupsSequence",
    "PerFrameFunctionalGroupsSequence", "DetectorInformationSequence", "TotalPixelMatrixColumns",
)  # fmt: skip
_PIXELS: Final = (
    "Rows", "Columns", "NumberOfFrames", "SamplesPerPixel", "PlanarConfiguration", "PhotometricInterpretation",
    "BitsAllocated", "BitsStored", "HighBit", "PixelRepresentation", "RescaleSlope", "RescaleIntercept",
    "ModalityLUTSequence", "DoseGridScaling", "RedPaletteColorLookupTableDescriptor",
)  # fmt: skip
_BELONGING: Final = (
    "SOPClassUID", "SOPInstanceUID", "SeriesInstanceUID", "Modality", "ImageType",
    "ReferencedSeriesSequence", "ReferencedFrameOfReferenceSequence",
    "TemporalPositionIdentifier", "EchoTime", "DiffusionBValue", "TriggerTime", "AcquisitionNumber",
)  # fmt: skip
_MEANING: Final = (
    "SegmentationType", "SegmentationFractionalType", "MaximumFractionalValue", "SegmentSequence", "PixelPaddingValue",
    "StructureSetROISequence", "ROIContourSequence",
)  # fmt: skip
_EXPLICIT_BIG_ENDIAN: Final = "1.2.840.10008.1.2.2"
_IMPLICIT: Final = "1.2.840.10008.1.2"
NATIVE: Final = (_IMPLICIT, "1.2.840.10008.1.2.1", _EXPLICIT_BIG_ENDIAN)
"""Transfer syntaxes in which pixels lie in the file as they are."""

_PIXEL_DATA: Final = (0x7FE00010, 0x7FE00008, 0x7FE00009)


@dataclass(frozen=True, eq=False)
class Header:
    """What one file says.

    Args:
        path: the file.
        dataset: the elements listed in this module, as pydicom gives them.
        syntax: UID of the transfer syntax.
        pixels_at: byte at which its pixels begin, where they are not compressed; ``None`` where there are none.
        pixel_bytes: how many bytes of them the file announces.
        pixel_kind: the tag of the element that holds them.
    """

    path: Path
    dataset: Dataset
    syntax: str
    pixels_at: int | None
    pixel_bytes: int
    pixel_kind: int
    _known: dict[str, Any] = field(default_factory=dict, repr=False)

    @property
    def sop_class(self) -> str:
        """UID of what kind of object this is."""
        return str(self.get("SOPClassUID", ""))

    @property
    def series(self) -> str:
        """UID of the series; empty where there is none."""
        return str(self.get("SeriesInstanceUID", ""))

    @property
    def drawn_on(self) -> tuple[str, ...]:
        """UIDs of the series that a segmentation or structure set refers to."""
        frames = self.get("ReferencedFrameOfReferenceSequence", [])
        studies = [study for frame in frames for study in value_of(frame, "RTReferencedStudySequence", [])]
        series = [one for study in studies for one in value_of(study, "RTReferencedSeriesSequence", [])]
        series += list(self.get("ReferencedSeriesSequence", []))
        return tuple(str(value_of(one, "SeriesInstanceUID", "")) for one in series)

    @property
    def is_segmentation(self) -> bool:
        """Whether this is a DICOM SEG."""
        return self.sop_class in SEGMENTATIONS or "SegmentSequence" in self.dataset

    @property
    def is_structure_set(self) -> bool:
        """Whether this is an RTSTRUCT."""
        return self.sop_class in STRUCTURES or "StructureSetROISequence" in self.dataset

    @property
    def is_image(self) -> bool:
        """Whether this is a picture or a volume, and no segmentation of one; also one cut off before its pixels.

        A slice that was cut off must not pass for a file of another kind, or the volume would just end before it.
        """
        from pydicom.uid import UID

        has_size = bool(self.get("Rows", 0)) and bool(self.get("Columns", 0))
        is_picture = has_size or UID(self.sop_class).name.endswith("Image Storage")
        return is_picture and not self.is_segmentation and not self.is_structure_set

    @property
    def byte_order(self) -> str:
        """Of native pixels, as numpy writes it."""
        return ">" if self.syntax == _EXPLICIT_BIG_ENDIAN else "<"

    @property
    def size(self) -> tuple[int, int]:
        """Rows and columns.

        Raises:
            FileProblem: there are none.
        """
        rows, columns = int(self.get("Rows", 0)), int(self.get("Columns", 0))
        if rows < 1 or columns < 1:
            raise FileProblem(f"{self.path.name} holds no pixels: its size is {columns} × {rows}; it may be cut off.")
        return rows, columns

    @property
    def frames(self) -> int:
        """Number of frames; files of one picture do not say."""
        return max(1, int(self.get("NumberOfFrames", 1)))

    def get(self, keyword: str, otherwise: Any = None) -> Any:
        """The value of an element; ``otherwise`` where it is missing or empty. Asked for again, it is at hand."""
        if keyword not in self._known:
            self._known[keyword] = value_of(self.dataset, keyword)
        value = self._known[keyword]
        return otherwise if value is None else value


def value_of(dataset: Dataset, keyword: str, otherwise: Any = None) -> Any:
    """The value of an element of a dataset; ``otherwise`` where it is missing or empty."""
    tag = _tag_of(keyword)  # by its tag, since a keyword that is missing takes pydicom long to miss
    value = dataset[tag].value if tag in dataset else None
    return otherwise if value is None or (hasattr(value, "__len__") and len(value) == 0) else value


@cache
def _tag_of(keyword: str) -> int:
    from pydicom.tag import Tag

    return Tag(keyword)


def numbers_of(dataset: Dataset, keyword: str, length: int) -> NDArray[np.float64] | None:
    """An element of that many numbers; ``None`` where it is missing.

    Raises:
        ValueError: there is another count of numbers, or one of them is not finite.
    """
    value = value_of(dataset, keyword)
    if value is None:
        return None
    numbers = np.atleast_1d(np.array(value, dtype=np.float64))
    if numbers.shape != (length,) or not np.isfinite(numbers).all():
        raise ValueError(f"{keyword} should hold {length} numbers")
    return numbers


def starts_like_dicom(head: bytes) -> bool:
    """Whether these are the first bytes of a DICOM file, with or without its preamble."""
    if head[128:132] == b"DICM":
        return True
    if len(head) < 12 or head[:2] != b"\x08\0" or head[3:4] != b"\0":
        return False
    explicit = head[4:6] in (b"UI", b"CS", b"UL", b"SH", b"DA", b"TM")
    return explicit or 0 < struct.unpack("<I", head[4:8])[0] <= 64


def read_header(path: Path) -> Header:
    """The header of a file.

    Raises:
        FileProblem: it is damaged.
    """
    from pydicom import dcmread

    with quietly(path), path.open("rb") as file:
        dataset = dcmread(file, stop_before_pixels=True, force=True, specific_tags=_tags())
        at = file.tell()
        meta: Dataset = getattr(dataset, "file_meta", {})
        syntax = str(meta.get("TransferSyntaxUID", "") or _guessed_syntax(dataset))
        if "SOPClassUID" not in dataset and "MediaStorageSOPClassUID" in meta:
            dataset.SOPClassUID = meta.MediaStorageSOPClassUID
        kind, pixels_at, length = (0, None, 0) if syntax not in NATIVE else _pixel_element(file, at, syntax)
        if syntax not in NATIVE:
            kind = _PIXEL_DATA[0] if file.read(1) or "99" in syntax[-3:] else 0
    return Header(path, dataset, syntax, pixels_at, length, kind)


@contextmanager
def quietly(path: Path) -> Iterator[None]:
    """Keep what pydicom and GDCM say to themselves, and turn what they raise into one sentence."""
    import pydicom.config

    if logging.getLogger("pydicom").level != logging.CRITICAL:
        logging.getLogger("pydicom").setLevel(logging.CRITICAL)
    pydicom.config.settings.reading_validation_mode = pydicom.config.IGNORE
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except (SegdiffError, Cancelled, OSError, MemoryError):
        raise
    except Exception as error:  # a damaged file can make a library raise anything at all
        raise FileProblem(f"{path.name} cannot be read: it seems to be a damaged DICOM file.") from error


@cache
def _tags() -> list[int]:
    return [_tag_of(keyword) for keyword in (*_GEOMETRY, *_PIXELS, *_BELONGING, *_MEANING)]


def _guessed_syntax(dataset: Dataset) -> str:
    """Of a file without the part that would say."""
    is_implicit, is_little = dataset.original_encoding
    return _IMPLICIT if is_implicit else NATIVE[1] if is_little else _EXPLICIT_BIG_ENDIAN


def _pixel_element(file: IO[bytes], at: int, syntax: str) -> tuple[int, int | None, int]:
    """Tag of the element at a byte, where its value begins and how long it is; zeros if it holds no pixels."""
    order = ">" if syntax == _EXPLICIT_BIG_ENDIAN else "<"
    file.seek(at)
    start = file.read(12)
    if len(start) < 12:
        return 0, None, 0
    group, element = struct.unpack(f"{order}HH", start[:4])
    tag = group << 16 | element
    if tag not in _PIXEL_DATA:
        return 0, None, 0
    has_kind = start[4:6].isalpha() and start[4:6].isupper() and syntax != _IMPLICIT
    if has_kind:
        return tag, at + 12, struct.unpack(f"{order}I", start[8:12])[0]
    return tag, at + 8, struct.unpack(f"{order}I", start[4:8])[0]
