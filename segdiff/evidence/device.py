"""Which processor measures, and what happens when its memory runs out."""

from __future__ import annotations

from dataclasses import dataclass

import torch

from segdiff.errors import ParameterProblem
from segdiff.evidence.chunks import most_workers

CHOICES = ("auto", "cpu", "cuda", "mps")


@dataclass(frozen=True)
class Device:
    """Where probability maps are measured, and why not elsewhere.

    Hard counts are always made by the processor: moving two masks to a graphics card takes longer than counting them.

    Args:
        kind: ``cpu`` or ``cuda``.
        notice: a sentence for the person when this is not what was asked for; empty otherwise.
    """

    kind: str
    notice: str = ""

    @property
    def torch_device(self) -> torch.device:
        """For torch."""
        return torch.device(self.kind)

    @property
    def title(self) -> str:
        """For the status bar: ``CPU · 2 threads`` or the name of the graphics card."""
        if self.kind == "cuda":
            return torch.cuda.get_device_name()
        return f"CPU · {self.threads} thread{'' if self.threads == 1 else 's'}"

    @property
    def threads(self) -> int:
        """How many the processor measures with."""
        return most_workers()


def choose_device(wish: str = "auto") -> Device:
    """The device to use for a wish of ``auto``, ``cpu``, ``cuda`` or ``mps``.

    Raises:
        ParameterProblem: the wish is not one of these, or asks for a CUDA device that is not there.
    """
    if wish not in CHOICES:
        raise ParameterProblem(f"The device should be one of {', '.join(CHOICES)}, not {wish!r}.")
    if wish == "mps":
        return Device(
            "cpu", "Apple's GPU has no 64-bit numbers, so the processor measures instead; the results are the same."
        )
    if wish == "cuda" and not torch.cuda.is_available():
        raise ParameterProblem("No CUDA device is usable here; choose --device auto or cpu.")
    if wish in ("auto", "cuda") and torch.cuda.is_available():
        return Device("cuda")
    return Device("cpu")
