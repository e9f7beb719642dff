"""The door of the installed program."""

import sys

from segdiff.__main__ import main

if __name__ == "__main__":
    sys.exit(main())
