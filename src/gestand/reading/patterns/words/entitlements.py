"""How Dutch and English texts say the rights of GDPR 7(3), 12 to 22 and 77."""

import re

from gestand.reading.patterns.words.table import Table, near

DATA = (
    r"(?:\w*gegevens|informatie|data|information|records?|profiel|profile|\w*dossiers?|files?|accounts?|"
    r"details|accountinformatie|foto'?s?|photos?|pictures?)"
)
USE = r"(?:verwerk\w*|gebruik\w*|process\w*|use|using|gegevens|data|information)"
CONSENT = r"(?:\w*toestemming\w*|(?:gegeven|eerdere) ja|consents?|permission)"
AUTOMATED = r"(?:\w*automat\w+|algoritm\w*|algorithms?|computers?|profiler\w+|profiling)"

NAMED = Table(
    {
        "information": (
            r"\brecht op (?:\w+ ){0,2}(?:informatie|uitleg)\b(?! over de manier)",
            r"\brecht om (?:\w+ ){0,2}(?:geinformeerd te worden|te weten (?:wat er|waarom|hoe)\b)",
            r"\bright (?:to (?:be informed|know\b)|to (?:clear )?information)\b",
        ),
        "access": (
            r"\binzage-?(?:recht|verzoek)|\bsubject access|\baccess rights?\b|\bright (?:of|to) access\b",
        ),
        "rectification": (r"\bcorrectie-?(?:recht|verzoek)",),
        "erasure": (
            r"\b(?:verwijder(?:ings)?|wis)-?verzoek|\b(?:te worden vergeten|vergeten te worden|be forgotten)\b",
        ),
        "restriction": (r"\b(?:restriction|limitation) of (?:\w+ )?processing\b",),
        "portability": (r"\b\w*(?:overdraagbaarheid|portabiliteit|portability)\b",),
        "objection": (r"\bbezwaarrecht",),
        "automated_decision": (
            rf"\b(?:niet|not)\b[^.;]{{0,40}}(?:onderworpen|subject(?:ed)? to)[^.;]{{0,80}}{AUTOMATED}",
            rf"\b(?:recht|right)\b[^.;]{{0,120}}\b{AUTOMATED} (?:\w+ )?(?:beslui|verwerking|decision|processing)",
            r"(?<!zonder )(?<!zonder enige )(?<!without )(?<!without any )\b(?:menselijke|human) (?:blik|"
            r"tussenkomst|beoordeling|intervention|review)\b",
        ),
        "withdraw_consent": (
            near(
                CONSENT,
                r"in ?(?:te )?trek\w*|ingetrokken|intrekking|trekt?|herroep\w*|herzien|wijzigen|terug ?(?:te )?"
                r"(?:nemen|draaien|komen)|neemt? (?:\w+ ){1,5}terug|ongedaan|withdraw\w*|revok\w+|take back|taken back|"
                r"take (?:it|that|this) back|"
                r"mind",
                14,
            ),
        ),
    }
)
"""Rights by a name, or a wording, that is one wherever it stands."""

NOUNS = Table(
    {
        "access": (r"\b(?:inzage|kennisneming|toegang|inzien|access|kopie|copy)\b",),
        "rectification": (
            r"\b(?:correctie|rectificatie|verbetering|aanvulling|aanpassing|wijziging|aanpassen|wijzigen|"
            r"corrigeren|aanvullen|verbeteren|herstel(?:len)?|rectif\w+|correct(?:ions?)?|"
            r"amend\w*|update)\b",
        ),
        "erasure": (
            r"\b(?:verwijder(?:ing|en|recht)|weghalen|\w*wiss(?:ing|en)|vernietiging|vergetelheid|erasure|erase|"
            r"deletion|delete|"
            r"removal)\b",
        ),
        "restriction": (r"\b(?:beperk(?:ing|en)|afscherming|restrict\w*|limit(?:ation)?)\b",),
        "portability": (r"\b(?:\w*overdracht|\w*overdraging|overdragen|meenemen|meekrijgen|transfer)\b",),
        "objection": (r"\b(?:verzet|bezwaar|object(?:ion)?)\b",),
    }
)
"""What is a right in a row behind "recht op", "verzoek tot" or "want a"."""
ABOVE = re.compile(
    r"\b(?:privacy-?|avg-?)?rechten?\b(?! en plichten)|\brights?\b|\b(?:u|je|jij) (?:van |"
    r"aan )?ons vragen\b|\byou (?:can |"
    r"may )?ask\b|\binzage\b|\bkeuzes\b|\bchoices\b|\bcontrols?\b|\bzeggenschap\b|\bbetrokkenen?\b|"
    r"\bdata subject|\bverzoek|\b(?:you (?:may|can)|(?:kunt|kan|mag) u|(?:kun|mag) je|u (?:kunt|mag)|"
    r"je (?:kunt|mag))(?: \w+){0,3}:|\baccess(?:ing)?\b|"
    r"\bgegevens (?:laten )?(?:inzien|wijzigen|aanpassen|veranderen|verwijderen)|"
    r"\b(?:inzien|aanpassen|wijzigen|verwijderen) of\b|\bwat (?:mag|mogen) (?:u|je|jij|jullie)\b|"
    r"\bwat (?:kunnen|mogen) (?:\w+ ){1,2}(?:vragen|verlangen|doen)\b|"
    r"\bwat (?:kunt|kan|kun) (?:u|je|jij) (?:\w+ ){0,2}(?:vragen|verlangen|eisen|doen)\b|\bwhat (?:can you|you can|"
    r"you may) (?:ask|do|request)\b|\bentitle(?:d|ments?)\b"
)
"""What stands above sentences and lists that give rights."""
