"""Explorations of the threshold of probability maps."""

from __future__ import annotations

import numpy as np

from segdiff.cli.exploring.findings import Findings, Table
from segdiff.cli.exploring.subject import Subject


def threshold(subject: Subject) -> Findings:
    """Where to cut each map at these costs, whether it is calibrated, and why its soft loss differs from its hard."""
    from segdiff.explore import (
        THRESHOLDS,
        best_cut,
        confidence_histogram,
        precision_recall,
        receiver_operating,
        reliability,
        soft_and_hard,
        threshold_curves,
        threshold_map,
    )

    alpha, beta = subject.options.alpha, subject.options.beta
    rows, result, sentences = [], {}, []
    for name, counts in subject.maps().items():
        evidence, cut = subject.of(name), best_cut(counts, alpha, beta)
        curves, diagram = threshold_curves(counts, alpha, beta), reliability(evidence)
        operating, ranking = precision_recall(counts), receiver_operating(counts)
        at = round(subject.options.threshold, 3)  # counts are known at thousandths
        known = counts.holds(at)
        gap = soft_and_hard(evidence, alpha, beta, at) if known else None
        best, index, theory = (cut.best, cut.index, cut.theoretical) if cut else (None, None, None)
        now = float(curves.index[round(at * 1000) - 1]) if known else None
        soft, hard = (gap.soft, gap.hard) if gap else (None, None)
        quality = (diagram.brier, diagram.calibration_error) if diagram else (None, None)
        rows.append((name, now, best, index, theory, operating.area, ranking.area, *quality, soft, hard))
        result[name] = {
            "thresholds": THRESHOLDS, "curves": curves, "best": cut, "precision_recall": operating,
            "receiver_operating": ranking, "reliability": diagram, "soft_and_hard": gap,
            "map": threshold_map(counts, np.linspace(0.0, 1.0, subject.options.size)),
            "confidence": confidence_histogram(evidence, at) if known else None,
        }  # fmt: skip
        if gap:
            where = "" if at == subject.options.threshold else f" (at {at:g}, the nearest threshold that is counted)"
            sentences.append(f"{name}{where}: {gap.in_words()}")
    columns = (
        "prediction", "index_now", "best_threshold", "best_index", "theory_threshold", "average_precision", "roc_area",
        "brier", "calibration_error", "soft_loss", "hard_loss",
    )  # fmt: skip
    title = f"thresholds at alpha {alpha:g}, beta {beta:g}, each known to 0.001"
    return Findings(result, (Table(title, columns, tuple(rows)),), tuple(sentences))


def salehi(subject: Subject) -> Findings:
    """Salehi's table for each map, beside the paper's."""
    from segdiff.explore import salehi_table

    rows, result = [], {}
    for name, counts in subject.maps().items():
        result[name] = salehi_table(counts)
        for row in result[name]:
            paper = row.paper
            rows.append((
                name, row.alpha, row.beta, row.threshold, row.dice, row.sensitivity, row.specificity, row.f2,
                row.average_precision, paper.dice, paper.sensitivity, paper.specificity, paper.f2,
                paper.average_precision,
            ))  # fmt: skip
    columns = (
        "prediction", "alpha", "beta", "threshold", "dice", "sensitivity", "specificity", "f2", "average_precision",
        "paper_dice", "paper_sensitivity", "paper_specificity", "paper_f2", "paper_average_precision",
    )  # fmt: skip
    note = (
        "In the paper each row is a network trained with its own costs; here one map is cut where theory puts the "
        "threshold for them. Compare the direction, not the figures."
    )
    return Findings(result, (Table("percent; the paper is arXiv:1706.05721", columns, tuple(rows), 3),), (note,))
