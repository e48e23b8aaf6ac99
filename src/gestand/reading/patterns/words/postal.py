"""Postal addresses as they are written in the Netherlands and in Belgium: street and number, code, town."""

import re

_STREET = (
    r"(?P<street>(?:(?:Postbus|P\.?O\.? ?Box) \d{1,6}|[A-ZÀ-Ý'][\w.'’À-ÿ-]*(?: (?:[A-ZÀ-Ý']|van|"
    r"de|den|der|het|aan|op|ten|ter|'s|d')[\w.'’À-ÿ-]*){0,5} \d{1,5}(?: ?[-/]? "
    r"?[A-Za-z0-9]{1,4})?))"
)
_CODE = r"(?P<code>(?:NL-? ?)?[1-9]\d{3} ?[A-Z]{2}\b|(?:B-? ?)[1-9]\d{3}\b|[1-9]\d{3}(?=\)? [A-Z]))"
_CITY = (
    r"(?P<city>(?:'s-|’s-)?[A-ZÀ-Ý][\wÀ-ÿ'’-]*(?: (?:[A-ZÀ-Ý(][\wÀ-ÿ'’)-]*|aan|de|den|der|op|en|"
    r"ZH|NH|van))*?)"
)
POSTAL = re.compile(
    rf"{_STREET}[\s,;|·•()-]{{1,6}}(?:te |in )?{_CODE}[\s,;-]{{1,4}}(?:te )?{_CITY}(?=[\s]*(?:[.,;:|"
    rf"·•()<\n]|$)|\s+(?:en|is|tel|T:|KvK|Nederland|België|The Netherlands|e-?mail|[Ww]ebsite|\d|–|-))"
)
"""Matches on the source's own letters: a town begins with a capital."""
REVERSED = re.compile(
    rf"\(?{_CODE}\)?[ ,]{{1,3}}(?P<city>[A-ZÀ-Ý][\wÀ-ÿ'’-]*(?: [A-ZÀ-Ý][\wÀ-ÿ'’-]*)?),? (?:aan (?:de |"
    rf"het )?)?{_STREET}"
)
"""Code and town first: "te 9300 Aalst, Gentsesteenweg 210"."""
SEATED = re.compile(
    rf"(?P<seat>[A-ZÀ-Ý][\wÀ-ÿ'’-]*(?: [A-ZÀ-Ý][\wÀ-ÿ'’-]*){{0,2}}),? (?:aan|at) (?:de |het |the )?{_STREET}"
)
"""The other way round: "gevestigd te Utrecht aan de Dorpsstraat 12"."""
