"""Postal addresses as they are written in the Netherlands and in Belgium: street and number, code, town."""

import re

_STREET = (
    r"(?P<street>(?:(?:Postbus|P\.?O\.? ?Box) \d{1,6}|[A-ZÀ-Ý'][\w.'’À-ÿ-]{0,40}(?: (?:[A-ZÀ-Ý']|van|"
    r"de|den|der|het|aan|op|ten|ter|'s|d')[\w.'’À-ÿ-]{0,40}){0,5} \d{1,5}(?!\d)"
    r"(?:[-/ ]{0,2}(?:[A-Za-z]{1,2}(?=[ ,;|\n]*[,;|\n])|[A-Za-z]\d?|\d{1,3}|bis|hs)(?![A-Za-z]))?"
    r"(?:[-/ ,]{1,3}(?:bus|unit|app|apt|suite|kamer|gebouw|toren|floor|etage)\.? [A-Z]?\d[\d.]{0,4}(?![A-Za-z\d]))?))"
)
_CODE = (
    r"(?P<code>(?:NL-? ?)?[1-9]\d{3} ?[A-Z]{2}\b|(?:B-? ?)[1-9]\d{3}\b|[1-9]\d{3}(?=\)? [A-Z](?![A-Z]\b)))"
)
_CITY = (
    r"(?P<city>(?:'s-|’s-)?[A-ZÀ-Ý][\wÀ-ÿ'’-]*(?: (?:[A-ZÀ-Ý(][\wÀ-ÿ'’)-]*|aan|de|den|der|op|en|"
    r"ZH|NH|van))*?)"
)
POSTAL = re.compile(
    rf"{_STREET}[\s,;|·•()–-]{{1,6}}(?:(?:[Pp]ost)?[Cc]ode[^:\n]{{0,20}}: ?|te \(?|in )?"
    rf"{_CODE}(?:\) |[\s,;–-]{{1,4}})(?:te )?{_CITY}(?=[\s]*(?:[.,;:|"
    rf"·•()<\n]|$)|\s+(?!(?:aan|de|den|der|op|van)\b)[a-z]|\s+(?:en|is|tel|T:|KvK|Nederland|België|"
    rf"The Netherlands|e-?mail|[Ww]ebsite|\d|–|-))"
)
"""Matches on the source's own letters: a town begins with a capital."""
REVERSED = re.compile(
    rf"\(?{_CODE}\)?[ ,]{{1,3}}(?P<city>[A-ZÀ-Ý][\wÀ-ÿ'’-]*(?: [A-ZÀ-Ý][\wÀ-ÿ'’-]*)?),? (?:aan (?:de |"
    rf"het )?)?{_STREET}"
)
"""Code and town first: "te 9300 Aalst, Gentsesteenweg 210"."""
TOWN_FIRST = re.compile(rf"\b(?P<city>[A-ZÀ-Ý][\wÀ-ÿ'’-]*(?: [A-ZÀ-Ý][\wÀ-ÿ'’-]*)?) \({_STREET},? {_CODE}\)")
"""The town before the brackets: "te Sneek (Kade 7, 8601 AB)"."""
ABROAD = re.compile(
    r"(?P<street>\d{1,5}[A-Za-z]? (?:[A-Z][\w.'’-]* ){1,4}?(?:Street|St|Road|Rd|Avenue|Ave|Lane|Quay|"
    r"Square|Way|Drive|Court|Place|Boulevard|Blvd|Parkway|Close|Gardens|Hill|Row|Loop|Terrace|Plaza|Crescent|"
    r"Walk|Wharf|Mews|Trail|Circle)\.?(?:,? (?:Suite|Floor|Unit|Apt\.?|#) ?[A-Z]?\d{1,5})?)"
    r",\s{1,3}(?P<city>[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,2}),?\s{1,3}(?P<code>[A-Z]{1,2}\d[A-Z\d]? "
    r"\d[A-Z]{2}|[A-Z]{2},? \d{5})\b(?:,? (?P<country>USA|U\.S\.A\.|United States|United Kingdom|UK))?"
)
"""British and American: the number before the street, the code behind the town."""
SEATED = re.compile(
    rf"(?P<seat>[A-ZÀ-Ý][\wÀ-ÿ'’-]*(?: [A-ZÀ-Ý][\wÀ-ÿ'’-]*){{0,2}}),? (?:aan|at) (?:de |het |the )?{_STREET}"
)
"""The other way round: "gevestigd te Utrecht aan de Dorpsstraat 12"."""
