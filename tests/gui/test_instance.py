"""Files that a second start of the program hands to the window that is open."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from pytestqt.qtbot import QtBot

from segdiff.gui import instance

HAND_OVER = """
import sys
from pathlib import Path
from segdiff.gui import instance
instance.socket_name = lambda: sys.argv[1]
sys.exit(0 if instance.hand_over([Path(word) for word in sys.argv[2:]]) else 3)
"""


@pytest.fixture
def name(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> str:
    """A socket of this test's own."""
    name = f"segdiff-test-{tmp_path.name}-{abs(hash(str(tmp_path)))}"
    monkeypatch.setattr(instance, "socket_name", lambda: name)
    return name


def test_files_reach_the_window_that_listens(qtbot: QtBot, name: str, tmp_path: Path) -> None:
    listener = instance.Listener()
    assert listener.listen()
    with qtbot.waitSignal(listener.files_handed_over, timeout=30_000) as heard:
        other = subprocess.Popen([sys.executable, "-c", HAND_OVER, name, str(tmp_path / "one.nii.gz")])
    with other:
        qtbot.waitUntil(lambda: other.poll() is not None, timeout=30_000)
    assert other.returncode == 0
    assert heard.args == [[tmp_path / "one.nii.gz"]]
    listener.close()


def test_without_a_window_nothing_is_handed_over(name: str) -> None:
    assert not instance.hand_over([Path("one.nii.gz")])


def test_a_second_window_leaves_listening_to_the_first(qtbot: QtBot, name: str) -> None:
    first, second = instance.Listener(), instance.Listener()
    assert first.listen()
    assert not second.listen()
    first.close()
    assert second.listen()
    second.close()


def test_a_socket_left_by_a_killed_program_is_taken_over(name: str) -> None:
    die = (
        "import os, sys; from PySide6.QtNetwork import QLocalServer; "
        "server = QLocalServer(); server.listen(sys.argv[1]); os._exit(9)"
    )
    subprocess.run([sys.executable, "-c", die, name], check=False)
    listener = instance.Listener()
    assert listener.listen()
    listener.close()
    QLocalServer.removeServer(name)


@pytest.mark.parametrize("message", [b"nonsense\n", b"[]\n", json.dumps({"format": 2, "files": []}).encode() + b"\n"])
def test_what_is_not_ours_is_hung_up_on(qtbot: QtBot, name: str, message: bytes) -> None:
    listener = instance.Listener()
    listener.listen()
    heard: list[object] = []
    listener.files_handed_over.connect(heard.append)
    socket = QLocalSocket()
    socket.connectToServer(name)
    assert socket.waitForConnected()
    socket.write(message)
    qtbot.waitUntil(lambda: socket.state() is QLocalSocket.LocalSocketState.UnconnectedState)
    assert heard == []
    listener.close()
