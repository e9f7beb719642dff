"""What a person takes away of a comparison: the same numbers for programs (JSON, CSV) and for people (a report).

:func:`results_of` scores a case under some :class:`Choices`; each writer is a function from its :class:`Results` to
text. The command line and the window both write through here, so they write the same. JSON and CSV give every digit; a
number that does not exist is ``null`` or an empty field, always with the reason.
"""
