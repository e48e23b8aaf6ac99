"""How data are secured (GDPR 32): measures in a few words, general or particular.

Found:
    Wij treffen passende maatregelen, technisch en organisatorisch, zodat uw gegevens beveiligd zijn.
    All traffic is encrypted with TLS.
    Alleen medewerkers die dat voor hun werk nodig hebben, hebben toegang tot de gegevens.
    [Beveiliging] Wachtwoordbeleid op al onze systemen
Not:
    Wij gebruiken uw gegevens om fraude te voorkomen.
    Bewaar uw wachtwoord op een veilige plek.
"""

import re
from collections.abc import Iterator

from gestand.core.document import Document, Segment
from gestand.core.fact import Doubt, Fact, SecurityMeasure
from gestand.reading.patterns.words.passage import clause, fact, passages
from gestand.reading.patterns.words.table import Table

_MEASURES = Table(
    {
        "encryption": (
            r"\b(?:versleutel\w*|encrypt\w*|gecodeerd|ssl\b|tls\b|https(?!:)\b|secure socket|beveiligde "
            r"verbinding|encryptie|secure connection)",
        ),
        "pseudonymisation": (r"\bpseudonimiser\w*|\bpseudonym\w+",),
        "access limits": (
            r"\btoegang(?:elijk)?\b[^.;]{0,60}\b(?:beperk\w*|geautoriseerd\w*|bevoegd\w*|"
            r"noodzakelijke personen|alleen|uitsluitend|speciale toegangsrechten)|\b(?:beperk\w*|"
            r"alleen|uitsluitend|bevoegde|geautoriseerde)\b[^.;]{0,70}\btoegang\b|"
            r"\btoegangs(?:beperking|controle|rechten|beheer)\w*",
            r"\baccess\b[^.;]{0,50}\b(?:restricted|limited|controls?|authori[sz]ed|only)\b|"
            r"\b(?:restrict|limit|only|authori[sz]ed)\w*\b[^.;]{0,50}\baccess\b|\baccess controls?\b|"
            r"\bneed[- ]to[- ]know\b",
        ),
        "confidentiality duty": (
            r"\bgeheimhouding\w*|\bvertrouwelijkheid\b|\bvertrouwelijk (?:te )?(?:houden|behandel\w*)|"
            r"\bconfidential(?:ity)?\b",
        ),
        "passwords and sign-in": (
            r"\b(?:achter|met|met een sterk|behind|by|with) (?:een |a )?(?:sterke? |"
            r"strong )?(?:wachtwoord\w*|passwords?|pincode)\b|"
            r"\bpincode\b|\w*-pas\b|\bwachtwoordbeleid|\btwee-?(?:factor|staps)\w*|\b(?:two|multi)-?factor|"
            r"\b2fa\b|\bmfa\b|"
            r"\bgebruikersnaam en (?:een )?wachtwoord(?:beleid)?\b(?=[^.;]{0,40}(?:systemen|"
            r"beveilig))|\bpassword polic\w+",
        ),
        "locked storage": (
            r"\b(?:slot|afgesloten|vergrendeld\w*|kluis|locked|lock and key|safe)\b[^.;]{0,40}\b(?:kast|"
            r"ruimte|kantoor|lade|"
            r"cabinet|room|drawer|office|cupboard)\b|\b(?:kast|ruimte|lade|cabinet|drawer|"
            r"cupboard)\b[^.;]{0,30}\b(?:slot|"
            r"locked|lock)\b|\bachter slot\b",
        ),
        "network protection": (
            r"\bfirewall\w*|\bvirusscanner\w*|\bantivirus\w*|\bintrusion|\bmalware|\bdkim\b|"
            r"\bdnssec\b|\bspf\b",
        ),
        "back-ups": (
            r"\bmaken (?:regelmatig |dagelijks )?(?:een )?(?:back-?ups?|reservekopie\w*)|\bwe make "
            r"(?:regular )?back-?ups|\b(?:regular|daily) back-?ups\b",
        ),
        "secured servers": (
            r"\b(?:beveiligde?|veilige|secure[d]?|safe)\b(?: \S+){0,2} (?:server\w*|datacent\w+|data "
            r"cent\w+|omgeving|facilit\w+|netwerk|environment)\b|\biso[ -]?27001\b",
        ),
        "physical access limits": (
            r"\bfysieke (?:toegang|beveiliging|maatregel)\w*|\bphysical (?:access|security|measures|"
            r"safeguards)\b",
        ),
        "logging": (
            r"\bhouden (?:wij |we )?bij wie\b|\b(?:loggen|logging|logged)\b[^.;]{0,40}\b(?:toegang|access|"
            r"wie|who)\b|"
            r"\bwe (?:log|record) who\b",
        ),
        "separated systems": (
            r"\b(?:gescheiden|apart|separate[d]?)\b[^.;]{0,40}\b(?:netwerk|systeem|"
            r"network|system)\w*",
        ),
        "standard of security": (r"\bnen[ -]?75\d\d\b|\biso(?:/iec)?[ -]?270\d\d\b|\bsoc ?2\b",),
        "testing": (
            r"\b(?:testen|evalueren|audit\w*|penetratie\w*|pentest\w*)\b[^.;]{0,40}\b(?:maatregelen|"
            r"systemen|beveilig\w*)|\bregular(?:ly)? (?:test|review|"
            r"audit)\w*\b[^.;]{0,40}\b(?:security|measures|systems)|\bpassen (?:wij )?de "
            r"beveiliging\b[^.;]{0,20}\baan\b|\bbeveiliging steeds aan\b",
        ),
        "trained staff": (
            r"\b(?:medewerkers|personeel|staff|employees)\b[^.;]{0,50}\b(?:getraind|geinformeerd over|"
            r"opgeleid|trained|training)",
        ),
        "suitable measures": (
            r"\b(?:passende|redelijke|nodige|adequate|technische|organisatorische|fysieke|"
            r"verschillende|alle|voldoende|veiligheids|beveiligings)(?:-| )?(?:(?:en|,|/) )?(?:\w+ "
            r"){0,4}(?:maatregelen|voorzorgsmaatregelen|beveiligingsmaatregelen|beveiliging)\b|"
            r"\b(?:veiligheids|beveiligings|voorzorgs)maatregelen\b",
            r"\b(?:appropriate|suitable|reasonable|technical|organi[sz]ational|adequate|security|"
            r"necessary)(?: and)?(?: \w+){0,3} (?:measures|safeguards|precautions|procedures)\b",
            r"\b(?:goed|zorgvuldig|passende wijze|adequaat|optimaal|"
            r"veilig)\b[^.;]{0,30}\b(?:beveiligd|beschermd|opgeslagen)\b|\bbescherming van (?:uw|je|"
            r"jouw) (?:persoons)?gegevens serieus\b|\baandacht aan de beveiliging\b",
        ),
    }
)
_CARE = re.compile(r"\b(?:beveilig\w*|bescherm\w*|veilig\w*|secur\w*|protect\w*|safeguard\w*|safe)\b")
_ADVICE = re.compile(
    r"^(?:bewaar|gebruik|houd|kies|keep|use|choose|do not|never)\b|\b(?:u bent zelf|you are "
    r"responsible|raden (?:wij )?(?:u|je)|verwerkersovereenkomst)\b"
)


def find(segments: tuple[Segment, ...], document: Document) -> Iterator[Fact]:
    """The measures that the text promises."""
    for one in passages(segments):
        if _ADVICE.search(one.text):
            continue
        under = _CARE.search(f"{one.heading} {one.lead}")
        for measure, match in _MEASURES.found(one.text):
            cares = (
                under
                or _CARE.search(one.text)
                or measure in ("encryption", "confidentiality duty", "access limits", "locked storage")
            )
            doubt = Doubt.NONE if cares and "cookie" not in one.text else Doubt.MUCH
            yield fact(
                "security", one, clause(one.text, match.span()), SecurityMeasure(measure), document, doubt
            )
