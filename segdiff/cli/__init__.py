"""The command line: words in; an exit code, or the wish for a window, out.

:func:`run` is the door. It finds the command (:mod:`~segdiff.cli.main`), runs it inside the one place that turns errors
into exit codes (:mod:`~segdiff.cli.endings`), and hands back a :class:`~segdiff.session.WindowRequest` when a window is
to be opened: nothing here knows Qt.

There is a module for each command in :mod:`segdiff.cli.commands`. Those that score go one way: options become a
:class:`~segdiff.io.CaseRequest` and :class:`~segdiff.export.results.Choices`; files are read and measured; the
:class:`~segdiff.export.results.Results` become a table here, JSON or CSV in :mod:`segdiff.export`. torch is imported on
that way and nowhere else, so help and windows come at once.

Results go to stdout; progress, notices and problems to stderr.
"""

from segdiff.cli.main import run
from segdiff.cli.streams import tell

__all__ = ["run", "tell"]
