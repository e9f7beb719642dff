"""torch's own cross-entropies: of probabilities with a largest cost of 100, of logits without one."""

import math

from segdiff.losses.records import Convention, Expects, Recipe, Voxelwise

CONVENTION = Convention(
    id="torch",
    title="torch",
    version="2.13.0",
    source="torch.nn.functional, run at 2.13.0",
    recipes={
        "binary_cross_entropy": Recipe(
            Voxelwise(positives="pos_weight", worst=100.0),
            parameters={"pos_weight": None},
            options={"from_logits": {True: {"worst": math.inf}, False: {}}},
            expects=Expects.CHECKED,
            call="torch.nn.functional.binary_cross_entropy(prediction, truth)",
            notes=(
                (
                    "A wholly wrong voxel costs 100; with from_logits=True, which is "
                    "binary_cross_entropy_with_logits, as much as its logit is large."
                ),
                (
                    "Probabilities outside 0 to 1, and NaN, raise an error. pos_weight weighs voxels of the truth, "
                    "of logits only."
                ),
            ),
        ),
        "cross_entropy": Recipe(
            Voxelwise(true_class_only=True, per_class=False),
            completed=True,
            expects=Expects.SOFTMAX_LOGITS,
            call="torch.nn.functional.cross_entropy(logits, labels)",
            notes=(
                (
                    "After a softmax take this, after a sigmoid the binary one: with more than two classes they are "
                    "not the same."
                ),
            ),
        ),
    },
    refuses={"dice_loss": "torch has no Dice loss."},
)
