"""Labels under other numbers: offered with evidence where there is some, and nowhere else."""

from __future__ import annotations

from segdiff.data import LabelChoice
from segdiff.evidence import JointCounts
from segdiff.explore import Pairing, renumbering


def spelt(joint: JointCounts) -> list[str]:
    found = renumbering(joint)
    assert found is not None
    return [choice.spelling for choice in found.choices(joint)]


class TestOneLabel:
    """128 in the truth is 127 in the prediction; 255 is 255."""

    JOINT = JointCounts({128: 540, 255: 448}, {127: 521, 255: 373}, {(128, 127): 327, (128, 255): 40, (255, 255): 330})

    def test_is_paired(self) -> None:
        found = renumbering(self.JOINT)
        assert found is not None
        assert found.pairs == (Pairing((128,), 127, 327, 540),)
        assert found.shift is None
        assert spelt(self.JOINT) == ["128=127", "255"]

    def test_of_which_less_than_half_is_covered_is_not(self) -> None:
        assert renumbering(JointCounts({128: 540}, {127: 521}, {(128, 127): 270})) is None

    def test_that_has_its_own_number_as_well_is_not(self) -> None:
        """60 against 35: nothing is twice the other."""
        assert renumbering(JointCounts({1: 100}, {1: 40, 2: 60}, {(1, 1): 35, (1, 2): 60})) is None


class TestASeries:
    """The rootlets of two models: 5 and 6 have become 4 and 5; of 7 nothing is found; 3 is new."""

    JOINT = JointCounts({5: 52, 6: 14, 7: 12}, {3: 94, 4: 84, 5: 97, 6: 48}, {(5, 4): 33, (6, 5): 13})

    def test_that_moved_is_taken_to_have_moved_as_a_whole(self) -> None:
        found = renumbering(self.JOINT)
        assert found is not None
        assert found.shift == -1
        assert [(pair.truth, pair.prediction) for pair in found.pairs] == [((5,), 4), ((6,), 5)]
        assert spelt(self.JOINT) == ["4=3", "5=4", "6=5", "7=6"]

    def test_where_it_was_is_left_alone(self) -> None:
        assert renumbering(JointCounts({5: 52, 6: 14}, {5: 44, 6: 12}, {(5, 5): 41, (6, 6): 11, (6, 5): 3})) is None

    def test_that_was_swapped(self) -> None:
        joint = JointCounts({1: 50, 2: 70}, {1: 68, 2: 51}, {(1, 2): 48, (2, 1): 66})
        found = renumbering(joint)
        assert found is not None
        assert found.shift is None
        assert spelt(joint) == ["1=2", "2=1"]


class TestARegion:
    """The prediction has the whole tumour as 1, where the truth tells 1, 2 and 4 apart."""

    JOINT = JointCounts({1: 30, 2: 100, 4: 20}, {1: 140}, {(1, 1): 25, (2, 1): 90, (4, 1): 19})

    def test_is_joined(self) -> None:
        found = renumbering(self.JOINT)
        assert found is not None
        assert found.pairs == (Pairing((1, 2, 4), 1, 134, 150),)
        assert found.choices(self.JOINT) == (LabelChoice("1+2+4=1", (1, 2, 4), (1,)),)

    def test_is_not_where_the_prediction_tells_them_apart_too(self) -> None:
        joint = JointCounts({1: 30, 2: 100}, {1: 140, 2: 9}, {(1, 1): 25, (2, 1): 60, (2, 2): 8})
        assert renumbering(joint) is None


def test_nothing_lies_on_anything() -> None:
    assert renumbering(JointCounts({1: 30}, {2: 30}, {})) is None
    assert renumbering(JointCounts({}, {2: 30}, {})) is None
    assert renumbering(JointCounts({1: 30}, {}, {})) is None
