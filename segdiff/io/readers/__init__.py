"""One module for each family of formats, and the table of them.

A reader recognises its files by their first bytes and gives their values as a
:class:`~segdiff.io.content.Content`. Its library is imported only when a file of its kind is read. To add a format,
write a module with ``recognises``, ``read`` and ``write_sample``, and add one line to :data:`READERS`.
"""

from segdiff.io.readers import arrays, dicom, matlab, matlab_hdf, metaimage, mgh, nifti, nrrd, pictures, tiff
from segdiff.io.readers.reader import Reader

READERS: tuple[Reader, ...] = (
    Reader("PNG", (".png",), pictures.is_png, pictures.read, pictures.write_sample, "PIL"),
    Reader("JPEG", (".jpg", ".jpeg"), pictures.is_jpeg, pictures.read, pictures.write_sample, "PIL"),
    Reader(
        "DICOM",
        (*dicom.SUFFIXES, ".seg"),
        dicom.recognises,
        dicom.read,
        dicom.write_sample,
        "pydicom",
        dicom.holds_dicom,
    ),
    Reader("TIFF", (".tif", ".tiff"), tiff.recognises, tiff.read, tiff.write_sample, "tifffile"),
    Reader("npy", (".npy",), arrays.is_npy, arrays.read_npy, arrays.write_npy_sample, "numpy"),
    Reader("npz", (".npz",), arrays.is_npz, arrays.read_npz, arrays.write_npz_sample, "numpy"),
    Reader("NRRD", (".nrrd", ".nhdr"), nrrd.recognises, nrrd.read, nrrd.write_sample, "nrrd"),
    Reader("MetaImage", (".mha", ".mhd"), metaimage.recognises, metaimage.read, metaimage.write_sample, "SimpleITK"),
    Reader("MATLAB", (".mat",), matlab.recognises, matlab.read, matlab.write_sample, "scipy"),
    Reader("MATLAB 7.3", (".mat",), matlab_hdf.recognises, matlab_hdf.read, matlab_hdf.write_sample, "h5py"),
    Reader("MGH", (".mgz", ".mgh"), mgh.recognises, mgh.read, mgh.write_sample, "nibabel"),
    Reader("DICOM SEG", (".seg",), dicom.recognises, dicom.read, dicom.write_segmentation_sample, "pydicom"),
    Reader(
        "NIfTI",
        (".nii", ".nii.gz", ".hdr", ".img", ".hdr.gz", ".img.gz"),
        nifti.recognises,
        nifti.read,
        nifti.write_sample,
        "nibabel",
    ),
)
"""In the order in which they are asked: DICOM before TIFF, since some of its files begin as a TIFF does.

What stands for the same files again further down is there to be checked by itself.
"""


def readable_suffixes() -> tuple[str, ...]:
    """Ends of the names of files that can be read, lower case, with the dot."""
    return tuple(dict.fromkeys(suffix for reader in READERS for suffix in reader.suffixes))


__all__ = ["READERS", "Reader", "readable_suffixes"]
