"""What the names of files say: their role, and what a case and its predictions are called."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Final

from segdiff.io.parts import split_part, with_part
from segdiff.io.request import CaseRequest, PredictionRequest


class Role(StrEnum):
    """What a file is for."""

    IMAGE = "image"
    TRUTH = "truth"
    PREDICTION = "prediction"


_CORRECTED: Final = "gt|ground|groundtruth|truth|manual|human|expert|reference|ref"
_PREDICTED: Final = (
    "pred|prediction|predictions|predicted|prob|probs|probability|probabilities|softmax|output|model|auto|result|"
    "deepseg|cnn|unet|nnunet"
)
_MARKED: Final = "label|labels|mask|masks|seg|segmentation|annotation"
_SEEN: Final = "image|images|img|raw|scan|t1|t1w|t1n|t1c|t1ce|t2|t2w|t2f|t2s|flair|dwi|adc|ct|mr|mri"

_WORDS: Final = (
    (Role.TRUTH, _CORRECTED),
    (Role.PREDICTION, _PREDICTED),
    (Role.TRUTH, _MARKED),
    (Role.IMAGE, _SEEN),
)
"""In the order in which they win: "pred_mask" is a prediction, "manual_deepseg" a truth that a person has corrected."""

_FOLDERS: Final = {"images": Role.IMAGE, "labels": Role.TRUTH, "masks": Role.TRUTH, "predictions": Role.PREDICTION}
_ENDING: Final = re.compile(r"(\.(nii|hdr|img))?\.(gz|[A-Za-z0-9]{2,4})$")


def stem(path: Path) -> str:
    """The file's name without its ending, of which ``.nii.gz`` is one, and the part of it that is meant."""
    file, part = split_part(path)
    return with_part(Path(_ENDING.sub("", file.name) or file.name), part).name


def role_by_name(path: Path) -> Role | None:
    """The role that the part's name, else the words in the file's name, else the name of its folder speak of."""
    path, part = split_part(path)
    for name in (part or "", path.name):
        words = [word for word in re.split(r"[^a-z0-9]+", name.lower()) if word]
        for role, alternatives in _WORDS:
            if any(re.fullmatch(rf"({alternatives})|({alternatives})\d\w*", word) for word in words):
                return role
    if re.search(r"_\d{4}\.nii(\.gz)?$", path.name):  # nnU-Net numbers the channels of its images
        return Role.IMAGE
    return _FOLDERS.get(re.sub(r"(Tr|Ts|Val)$", "", path.absolute().parent.name).lower())


def subject(path: Path) -> str:
    """What a file's name says beside its role: "10004_16" of ``10004_16_gt.png``, nothing of ``image.nii.gz``."""
    every = "|".join(alternatives for _, alternatives in _WORDS)
    words = [word for word in re.split(r"[^A-Za-z0-9]+", stem(path)) if word]
    return "_".join(word for word in words if not re.fullmatch(every, word.lower()))


def case_name(request: CaseRequest) -> str:
    """What the image's file name says beside its role, else the name of its folder; without an image, the truth's."""
    paths = [path for path in (request.image, request.truth) if path is not None]
    path = [*paths, *(prediction.path for prediction in request.predictions)][0]
    return subject(path) or path.absolute().parent.name or stem(path)


def prediction_names(requests: Sequence[PredictionRequest]) -> list[str]:
    """A name for each prediction, no two alike: as asked for, else the file's, with its folder if others share it."""
    stems = Counter(stem(request.path) for request in requests if request.name is None)
    names: list[str] = []
    for request in requests:
        name = request.name or stem(request.path)
        if request.name is None and stems[name] > 1:
            name = f"{request.path.absolute().parent.name}/{name}"
        names.append(_unused(name, names))
    return names


def _unused(name: str, taken: Sequence[str]) -> str:
    numbered = (f"{name} ({number})" for number in range(2, len(taken) + 3))
    return name if name not in taken else next(candidate for candidate in numbered if candidate not in taken)
