"""How Dutch and English texts say that machines decide about people, or that people are profiled and ranked."""

import re

from gestand.reading.patterns.words.sought import Sought
from gestand.reading.patterns.words.table import near

_BY_ITSELF = r"(?:\w*ge)?automatisch|automatically|by itself"
_MACHINE = rf"{_BY_ITSELF}|computers?\w*|algoritm\w*|algorithms?|robots?|software"
_JUDGES = (
    r"beslis\w*|besluit\w*|decides?|decided|decisions?|rank\w*|gerangschikt|rangschikt|score|scores|scoort|"
    r"goedgekeurd|afgewezen|approve[ds]?|rejects?|rejected|decline[sd]?"
)
_CHECKS = (
    r"\w*check|\w*toets|\w*toetsing|beoorde\w+|(?:ge)?selecteer[dt]|selectie|ingedeeld|indeling|bepaalt "
    r"(?:welke?|of|wat|hoe)|\w*kredietwaardigheid|assess(?:es|ed|ment)|screened|screening|selects?|"
    r"(?:decides|determines) (?:what|which|whether|how|if)"
)
_BASIS = (
    r"\b(?:op (?:basis|grond) van|aan de hand van|afhankelijk van|based on|on the basis of|depending on)\b"
)
_GROUPS = (
    r"groep(?:en)?|doelgroep(?:en)?|segment(?:en|s)?|categorie(?:en)?|niveaus?|klassen?|types?|groups?|"
    r"categor(?:y|ies)|tiers?|levels?|classes|audiences?"
)
_SORTS = (
    r"del(?:en|ing)|deelt|verde(?:len|elt)|inde(?:len|elt)|ingedeeld|plaats(?:en|t)|zet(?:ten)?|"
    r"divid\w+|places?|put|puts|sort(?:s|ed)?|classif\w+|assign\w*|split"
)
_SCORED = (
    r"\b(?:wij|we|systeem|system|app|model|platform)\b(?: \w+){0,3} (?:scoren|scoort|score|scores|rank|ranks)\b"
    r"|\b(?:berekent|berekenen|kent|kennen|geeft|geven|calculates?|computes?|assigns?)\b(?: \S+){0,6} "
    r"(?:een|a|an) (?:\w+ ?)?(?:score|risico-?score|rating)\b|\blead ?-?scoring\b"
)

DECIDED = Sought(
    r"\b(?:ge?automati(?:seerde?|sche)|automatische|automated|computergestuurde)(?: \S+){0,3} "
    r"(?:\w*besluit\w*|\w*beslissing\w*|verwerkingen? besluiten|decision\w*|verwerking\w*|processing)"
    rf"|{near(_MACHINE, _JUDGES, 7)}|{near(_BY_ITSELF, _CHECKS, 5)}|"
    r"\bautomated(?: individual)? decision\w*|\bbesluiten\b[^.;]{0,80}\b(?:computerprogramma|automatisch|"
    r"geautomatiseerd)"
)
"""A machine takes the decision."""
PROFILED = Sought(
    r"\bprofiler\w+|\bprofiling\b|\bgeprofileerd|\bprofile you\b|\bprofielvorming"
    r"|\b(?:(?:maken|maakt|stellen|stelt|bouwt|opbouwen|bouwen|aanmaken|creeren|opstellen|aangepaste|"
    r"persoonlijke?|create|build|speciaa?le?)\b[^.;]{0,50}\bprofie?le?n?s?\b(?: (?:van|over|op|of|about|"
    r"aan))?)"
    r"|\binformatie uit (?:de|een) cookies? (?:wordt |worden )?(?:gelinkt|gekoppeld|gecombineerd)\b"
    r"|\b(?:interesse|klant|risico|koop|surf|voorkeurs|kijk)-?profiel(?:en)?\b"
    r"|\bprofie?le?[ns]?\b[^.;]{0,20}\b(?:wij|we)\b[^.;]{0,20}\b(?:opbouw|opstel|maak|maken|samenstel|bouw|"
    r"build|create)\w*"
    r"|\b(?:to predict|om te voorspellen|we predict|(?:wij|we) voorspellen|voorspellen (?:wij|we))\b"
    r"|\b(?:we (?:group|sort|rank|segment)|(?:wij|we) groeperen) (?:\w+ ){0,3}(?:customers|donors|users|"
    r"members|visitors|"
    r"guests|clients|candidates|leads|klanten|donateurs|gebruikers|leden|bezoekers|gasten|kandidaten)\b"
    rf"|{_SCORED}|\bsegmente(?:er|ren|ert)\b|\bwe segment\b"
    rf"|^(?=.*{_BASIS})(?!.*\bcookies?\b).*?(?:{near(_SORTS, _GROUPS, 12)})"
)
"""People are described, ranked or grouped by what is known of them."""
CALLED = re.compile(
    r"\b(?:dat|dit|this|that|it|which|wat) (?:is|heet|noem\w*|counts as|amounts to)(?: \w+){0,4} "
    r"(?:profiler\w+|profiling)"
)
"""What was told just before has a name."""
BY_PEOPLE = re.compile(
    r"\b(?:beslis\w*|besluit\w*|decisions?)\b[^.;]{0,60}\b(?:door|by) (?:(?:een|a|our|onze) )?(?:mens\w*|"
    r"medewerkers?|people|humans?|person|staff)\b|\b(?:geen|no) (?:algoritme|computer|machine|algorithm)\b"
)
"""Somebody decides: no machine does."""
