"""Indexes, rates and volumes: Evidence in, float64 numbers out. Each formula stands once, here.

Importing this package registers every metric. :func:`ratio` is the only place where a fraction is formed, so that 0/0
means the same thing everywhere.
"""

from segdiff.metrics import lesions, overlap, rates, surfaces, volumes
from segdiff.metrics.ratio import ratio

__all__ = ["lesions", "overlap", "rates", "ratio", "surfaces", "volumes"]
