"""What the wishes of the views make of the state: a transition for each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import SignalInstance

from segdiff.gui.window import Window
from segdiff.session import ViewState


def wishes(window: Window) -> tuple[tuple[SignalInstance, Callable[..., ViewState]], ...]:
    """Each signal by which a view asks for another state, and the transition that takes what it carries."""
    return (
        (window.slices.cursor_wished, ViewState.with_cursor),
        (window.slices.window_wished, ViewState.with_window),
        (window.slices.curtain_wished, lambda s, x: s.with_overlay(s.overlay.with_curtain(x))),
        (window.slices.layout_wished, ViewState.with_layout),
        (window.slices.prediction_chosen, ViewState.with_prediction),
        (window.case.prediction_chosen, ViewState.with_prediction),
        (window.rivals.prediction_chosen, ViewState.with_prediction),
        (window.case.label_chosen, ViewState.with_label),
        (window.case.decided, ViewState.with_decision),
        (window.case.commented, ViewState.with_comment),
        (window.regions.decided, lambda s, decision: s.with_decision(decision, s.region_mark)),
        (window.regions.commented, lambda s, comment: s.with_comment(comment, s.region_mark)),
        (window.overlay.style_wished, ViewState.with_overlay),
        (window.overlay.against_wished, ViewState.with_against),
        (window.tradeoff.alpha_wished, ViewState.with_alpha),
        (window.tradeoff.beta_wished, ViewState.with_beta),
        (window.tradeoff.costs_wished, ViewState.with_costs),
        (window.tradeoff.lock_wished, ViewState.with_lock),
        (window.scores.convention_chosen, ViewState.with_convention),
        (window.tradeoff.threshold_wished, ViewState.with_threshold),
        (window.top.draw_as_wished, lambda s, how: s.with_overlay(replace(s.overlay, draw_as=how))),
        (window.top.layout_wished, ViewState.with_layout),
        (window.top.window_wished, ViewState.with_window),
        (window.top.interpolation_wished, ViewState.with_interpolation),
        (window.top.sides_wished, ViewState.with_sides),
    )
