"""Where a text names the one behind it: what stands before such a name, and what behind it."""

import re

from gestand.reading.patterns.words.sought import Sought

_LINK = r"(?:van|de|der|den|het|en|en/of|&|voor|in|of|the|and|for|aan|'t|te|op)"
FORM = (
    r"(?:B\.?V\.?|N\.?V\.?|V\.?O\.?F\.?|C\.?V\.?|B\.?V\.?B\.?A\.?|SRL|bv|Ltd\.?|Limited|LLP|LLC|Inc\.?|"
    r"GmbH|vzw|VZW|U\.A\.|plc|CIC)"
)
WORD = r"(?<![\w.])(?!\d[\d.]{1,20}\b)[a-z]?[A-ZÀ-Ý0-9][\wÀ-ÿ&'’.+-]{0,40}"
_WORDS = rf"{WORD}(?: (?:{_LINK} )?{WORD})"
_KIND = r"(?:(?:gemeente|provincie|waterschap|stichting|vereniging|coöperatie|maatschap|basisschool|hotel) )?"
NAME = rf"(?P<name>{_KIND}{_WORDS}{{0,6}}(?:,? {FORM}(?!\w))?)"
_ENDS = r"(?=[\s,.;(:'\"“]|$)"
_ASIDE = (
    r"(?:\s*\([^)]{0,120}\))?(?:,[^;]{0,260}?,?| (?:(?:statutair )?gevestigd|kantoorhoudende?|located|established|"
    r"based) [^;]{0,120}?)?"
)
_DATA = (
    r"(?:(?:uw|je|jouw|de|alle|your|jullie) )?(?:persoonlijke |personal )?"
    r"(?:persoons?gegevens|gegevens|privacy|data|information|informatie|gegevensverwerking|verwerking)"
)
_TEXT = (
    r"(?:[Pp]rivacy ?-?(?:[Vv]erklaring|[Ss]tatement|[Bb]eleid|[Pp]olicy|[Nn]otice|[Rr]eglement)|"
    r"PRIVACYVERKLARING|[Vv]erklaring|[Cc]ookie ?-?(?:[Bb]eleid|[Vv]erklaring|[Pp]olicy))"
)
_ANSWERS = (
    r"(?:vindt|hecht|verwerkt|verzamelt|respecteert|neemt|gaat|handelt|gebruikt|zorgt|behandelt|beschermt|"
    r"values|respects|processes|collects|takes|uses|handles|cares|protects|is committed)"
)
_LABEL = (
    r"(?:Naam(?: \w+)?|Bedrijfsnaam|Handelsnaam|Statutaire naam|Organisatie|Onderneming|Bedrijf|Name|"
    r"Company(?: name)?|Legal name|Trading name)"
)
CLUES = tuple(
    Sought(one)
    for one in (
        r"\b(?:is|zijn|are) (?:een|de|an?|the) (?:handelsnaam|merk\w*|merknaam|app|website|webshop|webwinkel|"
        r"dienst|platform|"
        rf"label|trading name|trade name|brand|product|service|site)(?: name)? (?:van|of|by|from) (?:het |de |"
        rf"the )?{NAME}{_ENDS}",
        rf"(?<!\bte ){NAME}{_ASIDE} (?:is|treedt op als|acts as|zijn) (?!zelf|niet|not)(?!zelfstandig|"
        rf"independent)(?:\w+ )?"
        r"(?:de |the |a |een )?(?:\(?(?:mede|gezamenlijk)\)? )?"
        r"(?:(?:verwerkings|eind)?verantwoordelijke?|data controller|controller|responsible)\b",
        rf"(?:[Vv]erwerkingsverantwoordelijke|[Dd]ata [Cc]ontroller|[Cc]ontroller|[Vv]erantwoordelijke)\b"
        rf"(?: (?:voor|for|of)[^.;:]{{0,90}}?)?(?::| is| zijn|,)? (?:the company |het bedrijf )?{NAME}{_ENDS}",
        rf"^[*-]? ?{_LABEL}: ?{NAME}$|(?:[Bb]esloten|"
        rf"[Nn]aamloze) vennootschap (?P<name2>{_WORDS}{{0,6}}(?:,? {FORM}(?!\w))?)",
        rf"{_TEXT}(?: (?:is|geldt|explains|describes|beschrijft|[a-z]+)){{0,5}} (?:van|of|voor|hoe|how|by|"
        rf"door) {NAME}{_ENDS}",
        rf"{NAME}(?:, [^;]{{0,100}},| \([^)]{{0,100}}\))? {_ANSWERS}\b[^.;]{{0,80}}\b{_DATA}",
        rf"(?:hoe|waarop|waarmee|wat|how|why|what|welke [a-z ]{{0,60}}) {NAME}"
        r"(?: \([^)]{0,80}\)|, [^;]{0,120}?,)? (?:[a-z]+ ){0,6}?"
        r"(?:omgaat|omgaan|gebruikt|verwerkt|verzamelt|doet met|handles|uses|collects|processes|treats|"
        r"protects|does with)\b",
        rf"\b[Pp]rivacy (?:is|zijn)\b[^.;]{{0,20}}\b(?:voor|bij|for|at|to) {NAME} ",
        rf"(?:privacy|gegevens|data|informatie)\b[^.;]{{0,60}}\b(?:bij|door|by|at|voor) {NAME}"
        r"(?= (?:van groot|zeer|erg|is|worden|wordt|important)|[.,;]|$)",
        rf"{NAME},? (?:is )?(?:gevestigd|kantoorhoudende?|statutair|ingeschreven|located|established|"
        rf"registered|having its|"
        r"trading as|a company|a trade name)\b",
        rf"^(?:Bij|At|Voor|Binnen|Als|As) {NAME},? (?:wij|we|vinden|nemen|zijn|hechten|gaan|respecteren|"
        rf"verwerken|value|take|"
        r"respect|care|is|are|believe)\b",
        rf"^(?:Wij zijn|We are|Ik ben|I am) {NAME}(?=,|\.| and | en |$)",
        rf"^{NAME},? \((?:hierna\b|hereinafter|hereafter|(?:de |the )?[\"'“‘„]|wij\b|we\b)",
        rf"\b(?:[Ww]eb)?(?:site|shop|winkel|app|pagina|platform) (?:\w+ )?"
        rf"(?:van|of|beheerd door|owned by|operated by|run by) {NAME}{_ENDS}",
        rf"(?:©|[Cc]opyright)(?: \d{{4}}(?: ?[-–] ?\d{{4}})?)? {NAME}",
        rf"^{NAME} (?:gebruikt|maakt|uses|plaatst)\b[^.;]{{0,60}}\bcookies\b",
        rf"^#* ?\**{_TEXT}(?: van| voor| of| for|:| [-–—|])? {NAME}\**$",
        rf"^{NAME} (?:Privacy|Cookie) ?(?:Policy|Statement|Notice|[Vv]erklaring|[Bb]eleid)\**$",
        rf"(?:[Oo]nze?|[Oo]ur) {NAME}-?(?:bot|app|website|site)\b",
        r"(?P<name>(?:Stichting|Vereniging|Gemeente|Maatschap|Basisschool|Hotel|Praktijk|Restaurant) "
        r"[A-ZÀ-Ý][\wÀ-ÿ'’-]*(?: (?:[A-ZÀ-Ý][\wÀ-ÿ'’-]*|van|de|der|den|het|&|en)){0,4})",
        rf"(?P<name>{_WORDS}{{0,5}},? {FORM})(?!\w)",
    )
)
"""The surest first; the last two say no more than that somebody is named."""
WEAK = 2
LEGAL = re.compile(
    rf"(?:\b{FORM}(?!\w)|^(?:Stichting|Vereniging|Coöperatie|Gemeente|Maatschap|Coöperatieve)\b)"
)
_NO_NAMES = (
    "wij we u je jij jouw uw onze ons deze dit dat de het een the this that our your you if als wanneer indien "
    "bij in op voor via door met om google facebook meta microsoft twitter linkedin youtube instagram artikel "
    "article avg gdpr wet autoriteit gegevens persoonsgegevens personal data hoe wat welke who what how why er "
    "zij ook daarnaast functionaris dpo website eu eer europese european algemene general verder degene voorts "
    "hierbij welcome welkom uiteraard datum alle all some sommige any analytische functionele noodzakelijke "
    "essentiele marketing tracking wie waarom waarvoor informatie information beleid policy statement "
    "verantwoordelijke verantwoordelijk controller stichting vereniging service services tot naast zo hieronder "
    "mocht heeft kunt kun onder volgens sinds aangezien omdat because when while please these those for with by "
    "at to as a an and or nl no geen niet dutch daar dan die bureau kantoor praktijk school bedrijf organisatie "
    "company customer customers client clients user users member members employer opdrachtgever werkgever "
    "leverancier verkoper verhuurder huurder kandidaat patient leden lid partner partners team attn "
    "afdeling department postbus kvk-nummer btw-nummer kvk btw"
)
_NO_NAME_BEGINS = (
    r"privacy|cookie|verwerk|klant|gebruiker|bezoeker|ieder|toepasselijk|contact|nederland|betrokkene"
)
GENERIC = re.compile(rf"^(?:{'|'.join(_NO_NAMES.split())}|(?:{_NO_NAME_BEGINS})\w*)\.?$", re.IGNORECASE)
"""Words that begin a sentence, and what everybody is called; alone they name nobody."""
TRIM = re.compile(
    r"^(?:(?:Deze|Dit|Dat is|De|Het|Een|The|This|Als|Bij|Via|Door|Voor|Welkom bij|Over|Privacy|"
    r"Privacyverklaring|Privacybeleid|Privacystatement|Cookiebeleid|Uw|Jouw|Your|Hoe|How|Onze|Our|"
    r"Informatie|Wie|Daarom|Verwerkingsverantwoordelijke|Stel|Indien|Wanneer|Van(?= (?:Stichting|"
    r"Vereniging|Hotel|Gemeente))|If|When|At|In|Op)\s+)+(?=[A-ZÀ-Ý0-9])"
)
