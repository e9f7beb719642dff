"""Small controls that know nothing of segmentations."""
