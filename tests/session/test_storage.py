"""A file that is written again and again is whole at every moment."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from segdiff.io import CaseRequest
from segdiff.session import Session, SessionProblem, ViewState, load_kept, load_session, save_session
from segdiff.session.storage import discard, previous_of, write_whole

ROOT = Path(__file__).resolve().parents[2]


def session(alpha: float) -> Session:
    return Session(CaseRequest(), ViewState(alpha=alpha), is_demo=True)


def test_the_content_before_is_kept_when_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "a.segdiff"
    for alpha in (0.1, 0.2, 0.3):
        save_session(session(alpha), path, keep_previous=True)
    assert load_session(path).view.alpha == 0.3
    assert load_session(previous_of(path)).view.alpha == 0.2
    assert sorted(file.name for file in tmp_path.iterdir()) == ["a.segdiff", "a.segdiff.previous"]
    discard(path)
    assert list(tmp_path.iterdir()) == []


def test_without_being_asked_nothing_else_is_left(tmp_path: Path) -> None:
    path = tmp_path / "a.segdiff"
    for alpha in (0.1, 0.2):
        save_session(session(alpha), path)
    assert [file.name for file in tmp_path.iterdir()] == ["a.segdiff"]


def test_a_damaged_file_gives_way_to_the_one_before(tmp_path: Path) -> None:
    path = tmp_path / "a.segdiff"
    for alpha in (0.1, 0.2):
        save_session(session(alpha), path, keep_previous=True)
    path.write_text(path.read_text("utf-8")[:300], "utf-8")
    assert load_kept(path).view.alpha == 0.1
    previous_of(path).unlink()
    with pytest.raises(SessionProblem, match="damaged"):
        load_kept(path)


@pytest.mark.parametrize("step", range(1, 12))
def test_whatever_step_is_never_taken_a_good_file_is_there(
    step: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As if the program were killed before the n-th thing that it asks of the disk."""
    path = tmp_path / "a.segdiff"
    for alpha in (0.1, 0.2):
        save_session(session(alpha), path, keep_previous=True)
    asked = 0

    def counted(original):  # type: ignore[no-untyped-def]
        def call(*arguments, **options):  # type: ignore[no-untyped-def]
            nonlocal asked
            asked += 1
            if asked >= step:
                raise KeyboardInterrupt
            return original(*arguments, **options)

        return call

    for owner, name in ((os, "fsync"), (os, "link"), (Path, "open"), (Path, "replace"), (Path, "unlink")):
        monkeypatch.setattr(owner, name, counted(getattr(owner, name)))
    try:
        save_session(session(0.3), path, keep_previous=True)
        is_saved = True
    except KeyboardInterrupt:
        is_saved = False
    monkeypatch.undo()
    assert load_kept(path).view.alpha in ((0.3,) if is_saved else (0.2, 0.3))
    assert is_saved == (step > asked)


def test_a_full_disk_leaves_the_old_file_and_no_draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.segdiff"
    save_session(session(0.1), path)

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(SessionProblem, match=r"^a\.segdiff could not be saved: no space left on device\.$"):
        save_session(session(0.2), path)
    assert load_session(path).view.alpha == 0.1
    assert [file.name for file in tmp_path.iterdir()] == ["a.segdiff"]


def test_a_link_is_followed(tmp_path: Path) -> None:
    target, link = tmp_path / "real.segdiff", tmp_path / "link.segdiff"
    write_whole(target, "old")
    link.symlink_to(target)
    write_whole(link, "new")
    assert link.is_symlink()
    assert target.read_text("utf-8") == "new"


KILLED = """
import os, random, signal, sys
from pathlib import Path
from segdiff.io import CaseRequest
from segdiff.session import Session, ViewState, load_kept, save_session

path, times, chance = Path(sys.argv[1]), int(sys.argv[2]), random.Random(5)
long_comment = ViewState(convention="x" * 20_000)
last = -1
for _ in range(times):
    ear, mouth = os.pipe()
    child = os.fork()
    if child == 0:
        number = last
        while True:
            number += 1
            session = Session(CaseRequest(), long_comment.with_cursor(()), is_demo=True, written_by=str(number))
            save_session(session, path, keep_previous=True)
            os.write(mouth, b".")
    saved = len(os.read(ear, 1)) + sum(len(os.read(ear, 1)) for _ in range(chance.randrange(3)))
    for _ in range(chance.randrange(3000)):
        pass
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    found = int(load_kept(path).written_by)
    assert found >= last + saved, (found, last, saved)
    last = found
    os.close(ear), os.close(mouth)
print("opened", times)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")
def test_killed_a_hundred_times_while_saving_it_opens_each_time(tmp_path: Path) -> None:
    """A process saves without end and is killed at any moment; what it had saved for certain is there each time."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    command = [sys.executable, "-c", KILLED, str(tmp_path / "autosave.segdiff"), "100"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=100, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, "opened 100"), done.stderr
    discard(tmp_path / "autosave.segdiff")
    assert list(tmp_path.iterdir()) == []
