"""What the list of what was opened last calls its entries."""

from __future__ import annotations

from pathlib import Path

from segdiff.gui.recent import Recent, titles
from segdiff.io import CaseRequest, PredictionRequest
from segdiff.session import PlaceInList


def case(folder: str, *predictions: str, image: str = "scan.nii.gz") -> Recent:
    made = tuple(PredictionRequest(Path(folder) / f"{name}.nii.gz") for name in predictions)
    return Recent(request=CaseRequest(Path(folder) / image, Path(folder) / "gt.nii.gz", made))


def test_a_case_is_called_by_its_name_and_its_folder_or_by_one_where_they_are_the_same() -> None:
    assert titles([case("/data/june", "a", image="p7_scan.nii.gz")]) == ["p7  ·  june"]
    assert titles([case("/data/june", "a")]) == ["june"]


def test_cases_of_one_name_are_told_apart_by_their_predictions() -> None:
    long = "a_network_with_a_very_long_name_of_exactly_eighty_characters_in_its_file_name_ok"
    entries = [case("/data/june", "a"), case("/data/june", "b", "c", "d"), case("/data/july", "a"), case("/data/june")]
    assert titles(entries) == ["june  ·  a", "june  ·  b, c and 1 more", "july", "june  ·  gt.nii.gz"]
    assert titles([case("/data/june", long), case("/data/june", "a")]) == [
        "june  ·  a_network_wit…e_name_ok",
        "june  ·  a",
    ]


def test_sessions_and_lists_of_one_name_are_told_apart_by_their_folders() -> None:
    entries = [Recent(session=Path(f"/data/{folder}/lesions.segdiff")) for folder in ("june", "july")]
    assert titles(entries) == ["lesions.segdiff  ·  june", "lesions.segdiff  ·  july"]
    entries = [Recent(listed=PlaceInList(Path(f"/data/{folder}/cases.csv"), "p7")) for folder in ("june", "july")]
    assert titles(entries) == ["cases.csv  ·  p7  ·  june", "cases.csv  ·  p7  ·  july"]
