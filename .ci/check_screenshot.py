"""Fails unless a picture of the window shows the window: large enough, and with the colours that mean FP, FN and TP."""

import sys

import numpy as np
from PIL import Image

MEANINGS = {"false positive": (0xD5, 0x5E, 0x00), "missed": (0x56, 0xB4, 0xE9), "found": (0x00, 0x9E, 0x73)}

pixels = np.asarray(Image.open(sys.argv[1]).convert("RGB"))
height, width, _ = pixels.shape
colours = len(np.unique(pixels.reshape(-1, 3), axis=0))
print(f"{width} x {height} pixels, {colours} colours")
if width < 1280 or height < 800:
    sys.exit("The window should be at least 1280 x 800.")
if colours < 200:
    sys.exit("The window looks blank.")
for meaning, colour in MEANINGS.items():
    count = int((pixels == colour).all(axis=2).sum())
    print(f"{meaning}: {count} pixels of exactly its colour")
    if count < 20:
        sys.exit(f"The legend's colour for {meaning} should be in the picture.")
