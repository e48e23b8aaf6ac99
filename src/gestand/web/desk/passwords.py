"""What a password may be: long, and not what anybody would try first (NIST SP 800-63B, 3.1.1)."""

import re

from gestand.core.text import Text
from gestand.web.desk import words_access

LEAST, MOST = 12, 1_000
_COMMON = re.compile(
    "wachtwoord|password|passw0rd|welkom|welcome|geheim|secret|qwerty(uiop)?|azerty|asdf(ghjkl)?|zxcvbnm?|admin|letmein|"
    "iloveyou|login|inloggen|gestand|privacy|desk|1q2w3e4r(5t)?(6y)?|abc(def)?|lente|zomer|herfst|winter|spring|summer|"
    "autumn|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|"
    r"[\W\d_]"
)
"""What the lists of stolen passwords are made of: of one that is nothing else, little is left."""
_LEAST_OWN = 4
_LEAST_DIFFERENT, _LEAST_OF_A_NAME = 5, 4


def fault_in(password: str, again: str, name: str, company: str) -> Text | None:
    """What is wrong with it; None if it will do."""
    if len(password) < LEAST:
        return words_access.TOO_SHORT.filled(least=LEAST)
    if len(password) > MOST:
        return words_access.TOO_LONG.filled(most=MOST)
    if any(part in password.casefold() for part in _parts(f"{name} {company}")):
        return words_access.LIKE_NAME
    if len(set(password)) < _LEAST_DIFFERENT:
        return words_access.TOO_PLAIN
    if len(set(_COMMON.sub("", password.casefold()))) < _LEAST_OWN:
        return words_access.TOO_COMMON
    return None if password == again else words_access.NOT_ALIKE


def _parts(names: str) -> list[str]:
    return [part for part in names.casefold().split() if len(part) >= _LEAST_OF_A_NAME]
