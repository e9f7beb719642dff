"""``PATH#PART`` on the command line."""

from __future__ import annotations

import hashlib

import numpy as np

from tests.cases import counted
from tests.cli.conftest import Command, Files

PAIR = counted(3, 2, 1, 10)


def test_arrays_of_one_file_are_scored(segdiff: Command, files: Files) -> None:
    path = files.folder / "all.npz"
    np.savez(path, gt=PAIR.truth.astype(np.uint8), pred=PAIR.prediction.astype(np.uint8))
    words = ("--truth", f"{path}#gt", "--prediction", f"mine={path}#pred", f"{path}#gt", "--format", "json")
    document = segdiff("score", *words).json
    assert document["truth"]["path"] == f"{path}#gt"
    assert document["truth"]["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()
    assert [row["name"] for row in document["predictions"]] == ["mine", "all#gt"]
    assert document["predictions"][0]["labels"][0]["counts"] == {"tp": 3, "fp": 2, "fn": 1, "tn": 10}


def test_what_is_not_decided_is_asked_in_one_sentence(segdiff: Command, files: Files) -> None:
    path = files.folder / "all.npz"
    np.savez(path, gt=PAIR.truth, pred=PAIR.prediction)
    assert segdiff("score", "--truth", path, "--prediction", f"{path}#pred").problem == (
        "all.npz holds 2 arrays (gt, pred); say which is meant, as in all.npz#gt."
    )


def test_a_file_is_not_overwritten_through_one_of_its_parts(segdiff: Command, files: Files) -> None:
    path = files.folder / "all.npz"
    np.savez(path, gt=PAIR.truth, pred=PAIR.prediction)
    before = path.read_bytes()
    words = ("--truth", f"{path}#gt", "--prediction", f"{path}#pred", "--output", path)
    assert "never overwritten" in segdiff("score", *words).problem
    assert path.read_bytes() == before
