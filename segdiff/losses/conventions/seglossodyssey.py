"""SegLossOdyssey: smoothing of 1 above and below, and minus the index is returned."""

from segdiff.losses.records import Convention, Generalized, Pooled, Recipe, Region, Returned

_MINUS_NOTE = "It returns minus the index: −1 is perfect, 0 the worst."
_SMOOTH = {"smooth": 1.0}
_VERSION_1 = {
    "volume_floor": 0.0,
    "volume_added": 1e-10,
    "floor": 0.0,
    "above": 2e-5,
    "below": 1e-5,
    "pooled": Pooled.NOTHING,
}

CONVENTION = Convention(
    id="seglossodyssey",
    title="SegLossOdyssey",
    version="d562441",
    source="losses_pytorch/dice_loss.py, run at d562441a3bb9 (2023-11-01)",
    recipes={
        "dice_loss": Recipe(
            Region(doubled=True, above="smooth", below="smooth", returned=Returned.MINUS),
            parameters=_SMOOTH,
            call="SoftDiceLoss(smooth={smooth})",
            notes=(_MINUS_NOTE,),
        ),
        "iou_loss": Recipe(
            Region(1.0, 1.0, above="smooth", below="smooth", returned=Returned.MINUS),
            parameters=_SMOOTH,
            call="IoULoss(smooth={smooth})",
            notes=(_MINUS_NOTE,),
        ),
        "tversky_loss": Recipe(
            Region("alpha", "beta", above="smooth", below="smooth", returned=Returned.MINUS),
            parameters={"alpha": 0.3, "beta": 0.7, **_SMOOTH},
            call="TverskyLoss(smooth={smooth})  # alpha = {alpha}, beta = {beta} inside",
            notes=(_MINUS_NOTE, "α weighs false positives and β misses; 0.3 and 0.7 are written into the class."),
        ),
        "focal_tversky_loss": Recipe(
            Region("alpha", "beta", above="smooth", below="smooth", exponent="gamma", exponent_on_mean=True),
            parameters={"alpha": 0.3, "beta": 0.7, "gamma": 0.75, **_SMOOTH},
            call="FocalTversky_loss(dict(smooth={smooth}), gamma={gamma})  # alpha = {alpha}, beta = {beta} inside",
            notes=("γ is the exponent itself, taken of the mean over classes.",),
        ),
        "generalized_dice_loss": Recipe(
            Generalized(volume_floor=1e-5, floor=1e-5, pooled=Pooled.SAMPLES, returned=Returned.MINUS),
            options={"version": {2: {}, 1: _VERSION_1}},
            call="GDiceLossV2()",
            notes=(
                _MINUS_NOTE,
                (
                    "version=1 is GDiceLoss, whose absent classes weigh 10²⁰ and pull the score to 0 at the first "
                    "false positive."
                ),
            ),
        ),
    },
    refuses={"vnet_dice_loss": "Its square=True squares the terms of each voxel, which is not V-Net's denominator."},
)
