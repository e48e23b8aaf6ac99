"""A line to a database server, which passes everything on until it is cut."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

import sqlalchemy as sa


@dataclass
class Line:
    """To a server at `there`. At the last of the words, seen in this order, something happens once: before they are
    passed on, or when the server has `answered` and nobody has heard that yet. What happens may cut the line.
    """

    there: tuple[str, int]
    listener: socket.socket
    words: list[bytes] = field(default_factory=list)
    happens: Callable[[], object] | None = None
    answered: bool = False
    down: bool = False
    ends: list[socket.socket] = field(default_factory=list)
    awaited: list[Callable[[], object]] = field(default_factory=list)

    @property
    def port(self) -> int:
        return int(self.listener.getsockname()[1])

    def serve(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self.listener.accept()
                if self.down:
                    client.close()
                    continue
                server = socket.create_connection(self.there)
                self.ends += [client, server]
                for one, other, asks in ((client, server, True), (server, client, False)):
                    threading.Thread(target=self._pass, args=(one, other, asks), daemon=True).start()

    def _pass(self, one: socket.socket, other: socket.socket, asks: bool) -> None:
        with suppress(OSError):
            while content := one.recv(65_536):
                if asks:
                    self._look_at(content)
                while self.awaited and not (asks and self.answered):
                    self.awaited.pop()()
                other.sendall(content)
        self._close(one, other)

    def _look_at(self, asked: bytes) -> None:
        while self.words and self.words[0] in asked:
            self.words.pop(0)
        if self.happens and not self.words:
            self.awaited.append(self.happens)
            self.happens = None

    def at(self, *words: bytes, happens: Callable[[], object], answered: bool) -> None:
        self.words, self.happens, self.answered = list(words), happens, answered

    def cut(self) -> None:
        """From now on nobody comes through."""
        self.down = True
        self._close(*self.ends)

    def mend(self) -> None:
        self.down = False

    @staticmethod
    def _close(*ends: socket.socket) -> None:
        for end in ends:
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()


@contextmanager
def line(url: str) -> Iterator[tuple[Line, str]]:
    """A line to the server of a database, and the address of that database along it."""
    written = sa.make_url(url)
    port = written.port or {"postgresql": 5432, "mariadb": 3306}[written.get_backend_name()]
    with socket.create_server(("127.0.0.1", 0)) as listener:
        made = Line((str(written.host), port), listener)
        threading.Thread(target=made.serve, daemon=True).start()
        try:
            along = written.set(host="127.0.0.1", port=made.port)
            yield made, along.render_as_string(hide_password=False)
        finally:
            made.cut()
