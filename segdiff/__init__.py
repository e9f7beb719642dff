"""segdiff compares segmentations: what was found, what was invented, what was missed, and what each loss makes of it.

The library's door is :mod:`segdiff.losses`; the program's doors are :mod:`segdiff.cli` and :mod:`segdiff.gui`.
For research and education, not for diagnosis.
"""

__version__ = "0.1.0"
