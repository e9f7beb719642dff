"""Several cases at once: a list of their files, or a folder in which they lie.

A list is a table (CSV, TSV), JSON, or plain text with a folder in each line; :func:`read_case_list` reads any of them.
:func:`cases_in_folder` finds the cases in a folder by the names of files and folders, as nnU-Net, BIDS and most people
lay them out. Neither opens a file of a case: a case that cannot be read is told when its turn comes.
"""

from segdiff.io.lists.folders import cases_in_folder
from segdiff.io.lists.model import CaseList, ListedCase
from segdiff.io.lists.reading import LIST_SUFFIXES, is_case_list, list_at, read_case_list

__all__ = ["LIST_SUFFIXES", "CaseList", "ListedCase", "cases_in_folder", "is_case_list", "list_at", "read_case_list"]
