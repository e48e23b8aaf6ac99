"""How Dutch and English texts say the rights of GDPR 7(3), 12 to 22 and 77."""

from gestand.reading.patterns.words.table import Table, before, near

DATA = (
    r"(?:\w*gegevens|informatie|data|information|records?|profiel|profile|\w*dossiers?|files?|accounts?|"
    r"details|accountinformatie|foto'?s?|photos?|pictures?)"
)
USE = r"(?:verwerk\w*|gebruik\w*|process\w*|use|using|gegevens|data|information)"
CONSENT = r"(?:\w*toestemming\w*|(?:gegeven|eerdere) ja|consents?|permission)"
_AUTOMATED = r"(?:\w*automat\w+|algoritm\w*|algorithms?|computers?|profiler\w+|profiling)"

NAMED = Table(
    {
        "information": (
            r"\brecht op (?:\w+ ){0,2}(?:informatie|uitleg)\b(?! over de manier)",
            r"\bright (?:to (?:be informed|know\b)|to (?:clear )?information)\b",
        ),
        "access": (r"\binzagerecht|\bsubject access|\baccess rights?\b|\bright (?:of|to) access\b",),
        "rectification": (r"\bcorrectierecht",),
        "erasure": (r"\b(?:te worden vergeten|vergeten te worden|be forgotten)\b",),
        "restriction": (r"\b(?:restriction|limitation) of (?:\w+ )?processing\b",),
        "portability": (r"\b\w*(?:overdraagbaarheid|portabiliteit|portability)\b",),
        "objection": (r"\bbezwaarrecht",),
        "automated_decision": (
            rf"\b(?:niet|not)\b[^.;]{{0,40}}(?:onderworpen|subject(?:ed)? to)[^.;]{{0,80}}{_AUTOMATED}",
            rf"\b(?:recht|right)\b[^.;]{{0,120}}\b{_AUTOMATED} (?:\w+ )?(?:beslui|verwerking|decision|processing)",
            r"(?<!zonder )(?<!zonder enige )(?<!without )(?<!without any )\b(?:menselijke|human) (?:blik|"
            r"tussenkomst|beoordeling|intervention|review)\b",
        ),
        "withdraw_consent": (
            near(
                CONSENT,
                r"in ?(?:te )?trek\w*|ingetrokken|intrekking|trekt?|herroep\w*|wijzigen|terug ?(?:te )?"
                r"(?:nemen|draaien|komen)|neemt? (?:\w+ ){1,5}terug|withdraw\w*|revok\w+|take back|taken back|"
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
        "access": (r"\b(?:inzage|toegang|inzien|access|kopie|copy)\b",),
        "rectification": (
            r"\b(?:correctie|rectificatie|verbetering|aanvulling|aanpassing|wijziging|aanpassen|wijzigen|"
            r"corrigeren|rectif\w+|correct(?:ion)?|"
            r"amend\w*|update)\b",
        ),
        "erasure": (
            r"\b(?:verwijder(?:ing|en)|weghalen|\w*wiss(?:ing|en)|vernietiging|vergetelheid|erasure|erase|"
            r"deletion|delete|"
            r"removal)\b",
        ),
        "restriction": (r"\b(?:beperk(?:ing|en)|afscherming|restrict\w*|limit(?:ation)?)\b",),
        "portability": (r"\b(?:\w*overdracht|\w*overdraging|transfer)\b",),
        "objection": (r"\b(?:verzet|bezwaar|object(?:ion)?)\b",),
    }
)
"""What is a right in a row behind "recht op", "verzoek tot" or "want a"."""

TOLD = Table(
    {
        "information": (
            r"\buitleg\b[^.;]{0,60}gegevens|\bto be informed\b|^informati(?:e|on)(?: over| about|"
            "[.;,]?$)",
        ),
        "access": (
            before(DATA, r"(?:te )?(?:bekijken|raadplegen|verkrijgen|ontvangen)|in kan zien", 5),
            before(
                r"kopie|afschrift|overzicht|uitdraai|export|download\w*|view|see|obtain|receive|get|"
                r"request(?! that)|review|inspect|"
                r"print-?out|overview|summary",
                DATA,
                5,
            ),
            r"\b(?:inzage|inzien|in te zien|in ?(?:te )?kijken|op ?(?:te )?vragen|access|a copy|copy of|"
            r"consult)\b(?! (?:of )?(?:a|an|your|the) (?:\w+ )?(?:passport|id|identity))",
            r"\b(?:bekijken|nakijken|nagaan|inkijken|zien|weten|horen|opvragen|see|check|learn|"
            r"find out) (?:\w+ ){0,3}?"
            r"(?:wat|welke|what|which)\b[^.;]{0,40} (?:over|van|about|on) (?:u|je|jou|you)\b",
            r"\b(?:weten|vragen|opvragen|zien|know|see|ask|find out) (?:\S+ ){0,3}?"
            r"(?:wat|welke|of|what|which|whether|if)\b[^.;]{0,30} (?:wij|we)\b"
            r"|\b(?:wat|welke|what|which)\b[^.;]{0,20} (?:wij|we) (?:\w+ )?(?:van|over|hold|have|"
            r"keep|store|know)\b",
        ),
        "rectification": (
            near(
                r"(?:te )?(?:veranderen|wijzigen|actualiseren)|wijzigt?|gewijzigd|aan ?(?:te )?(?:passen|"
                r"vullen)|aangepast|aangevuld|verandering|wijziging(?:en)?|aanpassing|bij ?(?:te )?werken|"
                r"bijgewerkt|"
                r"updated?|changed?|modif\w+|completed?",
                rf"{DATA}|iets",
            ),
            r"\b(?:\w*corrig\w+|gecorrigeerd|correctie|rectif\w+|verbeter(?:en|d|ing)|herstel(?:len|d)|"
            r"correct|corrected|"
            r"correction|amend\w*)\b",
            r"\bklop(?:t|pen)\b[^.;]{0,30}\b(?:niet|iets)\b|\b(?:niets?) (?:meer )?klop(?:t|pen)\b|\b(?:is|are) "
            r"(?:wrong|incorrect|inaccurate|out of date)\b|\b(?:put|set|fix)\b[^.;]{0,30}\b(?:right|straight)\b"
            r"|\b(?:mistakes|errors) (?:\w+ ){0,3}fixed\b",
        ),
        "erasure": (
            r"\b(?:verwijder(?:en|ing|d|t)|\w*wissen|gewist|wissing|vernietig(?:en|ing|d)|delet\w+|eras\w+|"
            r"destroy(?:ed)?|wiped?)\b",
            near(r"remov(?:ed?|al)", rf"{DATA}|it|them|us"),
            r"\bmoet(?:en)? er (?:\S+ ){1,5}(?:uit|weg|af)\b|\b(?:iets|alles|gegevens)\b[^.;?]{0,20}\bverdwijn\w*"
            r"|\bgooi\w*\b[^.;]{0,30}\bweg\b|\bclos(?:e|ing) (?:the|your|an) account\b",
            r"\b(?:haal|halen|gehaald|take|taken)\b[^.;]{0,50}\b(?:van de|uit|weg|offline|eraf|af|down|off)\b"
            r"|\b(?:weghalen|weg te halen|eraf (?:halen|gaat))\b",
        ),
        "restriction": (
            near(
                r"(?:te )?beperk\w*|stop ?(?:te )?zetten|stil ?(?:te )?(?:zetten|leggen)|pauzeren|"
                r"op ?(?:te )?schorten|bevriezen|minder|restrict\w*|limit\w*|paus\w+|suspend\w*|freez\w+|"
                r"halt|on hold|hold off|stop|"
                r"less",
                USE,
                7,
            ),
            r"^(?:beperking|restriction|limitation)\b|\b(?:afscherm(?:en|ing)|af te schermen|afgeschermd|blokkeren|"
            r"geblokkeerd|block(?:ed|ing)?)\b|\b(?:restrict|limit|"
            r"beperken) (?:what|how|wat|hoe)\b",
        ),
        "portability": (
            near(
                r"export\w*|over ?(?:te )?(?:laten )?(?:dragen|zetten)|overgedragen|overdracht|"
                r"mee ?(?:te )?(?:nemen|krijgen)",
                DATA,
                9,
            ),
            rf"\b(?:transfer|port|move|take) (?:your|their|his|her|my|the) (?:\w+ )?{DATA}"
            r"(?! (?:outside|abroad|to (?:countries|third)))",
            r"\b(?:naar|aan|met|to) (?:een |an? )?(?:ander\w*|derde|another|other|different|new|someone|"
            r"somebody)\b(?: "
            r"(?:else|\w*(?:partij|organisatie|dienst|aanbieder|webshop|provider|company|controller|service))\b|"
            r"$|[.,?])",
            r"\b(?:aan|naar) (?:u|je|jou|hem|haar|uzelf|jezelf|uzelve) (?:over|door) ?te (?:laten )?(?:dragen|"
            r"sturen|zetten)\b",
            r"\b(?:naar|aan|to) (?:een |an? )?(?:andere?|another|other|new|different|nieuwe?)\b[^.;,]{1,30} "
            r"(?:te )?(?:laten )?(?:sturen|zetten|dragen|overdragen|doorgeven|verhuizen)\b"
            r"|\b(?:over|door) ?te (?:laten )?(?:zetten|dragen|sturen) (?:aan|naar) (?:een )?(?:andere?|nieuwe?)\b"
            rf"|\b(?:send|transfer|move|pass|hand)\w*\b(?:(?: \S+){{0,2}} {DATA}| it|"
            rf" them)\b[^.;]{{0,20}}\bto (?:another|"
            rf"a new|a different|any other)\b"
            r"|\b(?:bestand|formaat|format|file)\b[^.;]{0,30}\b(?:inlezen|can read|can open|gelezen)\b",
            r"\b(?:portable|gestructureerd\w*|structured|machine[ -]?(?:readable|leesba\w+)|gangba(?:ar|re) \w+|"
            r"commonly used|computerbestand|csv|excel\S*|spreadsheet)\b",
        ),
        "objection": (
            r"\b(?:bezwaar|verzet|verzetten|protest|protesteren|object|objection|objecting)\b(?! of\b)",
        ),
        "automated_decision": (
            rf"\b{_AUTOMATED}\b[^.;]{{0,160}}\b(?:oneens|niet mee eens|contact|aan ?vecht\w*|bezwaar|contest|"
            r"challenge)\b",
            rf"\b(?:in relation to|regarding|concerning|met betrekking tot|omtrent|tegen) (?:\w+ )?{_AUTOMATED}",
            rf"\b(?:aan ?te ?vechten|aanvechten|contest|challenge)\b[^.;]{{0,100}}{_AUTOMATED}",
            near(
                r"mens|medewerker|human|person|human being",
                r"kijkt|kijken|beoorde\w+|beslist|look|review\w*|decides?|check\w*",
                4,
            ),
        ),
        "withdraw_consent": (
            r"\b(?:intrekken|in te trekken|withdraw)\b",
            near(
                r"(?:uw|je|jouw|your) (?:cookie ?-?)?(?:keuzes?|voorkeur(?:en)?|instellingen|choices?|preferences|"
                r"settings)",
                r"wijzigen|aan ?(?:te )?passen|herzien|change",
                6,
            ),
        ),
        "complaint": (
            near(r"recht|right", r"klacht|klagen|complain|complaint", 6),
            near(r"klacht|complaint", r"in ?(?:te )?dienen|lodge|file|submit", 8),
        ),
    }
)
"""Words that are a right where the sentence, its list or its heading gives one."""
