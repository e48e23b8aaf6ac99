"""How Dutch and English texts say the six bases of GDPR 6(1): by a reason, and by a name."""

import re

from gestand.reading.patterns.words.table import Table, before

_CONTRACT = (
    r"(?!\w*werkers)\w*(?:overeenkomst|contract)(?:en)?|(?<!processing )(?<!processor )agreements?|contracts"
)
_DATA = r"\w*gegevens|informatie|verwerking|gebruik|opslag|data|information|collection|processing|use"
_OF_PARENTS = r"(?! van (?:de |een |zijn |haar |hun |uw |je )?(?:ouder|wettelijk|voogd|vertegenwoordig))"
_OF_OTHERS = (
    r"(?! (?:mode|manage\w+|banner|tool|platform|of (?:a|your|the|their|his) (?:parent|guardian|legal)))"
)
AGREES = (
    rf"\b(?:stem(?:t|men)?|gaat?) (?:u|je|jij|jullie) (?:in|akkoord) met\b[^.;]{{0,80}}\b(?:{_DATA})\b"
    rf"|\b(?:u|je|you) (?:stemt? in met|agrees? to|consents? to)\b[^.;]{{0,60}}\b(?:{_DATA})\b"
    r"|\bgaat? (?:u|je) (?:ermee|er mee) akkoord dat (?:wij|we)\b"
    r"|\bja (?:op|tegen) (?:\w+ ){0,3}(?:gezegd|zegt|zeggen)\b|\b(?:said|say|says) yes\b"
    r"|\b(?:als|wanneer|indien|alleen) (?:u|je) (?:dat|dit|het) goed ?vindt\b|\bif you are happy for us to\b"
    r"|\b(?:vragen|vraagt) (?:wij |we )?(?:u|je|jou) (?:\w+ ){0,3}om (?:een |uw |je )?(?:ja|akkoord)\b"
    r"|\b(?:vinkje|kruisje) (?:\w+ ){0,4}(?:zet|gezet|aan)\b|\btick(?:ed|ing)? (?:the|a|that) box\b"
)
_LAW = r"(?:\w*wet|wetboek(?: van \w+)?|wwft|wgbo|wetgeving|wet- en regelgeving|wetgever|law|laws|legislation|statute)"

REASONS = Table(
    {
        "consent": (
            AGREES,
            rf"\btoestemming{_OF_PARENTS}",
            r"\b(?:akkoord|instem\w*|stemt in) met (?:de|het) (?:verwerking|gebruik|opslag)",
            r"\b(?:uw|je|jouw|your) (?:\w+ )?(?:instemming|goedkeuring|approval)\b|\bakkoord (?:heeft |hebt |"
            r"hebben )?(?:gegeven|geeft|verleend)\b",
            rf"\bconsent\b{_OF_OTHERS}|\bpermission\b{_OF_OTHERS}|\bwith your agreement\b|\b(?:uw|je|"
            rf"jouw) akkoord\b"
            r"|\b(?:you|u|je) (?:have |has |hebt |heeft |daarmee )?(?:agreed|ingestemd|toegestemd)\b|"
            r"\b(?:opt(?:ed)?|opting)[ -]in\b",
        ),
        "contract": (
            before(
                r"uitvoer(?:ing|en)|nakom(?:ing|en)|sluiten|totstandkoming|afhandeling|hebben|heeft|sluit|"
                r"have|has|perform\w*|fulfil\w*|execut\w+|honou?r\w*|conclu\w+|enter\w*|hoort bij|part of|"
                r"necessary for|"
                r"basis of",
                _CONTRACT,
                5,
            ),
            before(
                rf"{_CONTRACT}|lidmaatschap",
                r"kunnen uitvoeren|uit ?te ?voeren|uitvoeren|na ?te ?komen|nakomen|te sluiten|sluiten|aangegaan",
                4,
            ),
            r"\b(?:nakom|uitvoer)\w+(?: \S+){0,3} afspraken\b",
            r"\bhoort bij (?:de|het|uw|je|jouw) (?:opdracht|lidmaatschap|behandeling|bestelling|inschrijving)\b",
            rf"\bomdat (?:wij|we|ik|u|je|jij)\b(?: \S+){{0,5}} (?:opdracht|{_CONTRACT})\b"
            rf"|\bbecause (?:we|you)\b(?: \S+){{0,5}} (?:{_CONTRACT}|assignment)\b",
            r"\b(?:uitvoer(?:ing|en)) van (?:de|een|uw|je|onze) (?:\w+ ){0,4}opdracht\b|\b(?:de|een|uw|je|jouw) "
            r"opdracht (?:\w+ ){0,2}uit te (?:kunnen )?voeren\b",
            r"\b(?:carry out|perform|fulfil|honour) (?:the|your|a) (?:\w+ )?(?:booking|order|purchase|assignment)\b",
            rf"\b(?:our|onze) (?:{_CONTRACT}) (?:with|met) (?:you|u|jou)\b|\b(?:{_CONTRACT}) met ons\b",
            r"\bcontractuele (?:verplichting|relatie|grond|noodza)\w*|\bcontractual (?:obligation|"
            r"necessity|relationship|"
            r"basis)\w*|\bpre-?contractu\w+",
            rf"\b(?:grond|basis|kader) van (?:(?:de|een|onze|uw|het|een met u gesloten) )?(?:{_CONTRACT})\b",
            rf"(?<=\()(?:\w+ )?(?:{_CONTRACT})(?=\))",
        ),
        "legal_obligation": (
            r"\bwettelijke? (?:\w+ )?(?:verplicht\w*|plicht\w*|\w*plicht|eis(?:en)?|vereist\w*|"
            r"bepaling\w*|voorschrift\w*|"
            r"grondslag om|taak)\b"
            r"|\b(?:legal|statutory|regulatory|legally) (?:\w+ )?(?:obligation|requirement|dut|required|obliged|"
            r"bound)\w*",
            rf"\b(?:omdat|because)\b[^.;]{{0,30}}\b{_LAW}\b[^.;]{{0,30}}\b(?:voorschrijft|vraagt|eist|vereist|"
            rf"verplicht|"
            rf"dwingt|oplegt|requires|obliges|demands|says)\b",
            rf"\b{_LAW} (?:verplicht|dwingt|obliges?|requires?) \w+",
            r"\bom (?:\w+ )?te (?:kunnen )?voldoen aan (?:\w+ ){0,2}(?:\w{3,20}wet|wwft|wgbo)\b",
            rf"\b(?:nakomen|naleven|naleving|nakoming) van (?:\w+ ){{0,3}}{_LAW}\b",
            rf"\b{_LAW}\b[^.;]{{0,40}}\b(?:schrijft voor|bepaalt|eist|requires|demands) (?:dat|that)\b",
            rf"\b{_LAW}\b[^.;]{{0,80}}\b(?:verplicht|dwingt|vraagt|eist|schrijft|obliges?|requires?|tells?) "
            r"(?:ons|mij|us|dat|iedere?|elke?)\b",
            rf"\b(?:verplicht(?:ing)?|plicht|moet)\w*\b(?: \S+){{0,3}} (?:door|van|vanuit|uit|op (?:grond|"
            rf"basis) van|"
            rf"volgens|bij) (?:de )?{_LAW}\b|\bvan de wet\b|\bbij wet verplicht",
            rf"\b(?:op (?:basis|grond) van|vanwege|krachtens|volgens|door|vanuit) (?:de )?(?:geldende |"
            rf"toepasselijke )?"
            rf"(?:{_LAW}|wettelijke \w+)\b",
            rf"\b(?:comply|compliance|required|obliged|obligated|bound) (?:with|by) (?:\w+ ){{0,3}}{_LAW}\b",
        ),
        "vital_interest": (
            r"\bvita(?:le|al) belang(?:en)?\b|\blevensbelang\b|\bvital interests?\b",
            before(r"bescherm\w*", r"vitale|leven|levens", 6),
        ),
        "public_task": (
            r"\b(?:taak|taken|opdracht) van algemeen belang\b|\bopenbaar gezag\b|"
            r"\bpubliek(?:rechtelijk)?e (?:taak|taken)\b",
            r"\b(?:vervulling|uitoefening|goede invulling) van (?:een|onze|de|haar) (?:\w+ )?"
            r"(?:publieke|overheids|algemene|wettelijke) ?taak\b",
            r"\bpublic (?:task|interest|authority)\b|\bofficial authority\b|\balgemeen belang\b",
        ),
        "legitimate_interest": (
            r"\b(?:gerechtvaardigde?|legitieme?|rechtmatige?|zwaarwegende?|legitimate) (?:\(?\w+\)? )?"
            r"(?:(?:bedrijfs|handels|commerciele|business|commercial) ?)?(?:belang(?:en)?|interests?)\b",
            r"\b(?:wij|we) (?:\w+ )?(?:er|daar|hier)(?: \w+){0,3} belang bij hebben\b|\b(?:wij|we) hebben "
            r"(?:er|daar|hier)(?: \w+){0,2} belang bij\b",
        ),
    }
)
"""The six bases as reasons for using data."""

NAMES = Table(
    {
        "consent": (
            rf"\b(?:toestemming|instemming|akkoord){_OF_PARENTS}|\b(?:consent|permission){_OF_OTHERS}",
        ),
        "contract": (rf"\b(?:{_CONTRACT})\b", r"\b(?:de|uw|je) opdracht (?:die|van|aan) (?:u|je|ons)\b"),
        "legal_obligation": (
            rf"\b(?:{_LAW})\b|\bwettelijke?\b(?! (?:grond|basis))|\b\w*plicht\b|\b(?:legal|"
            rf"statutory) (?:duty|obligation|requirement)",
        ),
        "legitimate_interest": (
            r"\b(?:gerechtvaardigd|legitiem|legitimate)\w* (?:\w+ )?(?:belang|interest)",
            r"\b(?:ons|eigen) belang\b|(?<=grondslag: )(?:het |een )?belang\b|\bour (?:own )?interests?\b",
        ),
        "public_task": (r"\b(?:publieke taak|algemeen belang|overheidstaak|public (?:task|interest))\b",),
        "vital_interest": (
            r"\bvita(?:al|le) belang|\bvital interest|\bprotect (?:your|someone's) (?:vital )?interests?\b",
            r"\b(?:uw|je|jouw|your) (?:belang(?:en)?|interests?)\b[^.;]{0,40}\b(?:ander(?:en)?|others?|someone|"
            r"iemand|person)\b",
        ),
    }
)
"""The bases in a word, where the text is about grounds."""

GROUND = re.compile(
    r"\b(?:(?:process|use|verwerk\w*|gebruik\w*)\b[^.;]{0,60}\b(?:on the basis of|op (?:basis|grond) van)|"
    r"\w*grondslag\w*|rechtsgrond\w*|gronden|juridische (?:basis|grond\w*)|wettelijke basis|rechtmatig\w*|"
    r"baseren|gebaseerd op|berust\w* op|steun(?:t|en) op|(?:mogen|mag) (?:wij|we|dat)|legal (?:basis|bases|"
    r"grounds?)|lawful\w*|legal justification|on (?:what|which) grounds|rel(?:y|ies) on|rests? on|may we|"
    r"(?:are we|we are) allowed|op basis waarvan|(?:op|on|what) (?:welke|what|which)? ?bas[ie]s)\b|\bbasis: "
)
"""What the text is about when a bare name is a basis."""
LETTERS = dict(
    zip(
        "abcdef",
        ("consent", "contract", "legal_obligation", "vital_interest", "public_task", "legitimate_interest"),
        strict=True,
    )
)
"""The points of GDPR 6(1)."""
_POINT = r"(?:sub|onder|onderdeel|letter|point)? ?\(?"
ARTICLE = re.compile(
    rf"(?:\b(?:art\.?|artikel|article) ?|\b(?:en|and|of) )6(?:\.1\.?|,? ?(?:lid ?1|eerste lid|paragraph 1|\(1\))),? ?"
    rf"(?:aanhef en )?{_POINT}(?P<letters>[a-f]\b(?:\)?(?:, ?| en | of | and | or | ?/ ?){_POINT}[a-f]\b(?!\.))*)"
)
