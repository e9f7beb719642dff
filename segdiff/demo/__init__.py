"""A case to try segdiff on: a synthetic head with lesions, the truth about them, and two predictions.

The head resembles a FLAIR scan of a person with multiple sclerosis, because that is where α and β matter: its seven
lesions fill an eighth of a percent of the volume. Prediction *eager* finds them all and paints over their edges;
*cautious* keeps to what is certain and overlooks the smallest. Dice prefers B. Once a missed voxel costs more than
about 1.9 extra ones, A is ahead.

Nothing here comes from a patient or from a file. :mod:`~segdiff.demo.lattice` says where the voxels lie and
:mod:`~segdiff.demo.shapes` what a soft shape is; of these :mod:`~segdiff.demo.anatomy` draws the parts and
:mod:`~segdiff.demo.head` joins them. :mod:`~segdiff.demo.lesions` are added, :mod:`~segdiff.demo.picture` scans it all,
and :mod:`~segdiff.demo.predictions` imagines two networks. The same case comes out every time, in about a second.
"""

from segdiff.demo.case import demo_case
from segdiff.demo.export import write_demo

__all__ = ["demo_case", "write_demo"]
