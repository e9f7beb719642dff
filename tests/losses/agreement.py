"""Which of the 121 independent numbers segdiff's own convention must give, how, and why the others differ.

``../shared/vectors/loss_vectors.json`` holds loss values computed by other libraries with their own code. Where such a
library computes what segdiff calls by the same name, perhaps on another grouping of the voxels or with a smoothing that
can be asked for, :data:`REPRODUCED` says so; where it computes something else, :data:`DIFFERS` says what. Every case is
in exactly one of the two.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Change = Callable[[Array], Array]


def as_it_is(array: Array) -> Array:
    """No change."""
    return array


def channels_apart(array: Array) -> Array:
    """Every channel a picture of one class of its own, so that the background counts like any label."""
    return array.reshape(-1, 1, *array.shape[2:])


def batch_as_one(array: Array) -> Array:
    """The batch laid out as one long picture: sums run over all of it."""
    return np.moveaxis(array, 0, 1).reshape(1, array.shape[1], -1)


def all_as_one(array: Array) -> Array:
    """Batch and channels laid out as one long picture of one class."""
    return array.reshape(1, 1, -1)


def background_first(array: Array) -> Array:
    """The background as a channel before the only one."""
    return np.concatenate([1 - array, array], axis=1)


def sigmoid(logits: Array) -> Array:
    """Probabilities of logits."""
    return 1.0 / (1.0 + np.exp(-logits))


def loss(value: float) -> float:
    """The peer returns the loss."""
    return value


def negative_index(value: float) -> float:
    """The peer returns minus the index instead of one minus the index."""
    return value - 1.0


def index(value: float) -> float:
    """The peer returns the index."""
    return 1.0 - value


@dataclass(frozen=True)
class Same:
    """How segdiff's own convention gives a peer's number.

    Args:
        score: id of the loss.
        why: what the two have in common.
        parameters: of segdiff's loss.
        regroup: done to prediction and truth.
        activate: done to the prediction alone, after that.
        read: what the peer returns, from the loss.
        each_sample: the peer returns one number for each sample.
    """

    score: str
    why: str
    parameters: Mapping[str, float] = field(default_factory=dict)
    regroup: Change = as_it_is
    activate: Change = as_it_is
    read: Callable[[float], float] = loss
    each_sample: bool = False

    def computed(self, value: Callable[..., float], prediction: Array, truth: Array) -> float | list[float]:
        """The peer's number by ``value(score, prediction, truth, **parameters)``."""
        p, g = self.activate(self.regroup(prediction)), self.regroup(truth)
        if self.each_sample:
            return [self.read(value(self.score, p[[i]], g[[i]], **self.parameters)) for i in range(len(p))]
        return self.read(value(self.score, p, g, **self.parameters))


MONAI = {"smoothing": 1e-5}
NOTES = {"smoothing": 1.0}
SALEHI = {"alpha": 0.3, "beta": 0.7}

_plain = "the plain definition"
_smoothed = "MONAI adds 1e-5 above and below, which smoothing does too"
_background = "the background is a class like any other, as with channels apart"
_pooled = "sums run over batch and classes, as over one picture"
_notes = "one sample of one class, so that axes do not matter; smooth 1 is smoothing 1"

REPRODUCED: dict[str, Same] = {
    "bce-01": Same("binary_cross_entropy", _plain),
    "bce-05": Same("binary_cross_entropy", "no probability here is near the clip of 1e-7"),
    "bce-08": Same("cross_entropy", _plain),
    "bce-09": Same("binary_cross_entropy", "mean over all channels, exclusive or not"),
    "cb-01": Same("bce_dice_loss", _smoothed, MONAI, activate=sigmoid),
    "dice-01": Same("dice_loss", _smoothed, MONAI),
    "dice-02": Same("dice_loss", _smoothed, MONAI),
    "dice-03": Same("vnet_dice_loss", "squares below; the 1e-5 changes the seventh digit"),
    "dice-04": Same("dice_loss", _smoothed, MONAI),
    "dice-05": Same("dice_loss", "batch=True sums over the samples", MONAI, regroup=batch_as_one),
    "dice-07": Same("dice_loss", _background, MONAI, regroup=channels_apart),
    "dice-08": Same("dice_loss", "the background is left out", MONAI),
    "dice-10": Same("dice_loss", _background, MONAI, regroup=channels_apart),
    "dice-15": Same("dice_loss", "smp adds 1 to TP/(TP+…), which is 2 in 2TP/(2TP+…)", {"smoothing": 2.0}),
    "dice-18": Same("dice_loss", "one sample, labels apart, no smoothing", regroup=channels_apart),
    "dice-19": Same("dice_loss", _pooled, regroup=all_as_one),
    "dice-20": Same("dice_loss", _background, regroup=channels_apart),
    "dice-23": Same("dice_loss", "one number for each sample", each_sample=True),
    "dice-24": Same("dice_loss", _pooled, regroup=all_as_one),
    "dice-26": Same("dice_loss", "batch Dice without background", MONAI, regroup=batch_as_one, read=negative_index),
    "dice-27": Same("dice_loss", "smooth 1, returned as minus Dice", NOTES, read=negative_index),
    "em-01": Same("dice_loss", "nothing there, nothing marked: no loss"),
    "em-02": Same("dice_loss", _smoothed, MONAI),
    "em-03": Same("dice_loss", _smoothed, MONAI),
    "em-07": Same("tversky_loss", _smoothed, MONAI | SALEHI),
    "em-08": Same("tversky_loss", _smoothed, MONAI | SALEHI),
    "em-09": Same("tversky_loss", _smoothed, MONAI | SALEHI),
    "em-14": Same("generalized_dice_loss", "a perfect prediction", regroup=background_first),
    "em-16": Same("dice_loss", "nothing there, nothing marked: no loss"),
    "em-18": Same("dice_loss", "there, but nothing marked: the whole loss"),
    "em-23": Same("iou_loss", "there, but nothing marked: the whole loss"),
    "em-24": Same("iou_loss", "a perfect prediction"),
    "em-28": Same("dice_loss", _background, regroup=lambda array: channels_apart(background_first(array))),
    "em-32": Same("dice_loss", "nothing there, but marked: the whole loss"),
    "em-34": Same("dice_loss", "a perfect prediction; Keras' 1e-7 stays below the tolerance"),
    "em-38": Same("dice_loss", "smooth 1, returned as minus Dice", NOTES, read=negative_index),
    "em-39": Same("dice_loss", "smooth 1, returned as minus Dice", NOTES, read=negative_index),
    "em-44": Same("binary_cross_entropy", "a perfect voxel costs nothing"),
    "em-46": Same("dice_loss", "nothing there, nothing marked: Dice 1", read=index),
    "em-52": Same("dice_loss", "nothing there, nothing marked: Dice 1", read=index),
    "fo-02": Same("focal_loss", _plain, activate=sigmoid),
    "fo-03": Same("focal_loss", _plain, activate=sigmoid),
    "fo-05": Same("focal_loss", _plain, activate=sigmoid),
    "fo-08": Same("focal_loss", "no probability here is near the clip of 1e-7"),
    "fo-10": Same("binary_cross_entropy", "without focusing and weights it is cross-entropy", activate=sigmoid),
    "ft-01": Same("focal_tversky_loss", "of one class, the power of the mean is the mean of powers", NOTES),
    "gd-03": Same("dice_loss", "equal weights, so that sums run over all classes", MONAI, regroup=all_as_one),
    "gd-07": Same("generalized_dice_loss", "weights 1/V², returned as minus the index", read=negative_index),
    "gd-08": Same("generalized_dice_loss", "weights 1/V², returned as the index", read=index),
    "gd-10": Same("generalized_dice_loss", "the 1e-5 stays below the tolerance", regroup=background_first),
    "gd-12": Same("generalized_dice_loss", "an absent class takes the largest weight", read=index, each_sample=True),
    "iou-02": Same("iou_loss", "MONAI adds 1e-5 to twice the sums, which is 5e-6", {"smoothing": 5e-6}),
    "iou-04": Same("iou_loss", _background, regroup=channels_apart),
    "iou-06": Same("iou_loss", _background, {"smoothing": 5e-6}, regroup=channels_apart),
    "mt-05": Same("dice_loss", "a metric of masks is the index of hard counts", read=index),
    "mt-06": Same("iou_loss", "a metric of masks is the index of hard counts", read=index),
    "mt-08": Same("dice_loss", "a metric of masks is the index of hard counts", read=index),
    "mt-10": Same("iou_loss", "a metric of masks is the index of hard counts", read=index),
    "notes-01": Same("dice_loss", _notes, NOTES),
    "notes-04": Same("dice_loss", _notes, NOTES),
    "notes-05": Same("iou_loss", "eps 1e-6, returned as minus IoU", {"smoothing": 1e-6}, read=negative_index),
    "notes-06": Same("tversky_loss", _notes, NOTES | SALEHI),
    "notes-08": Same("iou_loss", "two samples of one class, averaged", {"smoothing": 1e-6}, read=negative_index),
    "notes-12": Same("tversky_loss", _pooled, NOTES | SALEHI, regroup=all_as_one),
    "notes-17": Same("iou_loss", "nothing there, nothing marked: IoU 1", read=negative_index),
    "notes-19": Same("dice_loss", _notes, NOTES),
    "notes-21": Same("tversky_loss", _notes, NOTES | SALEHI),
    "notes-22": Same("dice_loss", _notes, NOTES),
    "notes-24": Same("tversky_loss", _notes, NOTES | SALEHI),
    "notes-25": Same("dice_loss", _notes, NOTES),
    "notes-26": Same("iou_loss", "eps 1e-6, returned as minus IoU", {"smoothing": 1e-6}, read=negative_index),
    "notes-27": Same("tversky_loss", _notes, NOTES | SALEHI),
    "notes-29": Same("tversky_loss", _notes, NOTES | SALEHI),
    "notes-30": Same("bce_dice_loss", _notes, NOTES),
    "notes-31": Same("focal_plus_tversky_loss", _notes, NOTES | SALEHI),
    "notes-32": Same("focal_tversky_loss", _notes, NOTES | SALEHI | {"exponent": 0.75}),
    "notes-33": Same("generalized_dice_loss", _plain),
    "tv-03": Same("tversky_loss", _smoothed, MONAI | {"alpha": 0.5, "beta": 0.5}),
    "tv-05": Same("tversky_loss", _smoothed, MONAI | {"alpha": 0.1, "beta": 0.9}),
    "tv-06": Same("tversky_loss", _smoothed, MONAI | SALEHI),
    "tv-07": Same("tversky_loss", "the background is left out", MONAI | SALEHI),
    "tv-08": Same("tversky_loss", "no smoothing", SALEHI),
    "tv-11": Same("tversky_loss", "as released, alpha weighs misses and beta inventions", {"alpha": 0.7, "beta": 0.3}),
    "tv-13": Same("tversky_loss", _background, MONAI | SALEHI, regroup=channels_apart),
}

_gradient = "a gradient, not a value"
_absent_skipped = "a class the truth lacks is skipped even when it was predicted"
_nan = "NaN in the prediction: segdiff refuses it with a sentence"
_undefined = "nothing there, nothing marked: undefined in this peer, 1 in segdiff"
_complement = "with an empty truth the notes score the background instead"
_smoothed_weights = "adds 1e-5 to weighted sums, which the generalised Dice of Sudre does not"
_hinge_of_logits = "takes the hinge of logits of ±50, which segdiff's probabilities clipped at 1e-7 do not have"
_every_class = "takes the background in, and leaves a class out that the truth lacks"

DIFFERS: dict[str, str] = {
    "bce-03": "a wrong voxel costs 100 in torch, 16.118 in segdiff",
    "bce-06": "softens the truth, and takes the cross-entropy of logits of ±50 without a floor",
    "bce-07": "weighs positives by 3",
    "dice-16": "a class the truth lacks has loss 0 even when it was predicted",
    "dice-17": "minus the logarithm of Dice",
    "em-12": _smoothed_weights,
    "em-13": _smoothed_weights,
    "em-17": "a class the truth lacks has loss 0 even when it was predicted",
    "em-25": _nan,
    "em-27": _absent_skipped,
    "em-30": _nan,
    "em-35": _nan,
    "em-40": _nan,
    "em-42": "a wrong voxel costs 100 in torch, 16.118 in segdiff",
    "em-45": _nan,
    "em-48": _undefined,
    "em-49": _undefined,
    "em-53": _undefined,
    "fo-06": "looks at the true class alone and divides by the number of classes",
    "fo-09": "takes the sigmoid of a logarithm, so that a perfect voxel still costs 0.17",
    "ft-02": "raises the mean over classes to the exponent, not each class",
    "ft-04": "exponent 1 - gamma, and a background term",
    "gd-01": _smoothed_weights,
    "gd-04": _smoothed_weights,
    "gr-03": _gradient,
    "gr-04": _gradient,
    "gr-05": _gradient,
    "gr-07": _gradient,
    "gr-08": _gradient,
    "gr-09": _gradient,
    "lo-01": _hinge_of_logits,
    "lo-02": _hinge_of_logits,
    "lo-03": _every_class,
    "mt-01": "one number for each class; see tests/metrics",
    "mt-02": "one number for each class; see tests/metrics",
    "notes-20": _complement,
    "tv-10": _absent_skipped,
}
