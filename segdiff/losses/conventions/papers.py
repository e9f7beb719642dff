"""What papers define, before frameworks made it their own."""

from dataclasses import replace

from segdiff.losses.records import Convention, Generalized, Pooled, Recipe, Region, Returned, Sum, Voxelwise

VNET = Convention(
    id="vnet",
    title="V-Net",
    version="2016",
    source="Milletari et al. 2016, arXiv:1606.04797",
    recipes={
        name: Recipe(
            Region(doubled=True, squared=True, background=False),
            call="1 − 2·Σpg / (Σp² + Σg²)",
            notes=("The paper makes the coefficient large; the loss is one minus it.",),
        )
        for name in ("dice_loss", "vnet_dice_loss")
    },
)

SALEHI = Convention(
    id="salehi",
    title="Salehi",
    version="2017",
    source="Salehi et al. 2017, arXiv:1706.05721",
    recipes={
        "tversky_loss": Recipe(
            Region("alpha", "beta", background=False),
            parameters={"alpha": 0.3, "beta": 0.7},
            call="1 − TP / (TP + {alpha}·FP + {beta}·FN)",
            notes=("α weighs false positives and β misses; the paper found 0.3 and 0.7 best for small lesions.",),
        )
    },
)

ABRAHAM_KHAN = Convention(
    id="abraham-khan",
    title="Abraham & Khan",
    version="2018",
    source="Abraham & Khan 2018, arXiv:1810.07842, with the smoothing of the authors' code",
    recipes={
        "tversky_loss": Recipe(
            Region("beta", "alpha", above="smooth", below="smooth"),
            parameters={"alpha": 0.7, "beta": 0.3, "smooth": 1.0},
            call="1 − (TP + {smooth}) / (TP + {alpha}·FN + {beta}·FP + {smooth})",
            notes=("Here α weighs misses and β false positives: the other way round from Salehi.",),
        ),
        "focal_tversky_loss": Recipe(
            Region("beta", "alpha", above="smooth", below="smooth", exponent="1/gamma"),
            parameters={"alpha": 0.7, "beta": 0.3, "gamma": 4.0 / 3.0, "smooth": 1.0},
            call="(1 − (TP + {smooth}) / (TP + {alpha}·FN + {beta}·FP + {smooth}))^(1/{gamma})",
            notes=(
                (
                    "The exponent is 1/γ = 0.75: below 1, so cases that are already good weigh more, against the "
                    "focal loss's intent."
                ),
            ),
        ),
    },
)

SUDRE = Convention(
    id="sudre",
    title="Sudre",
    version="2017",
    source="Sudre et al. 2017, arXiv:1707.03237",
    recipes={
        "generalized_dice_loss": Recipe(
            Generalized(),
            completed=True,
            call="1 − 2·Σ w·Σpg / Σ w·Σ(p + g),  w = 1/(Σg)²",
            notes=(
                (
                    "The weights 1/V² are infinite for a class that is absent from the truth, of which the paper "
                    "says nothing; here it takes the largest weight of the others."
                ),
                (
                    "It does not cure small targets: as one shrinks the loss tends to that target's Dice loss, and "
                    "the rarest class decides alone."
                ),
            ),
        )
    },
)

LIN = Convention(
    id="lin",
    title="Lin",
    version="2017",
    source="Lin et al. 2017, arXiv:1708.02002",
    recipes={
        "focal_loss": Recipe(
            Voxelwise(gamma="gamma", positives="alpha", negatives="1-alpha"),
            parameters={"gamma": 2.0, "alpha": 0.25},
            call="−{alpha}·(1 − p)^{gamma}·ln p where it is there, −(1 − {alpha})·p^{gamma}·ln(1 − p) elsewhere",
            notes=(
                "α weighs voxels of the truth; it is not the α of Tversky.",
                (
                    "The paper divides by the number of positive anchors; for segmentations the mean over voxels is "
                    "usual, and taken here."
                ),
            ),
        )
    },
)

_COMBO_DICE = Region(doubled=True, above="smooth", below="smooth", returned=Returned.MINUS)
_COMBO_PARAMETERS = {"alpha": 0.5, "beta": 0.5, "smooth": 1.0}
_COMBO_CALL = "{alpha}·weighted cross-entropy − (1 − {alpha})·Dice, {beta} on what is there, smoothing {smooth}"
_COMBO_NOTE = "α is the share of the cross-entropy and β the weight of voxels of the truth in it; neither is Tversky's."

TAGHANAKI = Convention(
    id="taghanaki",
    title="Taghanaki",
    version="2019",
    source="Taghanaki et al. 2019, arXiv:1805.02798",
    recipes={
        "combo_loss": Recipe(
            Sum((
                ("alpha", Voxelwise(positives="beta", negatives="1-beta", clip=1e-7, clip_above=1e-7)),
                ("1-alpha", _COMBO_DICE),
            )),
            parameters=_COMBO_PARAMETERS,
            call=_COMBO_CALL,
            notes=(_COMBO_NOTE, "Dice is subtracted, not one minus Dice added, so a perfect prediction costs α − 1."),
        )
    },
)  # fmt: skip

TAGHANAKI_CODE = Convention(
    id="taghanaki-code",
    title="Taghanaki, as coded",
    version="86d6247",
    source="asgsaeid/ComboLoss, read at 86d6247",
    recipes={
        "combo_loss": Recipe(
            Sum((
                ("alpha", Voxelwise(positives="beta", negatives="beta-1", clip=1e-7, clip_above=1e-7)),
                ("1-alpha", replace(_COMBO_DICE, pooled=Pooled.EVERYTHING)),
            )),
            parameters=_COMBO_PARAMETERS,
            call="Combo_loss(y_true, y_pred)  # ce_d_w = {alpha}, ce_w = {beta}, smooth = {smooth} inside",
            notes=(
                _COMBO_NOTE,
                ("A sign is lost: the minus covers only the voxels of the truth, so a confident false positive "
"lowers the loss, by up to 8.06 a voxel at β = 0.5. The paper's form (convention taghanaki) is "
"the right one."),
            ),
        )
    },
)  # fmt: skip

_EPS = 1e-7
_YEUNG_TVERSKY = Region(
    "1-delta", "delta", above=_EPS, below=_EPS, clip_both=_EPS, exponent="1-gamma", exponent_background=1.0
)
_YEUNG_FOCAL = Voxelwise(
    gamma=0.0, gamma_background="gamma", positives="delta", positives_background="1-delta",
    clip=_EPS, clip_above=_EPS, true_class_only=True, per_class=False,
)  # fmt: skip

YEUNG = Convention(
    id="yeung",
    title="Yeung",
    version="2022",
    source="Yeung et al. 2022, doi:10.1016/j.compmedimag.2021.102026; mlyg/unified-focal-loss, read at 411c9c5",
    recipes={
        "asymmetric_focal_tversky_loss": Recipe(
            _YEUNG_TVERSKY,
            completed=True,
            parameters={"delta": 0.7, "gamma": 0.75},
            call="asymmetric_focal_tversky_loss(delta={delta}, gamma={gamma})",
            notes=(
                "δ weighs misses and 1 − δ false positives; the exponent is 1 − γ, of the foreground only.",
                "The code writes the power as x·x^(−γ), which is NaN where x is 0.",
            ),
        ),
        "unified_focal_loss": Recipe(
            Sum((("weight", _YEUNG_TVERSKY), ("1-weight", _YEUNG_FOCAL))),
            completed=True,
            parameters={"weight": 0.5, "delta": 0.6, "gamma": 0.5},
            options={"symmetric": {True: {"exponent_background": None, "gamma": "gamma"}}},
            call="asym_unified_focal_loss(weight={weight}, delta={delta}, gamma={gamma})",
            notes=(
                "The code gives the weight λ to the Tversky part, MONAI to the focal part; at 0.5 both are the same.",
                "The focal part sums the classes of a voxel, where MONAI averages them.",
            ),
        ),
    },
)
