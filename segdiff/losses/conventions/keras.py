"""Keras 3, as released and as documented: in every release so far Tversky has α and β the other way round."""

from dataclasses import replace

from segdiff.losses.records import Averaged, Convention, Pooled, Recipe, Region, Voxelwise

_EPS = 1e-7
_POOLED_NOTE = (
    "Batch, space and classes are pooled. After a softmax over one-hot classes that is one minus the "
    "mean probability of the true class, and α and β have no say where they sum to 1."
)
_PER_SAMPLE = {"pooled": Pooled.CLASSES, "averaged": Averaged.CLASSES}
_AXIS = {"axis": {None: {}, (1, 2, 3): _PER_SAMPLE, (1, 2, 3, 4): _PER_SAMPLE}}
_BCE = Voxelwise(clip=_EPS, clip_above=_EPS)
_TVERSKY = Region("alpha", "beta", below=_EPS, pooled=Pooled.EVERYTHING)
_TVERSKY_CALL = "keras.losses.Tversky(alpha={alpha}, beta={beta})(truth, prediction)"

_SHARED = {
    "dice_loss": Recipe(
        Region(doubled=True, below=_EPS, pooled=Pooled.EVERYTHING),
        options=_AXIS,
        call="keras.losses.Dice()(truth, prediction)",
        notes=(_POOLED_NOTE, "With truth and prediction both empty it is 1."),
    ),
    "binary_cross_entropy": Recipe(
        replace(_BCE, label_smoothing="label_smoothing", label_smoothing_share=0.5),
        parameters={"label_smoothing": 0.0},
        call="keras.losses.BinaryCrossentropy(label_smoothing={label_smoothing})(truth, prediction)",
        notes=("Probabilities are clipped at both ends, so even a perfect voxel costs 10⁻⁷.",),
    ),
    "cross_entropy": Recipe(
        Voxelwise(clip=_EPS, clip_above=_EPS, true_class_only=True, per_class=False),
        completed=True,
        call="keras.losses.CategoricalCrossentropy()(truth, prediction)",
        notes=("Probabilities are clipped at both ends, so even a perfect voxel costs 10⁻⁷.",),
    ),
    "focal_loss": Recipe(
        replace(_BCE, gamma="gamma"),
        parameters={"gamma": 2.0, "alpha": 0.25},
        options={"apply_class_balancing": {True: {"positives": "alpha", "negatives": "1-alpha"}, False: {}}},
        call="keras.losses.BinaryFocalCrossentropy(gamma={gamma})(truth, prediction)",
        notes=("α weighs voxels of the truth, and only with apply_class_balancing=True.",),
    ),
}
_REFUSES = {
    "iou_loss": "Keras has no IoU loss; its Tversky loss at α = β = 1 is one.",
    "vnet_dice_loss": "Keras has only linear denominators.",
    "focal_tversky_loss": "Keras has no focal Tversky loss.",
    "generalized_dice_loss": "Keras has no generalised Dice loss.",
}

DOCUMENTED = Convention(
    id="keras-documented",
    title="Keras, as documented",
    version="3.15.1",
    source="documentation of keras.losses.Tversky; master since pull request 23333 (2026-07-28)",
    recipes={
        **_SHARED,
        "tversky_loss": Recipe(
            _TVERSKY,
            parameters={"alpha": 0.5, "beta": 0.5},
            options=_AXIS,
            call=_TVERSKY_CALL,
            notes=(
                "α weighs false positives and β misses, says the documentation; no release does so yet.",
                _POOLED_NOTE,
            ),
        ),
    },
    refuses=_REFUSES,
)

SHIPPED = Convention(
    id="keras-3.15",
    title="Keras, as released",
    version="3.15.1",
    source="keras.losses, run at 3.15.1; α and β are swapped since the first version (pull request 19511)",
    recipes={
        **_SHARED,
        "tversky_loss": Recipe(
            replace(_TVERSKY, false_positives="beta", misses="alpha"),
            parameters={"alpha": 0.5, "beta": 0.5},
            options=_AXIS,
            call=_TVERSKY_CALL,
            notes=(
                "As released, α weighs misses and β false positives: the opposite of its documentation.",
                _POOLED_NOTE,
            ),
        ),
    },
    refuses=_REFUSES,
)
