"""Sends the letters of one company from one process: one thread at a time."""

from threading import Event, Lock

from gestand.core.errors import CaseChanged, MailError
from gestand.wiring import Company


class Sender:
    """Sends what waits, one thread at a time; who comes while another sends leaves word, and waits for nothing."""

    def __init__(self, company: Company) -> None:
        self._company = company
        self._sending, self._more = Lock(), Event()

    def send(self) -> None:
        """Without a mail server everything waits in the outbox; what fails stays there too, and is shown."""
        if self._company.settings.requesting.mail is None:
            return
        self._more.set()
        while self._more.is_set() and self._sending.acquire(blocking=False):
            try:
                self._more.clear()
                self._send()
            finally:
                self._sending.release()

    def _send(self) -> None:
        try:
            for _ in self._company.send_letters():
                pass
        except CaseChanged:  # another process sends too: look again at what is left
            self._more.set()
        except MailError:
            return
