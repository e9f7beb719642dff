"""The demo, put together as a Case."""

from __future__ import annotations

from typing import Final

import numpy as np

from segdiff.data import Case, Image, LabelMap, Prediction, ProbabilityMap
from segdiff.demo.head import HeadPlan
from segdiff.demo.lattice import GRID, Field
from segdiff.demo.lesions import grow_lesions, label_voxels
from segdiff.demo.picture import take_picture
from segdiff.demo.predictions import CAUTIOUS, EAGER, predict

SEED: Final = 20
"""Decides all that is left to chance; each part draws from a stream of its own."""

LESION: Final = 1
"""The label of a lesion."""

NOTICE: Final = "A program made up this head, its lesions and both predictions; no patient is shown."


def demo_case() -> Case:
    """The synthetic case, the same at every call.

    Returns:
        An image in arbitrary units (white matter about 0.53), the truth with label 1 named "lesion", and the
        probability maps "eager" and "cautious", on 150 × 190 × 160 voxels of 1 mm.
    """
    for_head, for_lesions, for_picture, for_eager, for_cautious = np.random.default_rng(SEED).spawn(5)
    plan = HeadPlan(for_head)
    lesions = grow_lesions(plan, for_lesions)
    return Case(
        name="Demo: synthetic FLAIR",
        image=Image(take_picture(plan, lesions, for_picture), GRID),
        truth=LabelMap(label_voxels(lesions), GRID, names={LESION: "lesion"}),
        predictions=(
            _prediction("eager", predict(EAGER, lesions, for_eager)),
            _prediction("cautious", predict(CAUTIOUS, lesions, for_cautious)),
        ),
        synthetic=True,
        notices=(NOTICE,),
    )


def _prediction(name: str, probability: Field) -> Prediction:
    return Prediction(name, ProbabilityMap(probability[np.newaxis], (LESION,), GRID))
