"""One state, told about only when it changes."""

from __future__ import annotations

from segdiff.gui.store import Store
from segdiff.session import ViewState


def test_listeners_are_told_what_was_and_what_is() -> None:
    store, told = Store(), []
    store.changed.connect(lambda old, new: told.append((old, new)))
    store.apply(lambda state: state.with_alpha(0.4))
    assert [(old.alpha, new.alpha) for old, new in told] == [(0.3, 0.4)]
    assert told[0][1] is store.state
    assert store.state.beta == 0.6


def test_nothing_is_told_when_nothing_changed() -> None:
    store, told = Store(ViewState(alpha=0.2, beta=0.8)), []
    store.changed.connect(lambda old, new: told.append((old, new)))
    store.apply(lambda state: state.with_alpha(0.2))
    store.apply(lambda state: state)
    assert told == []


def test_a_listener_may_wish_for_more() -> None:
    """The second change is told after the first has been made, so nobody sees a state that is no longer."""
    store, told = Store(), []

    def answer(_old: ViewState, new: ViewState) -> None:
        told.append(new.threshold)
        store.apply(lambda state: state.with_threshold(0.7))

    store.changed.connect(answer)
    store.apply(lambda state: state.with_threshold(0.6))
    assert told == [0.6, 0.7]
    assert store.state.threshold == 0.7
