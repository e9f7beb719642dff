"""Each convention against the framework itself, on random input. Not in the default run: it needs the frameworks.

Install those to be compared (monai, segmentation-models-pytorch, kornia, keras, torchmetrics, SimpleITK, medpy), then::

    python -m pytest -o addopts=--import-mode=importlib tests/peers

A framework that is not installed is skipped.
"""
