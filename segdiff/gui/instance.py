"""One window for files that a file manager opens one after another.

The first window listens on a local socket that only this person's programs can reach; ``--in-running-window`` hands its
files over there and ends. No network is involved.
"""

from __future__ import annotations

import getpass
import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE_MS: Final = 2000
_MOST_BYTES: Final = 1 << 20


def socket_name() -> str:
    """The name of this person's socket; other people on the same computer have others."""
    return f"segdiff-{hashlib.sha256(getpass.getuser().encode()).hexdigest()[:16]}"


def hand_over(paths: Sequence[Path]) -> bool:
    """Have a window that is already open take these files.

    Returns:
        Whether there is such a window, and it has them.
    """
    socket = QLocalSocket()
    socket.connectToServer(socket_name())
    if not socket.waitForConnected(_PATIENCE_MS):
        return False
    message = json.dumps({"format": 1, "files": [str(path.absolute()) for path in paths]})
    socket.write(message.encode() + b"\n")
    has_arrived = socket.waitForBytesWritten(_PATIENCE_MS) and socket.waitForReadyRead(_PATIENCE_MS)
    socket.disconnectFromServer()
    return has_arrived


class Listener(QObject):
    """Waits for files that other starts of the program hand over.

    Emits ``files_handed_over`` with paths, which may be none: then the window is only wanted in front.
    """

    files_handed_over = Signal(list)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)

    def listen(self) -> bool:
        """Begin; whether this window is the one that listens. Another one that does already is left to it."""
        name, probe = socket_name(), QLocalSocket()
        probe.connectToServer(name)  # asked first: listening would take the name away from another
        if probe.waitForConnected(_PATIENCE_MS):
            probe.disconnectFromServer()
            return False
        QLocalServer.removeServer(name)  # what a program that was killed has left behind
        return self._server.listen(name)

    def close(self) -> None:
        """Stop listening."""
        self._server.close()

    def _greet(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.readyRead.connect(lambda socket=socket: self._hear(socket))
            socket.disconnected.connect(socket.deleteLater)
            if socket.canReadLine():
                self._hear(socket)

    def _hear(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            if socket.bytesAvailable() > _MOST_BYTES:
                socket.abort()
            return
        paths = _paths_in(bytes(socket.readLine().data()))
        if paths is None:
            socket.abort()
            return
        socket.write(b"taken\n")
        socket.flush()
        self.files_handed_over.emit(paths)


def _paths_in(line: bytes) -> list[Path] | None:
    """The files that a message names; ``None`` where it is none of ours."""
    try:
        message = json.loads(line)
    except ValueError:
        return None
    if not isinstance(message, dict) or message.get("format") != 1 or not isinstance(message.get("files"), list):
        return None
    return [Path(name) for name in message["files"] if isinstance(name, str)]
