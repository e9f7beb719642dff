"""A list of cases, as a table, as JSON or as folders, and what is said about one that is wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from segdiff.errors import FileProblem
from segdiff.io import CaseRequest, PredictionRequest, read_case_list


def write(folder: Path, name: str, text: str, encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def problem(path: Path) -> str:
    with pytest.raises(FileProblem) as found:
        read_case_list(path)
    sentence = str(found.value)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence


def request(folder: Path, number: int) -> CaseRequest:
    """The case of ``i1.nii``, ``t1.nii`` and two predictions."""
    predictions = (
        PredictionRequest(folder / f"a{number}.nii", "old"),
        PredictionRequest(folder / f"b{number}.nii", "New"),
    )
    return CaseRequest(folder / f"i{number}.nii", folder / f"t{number}.nii", predictions)


TABLE = """name,image,truth,prediction_old,prediction_New
first,i1.nii,t1.nii,a1.nii,b1.nii

second,i2.nii,t2.nii,a2.nii,b2.nii
"""


@pytest.mark.parametrize(
    ("name", "text", "encoding"),
    [
        ("cases.csv", TABLE, "utf-8"),
        ("cases.csv", TABLE, "utf-8-sig"),
        ("cases.csv", TABLE.replace(",", ";"), "utf-8"),
        ("cases.csv", TABLE.replace("\n", "\r\n"), "utf-16"),
        ("cases.tsv", TABLE.replace(",", "\t"), "utf-8"),
        ("cases.txt", TABLE, "utf-8"),
    ],
)
def test_tables(tmp_path: Path, name: str, text: str, encoding: str) -> None:
    listed = read_case_list(write(tmp_path, name, text, encoding))
    assert [(case.name, case.request) for case in listed.cases] == [
        ("first", request(tmp_path, 1)),
        ("second", request(tmp_path, 2)),
    ]
    assert [case.place for case in listed.cases] == [f"{name}, line 2", f"{name}, line 4"]
    assert listed.notices == ()


RECORDS = [
    {
        "name": word,
        "image": f"i{n}.nii",
        "truth": f"t{n}.nii",
        "prediction": {"old": f"a{n}.nii", "New": f"b{n}.nii"},
    }
    for n, word in enumerate(("first", "second"), start=1)
]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("cases.json", json.dumps(RECORDS)),
        ("cases.json", json.dumps({"cases": RECORDS, "about": "two cases"})),
        ("cases.json", json.dumps({"training": RECORDS[:1], "validation": RECORDS[1:]})),
        ("cases.jsonl", "\n".join(map(json.dumps, RECORDS)) + "\n"),
    ],
)
def test_records(tmp_path: Path, name: str, text: str) -> None:
    listed = read_case_list(write(tmp_path, name, text))
    assert [(case.name, case.request) for case in listed.cases] == [
        ("first", request(tmp_path, 1)),
        ("second", request(tmp_path, 2)),
    ]


def test_lists_that_training_programs_write(tmp_path: Path) -> None:
    """Several channels of one image, and "label" for the truth; several predictions without names are numbered."""
    records = {
        "training": [{"image": ["./a_0000.nii", "./a_0001.nii"], "label": "./a.nii", "prediction": ["p.nii", "q.nii"]}]
    }
    (case,) = read_case_list(write(tmp_path, "dataset.json", json.dumps(records))).cases
    assert case.request.image == tmp_path / "a_0000.nii"
    assert case.request.truth == tmp_path / "a.nii"
    assert [(p.name, p.path.name) for p in case.request.predictions] == [
        ("prediction 1", "p.nii"),
        ("prediction 2", "q.nii"),
    ]


def test_what_a_case_lacks_is_left_empty(tmp_path: Path) -> None:
    text = "image,truth,prediction,prediction_b\nscan_07.nii,,p.nii,\n,gt_08.nii,,q.nii\n"
    first, second = read_case_list(write(tmp_path, "cases.csv", text)).cases
    assert first.request == CaseRequest(
        tmp_path / "scan_07.nii", None, (PredictionRequest(tmp_path / "p.nii", "prediction"),)
    )
    assert second.request == CaseRequest(None, tmp_path / "gt_08.nii", (PredictionRequest(tmp_path / "q.nii", "b"),))
    assert (first.name, second.name) == ("07", "08")


def test_paths_may_be_absolute_and_name_a_part(tmp_path: Path) -> None:
    text = 'truth,prediction\n/elsewhere/gt.nii,"sub, one/a.npz#pred"\n'
    (case,) = read_case_list(write(tmp_path, "cases.csv", text)).cases
    assert case.request.truth == Path("/elsewhere/gt.nii")
    assert case.request.predictions[0].path == tmp_path / "sub, one" / "a.npz#pred"


def test_equal_names_are_numbered(tmp_path: Path) -> None:
    listed = read_case_list(write(tmp_path, "cases.csv", "name,truth\nsame,a.nii\nsame,b.nii\nsame,c.nii\n"))
    assert [case.name for case in listed.cases] == ["same", "same (2)", "same (3)"]


def test_columns_of_no_files_are_told(tmp_path: Path) -> None:
    """A mistyped column must not vanish silently."""
    listed = read_case_list(write(tmp_path, "cases.csv", "truth,predicton,age\nt.nii,p.nii,57\n"))
    assert listed.notices == ("cases.csv: the columns predicton, age say nothing about files and were not used.",)


def test_a_folder_in_each_line(tmp_path: Path) -> None:
    for case in ("one", "two"):
        (tmp_path / case).mkdir()
        for file in ("image.png", "gt.png", "pred.png"):
            (tmp_path / case / file).touch()
    listed = read_case_list(write(tmp_path, "cases.txt", "# my cases\none\n\ntwo\n"))
    assert [(case.name, case.place) for case in listed.cases] == [
        ("one", "cases.txt, line 2"),
        ("two", "cases.txt, line 4"),
    ]
    second = listed.cases[1].request
    assert (second.image, second.truth) == (tmp_path / "two/image.png", tmp_path / "two/gt.png")
    assert [p.path for p in second.predictions] == [tmp_path / "two/pred.png"]


EXPECTED = "image, truth, and prediction or prediction_NAME"


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("a.csv", "", "a.csv is empty."),
        ("a.csv", "truth,prediction\n\n", "a.csv lists no case."),
        (
            "a.csv",
            "scan,seg\nx,y\n",
            f"The first line of a.csv should name its columns ({EXPECTED}), but it says 'scan, seg'.",
        ),
        ("a.csv", "truth,gt\nx,y\n", "a.csv has two columns for the same thing: truth and gt."),
        (
            "a.csv",
            "truth,prediction\nt,p\nt,p,q\n",
            (
                "a.csv, line 3 has 3 cells, but the first line names 2 columns; "
                "put a name that holds the separator in quotes."
            ),
        ),
        ("a.csv", "name,truth\none,\n", f"a.csv, line 2 names no file of a case; {EXPECTED} are expected."),
        (
            "a.json",
            "[{]",
            "a.json is no valid JSON: expecting property name enclosed in double quotes at line 1, column 3.",
        ),
        (
            "a.json",
            '{"cases": 3}',
            f"a.json should hold an array of cases, or one under 'cases', each with {EXPECTED}; it holds none.",
        ),
        ("a.json", "[7]", f"a.json, case 1 should be a record with {EXPECTED}, but it is 7."),
        (
            "a.json",
            '[{"truth": "t"}, {"truth": 7}]',
            "a.json, case 2: 'truth' should be the path of a file, but it is 7.",
        ),
        ("a.json", '[{"truth": ["t", "u"]}]', "a.json, case 1: 'truth' should be one file, but there are 2."),
        (
            "a.jsonl",
            '{"truth": "t"}\n{"truth"\n',
            "a.jsonl, line 2 is no valid JSON: expecting ':' delimiter at line 1, column 9.",
        ),
        (
            "a.txt",
            "nowhere\n",
            (
                "a.txt, line 1 should be a folder with the files of one case, or the first line of a.txt should name "
                f"columns ({EXPECTED}), but it says 'nowhere'."
            ),
        ),
    ],
)
def test_what_is_wrong_with_a_list(tmp_path: Path, name: str, text: str, sentence: str) -> None:
    assert problem(write(tmp_path, name, text)) == sentence


def test_text_in_another_encoding(tmp_path: Path) -> None:
    path = write(tmp_path, "a.csv", "truth,prediction\nt,p\nmüller,p\n", "latin-1")
    assert problem(path) == "a.csv, line 3 is no text in UTF-8; save the list as UTF-8."


def test_a_list_that_is_not_there(tmp_path: Path) -> None:
    assert problem(tmp_path / "a.csv") == f"There is no file {tmp_path / 'a.csv'}."
