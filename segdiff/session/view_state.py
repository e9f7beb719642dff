"""Everything that decides what is on screen, as one frozen value.

A wish from a view becomes a new ViewState by one of the transitions below; whoever shows something compares the old
with the new. Nothing here knows Qt or torch.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from segdiff.data import Case, Comparison, LabelChoice, Neighbours, Outcome, Plane, RegionKey, with_background
from segdiff.session.overlay_style import OverlayStyle
from segdiff.session.verdicts import Decision, RegionMark, Subject, Verdict, Verdicts

MOST_COST = 10.0


class Theme(StrEnum):
    """Dark, light, or as the system is."""

    SYSTEM = "system"
    DARK = "dark"
    LIGHT = "light"


class Layout(StrEnum):
    """What is shown at once: one plane, three, three and one more picture, or one plane for each prediction."""

    ONE = "one"
    THREE = "three"
    FOUR = "four"
    BESIDE = "beside"


class Interpolation(StrEnum):
    """How an image is magnified: smoothly, as squares of one grey, or smoothly until the squares are large."""

    AUTOMATIC = "automatic"
    OFF = "off"
    LINEAR = "linear"


class Sides(StrEnum):
    """Which side of the patient is at the left of the screen: the right one for radiologists, the left one else."""

    RADIOLOGICAL = "radiological"
    NEUROLOGICAL = "neurological"


@dataclass(frozen=True)
class ViewState:
    """What is shown.

    ``labels`` is what a person chose to compare, empty for every label by its number.
    ``cursor`` is a voxel, ``(z, y, x)`` or ``(y, x)``; ``window`` the intensities shown as black and as white,
    ``plane`` the one that is shown where only one is. ``against`` is a prediction that takes the truth's place on the
    picture, so that two predictions can be looked at against each other.
    ``curve_axis`` is the array axis along which slices are held against each other, ``curve_score`` the Score drawn.
    ``region`` is the error region that is marked, ``region_kind`` the kind that is listed (``None``: both), and
    ``neighbours`` what makes voxels one region.
    """

    case: Case | None = None
    prediction: str | None = None
    against: str | None = None
    label: LabelChoice | None = None
    labels: tuple[LabelChoice, ...] = ()
    threshold: float = 0.5
    alpha: float = 0.3
    beta: float = 0.7
    costs_sum_to_one: bool = True
    cursor: tuple[int, ...] = ()
    window: tuple[float, float] | None = None
    convention: str = "segdiff"
    overlay: OverlayStyle = field(default_factory=OverlayStyle)
    layout: Layout = Layout.THREE
    plane: Plane = Plane.AXIAL
    sides: Sides = Sides.RADIOLOGICAL
    interpolation: Interpolation = Interpolation.AUTOMATIC
    crosshair: bool = True
    theme: Theme = Theme.SYSTEM
    curve_axis: int = 0
    curve_score: str = "dice"
    region: RegionKey | None = None
    region_kind: Outcome | None = None
    neighbours: Neighbours = Neighbours.CORNERS
    verdicts: Verdicts = field(default_factory=Verdicts)

    @property
    def choices(self) -> tuple[LabelChoice, ...]:
        """What may be compared: the labels that a person paired, joined or named, else every label by its number."""
        return self.labels or (self.case.label_choices() if self.case else ())

    def classes_for(self, prediction: str) -> tuple[LabelChoice, ...]:
        """Every label as it holds for one prediction, and the background that none of them covers."""
        return with_background(tuple(label.for_prediction(prediction) for label in self.choices))

    @property
    def comparison(self) -> Comparison | None:
        """What is being compared now; ``None`` while a truth, a prediction or a label is missing."""
        return self.comparison_of(self.prediction) if self.prediction else None

    def comparison_of(self, prediction: str) -> Comparison | None:
        """The comparison of any prediction of the case, under the label and threshold chosen."""
        if self.case is None or self.case.truth is None or self.label is None:
            return None
        return self.compared(prediction)

    def compared(self, prediction: str) -> Comparison:
        """What a prediction is taken to say of the label, whether or not there is a truth; both have to be chosen."""
        assert self.case is not None
        assert self.label is not None
        probabilistic = self.case.prediction(prediction).is_probabilistic
        return Comparison(prediction, self.label, self.threshold if probabilistic else None)

    def with_case(self, case: Case) -> ViewState:
        """Show another case; choices that still make sense in it are kept."""
        names = [prediction.name for prediction in case.predictions]
        kept = self.labels if _all_occur(self.labels, case) else ()
        labels = kept or case.label_choices()
        same_grid = self.case is not None and self.case.grid == case.grid
        return replace(
            self,
            case=case,
            prediction=self.prediction if self.prediction in names else next(iter(names), None),
            against=self.against if self.against in names and self.prediction in names else None,
            label=self.label if self.label in labels else case.first_to_see(labels),
            labels=kept,
            cursor=self.cursor if same_grid else tuple(size // 2 for size in case.grid.shape),
            window=self.window if same_grid and self.window else (case.image.window if case.image else None),
            region=self.region if self._keeps_region_in(case, names) else None,
        )

    def _keeps_region_in(self, case: Case, predictions: Sequence[str]) -> bool:
        """Whether what is marked means something in another case: the truth and the prediction are the same ones."""
        is_same_truth = self.case is None or self.case.truth is case.truth
        return is_same_truth and self.prediction in predictions

    def without_prediction(self, name: str) -> ViewState:
        """Take a prediction out of the case; the case itself, if that was all there was."""
        if self.case is None:
            return self
        if self.case.image is None and self.case.truth is None and len(self.case.predictions) == 1:
            return replace(self, case=None, prediction=None, against=None, label=None, cursor=(), window=None)
        return self.with_case(self.case.without_prediction(name))

    def with_prediction(self, name: str) -> ViewState:
        """Look at another prediction; what is marked in one means nothing in another.

        Held against that one until now, the two change places.
        """
        return replace(
            self,
            prediction=name,
            against=self.prediction if name == self.against else self.against,
            region=self.region if name == self.prediction else None,
        )

    def with_against(self, name: str | None) -> ViewState:
        """Hold the prediction against another one on the picture, or against the truth again."""
        return replace(self, against=None if name == self.prediction else name)

    def with_label(self, label: LabelChoice) -> ViewState:
        """Look at another label."""
        return replace(self, label=label, region=self.region if label == self.label else None)

    def with_labels(self, labels: tuple[LabelChoice, ...]) -> ViewState:
        """Compare these labels, or with none every label by its number; the label looked at stays the nearest."""
        changed = replace(self, labels=labels)
        if self.label in changed.choices:
            return changed
        wanted = set(self.label.truth_values) if self.label else set()
        nearest = [choice for choice in changed.choices if wanted & set(choice.truth_values)]
        if self.case is None:
            return changed
        return replace(changed, label=self.case.first_to_see((*nearest, *changed.choices)))

    def with_threshold(self, threshold: float) -> ViewState:
        """Cut probability maps elsewhere; kept within (0, 1) and to thousandths, where counts are exact."""
        return replace(self, threshold=min(0.999, max(0.001, round(threshold, 3))))

    def with_alpha(self, alpha: float) -> ViewState:
        """Change what a false positive costs; with the lock on, β follows."""
        alpha = self._cost(alpha)
        return replace(self, alpha=alpha, beta=round(1.0 - alpha, 4) if self.costs_sum_to_one else self.beta)

    def with_beta(self, beta: float) -> ViewState:
        """Change what a miss costs; with the lock on, α follows."""
        beta = self._cost(beta)
        return replace(self, beta=beta, alpha=round(1.0 - beta, 4) if self.costs_sum_to_one else self.alpha)

    def with_costs(self, alpha: float, beta: float) -> ViewState:
        """Jump to a named pair; the lock gives way where the pair does not sum to one."""
        locked = self.costs_sum_to_one and abs(alpha + beta - 1.0) < 1e-9
        return replace(self, alpha=alpha, beta=beta, costs_sum_to_one=locked)

    def with_lock(self, locked: bool) -> ViewState:
        """Tie β to 1 − α, or let go. Tying keeps the ratio of the two costs."""
        total = self.alpha + self.beta
        if not locked or total == 0.0:
            return replace(self, costs_sum_to_one=locked)
        alpha = round(self.alpha / total, 2)
        return replace(self, costs_sum_to_one=True, alpha=alpha, beta=round(1.0 - alpha, 4))

    def with_convention(self, convention: str) -> ViewState:
        """Show the losses as another framework writes them."""
        return replace(self, convention=convention)

    def with_cursor(self, cursor: tuple[int, ...]) -> ViewState:
        """Put the crosshair on a voxel; kept inside the grid."""
        if self.case is None:
            return self
        shape = self.case.grid.shape
        return replace(self, cursor=tuple(min(n - 1, max(0, int(i))) for i, n in zip(cursor, shape, strict=True)))

    def with_overlay(self, overlay: OverlayStyle) -> ViewState:
        """Draw the overlay differently."""
        return replace(self, overlay=overlay)

    def with_window(self, window: tuple[float, float]) -> ViewState:
        """Choose the intensities shown as black and white."""
        return replace(self, window=window)

    def with_layout(self, layout: Layout, plane: Plane | None = None) -> ViewState:
        """Show more or fewer views; ``plane`` is the one shown where only one is."""
        return replace(self, layout=layout, plane=self.plane if plane is None else plane)

    def with_sides(self, sides: Sides) -> ViewState:
        """Show the patient's right at the left, or the left."""
        return replace(self, sides=sides)

    def with_interpolation(self, interpolation: Interpolation) -> ViewState:
        """Magnify the image in another way; masks are never smoothed."""
        return replace(self, interpolation=interpolation)

    def with_crosshair(self, shown: bool) -> ViewState:
        """Draw the crosshair, or leave it out."""
        return replace(self, crosshair=shown)

    def with_slice(self, axis: int, index: int) -> ViewState:
        """Go to a slice along an axis, at the same place of it."""
        if axis >= len(self.cursor):
            return self
        return self.with_cursor(tuple(index if i == axis else place for i, place in enumerate(self.cursor)))

    def with_curve_axis(self, axis: int) -> ViewState:
        """Hold the slices along another axis against each other."""
        return replace(self, curve_axis=axis)

    def with_curve_score(self, score: str) -> ViewState:
        """Draw another Score of each slice."""
        return replace(self, curve_score=score)

    @property
    def region_mark(self) -> RegionMark | None:
        """The error region that is marked, as verdicts know it."""
        if self.region is None or self.label is None:
            return None
        return RegionMark(self.region.outcome, self.label.name, self.region.voxel)

    @property
    def region_verdicts(self) -> dict[RegionKey, Verdict]:
        """What was decided about single regions of the prediction and the label looked at."""
        whole = self.subject()
        if whole is None or self.label is None:
            return {}
        found = {}
        for verdict in self.verdicts.given:
            mark = verdict.subject.region
            if mark is not None and mark.label == self.label.name and replace(verdict.subject, region=None) == whole:
                found[RegionKey(mark.outcome, mark.voxel)] = verdict
        return found

    def with_region(self, region: RegionKey | None) -> ViewState:
        """Mark an error region, or none; the slices stay where they are."""
        return replace(self, region=region)

    def with_region_kind(self, kind: Outcome | None) -> ViewState:
        """List false positives only, misses only, or both."""
        return replace(self, region_kind=kind)

    def with_neighbours(self, neighbours: Neighbours) -> ViewState:
        """Connect voxels to regions in another way."""
        return replace(self, neighbours=neighbours)

    def with_theme(self, theme: Theme) -> ViewState:
        """Dark, light, or as the system is."""
        return replace(self, theme=theme)

    def with_decision(self, decision: Decision | None, region: RegionMark | None = None) -> ViewState:
        """Decide about the prediction looked at, or about one of its regions; ``None`` takes a decision back."""
        subject = self.subject(region)
        return replace(self, verdicts=self.verdicts.with_decision(subject, decision)) if subject else self

    def with_comment(self, comment: str, region: RegionMark | None = None) -> ViewState:
        """Comment on the prediction looked at, or on one of its regions."""
        subject = self.subject(region)
        return replace(self, verdicts=self.verdicts.with_comment(subject, comment)) if subject else self

    def subject(self, region: RegionMark | None = None) -> Subject | None:
        """What a verdict would be on now; ``None`` while there is no prediction."""
        if self.case is None or self.prediction is None:
            return None
        return Subject.of(self.case, self.prediction, region)

    def _cost(self, value: float) -> float:
        ceiling = 1.0 if self.costs_sum_to_one else MOST_COST
        return min(ceiling, max(0.0, round(value, 4)))


def _all_occur(labels: tuple[LabelChoice, ...], case: Case) -> bool:
    """Whether each of these labels occurs in some file of the case, so that choosing them still means something."""
    in_truth = set(case.truth.labels) if case.truth else set()
    in_predictions = {prediction.name: set(prediction.content.labels) for prediction in case.predictions}
    return all(
        not label.truth_values
        or in_truth & set(label.truth_values)
        or any(values & set(label.for_prediction(name).prediction_values) for name, values in in_predictions.items())
        for label in labels
    )
