"""How Dutch and English texts say that data are kept, for how long, and until when."""

import re

KEEPS = re.compile(
    r"\b(?:\w*bewaar\w*|bewaren|bewaard|bewaring|opgeslagen|opslaan|opslag\w*|sla(?:at|an)\b|\w*archi(?:v\w+|ef\b)|"
    r"verwijder\w*|gewist|\w*wissen|wist|vernietig\w*|\w*anonimiseer\w*|anonimiser\w*|vastgehouden|"
    r"aangehouden|beschikbaar|behouden|opgeruimd|opschon\w+|ruimen (?:wij|we)|weggegooid|gooien (?:wij|we)|"
    r"uit (?:de|het|ons|onze) (?:\w*bestand|database|systeem|systemen|administratie)|leeg ?gemaakt|vervalt|vervallen|"
    r"papiervernietiger|in de kast|bl(?:ijven|ijft)\b[^.;]{0,40}\b(?:staan|in (?:het|ons|onze)\b)|"
    r"retain\w*|retention|keep|keeps|kept|stor(?:e|ed|es|age|ing)|sav(?:e|ed|ing)|delet\w+|eras\w+|"
    r"destroy\w*|remov\w+|anonymi[sz]\w*|purge\w*|hold|holds|held|archiv\w+|preserv\w+|remains? (?:on|in)|"
    r"stays? (?:on|in)|dispos\w+|wiped?|shred\w*|overwritten|overschreven|binned|bin (?:it|them)|cleared|"
    r"retentie\w*|rotated?|throw\w* away|verdwijn\w*|disappears?|\w*versnipper\w*|gehouden|gooi(?:en|t)|blij(?:ft|"
    r"ven) (?:altijd |zichtbaar |(?:\w+ ){0,2}(?=tot ))|remains?|stays?|vast ?(?:te )?houden|houd(?:en|"
    r"t)\b[^.;]{0,60}\b(?:vast|beschikbaar|in (?:portefeuille|ons|onze)\b)|"
    r"opgeheven|opheffen|roll over)\b"
)
"""What is done to data that are kept, or no longer."""
KEEPS_ABOVE = re.compile(
    r"\b(?:hoe ?lang\w*|bewaar\w*|bewaren|bewaard|bewaring|bewaarduur|opslagtermijn\w*|opslagperiode|opslagduur|"
    r"opgeslagen|retention|how long|retain|lifetime|storage|stor(?:e|age)\b[^|]{0,20}period|keep|kept|"
    r"until when|tot wanneer)\b|^termijn(?:en)?\b"
)
"""Headings, leads and titles of columns about keeping."""
DELETES = re.compile(
    r"\b(?:verwijder\w*|gewist|wissen|wist|vernietig\w*|\w*anonimis?\w*|delet\w+|eras\w+|destroy\w*|"
    r"remov\w+|purge\w*|anonymi[sz]\w*|wiped?|weggegooid|gooi(?:en|t)|shred\w*|\w*versnipper\w*|"
    r"verdwijn\w*|disappears?)\b"
)
NEEDED = (
    r"(?:noodzakelijk|nodig|vereist|wenselijk|verplicht\w*|toegestaan|toestaat|voorschrijft|relevant|"
    r"nuttig|zinvol|makes? sense|necessary|needed|requires?|required|need|permitted|allows?|allowed|"
    r"reasonable|useful|"
    r"legitimate)"
)
_LONG = (
    r"(?:zo ?lang|(?:as|so) long as|gedurende (?:de|een) (?:periode|tijd|termijn)|voor zover|"
    r"for the (?:period|time|duration)|only for)"
)
_WHIM = r"(?:willen|vinden|leuk|goed|nuttig|like|reden|reason|want|see fit|think|deem|choose)"
VAGUE = re.compile(
    r"\b(?:niet langer|geen langere|nooit langer|no longer|not (?:\w+ ){0,6}longer)\b[^.;]{0,80}?\b(?:dan|"
    r"als|than)\b"
    rf"[^.;]{{0,160}}?\b(?:{NEEDED}|doel\w*|\w*wet\w*|moet|mogen|purpose\w*|\w*law)\b"
    rf"|\b{_LONG}\b[^.;]{{0,120}}?\b{NEEDED}\b"
    rf"|\b(?:zo ?lang(?: als)?|as long as) (?:wij|we)\b[^.;]{{0,40}}\b{_WHIM}\b"
    r"|\b(?:wettelijke?|statutory|legal(?:ly)?) (?:\w+ )?(?:bewaar\w*|retention|storage|periods?|terms?|"
    r"termijn|vereiste periode)\w*"
    r"|\bwettelijk\w* (?:moeten|verplicht zijn(?: te| om)?|vereist\w*)(?: \w+){0,3} bewaren"
    rf"|\b(?:langer|longer)\b[^.;]{{0,30}}\b(?:als|indien|wanneer|if|when|where)\b[^.;]{{0,60}}\b{NEEDED}\b"
    r"|\b(?:redelijke|beperkte|passende|reasonable|limited|appropriate) (?:termijn|periode|tijd|period|time)\b"
    r"|\b(?:once|zodra|when|wanneer)\b[^.;]{0,30}\b(?:doel\w*|purposes?)\b[^.;]{0,30}"
    r"\b(?:achieved|fulfilled|bereikt|vervallen|vervuld|expired|ceases)\b"
    r"|\b(?:has|have) served (?:its|their) purposes?\b"
    r"|\b(?:niet|geen) (?:meer|langer) (?:nodig|noodzakelijk|relevant)\b"
    r"|\b(?:hangt af van|afhankelijk van|aan de hand van|depends? on|depending on)\b[^.;]{0,40}\b(?:doel\w*|soort|aard|"
    r"\w*wet\w*|purposes?|type|kind|nature|law)\b|\b(?:archiefwet|selectielijst\w*)\b"
    r"|\bno longer (?:needed|necessary|required|relevant|need)\b|\b(?:bewa(?:ar|re)\w*|opslaan) (?:\S+ ){0,4}zo kort "
    r"mogelijk\b"
    r"|\bbewa(?:ar|re)\w*\b[^.;]{0,60}\b(?:conform|overeenkomstig|volgens|in overeenstemming met|met inachtneming "
    r"van)\b[^.;]{0,30}\b(?:avg|\w*wet\w*|\w*richtlijn\w*)\b"
    r"|\b(?:af en toe|van tijd tot tijd|periodiek|now and then|from time to time|periodically)\b[^.;]{0,30}\b(?:op|"
    r"opge\w+|verwijder\w*|delet\w+|clean\w*|clear\w*)(?!\w)"
    rf"|\b(?:zo ?lang(?: als)?|as long as) (?:de |een |the |any )?\w*(?:wet|law)\b[^.;]{{0,30}}\b{NEEDED}\b"
)
"""A criterion instead of a time."""
_MEMBER = (
    r"(?:account|klant|lid|lidmaatschap|abonnement|relatie|overeenkomst|contract|actief|ingeschreven|"
    r"dienst\w*|gebruik\w*|werkzaam|werkt|huur\w*|donateur|leerling|patient|deelne\w+|verzekerd|tenant|"
    r"employee|student|pupil|active|customer|member\w*|subscri\w+|relationship|open|client|user|"
    r"employed|enrolled)"
)
BOND = re.compile(
    rf"\b(?:zo ?lang(?: als)?|(?:as|so) long as)\b[^.;]{{0,60}}?\b{_MEMBER}\b"
    r"|\b(?:gedurende|tijdens|voor|betreft|during|for|throughout)(?: (?:de|het|the))?(?: (?:gehele|hele|"
    r"volledige|entire|whole|full))? (?:duur|looptijd|periode|duration|term|life(?:time)?)\b(?: \S+){0,3} "
    r"(?:relatie|overeenkomst|contract|lidmaatschap|abonnement|dienst\w*|klantrelatie|opdracht|"
    r"samenwerking|arbeids\w+|relationship|agreement|membership|subscription|account|employment|service\w*)"
    rf"|(?:^|: )(?:duur|looptijd) van (?:de|het|een|uw) (?:\w+ )?{_MEMBER}\b"
    r"|(?:^|: )gedurende de (?:\w+ )?looptijd\b"
)
"""As long as somebody is a customer, a member, a subscriber."""
UNTIL = re.compile(
    r"\b(?:zo ?lang|(?:as|so) long as(?! (?:those|these|such|they) )|while (?:you|your|the)|totdat|until|"
    r"till)\b[^.;]{3,}"
    r"|(?<!verzoek )(?<!mogelijkheid )(?<!recht )(?<!toegang )\btot (?:u|je|jij|wij|we|hij|zij|\d+e|einde|"
    r"na)\b[^.;]{3,}"
    r"|\btot (?:(?:schriftelijke|eventuele) )?(?:uitschrijving|afmelding|opzegging|wederopzegging|"
    r"beeindiging|intrekking|herroeping|"
    r"wijziging|verwijdering|afronding|afhandeling|sluiting|einde)\b"
    r"|\btot (?:deze?|die|dit|iemand)\b[^.;]{0,30}\b(?:wordt|worden|is|zijn|maakt|vraagt|intrekt)\b"
    r"|(?<!betrekking )\btot (?:aan )?(?:het|de|een|uw|je|jouw)(?: \w+){0,3} (?:moment|tijdstip|einde|"
    r"levensjaar|leeftijd|afloop|dag|beeindiging|opzegging|intrekking|uitschrijving|afmelding|opheffing)\b"
)
"""Kept until something happens."""
AFTER = re.compile(
    r"\b(?:wanneer|als|indien) (?:u|je|jij)\b[^.;]{0,40}\b(?:uitschrijft|opzegt|afmeldt|beeindigt|verlaat)\b|"
    r"\bna (?:uitschrijving|opzegging|afmelding|beeindiging|uitdiensttreding)\b|"
    r"(?:\b(?:aan het einde?|na afloop|at the end) (?:van|of)|\b(?:na|after) (?:het|de|uw|je|the|your|our)|"
    r"\bna (?:afloop|afronding|aanbieding|afhandeling|beantwoording|controle|gebruik|sluiting|verwerking|verzending|"
    r"ontvangst|betaling|levering) van|\bnadat)\b[^.;]{3,}|\b(?:zodra|as soon as|once|(?:direct|meteen|"
    r"onmiddellijk|gelijk|immediately|"
    r"directly|straight) (?:na|nadat|after))\b"
    r"[^.;]{3,}"
)
"""Deleted once something has happened."""
UNLIMITED = re.compile(
    r"\b(?:(?:voor )?(?:altijd|eeuwig) (?:bewaard|bewaren|behouden)|blij(?:ft|ven) (?:\w+ )?altijd|"
    r"voor (?:altijd|eeuwig)|"
    r"onbepaalde (?:tijd|duur|periode|termijn)|onbeperkt(?:e)?(?: (?:tijd|lang|bewaard|houdbaar))?|"
    r"(?:permanent|blijvend) "
    r"(?:bewaard|opgeslagen|bewaren)|(?:bewaar\w*|bewaren|behouden)\b[^.;,]{0,40}\b(?:permanent|"
    r"blijvend)(?=[.,;)]|$)|"
    r"eeuwig|voorgoed|"
    r"(?:tot )?in lengte van (?:dagen|jaren)|zonder (?:einde|einddatum|tijdslimiet)|indefinite(?:ly)?|"
    r"forever|for ever|permanently|in perpetuity|perpetually|permanently "
    r"(?:kept|stored|retained)|(?:unlimited|indefinite|undefined) (?:period|time)|(?:no|"
    r"without(?: an?)?) (?:time limit|end date|fixed (?:term|period)|expiry)|geen (?:(?:vaste )?einddatum|"
    r"(?:vaste|maximale) (?:bewaar)?termijn))\b"
)
_GONE = (
    r"(?:verwijder\w*|gewist|wissen|weggegooid|deleted?|removed?|erased?|destroyed|throw away|thrown away)"
)
_NO_LIMIT = (
    r"(?![^.;]*\b(?:if|until|unless|before|when|where|as long|als|indien|tot|totdat|tenzij|zolang|wanneer|"
    r"voordat)\b)"
)
NEVER_GONE = re.compile(
    rf"\b(?:nooit|never)\b(?: \S+){{0,2}} {_GONE}\b"
    rf"|\b(?:wij|we) (?:do not|don't|will not|won't) (?:ever )?{_GONE}\b{_NO_LIMIT}"
    rf"|\b(?:verwijderen|wissen)\b[^.;,]{{0,40}} niet\b(?! (?:meer|langer)){_NO_LIMIT}"
    rf"|\b(?:niet|geen|cannot|can not|not)\b(?: \S+){{0,4}} {_GONE}\b(?: \S+){{0,4}} (?:uit|van|from|"
    rf"in)? ?(?:\S+ )?"
    r"(?:back-?ups?|reservekopie\w*|archie\w*|archives?|backup)"
    r"|\b(?:toch|nog|also|still)\b(?: \S+){0,3} (?:bewaren|bewaard|opslaan|keep|kept|"
    r"retain\w*) (?:\S+ ){0,3}(?:voor|for) "
    r"(?:\w+ )?(?:archie\w*|archiv\w+|historische|historical)"
)
"""What is never deleted is kept without end."""
OTHER_TERM = re.compile(
    r"\b(?:jonger|ouder dan|years? old|under the age|leeftijd|age of|datalek\w*|breach\w*|reage\w+|reactie|"
    r"antwoord\w*|respond\w*|reply|answer\w*|voldoe\w*|voldaan|gevolg|beslis\w*|hoort u|u hoort|hoor je|"
    r"you(?:'ll| will)? hear|get back|come back|exten(?:d|sion)\w*|verleng\w*|garantie|warranty|ervaring|experience|"
    r"bestaat al|bedenktijd|opzegtermijn|iedere|elke|every|each|jaarlijks|doorsturen|stur(?:en|"
    r"t)\b[^.;]{0,40}\bdoor|door ?geven|verhuizen|per (?:dag|week|maand|jaar|day|year)|van tevoren|vooraf|"
    r"in advance|ahead|notice|before (?:they|it) take)\b"
)
"""Terms of something else: an age, an answer, a rhythm, a warning."""
