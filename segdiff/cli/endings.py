"""How a command ends: its exit code, and what a person reads when it did not work."""

from __future__ import annotations

import errno
import os
import traceback
from collections.abc import Callable
from typing import Final

from segdiff.cli.results.layout import shortened
from segdiff.cli.streams import abandon_results, flush_results, tell
from segdiff.errors import SegdiffError
from segdiff.session import WindowRequest

DONE: Final = 0
BUG: Final = 1
INPUT_AT_FAULT: Final = 2
INTERRUPTED: Final = 130
"""128 + the number of the interrupt signal, as shells expect."""

_FAULTS_OF_A_PATH: Final = {
    errno.EACCES: "{} may not be looked at: you have no permission for it.",
    errno.EPERM: "{} may not be looked at: you have no permission for it.",
    errno.ENAMETOOLONG: "There is no file {}: its name is longer than any file's can be.",
}
"""What the system says of a path by itself, wherever it is first looked at."""


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
    except OSError as problem:
        if problem.errno in _FAULTS_OF_A_PATH and problem.filename is not None:
            tell(_FAULTS_OF_A_PATH[problem.errno].format(shortened(os.fsdecode(problem.filename), 120)))
            return INPUT_AT_FAULT
        return _bug()
    except Exception:  # noqa: BLE001  whatever else happens is a bug, and is said to be one
        return _bug()
    return outcome


def _bug() -> int:
    traceback.print_exc()
    tell("This is a bug in segdiff; please report it together with the lines above and the command that led to it.")
    return BUG


def _without_exit(work: Callable[[], int | WindowRequest]) -> int | WindowRequest:
    try:
        return work()
    except SystemExit as page:  # argparse ends this way once it has printed help or the version
        return int(page.code or DONE)
