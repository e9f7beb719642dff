"""What papers define, before frameworks made it their own."""

from segdiff.losses.conventions.records import Convention, Generalized, Recipe, Region, Voxelwise

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
            call="1 − TP / (TP + α·FP + β·FN)",
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
            call="1 − (TP + s) / (TP + α·FN + β·FP + s)",
            notes=("Here α weighs misses and β false positives: the other way round from Salehi.",),
        ),
        "focal_tversky_loss": Recipe(
            Region("beta", "alpha", above="smooth", below="smooth", exponent="1/gamma"),
            parameters={"alpha": 0.7, "beta": 0.3, "gamma": 4.0 / 3.0, "smooth": 1.0},
            call="(1 − T)^(1/γ)",
            notes=("The exponent is 1/γ = 0.75: below 1, so cases that are already good weigh more, against the focal loss's intent.",),
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
            call="1 − 2·Σ w·Σpg / Σ w·Σ(p + g),  w = 1/(Σg)²",
            notes=(
                "The paper says nothing of a class that is absent from the truth; here it takes the largest weight of the others.",
                "As a target shrinks the loss tends to that target's Dice loss: the rarest class decides.",
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
            call="−α(1 − p)^γ ln p",
            notes=("The paper divides by the number of positive anchors; for segmentations the mean over voxels is usual, and taken here.",),
        )
    },
)
