"""How a text says that measuring visits, or a service that does, is necessary, or needs nobody's yes."""

import re
from functools import cache

from gestand.lint.law.tables import vendors

_KINDS = (
    r"(analytische?|analytics?|analytical|\w*statisti\w*|tracking|volg|marketing|advertising)[- ]?\s?cookies?"
    r"|\bstatistiekcookies|\b\w+[- ]pixel"
)
_NEEDED = (
    r"(noodzakelijke?|onmisbaar|essentieel|vereist|nodig|necessary|essential|indispensable"
    r"|(een |a )?(functionele?|functional|necessary|noodzakelijke) cookies?)"
)
_FREE = (
    r"(geen toestemming (nodig|vereist|vragen|te vragen)|toestemming (\w+ )?niet (nodig|vereist)"
    r"|(vragen|vraagt) (wij |we )?geen toestemming|(do|does) not (need|require) (your )?consent"
    r"|no consent (is )?(needed|required))"
)
_FORCED = (
    r"(without (your )?consent|cannot be (switched|turned) off|niet (uit ?(te )?(zetten|schakelen)|weigeren))"
)
MASKED = re.compile(
    r"anonimi\w*|anonymi\w*|geanonimiseerd|IP-?adres.{0,30}(maskeren|gemaskeerd"
    r"|ingekort)|verwerkersovereenkomst|zelf gehost|self-?hosted|\beigen server|\b(own|our) server"
    r"|\bzonder IP|\bwithout IP|\b(weinig|geringe?|nauwelijks|geen of)\b.{0,30}\b(gevolgen|privacy|inbreuk)"
    r"|privacyvriendelijk|privacy-friendly",
    re.IGNORECASE,
)
"""Measuring that hardly touches privacy."""
NOT_SO = re.compile(
    r"(\b(niet|geen|nooit|not|never)\b|n't).{0,60}\b(zonder|without)\b|\b(niet|geen|not) (\w+ )?(noodzakelijk"
    r"|necessary|essentieel"
    r"|essential)"
    r"|\b(alleen|pas|only|uitsluitend)\b.{0,40}\b(toestemming|consent|accept\w*)|\b(met|na|with|after) (uw|je|your) "
    r"(toestemming|consent)|\b(als|indien|if) (u|je|you)\b.{0,20}\b(geen|niet|not)\b",
    re.IGNORECASE,
)


@cache
def called_needed() -> re.Pattern[str]:
    """Measuring, or a service that tracks, is called necessary or free of consent."""
    named = "|".join(one.words.pattern for one in vendors() if one.tracks)
    measuring = rf"(\b({_KINDS})\b|{named})"
    return re.compile(
        rf"{measuring}.{{0,60}}\b(is|zijn|are|want|omdat|because)\b.{{0,40}}\b{_NEEDED}\b"
        rf"|\b(is|zijn|are)\b.{{0,40}}{measuring}.{{0,40}}\b(noodzakelijk|onmisbaar|essentieel|necessary|essential)\b"
        rf"|{measuring}.{{0,60}}\b({_FREE}|{_FORCED})\b|\b{_FREE}\b[^.;)]{{0,60}}{measuring}"
        rf"|\b(zonder|without) {measuring}.{{0,40}}\b(werkt|works?)\b.{{0,40}}\b(niet|not)\b",
        re.IGNORECASE | re.DOTALL,
    )
