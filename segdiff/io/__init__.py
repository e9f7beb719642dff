"""From files to a Case, and no lie about geometry on the way.

One file goes through the same short line of steps, each a function of frozen values:

1. :mod:`~segdiff.io.parts` tells a file from the part of it that is meant, and :mod:`~segdiff.io.opening` picks a
   reader by the file's first bytes, whatever its name says; the reader gives a
   :class:`~segdiff.io.content.Content`: values in our axis order and what the file says about where they lie.
2. :mod:`~segdiff.io.layout` finds the channel axis of a bare array, which says nothing about its axes.
3. :mod:`~segdiff.io.values` and :mod:`~segdiff.io.colours` turn the values into labels or probabilities.
4. :mod:`~segdiff.io.placing` compares grids. Files on another grid are refused in one sentence, unless the person
   asked to resample or to assume.

:func:`read_case` runs this line for every file of a request. To read one more format, write a module in
:mod:`segdiff.io.readers` and add a line to its table.
"""

from segdiff.io.assignment import Assigned, assigned, reassigned, renamed, requested
from segdiff.io.case_reader import read_case
from segdiff.io.checks import self_check, sha256_of
from segdiff.io.chosen import Answer, AsChosen, ReadThrough
from segdiff.io.describe import FileInfo, describe
from segdiff.io.label_names import LabelNames, read_label_names
from segdiff.io.lists import CaseList, ListedCase, cases_in_folder, is_case_list, list_at, read_case_list
from segdiff.io.names import Role
from segdiff.io.parts import split_part
from segdiff.io.readers import readable_suffixes
from segdiff.io.request import CaseRequest, PredictionRequest, ReadAs
from segdiff.io.roles import files_among, guess_by_names, guess_roles
from segdiff.io.stamps import Stamp, Stamps, stamps_of

__all__ = [
    "Answer",
    "AsChosen",
    "Assigned",
    "CaseList",
    "CaseRequest",
    "FileInfo",
    "LabelNames",
    "ListedCase",
    "PredictionRequest",
    "ReadAs",
    "ReadThrough",
    "Role",
    "Stamp",
    "Stamps",
    "assigned",
    "cases_in_folder",
    "describe",
    "files_among",
    "guess_by_names",
    "guess_roles",
    "is_case_list",
    "list_at",
    "read_case",
    "read_case_list",
    "read_label_names",
    "readable_suffixes",
    "reassigned",
    "renamed",
    "requested",
    "self_check",
    "sha256_of",
    "split_part",
    "stamps_of",
]
