"""Countries and regions to which data go, and what the law asks before they may."""

from gestand.reading.patterns.words.table import Table

OUTSIDE = Table(
    {
        "United States": (
            r"\bverenigde staten\b|\bunited states\b|\b(?:de|the|in|naar|to) (?:vs|us|usa|u\.s\.)\b|"
            r"\bamerika(?:anse)?\b|\busa\b",
        ),
        "outside the EEA": (
            r"\b(?:buiten|outside(?: of)?)\b(?: (?:de|the|van|het|of))?(?: grenzen van de)? "
            r"(?:europese? (?:economische ruimte|unie)|european (?:economic area|union)|eer|eu|eea|"
            r"e\.e\.r\.|e\.u\.|europa|europe|ee[ar]/eu|eu/ee[ar]|eu of (?:de )?eer)\b",
            r"\bniet-?(?: )?(?:eu|eer)[- ]?land\w*|\bnon-?(?:eu|eea|european)\b(?: \w+)? (?:countr\w+|"
            r"stat\w+)|\bderde land(?:en)?\b|\bthird countr(?:y|ies)\b|\bother countries\b|"
            r"\bcountries other than\b|\bbuitenland\b",
        ),
        "United Kingdom": (r"\bverenigd koninkrijk\b|\bunited kingdom\b",),
        "India": (r"\bindia\b",),
        "China": (r"\bchina\b",),
        "Switzerland": (r"\bzwitserland\b|\bswitzerland\b",),
        "Canada": (r"\bcanada\b",),
        "Israel": (r"\bisrael\b",),
        "Philippines": (r"\bfilipijnen\b|\bphilippines\b",),
        "Australia": (r"\baustrali(?:e|a)\b",),
        "Brazil": (r"\bbrazili?(?:e)?\b|\bbrazil\b",),
        "Japan": (r"\bjapan\b",),
        "Singapore": (r"\bsingapore\b",),
        "South Africa": (r"\bzuid-?afrika\b|\bsouth africa\b",),
        "Russia": (r"\brusland\b|\brussia\b",),
        "Turkey": (r"\bturkije\b|\bturkey\b",),
        "Ukraine": (r"\boekraine\b|\bukraine\b",),
        "Morocco": (r"\bmarokko\b|\bmorocco\b",),
        "Suriname": (r"\bsuriname\b",),
    }
)
"""Places outside the EEA that texts name."""

SAFEGUARDS = Table(
    {
        "sccs": (
            r"\b(?:standaard|model|eu-)[- ]?(?:contract|model)?-?(?:bepalingen|clausules|"
            r"contractbepalingen|contracten)\b|\bstandaardcontract\w*|\bstandaard (?:contractuele|"
            r"contract) (?:clausules|bepalingen)\b|\bmodel ?contract\w*|\bstandard contract\w* "
            r"clauses?\b|\bmodel clauses\b|\bsccs?\b",
        ),
        "dpf": (r"\bdata privacy framework\b|\bdpf\b|\bprivacy framework\b",),
        "privacy_shield": (r"\bprivacy[ -]?shield\b|\bprivacyschild\b",),
        "adequacy": (
            r"\badequa(?:atheids|theids)\w*|\badequaatheidsbeslui\w*|\badequacy decision\w*|\bpassend "
            r"(?:beschermings)?niveau(?: van bescherming)?\b|\badequate? (?:level of protection|"
            r"beschermingsniveau)\b|\bpassend beschermingsniveau\b",
        ),
        "other_contractual": (
            r"\bcontractuele (?:afspraken|maatregelen|waarborgen|verplichtingen)\b|\bbindende "
            r"bedrijfsvoorschriften\b|\bbinding corporate rules\b|\bcontractual (?:safeguards|"
            r"arrangements|measures|protections)\b|\bverwerkersovereenkomst\w*\b|\bdata processing "
            r"agreement\w*",
        ),
        "consent": (
            r"\b(?:uitdrukkelijke |expliciete |explicit )(?:toestemming|consent)\b|\bmet (?:uw|je|"
            r"jouw) toestemming\b|\bwith your consent\b",
        ),
    }
)
"""What makes a transfer lawful (GDPR 45, 46, 49), the surest wording first."""
