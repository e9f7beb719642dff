"""How frameworks and papers write their losses: one small record for each.

The same two arrays give a Dice loss of 0.333 in one library, 0.300 in a notebook and −0.700 in a third, because
they smooth, pool, and sign differently. Here each way is data (:mod:`segdiff.losses.records`), so that the
differences can be shown as well as computed. To add a framework, add a module with its recipes beside its
neighbours and a line to the table below.
"""

from segdiff.losses.conventions import (
    keras,
    kornia,
    mask_scores,
    monai,
    nnunet,
    origin_notes,
    papers,
    seglossodyssey,
    smp,
    torch,
    torchmetrics,
)
from segdiff.losses.conventions.segdiff import SEGDIFF

CONVENTIONS = {
    known.id: known
    for known in (
        SEGDIFF,
        origin_notes.CODE,
        origin_notes.TEXT,
        monai.CONVENTION,
        smp.CONVENTION,
        kornia.CONVENTION,
        keras.SHIPPED,
        keras.DOCUMENTED,
        nnunet.CONVENTION,
        seglossodyssey.CONVENTION,
        torch.CONVENTION,
        papers.SALEHI,
        papers.ABRAHAM_KHAN,
        papers.VNET,
        papers.SUDRE,
        papers.LIN,
        papers.TAGHANAKI,
        papers.TAGHANAKI_CODE,
        papers.YEUNG,
        torchmetrics.CONVENTION,
        mask_scores.MONAI,
        mask_scores.METRICS_RELOADED,
        mask_scores.SIMPLEITK,
        mask_scores.MEDPY,
    )
}
"""Every convention by id, segdiff's own first."""

__all__ = ["CONVENTIONS", "SEGDIFF"]
