"""Results as text: a table for people, JSON and CSV for programs.

Each writer is a function from :class:`~segdiff.cli.measuring.Results` to text. The table rounds; JSON and CSV give
every digit. A number that does not exist is "—", ``null`` or an empty field, always with the reason.
"""
