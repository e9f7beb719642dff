"""The program's door: the command line first, the window when the command line asks for one.

This is the only place that knows both. Qt is imported here, and only when a window is wanted.
"""

import multiprocessing
import sys

_INTERRUPTED = 130  # as segdiff.cli.endings has it, which takes half a second to import


def main() -> int:
    """Run the ``segdiff`` command and return its exit code."""
    try:
        return _main()
    except KeyboardInterrupt:  # before anything else could catch it
        return _INTERRUPTED


def _main() -> int:
    multiprocessing.freeze_support()
    from segdiff import cli, torch_folder

    if not_used := torch_folder.use_chosen_folder():
        cli.tell(not_used)
    outcome = cli.run(sys.argv[1:])
    if isinstance(outcome, int):
        return outcome
    from segdiff.gui import app

    return app.run(outcome)


if __name__ == "__main__":
    sys.exit(main())
