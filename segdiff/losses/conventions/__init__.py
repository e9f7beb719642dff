"""How frameworks and papers write their losses: one small record for each, one engine for all.

The same two arrays give a Dice loss of 0.333 in one library, 0.300 in a notebook and −0.702 in a third, because they smooth, pool, and
sign differently. Here each way is data (:mod:`~segdiff.losses.conventions.records`), so that the differences can be shown as well as
computed. segdiff's own convention is not among them: it is the Scores themselves.
"""

from segdiff.losses.conventions import keras, kornia, monai, nnunet, origin_notes, papers, seglossodyssey, smp, torchmetrics
from segdiff.losses.conventions.records import Convention, Expects, Recipe
from segdiff.losses.conventions.use import Order, compute_order, order, recipe_for

CONVENTIONS = {
    known.id: known
    for known in (
        origin_notes.CODE,
        origin_notes.TEXT,
        monai.CONVENTION,
        smp.CONVENTION,
        kornia.CONVENTION,
        keras.SHIPPED,
        keras.DOCUMENTED,
        nnunet.CONVENTION,
        seglossodyssey.CONVENTION,
        torchmetrics.CONVENTION,
        papers.SALEHI,
        papers.ABRAHAM_KHAN,
        papers.VNET,
        papers.SUDRE,
        papers.LIN,
    )
}
"""Every convention but segdiff's own, by id."""

__all__ = ["CONVENTIONS", "Convention", "Expects", "Order", "Recipe", "compute_order", "order", "recipe_for"]
