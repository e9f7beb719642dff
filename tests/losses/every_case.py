"""How each of the 121 numbers that other libraries computed is asked for in that library's own convention.

``agreement.py`` beside this says which of them segdiff's *own* convention gives, too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from segdiff import losses
from tests.losses.agreement import Array, background_first


@dataclass(frozen=True)
class Call:
    """A loss in a convention, with that convention's parameters.

    Args:
        loss: id of the loss.
        convention: id of the convention.
        parameters: by the framework's names.
        two: prediction and truth are given with their background.
        wants_gradient: the number is a gradient.
    """

    loss: str
    convention: str
    parameters: Mapping[str, Any]
    two: bool = False
    wants_gradient: bool = False

    def computed(self, prediction: Array, truth: Array) -> Array:
        """What segdiff gives."""
        if self.two:
            prediction, truth = background_first(prediction), background_first(truth)
        compute = losses.gradient if self.wants_gradient else losses.value
        return np.asarray(compute(self.loss, prediction, truth, convention=self.convention, **self.parameters))


def value(loss: str, convention: str, **parameters: Any) -> Call:
    return Call(loss, convention, parameters)


def of_two(loss: str, convention: str, **parameters: Any) -> Call:
    return Call(loss, convention, parameters, two=True)


def gradient(loss: str, convention: str, **parameters: Any) -> Call:
    return Call(loss, convention, parameters, wants_gradient=True)


CALLS: dict[str, Call] = {
    "bce-01": value("binary_cross_entropy", "torch"),
    "bce-03": value("binary_cross_entropy", "torch"),
    "bce-05": value("binary_cross_entropy", "keras-3.15"),
    "bce-06": value("binary_cross_entropy", "smp", smooth_factor=0.1),
    "bce-07": value("binary_cross_entropy", "torch", from_logits=True, pos_weight=3.0),
    "bce-08": value("cross_entropy", "torch"),
    "bce-09": value("binary_cross_entropy", "torch"),
    "cb-01": value("bce_dice_loss", "monai", sigmoid=True),
    "dice-01": value("dice_loss", "monai"),
    "dice-02": value("dice_loss", "monai"),
    "dice-03": value("dice_loss", "monai", squared_pred=True),
    "dice-04": value("dice_loss", "monai"),
    "dice-05": value("dice_loss", "monai", batch=True),
    "dice-07": value("dice_loss", "monai"),
    "dice-08": value("dice_loss", "monai", include_background=False),
    "dice-10": value("dice_loss", "monai"),
    "dice-15": value("dice_loss", "smp", smooth=1.0),
    "dice-16": value("dice_loss", "smp"),
    "dice-17": value("dice_loss", "smp", log_loss=True),
    "dice-18": value("dice_loss", "smp"),
    "dice-19": value("dice_loss", "kornia"),
    "dice-20": value("dice_loss", "kornia", average="macro"),
    "dice-23": value("dice_loss", "keras-3.15", axis=(1, 2, 3)),
    "dice-24": value("dice_loss", "keras-3.15"),
    "dice-26": value("dice_loss", "nnunet", smooth=1e-05, batch_dice=True, do_bg=False),
    "dice-27": value("dice_loss", "seglossodyssey", smooth=1.0),
    "em-01": value("dice_loss", "monai"),
    "em-02": value("dice_loss", "monai"),
    "em-03": value("dice_loss", "monai"),
    "em-07": value("tversky_loss", "monai", alpha=0.3, beta=0.7),
    "em-08": value("tversky_loss", "monai", alpha=0.3, beta=0.7),
    "em-09": value("tversky_loss", "monai", alpha=0.3, beta=0.7),
    "em-12": of_two("generalized_dice_loss", "monai"),
    "em-13": of_two("generalized_dice_loss", "monai"),
    "em-14": of_two("generalized_dice_loss", "monai"),
    "em-16": value("dice_loss", "smp"),
    "em-17": value("dice_loss", "smp"),
    "em-18": value("dice_loss", "smp"),
    "em-23": value("iou_loss", "smp"),
    "em-24": value("iou_loss", "smp"),
    "em-25": value("iou_loss", "smp"),
    "em-27": of_two("dice_loss", "kornia", average="macro"),
    "em-28": of_two("dice_loss", "kornia", average="macro"),
    "em-30": of_two("dice_loss", "kornia", average="macro"),
    "em-32": value("dice_loss", "keras-3.15"),
    "em-34": value("dice_loss", "keras-3.15"),
    "em-35": value("dice_loss", "keras-3.15"),
    "em-38": value("dice_loss", "nnunet"),
    "em-39": value("dice_loss", "nnunet"),
    "em-40": value("dice_loss", "nnunet"),
    "em-42": value("binary_cross_entropy", "torch"),
    "em-44": value("binary_cross_entropy", "torch"),
    "em-45": value("binary_cross_entropy", "torch"),
    "em-46": value("dice_loss", "metrics-reloaded"),
    "em-48": value("dice_loss", "simpleitk"),
    "em-49": value("dice_loss", "medpy"),
    "em-52": value("dice_loss", "monai-metrics", ignore_empty=False),
    "em-53": of_two("dice_loss", "torchmetrics", include_background=False),
    "fo-02": value("focal_loss", "monai", gamma=2.0, alpha=0.25),
    "fo-03": value("focal_loss", "smp", gamma=2.0, alpha=0.25),
    "fo-05": value("focal_loss", "kornia", gamma=2.0, alpha=0.25),
    "fo-06": value("focal_loss", "kornia", gamma=2.0, alpha=None),
    "fo-08": value("focal_loss", "keras-3.15", gamma=2.0, alpha=0.25, apply_class_balancing=True),
    "fo-09": value("focal_loss", "smp", gamma=2.0, from_logits=False),
    "fo-10": value("focal_loss", "monai", gamma=0.0),
    "ft-01": value("focal_tversky_loss", "seglossodyssey", gamma=0.75),
    "ft-02": value("focal_tversky_loss", "smp", alpha=0.3, beta=0.7, gamma=0.75),
    "ft-04": of_two("asymmetric_focal_tversky_loss", "monai", delta=0.7, gamma=0.75),
    "gd-01": value("generalized_dice_loss", "monai"),
    "gd-03": value("generalized_dice_loss", "monai", w_type="uniform"),
    "gd-04": value("generalized_dice_loss", "monai"),
    "gd-07": value("generalized_dice_loss", "seglossodyssey"),
    "gd-08": value("generalized_dice_loss", "torchmetrics"),
    "gd-10": of_two("generalized_dice_loss", "monai"),
    "gd-12": value("generalized_dice_loss", "monai-metrics"),
    "gr-03": gradient("iou_loss", "monai"),
    "gr-04": gradient("tversky_loss", "monai", alpha=0.3, beta=0.7),
    "gr-05": gradient("binary_cross_entropy", "torch"),
    "gr-07": gradient("generalized_dice_loss", "monai"),
    "gr-08": gradient("dice_loss", "monai"),
    "gr-09": gradient("focal_tversky_loss", "smp", alpha=0.3, beta=0.7, gamma=0.75),
    "iou-02": value("iou_loss", "monai"),
    "iou-04": value("iou_loss", "smp"),
    "iou-06": value("iou_loss", "monai"),
    "lo-01": value("lovasz_hinge_loss", "smp", per_image=True),
    "lo-02": value("lovasz_hinge_loss", "kornia"),
    "lo-03": value("lovasz_softmax_loss", "smp"),
    "mt-01": value("dice_loss", "monai-metrics"),
    "mt-02": value("dice_loss", "torchmetrics", average="none"),
    "mt-05": value("dice_loss", "simpleitk"),
    "mt-06": value("iou_loss", "simpleitk"),
    "mt-08": value("dice_loss", "metrics-reloaded"),
    "mt-10": value("iou_loss", "metrics-reloaded"),
    "notes-01": value("dice_loss", "origin-notes"),
    "notes-04": value("dice_loss", "origin-notes"),
    "notes-05": value("iou_loss", "origin-notes"),
    "notes-06": value("tversky_loss", "origin-notes"),
    "notes-08": value("iou_loss", "origin-notes"),
    "notes-12": value("tversky_loss", "origin-notes"),
    "notes-17": value("iou_loss", "origin-notes"),
    "notes-19": value("dice_loss", "origin-notes"),
    "notes-20": value("iou_loss", "origin-notes"),
    "notes-21": value("tversky_loss", "origin-notes"),
    "notes-22": value("dice_loss", "origin-notes"),
    "notes-24": value("tversky_loss", "origin-notes"),
    "notes-25": value("dice_loss", "origin-notes"),
    "notes-26": value("iou_loss", "origin-notes"),
    "notes-27": value("tversky_loss", "origin-notes"),
    "notes-29": value("tversky_loss", "origin-notes"),
    "notes-30": value("bce_dice_loss", "origin-notes"),
    "notes-31": value("focal_plus_tversky_loss", "origin-notes"),
    "notes-32": value("focal_tversky_loss", "origin-notes"),
    "notes-33": value("generalized_dice_loss", "sudre"),
    "tv-03": value("tversky_loss", "monai", alpha=0.5, beta=0.5),
    "tv-05": value("tversky_loss", "monai", alpha=0.1, beta=0.9),
    "tv-06": value("tversky_loss", "monai", alpha=0.3, beta=0.7),
    "tv-07": value("tversky_loss", "monai", alpha=0.3, beta=0.7, include_background=False),
    "tv-08": value("tversky_loss", "smp", alpha=0.3, beta=0.7),
    "tv-10": value("tversky_loss", "kornia", alpha=0.3, beta=0.7),
    "tv-11": value("tversky_loss", "keras-3.15", alpha=0.3, beta=0.7),
    "tv-13": value("tversky_loss", "monai", alpha=0.3, beta=0.7),
}
