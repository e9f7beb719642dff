"""How a command ends: its exit code, and what a person reads when it did not work."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from typing import Final

from segdiff.cli.streams import abandon_results, flush_results, tell
from segdiff.errors import SegdiffError
from segdiff.session import WindowRequest

DONE: Final = 0
BUG: Final = 1
INPUT_AT_FAULT: Final = 2
INTERRUPTED: Final = 130
"""128 + the number of the interrupt signal, as shells expect."""


def ended(work: Callable[[], int | WindowRequest]) -> int | WindowRequest:
    """Do the work and bring it to one of its ends; nothing is raised.

    Returns:
        What the work returned, or the exit code that stands for what went wrong, after telling a person.
    """
    try:
        outcome = _without_exit(work)
        flush_results()
    except SegdiffError as problem:
        tell(str(problem))
        return INPUT_AT_FAULT
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # whoever read the results has seen enough, as in `segdiff scores | head`
        abandon_results()
        return DONE
    except Exception:  # noqa: BLE001  whatever else happens is a bug, and is said to be one
        traceback.print_exc()
        tell("This is a bug in segdiff; please report it together with the lines above and the command that led to it.")
        return BUG
    return outcome


def _without_exit(work: Callable[[], int | WindowRequest]) -> int | WindowRequest:
    try:
        return work()
    except SystemExit as page:  # argparse ends this way once it has printed help or the version
        return int(page.code or DONE)
