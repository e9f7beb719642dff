"""Cases found in a folder by the names of files and folders, as different people lay them out."""

from __future__ import annotations

from pathlib import Path

import pytest

from segdiff.io import cases_in_folder

Found = dict[str, tuple[str | None, str | None, dict[str, str]]]


def found(folder: Path, *files: str) -> Found | None:
    """Name of each case: its image, its truth and its predictions by name."""
    for file in files:
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).touch()
    listed = cases_in_folder(folder)
    if listed is None:
        return None
    return {
        case.name: (
            case.request.image and str(case.request.image.relative_to(folder)),
            case.request.truth and str(case.request.truth.relative_to(folder)),
            {str(p.name): str(p.path.relative_to(folder)) for p in case.request.predictions},
        )
        for case in listed.cases
    }


def test_side_by_side(tmp_path: Path) -> None:
    files = [f"c{n}_{kind}.png" for n in (2, 10) for kind in ("image", "gt", "pred", "modelA")]
    each = {
        f"c{n}": (f"c{n}_image.png", f"c{n}_gt.png", {"pred": f"c{n}_pred.png", "modelA": f"c{n}_modelA.png"})
        for n in (2, 10)
    }
    assert found(tmp_path, *files) == each
    assert list(found(tmp_path) or ()) == ["c2", "c10"]


def test_c1_does_not_take_the_files_of_c10(tmp_path: Path) -> None:
    cases = found(tmp_path, "c1_gt.png", "c1_pred.png", "c10_gt.png", "c10_new.png")
    assert cases is not None
    assert cases["c1"][2] == {"pred": "c1_pred.png"}
    assert cases["c10"][2] == {"new": "c10_new.png"}


def test_a_folder_for_each_case(tmp_path: Path) -> None:
    files = [f"patient {n}/{name}.nii.gz" for n in (1, 2) for name in ("t2", "manual", "unet")]
    assert found(tmp_path, *files) == {
        f"patient {n}": (f"patient {n}/t2.nii.gz", f"patient {n}/manual.nii.gz", {"unet": f"patient {n}/unet.nii.gz"})
        for n in (1, 2)
    }


def test_nnunet(tmp_path: Path) -> None:
    """Labels lie in labelsTr whatever words are in their names; channels are numbered; models have their folders."""
    files = [f"imagesTr/liver_ct_{n}_000{c}.nii.gz" for n in ("001", "002") for c in (0, 1)]
    files += [f"labelsTr/liver_ct_{n}.nii.gz" for n in ("001", "002")]
    files += [f"predictions/{model}/liver_ct_{n}.nii.gz" for n in ("001", "002") for model in ("a", "b")]
    cases = found(tmp_path, *files)
    assert cases == {
        f"liver_{n}": (
            f"imagesTr/liver_ct_{n}_0000.nii.gz",
            f"labelsTr/liver_ct_{n}.nii.gz",
            {model: f"predictions/{model}/liver_ct_{n}.nii.gz" for model in ("a", "b")},
        )
        for n in ("001", "002")
    }
    listed = cases_in_folder(tmp_path)
    assert listed is not None
    assert listed.cases[0].request.notices == ("liver_001 has 2 images; liver_ct_001_0000.nii.gz is shown.",)


def test_bids(tmp_path: Path) -> None:
    files = [f"sub-{s}/ses-1/anat/sub-{s}_ses-1_T2w.nii.gz" for s in ("01", "02")]
    files += [f"derivatives/labels/sub-{s}/ses-1/anat/sub-{s}_ses-1_T2w_label-cord_mask.nii.gz" for s in ("01", "02")]
    files += [f"derivatives/net/sub-{s}/ses-1/anat/sub-{s}_ses-1_desc-net_pred.nii.gz" for s in ("01", "02")]
    cases = found(tmp_path, *files)
    assert cases is not None
    assert list(cases) == ["sub-01_ses-1", "sub-02_ses-1"]
    image, truth, predictions = cases["sub-02_ses-1"]
    assert image == "sub-02/ses-1/anat/sub-02_ses-1_T2w.nii.gz"
    assert truth == "derivatives/labels/sub-02/ses-1/anat/sub-02_ses-1_T2w_label-cord_mask.nii.gz"
    assert list(predictions) == ["desc-net_pred"]


def test_models_beside_the_truths(tmp_path: Path) -> None:
    files = [f"{folder}/c{n}.png" for n in (1, 2) for folder in ("labels", "modelA", "modelB")]
    cases = found(tmp_path, *files)
    assert cases == {
        f"c{n}": (None, f"labels/c{n}.png", {"modelA": f"modelA/c{n}.png", "modelB": f"modelB/c{n}.png"})
        for n in (1, 2)
    }


def test_several_structures_on_one_image_are_one_case(tmp_path: Path) -> None:
    assert found(tmp_path, "image.nii", "gt_cord.nii", "pred_cord.nii", "gt_roots.nii", "pred_roots.nii") is None


@pytest.mark.parametrize("files", [(), ("image.png", "gt.png", "pred.png"), ("a_image.png", "a_gt.png", "b_gt.png")])
def test_one_case_is_no_list(tmp_path: Path, files: tuple[str, ...]) -> None:
    assert found(tmp_path, *files) is None


def test_what_belongs_to_no_case_is_told(tmp_path: Path) -> None:
    assert found(tmp_path, "a_gt.png", "a_pred.png", "b_gt.png", "b_pred.png", "overview.png", ".hidden/x_gt.png")
    listed = cases_in_folder(tmp_path)
    assert listed is not None
    assert listed.notices == (f"1 file belongs to no case of {tmp_path.name}.",)


@pytest.mark.parametrize("name", ["sct_t2_cord", "sct_t2s_greymatter", "axondeepseg_sem2d"])
def test_real_folders_of_one_case(shared_data: Path, name: str) -> None:
    assert cases_in_folder(shared_data / name) is None


def test_a_real_folder_of_three(shared_data: Path) -> None:
    listed = cases_in_folder(shared_data / "hvsmr2d_heart_unet")
    assert listed is not None
    assert [case.name for case in listed.cases] == ["10000_79", "10001_137", "10004_16"]
    assert [[p.name for p in case.request.predictions] for case in listed.cases] == [["pred"]] * 3
