"""The tests; helpers among them are imported as ``tests.cases`` and the like."""
