"""How Dutch and English texts tell somebody what she may ask for: rights as an instruction, without their name."""

from gestand.reading.patterns.words.entitlements import AUTOMATED, DATA, USE
from gestand.reading.patterns.words.table import Table, before, near

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
            r"\b(?:inzage|inzien|in te zien|kennis ?(?:te )?nemen|in ?(?:te )?kijken|op ?(?:te )?vragen|"
            r"access|a copy|copy of|"
            r"consult)\b(?! (?:of )?(?:a|an|your|the) (?:\w+ )?(?:passport|id|identity))",
            r"\b(?:bekijken|nakijken|nagaan|inkijken|zien|weten|horen|opvragen|see|check|learn|"
            r"find out) (?:\w+ ){0,3}?"
            r"(?:wat|welke|what|which)\b[^.;]{0,40} (?:over|van|about|on) (?:u|je|jou|you)\b",
            r"\b(?:weten|vragen|opvragen|zien|know|see|ask|find out) (?:\S+ ){0,3}?"
            r"(?:(?:wat|welke|what|which)\b[^.;]{0,30} (?:wij|we|ik)\b"
            rf"|(?:of|whether|if)\b[^.;]{{0,30}} (?:wij|we|ik)\b[^.;]{{0,40}}\b(?:{DATA}|iets|anything))"
            r"|\b(?:wat|welke|what|which)\b[^.;]{0,20} (?:wij|we|ik) (?:\w+ )?(?:van|over|hold|have|"
            r"keep|store|know)\b"
            r"|\b(?:wat|welke|what|which)\b[^.;]{0,20} (?:jullie|u|you) (?:\w+ ){0,2}(?:mij|me)\b",
        ),
        "rectification": (
            near(
                r"(?:te )?(?:veranderen|wijzigen|actualiseren)|wijzigt?|gewijzigd|aan ?(?:te )?(?:passen|"
                r"vullen)|aangepast|aangevuld|verandering|wijziging(?:en)?|aanpassing|bij ?(?:te )?werken|"
                r"bijgewerkt|"
                r"updated?|changed?|modif\w+|completed?|(?:pas|passen|vul|vullen) (?:\S+ ){1,6}aan",
                rf"{DATA}|iets|onjuist\w*|fout(?:en|je|jes)?|inaccurac\w+|mistakes?|errors?",
            ),
            r"\b(?:\w*corrig\w+|gecorrigeerd|correctie|rectif\w+|verbeter(?:en|d|ing)|herstel(?:len|d)|"
            r"correct|corrected|"
            r"correction|amend\w*)\b",
            r"\bklop(?:t|pen)\b[^.;]{0,30}\b(?:niet|iets)\b|\b(?:niets?) (?:meer )?klop(?:t|pen)\b|\b(?:is|are) "
            r"(?:wrong|incorrect|inaccurate|out of date)\b|\b(?:put|set|fix)\b[^.;]{0,30}\b(?:right|straight)\b"
            r"|\b(?:mistakes|errors) (?:\w+ ){0,3}fixed\b|\bfix (?:\w+ )?(?:mistakes|errors)\b|\bcorrections\b",
        ),
        "erasure": (
            r"\b(?:verwijder(?:en|ing|d|t)|\w*wissen|gewist|wissing|vernietig(?:en|ing|d)|delet\w+|eras\w+|"
            r"destroy(?:ed)?|wiped?)\b",
            near(r"remov(?:ed?|al)", rf"{DATA}|it|them|us"),
            r"\bmoet(?:en)? er (?:\S+ ){1,5}(?:uit|weg|af)\b|\b(?:iets|alles|gegevens)\b[^.;?]{0,20}\bverdwijn\w*"
            r"|\bgooi\w*\b[^.;]{0,30}\bweg\b|\bweg ?(?:te )?gooi\w*|\bclos(?:e|ing) (?:the|your|an) account\b",
            r"\b(?:haal|halen|gehaald|take|taken)\b[^.;]{0,50}\b(?:van de|uit|weg|offline|eraf|af|down|off)\b"
            r"|\buit (?:het|ons|onze) \w*(?:bestand|systeem|administratie)\w* (?:te )?(?:laten )?halen\b"
            r"|\b(?:weghalen|weg te halen|eraf (?:halen|gaat))\b",
        ),
        "restriction": (
            near(
                r"(?:te )?beperk\w*|stop ?(?:te )?zetten|stil ?(?:te )?(?:zetten|leggen)|pauzeren|"
                r"op ?(?:te )?schorten|bevriezen|staken|minder|restrict\w*|limit\w*|paus\w+|suspend\w*|freez\w+|"
                r"halt|on hold|hold off|stop|\(?tijdelijk\)? (?:te )?stoppen|"
                r"less",
                USE,
                7,
            ),
            r"^(?:beperking|restriction|limitation)\b|\b(?:afscherm(?:en|ing)|af te schermen|afgeschermd|blokkeren|"
            r"geblokkeerd|(?:even|tijdelijk) (?:mee )?(?:te )?stop(?:pen|t)?|block(?:ed|ing)?)\b|\b(?:restrict|limit|"
            r"beperken) (?:what|how|wat|hoe)\b",
        ),
        "portability": (
            near(
                r"export\w*|over ?(?:te )?(?:laten )?(?:dragen|zetten)|overgedragen|overdracht|"
                r"mee ?(?:te )?(?:nemen|krijgen|geven)",
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
            r"|\b(?:over|door|mee) ?(?:te )?(?:laten )?(?:zetten|dragen|sturen|geven) (?:aan|"
            r"naar) (?:een )?(?:andere?|nieuwe?)\b"
            r"|\btake (?:it|them) elsewhere\b"
            rf"|\bdra(?:ag|agt|gen)\b[^.;]{{0,20}} {DATA}\b[^.;]{{0,10}} over aan (?:de|het|een|uw|"
            rf"je) (?:nieuwe?|andere?)\b"
            rf"|\b(?:send|transfer|move|pass|hand)\w*\b(?:(?: \S+){{0,2}} {DATA}| it|"
            rf" them)\b[^.;]{{0,20}}\bto (?:another|"
            rf"a new|a different|any other)\b"
            rf"|\b(?:{DATA}|copy)(?: \S+){{0,4}} (?:hand|give|pass|take|send)(?: \S+)? to "
            r"(?:another|a new|a different) \w+"
            r"|\b(?:bestand|formaat|format|file)\b[^.;]{0,30}\b(?:inlezen|can read|can open|gelezen)\b",
            r"\b(?:portable|gestructureerd\w*|structured|machine[ -]?(?:readable|leesba\w+)|gangba(?:ar|re) \w+|"
            r"commonly used|computerbestand|csv|excel\S*|spreadsheet)\b",
        ),
        "objection": (
            r"\b(?:bezwaar|verzet|verzetten|protest|protesteren|object|objection|objecting)\b(?! of\b)",
            r"\bdisagree with (?:what we do|how we|our use|our processing)\b|\bniet (?:\w+ ){0,2}dat (?:wij|we) "
            r"(?:uw|je|jouw) \w*gegevens (?:\w+ ){0,4}(?:gebruiken|verwerken)\b|\bsay no to (?:our|the|this)\b|"
            r"\bnee (?:te )?zeggen tegen\b",
        ),
        "automated_decision": (
            rf"\b{AUTOMATED}\b[^.;]{{0,160}}\b(?:oneens|niet mee eens|contact|aan ?vecht\w*|bezwaar|contest|"
            r"challenge)\b",
            rf"\b(?:in relation to|regarding|concerning|met betrekking tot|omtrent|tegen) (?:\w+ )?{AUTOMATED}",
            rf"\b(?:aan ?te ?vechten|aanvechten|contest|challenge)\b[^.;]{{0,100}}{AUTOMATED}",
            near(
                r"mens|medewerker|human|person|human being",
                r"kijkt|kijken|beoorde\w+|beslist|look|review\w*|decides?|check\w*",
                4,
            ),
        ),
        "withdraw_consent": (
            r"\b(?:intrekken|in te trekken|withdraw)\b",
            r"\b(?:van gedachten|mening) verander\w+ over (?:\w+ ){0,2}foto\w*\b",
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
