"""Many cases: the scores of each, and what they come to over all of them.

A :class:`Cohort` keeps numbers and no voxels, so that it can grow to thousands of cases. What is undefined in a case,
or counts by rule because truth and prediction are both empty, is left out of a summary, which says over how many it is.
"""

from segdiff.cohort.cohort import Cohort, FailedCase, Place, ScoredCase, scored_case
from segdiff.cohort.summary import Summary, summary_of

__all__ = ["Cohort", "FailedCase", "Place", "ScoredCase", "Summary", "scored_case", "summary_of"]
