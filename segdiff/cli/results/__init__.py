"""Results as a table for people.

It rounds; what gives every digit is in :mod:`segdiff.export`. A number that does not exist is "—", with the reason.
"""
