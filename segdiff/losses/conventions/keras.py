"""Keras 3, as it has been released and as it is documented: in every release so far Tversky has α and β the other way round."""

from dataclasses import replace

from segdiff.losses.conventions.records import Convention, Pooled, Recipe, Region, Voxelwise

_EPS = 1e-7
_POOLED_NOTE = (
    "Batch, space and classes are pooled. After a softmax over one-hot classes that is one minus the mean probability of the "
    "true class, and α and β have no say where they sum to 1."
)
_PER_SAMPLE = {"pooled": Pooled.CLASSES, "vector": True}
_AXIS = {"axis": {None: {}, (1, 2, 3): _PER_SAMPLE, (1, 2, 3, 4): _PER_SAMPLE}}
_BCE = Voxelwise(clip=_EPS, clip_above=_EPS)

_RECIPES = {
    "dice_loss": Recipe(
        Region(doubled=True, below=_EPS, pooled=Pooled.EVERYTHING),
        options=_AXIS,
        call="keras.losses.Dice()(truth, prediction)",
        notes=(_POOLED_NOTE, "With truth and prediction both empty it is 1."),
    ),
    "tversky_loss": Recipe(
        Region("alpha", "beta", below=_EPS, pooled=Pooled.EVERYTHING),
        parameters={"alpha": 0.5, "beta": 0.5},
        options=_AXIS,
        call="keras.losses.Tversky(alpha={alpha}, beta={beta})(truth, prediction)",
        notes=(_POOLED_NOTE,),
    ),
    "binary_cross_entropy": Recipe(
        replace(_BCE, label_smoothing="label_smoothing", label_smoothing_share=0.5),
        parameters={"label_smoothing": 0.0},
        call="keras.losses.BinaryCrossentropy()(truth, prediction)",
        notes=("Probabilities are clipped at both ends, so even a perfect voxel costs 10⁻⁷.",),
    ),
    "cross_entropy": Recipe(
        Voxelwise(clip=_EPS, clip_above=_EPS, true_class_only=True, per_class=False),
        call="keras.losses.CategoricalCrossentropy()(truth, prediction)",
    ),
    "focal_loss": Recipe(
        replace(_BCE, gamma="gamma"),
        parameters={"gamma": 2.0, "alpha": 0.25},
        options={"apply_class_balancing": {True: {"positives": "alpha", "negatives": "1-alpha"}}},
        call="keras.losses.BinaryFocalCrossentropy(gamma={gamma})(truth, prediction)",
        notes=("α has a say only with apply_class_balancing=True.",),
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
    recipes=_RECIPES,
    refuses=_REFUSES,
)

SHIPPED = Convention(
    id="keras-3.15",
    title="Keras, as released",
    version="3.15.1",
    source="keras.losses, run at 3.15.1; α and β are swapped since the first version (pull request 19511)",
    recipes={
        **_RECIPES,
        "tversky_loss": replace(
            _RECIPES["tversky_loss"],
            part=Region("beta", "alpha", below=_EPS, pooled=Pooled.EVERYTHING),
            notes=("As released, α weighs misses and β false positives: the opposite of its documentation.", _POOLED_NOTE),
        ),
    },
    refuses=_REFUSES,
)
