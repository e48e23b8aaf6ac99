"""Purposes, as Dutch and English statements call them: a verb with what it is done to, or a noun in "
"a list."""

from gestand.reading.patterns.words.table import Table

_SERVICE = (
    r"(?:diensten|dienst|dienstverlening|services?|producten|product|goederen|opdracht(?:en)?|"
    r"werkzaamheden|aanvra\w+|aanmelding|vraag|oplossingen|products|goods|solutions|request)"
)
_SITE = (
    r"(?:website|webwinkel|webshop|sites?|app|platform|diensten|dienstverlening|producten|aanbod|"
    r"service|services|products|software|systemen|systems|klantenservice|offering|content|"
    r"ervaring|gebruiksgemak|experience)"
)

PURPOSES = Table(
    {
        "service_delivery": (
            rf"\b{_SERVICE}\b(?: \S+){{0,6}} (?:te |kunnen |te kunnen )*(?:leveren|verlenen|uit ?te "
            rf"?voeren|uitvoeren|verrichten|bieden|aan te bieden|aanbieden|af te handelen|afhandelen|"
            rf"verstrekken|uitvoer)\b",
            rf"\b(?:leveren|levering|verlenen|uitvoer(?:en|ing)|afleveren|afhandel(?:en|ing)|"
            rf"verstrekken|aanbieden)\b (?:van )?(?:\S+ ){{0,4}}{_SERVICE}\b",
            rf"\b(?:provide|deliver|perform|supply|offer|render|providing|delivering)\b,?(?: \S+){{0,4}} "
            rf"{_SERVICE}\b",
            r"\b(?:toegang|account)\b(?: \S+){0,4} (?:te geven|te bieden|aan te maken|aanmaken|"
            r"beheren)\b|\bgebruik (?:te )?(?:laten )?maken van (?:de|onze) (?:dienst|service|website|"
            r"app)|\bcreate (?:an|your) account|\b(?:give|provide) you (?:with )?access",
            r"\bgoed van dienst\b|\bom (?:\S+ ){1,4}te kunnen (?:bieden|verlenen)\b|\bbehandel\w* van "
            r"(?:uw |een |de )?(?:zaak|dossier|opdracht)|"
            r"\bdienstverlening (?:uit te|te kunnen|uit)",
        ),
        "order_fulfilment": (
            r"\b(?:bestelling(?:en)?|orders?|aankoop|aankopen|pakket(?:ten|je)?)\b(?: "
            r"\S+){0,6} (?:te )?(?:verwerken|leveren|uitvoeren|uit te voeren|bezorgen|verzenden|af te "
            r"handelen|afhandelen|bevestigen)\b",
            r"\b(?:uitvoering|verwerking|afhandeling|levering|verwerken|verzending|bezorging|"
            r"afleveren|bezorgen|leveren|afhandelen|uitvoeren|versturen)\b (?:van )?(?:\S+ "
            r"){0,3}(?:bestelling|order|aankoop|transactie|pakket)\w*",
            r"\b(?:process|fulfil\w*|deliver|ship|handle|complete)\w*\b(?: \S+){0,3} (?:orders?|"
            r"purchases?|transactions?|deliver\w*)\b",
        ),
        "contract": (
            r"\b(?:uitvoer(?:ing|en)|nakom(?:ing|en)|sluiten|aangaan|naleven|handhav\w+)\b(?: "
            r"\S+){0,6} (?:overeenkomst|contract)(?:en)?\b",
            r"\b(?:overeenkomst|contract)(?:en)?\b(?: \S+){0,6} (?:uit ?te ?voeren|na ?te ?komen|te "
            r"sluiten|te handhaven|handhaven|aan te gaan)\b",
            r"\b(?:perform|fulfil\w*|enforce|enter into|conclud\w+|execut\w+|carry out|manage)\b(?: "
            r"\S+){0,4} (?:contract|agreement)s?\b|\bperformance of (?:a|the|our) (?:contract|"
            r"agreement)",
            r"\bcontact met (?:u|jou|je|klanten|opdrachtgevers) te onderhouden|\brelatie(?:s|beheer)? "
            r"(?:met u )?te onderhouden|\brelatiebeheer\b",
        ),
        "payment": (
            r"\b(?:betaling(?:en)?|facturen|terugbetaling|facturatie|incasso)\b(?: \S+){0,5} (?:te "
            r")?(?:verwerken|afhandelen|af te handelen|versturen|te innen|innen|sturen|incasseren|"
            r"uitvoeren)\b",
            r"\b(?:afhandel\w+|verwerk\w+|innen|uitvoeren|afwikkel\w+|voldoen|versturen|opstellen)\b "
            r"(?:van )?(?:\S+ ){0,4}(?:betaling|factu|incasso|contributie|declaratie)\w*|\bdeclareren\b",
            r"\btransacties?\b(?: \S+){0,3} (?:te )?(?:verwerken|af te handelen|uit te voeren)\b|"
            r"\bfacturatie\b|"
            r"\b(?:verwerk\w+|afhandel\w+) van (?:\S+ )?transacties|\bfacture(?:ren|ring)\b|"
            r"\bbetaling en\b|\bbetalingsverwerk\w+|\b(?:om|voor|ten behoeve van) (?:de "
            r")?(?:facturatie|facturering|betaling\w*|incasso)\b|\bcontributie",
            r"\b(?:process|handle|collect|make|take|receive)\w*\b(?: \S+){0,3} (?:payments?|invoices?|"
            r"refunds?)\b|\b(?:payment processing|billing|invoic\w+)\b(?! address| details| data| "
            r"information)",
        ),
        "customer_support": (
            r"\b(?:\w*vra(?:ag|gen)|opmerkingen|klacht(?:en)?|verzoek(?:en)?|problemen|"
            r"online vragen)\b(?: \S+){0,5} "
            r"(?:te )?(?:kunnen )?(?:beantwoorden|reageren|behandelen|oplossen|op te lossen)\b",
            r"\b(?:beantwoord\w*|reageren op|behandel\w*|oplossen)\b (?:van )?(?:\S+ "
            r"){0,3}(?:vra(?:ag|gen)|klacht\w*|verzoek\w*|bericht\w*)\b",
            r"\b(?:klantenservice|klantenondersteuning|ondersteuning|helpdesk|support|hulp)\b(?: "
            r"\S+){0,4} (?:te )?(?:bieden|verlenen|verbeteren|aan te bieden|geven)\b|\b(?:bieden|"
            r"verlenen) van (?:\S+ )?(?:ondersteuning|support|klantenservice)",
            r"\b(?:answer|respond\w*|reply|handle|resolve|deal)\w*\b(?: \S+){0,4} (?:questions?|"
            r"enquir\w+|inquir\w+|complaints?|requests?|quer\w+)\b|\b(?:customer|technical) "
            r"(?:support|service)\b|\bprovide (?:\w+ )?support\b",
        ),
        "communication": (
            r"\bcontact\b(?: \S+){0,4} (?:op te nemen|opnemen|te onderhouden|onderhouden|te kunnen "
            r"opnemen|te leggen|tot stand)\b|\bopnemen van contact|\b(?:te kunnen )?(?:bellen|mailen|"
            r"e-?mailen|benaderen)\b(?: of| indien| als| wanneer| te| over|$)|\bonderhouden van "
            r"contact",
            r"\bcommunicer\w+|\bcommunicatie (?:met|tot stand|te)\b|\binformeren over (?:wijziging|de "
            r"voortgang|uw|je|het verloop)\w*|\bop de hoogte (?:te )?(?:houden|brengen|stellen)|"
            r"\bzaken te melden|\bcorresponder\w+|\b(?:beantwoording|afhandeling) daarvan",
            r"\b(?:contact|communicate|correspond|inform|notify)\w*\b (?:with )?(?:you|customers|"
            r"users|clients|members)\b(?! about (?:offers|our products|promotions))|\b(?:get|keep|"
            r"stay) in (?:touch|contact)\b|\bkeep you (?:informed|updated|up to date|posted)|\bsend "
            r"you (?:service|important|administrative)",
        ),
        "newsletter": (
            r"\bnieuwsbrie(?:f|ven)\b(?: \S+){0,6} (?:te )?(?:sturen|versturen|verzenden|ontvangen|"
            r"toe te sturen|toesturen|verstrekken)\b|\b(?:verzend\w*|verstur\w*|toestur\w*|sturen|"
            r"ontvangen|toezenden)\b (?:van )?(?:\S+ ){0,5}nieuwsbrie\w*|"
            r"\binformatie\b[^.;]{0,60}\bnieuwsbrief",
            r"\b(?:send\w*|receiv\w*|subscri\w*|deliver\w*)\b(?: \S+){0,5} newsletters?\b|^(?:the "
            r")?newsletters?\b",
        ),
        "marketing_email": (
            r"\b(?:reclame(?:folder|berichten|mails)?|aanbieding(?:en)?|acties|"
            r"marketing(?:berichten|-?e-?mails?|mails|acties)?|commerciele \w+|mailings?|"
            r"e-?mailmarketing|promotionele \w+|\(?marketing\)?-?e-?mails)\b(?: \S+){0,7} (?:te "
            r")?(?:sturen|zenden|toe te zenden|mailen|versturen|verzenden|ontvangen|toe te sturen|"
            r"toesturen|ontvangt|doen|"
            r"informeren)\b",
            r"\b(?:verzend\w*|verstur\w*|sturen|toestur\w*|toezenden|informeren over|ontvangen van)\b "
            r"(?:van )?(?:\S+ ){0,5}(?:reclame\w*|promotionele|commerciele berichten|aanbieding\w*|acties|"
            r"marketing\w*|"
            r"mailing\w*|bedrijfsnieuws|relevante informatie|ontwikkelingen)\b",
            r"\binformatie hebben via een e-?mail\w*|\binformeren over (?:\S+ ){0,4}(?:ontwikkelingen|"
            r"aanbieding\w*|acties|(?:nieuwe )?producten|diensten|nieuws)\b|\bdirect marketing\b|"
            r"\be-?mailmarketing\b",
            r"\b(?:send\w*|receiv\w*|inform\w*|provid\w*)\b(?: \S+){0,6} (?:promotion\w*|"
            r"marketing|offers|special offers|news|advertising e-?mails)\b|\b(?:direct|e-?mail) "
            r"marketing\b|\bpromotional (?:e-?mails|messages|communications)",
        ),
        "analytics": (
            r"\banalyser\w*|\banalys(?:e|es)\b(?! van uw recht)|\banalytische?\b(?:-| )(?:en|cookies|"
            r"doel\w*)|\b(?:bezoek|gebruik|verkeer|gedrag)\b(?: \S+){0,8} (?:te )?(?:meten|begrijpen|"
            r"analyseren|volgen|bekijken)\b|\bmeten (?:wij|we) hoe\b|\bbegrijpen (?:hoe|wie)\b|"
            r"\bbepalen of een e-?mail",
            r"\b(?:analy[sz]\w*|analytics|measure|understand how|monitor (?:the )?usage|track "
            r"usage)\b|\bhow (?:visitors|users|you) use\b",
        ),
        "statistics": (
            r"\b\w*statistie(?:k|ken)\b|\bstatistische\b|\bmeten (?:wij|we) hoe\b|\bbezoekersaantal\w* "
            r"(?:te )?meten",
            r"\bstatistic(?:s|al)\b",
        ),
        "personalisation": (
            r"\bpersonalis\w+|\bgepersonaliseerde?\b|\bop maat\b|\bafstemmen op\b|\baf te stemmen\b|"
            r"\baan te passen aan\b|\baansluit\w* (?:op|bij) (?:uw|je|jouw)|\b(?:ervaring|inhoud|"
            r"aanbod)\b[^.;]{0,40}\b(?:aan te passen|aanpassen)\b|\bbepalen hoe (?:we|wij) met (?:u|"
            r"je)|\bpersonali[sz]e\w*|\bpersonali[sz]ation|\bpersonali[sz]ed|\btailor\w*|"
            r"\bcustomi[sz]\w+",
        ),
        "advertising": (
            r"\badverten(?:tie|ties|tiedoeleinden)\b|\badverteer\w*|\badverteren\b|\bremarketing\b|"
            r"\bretargeting\b|\b(?:relevante|gerichte|persoonlijke) reclame\b|\breclame(?:doeleinden|"
            r"activiteit\w*)\b|\btargeting\b|\badvertis\w+\b|\b(?:relevant|targeted) ads\b|\bshow you "
            r"ads\b",
        ),
        "security": (
            r"\bbeveilig(?:ing|en)\b(?: \S+){0,3} (?:van )?(?:\S+ ){0,3}(?:website|systemen|netwerk|"
            r"dienst\w*|platform|gebouw|eigendommen)|\bbeveiligingsdoeleinden|\b(?:veiligheid|"
            r"integriteit)\b(?: \S+){0,8} (?:te )?(?:bescherm\w*|waarborg\w*|garander\w*|bewaken)|"
            r"\b(?:waarborgen|bewaken|bescherming|ter bescherming) van (?:de )?(?:veiligheid|"
            r"eigendom\w*|beveiliging)|\bmisbruik (?:te )?(?:voorkomen|tegen te gaan)",
            r"\b(?:protect|ensure|maintain|secure|safeguard)\w*\b(?: \S+){0,4} (?:security|"
            r"safety|integrity|our (?:web)?sites?|our systems|network)\b|\bsecurity purposes\b|"
            r"\bprevent (?:misuse|abuse)\b",
        ),
        "fraud_prevention": (
            r"\bfraude\w*\b(?! melden)|\bmisbruikpreventie|\bwitwassen\b",
            r"\bfraud\w*\b|\bmoney laundering",
        ),
        "legal_obligation": (
            r"\b(?:wet\w*|law)\b(?: \S+){0,5} (?:verplicht|obliges?|requires?) (?:ons|us)\b|"
            r"\bwettelijk(?:e)? (?:\w+ )?(?:verplicht\w*|plicht\w*|eis\w*)\b|\b(?:voldoen|voldaan|"
            r"naleving|naleven|nakom\w+) (?:aan|van) (?:\S+ ){0,3}(?:wet|wetgeving|wettelijke|"
            r"regelgeving|wet- en)\b|\bbelastingaangifte|\bbelastingdienst",
            r"\b(?:legal|statutory|regulatory) (?:\w+ )?(?:obligation|requirement|dut)\w*|\b(?:comply|"
            r"compliance) with (?:\w+ ){0,3}(?:law|laws|legislation|regulations|legal)\b|\brequired "
            r"by law\b",
        ),
        "recruitment": (
            r"\b(?:sollicita\w+|werving\w*|werven van|vacatures?|recruitment|recruit\w*)\b(?! "
            r"formulier)|\bjob "
            r"appl\w+|\bhiring\b",
        ),
        "service_improvement": (
            rf"\b{_SITE}\b(?: \S+){{0,12}} (?:verder )?(?:te )?(?:kunnen )?(?:verbeteren|optimaliseren|"
            rf"ontwikkelen|te verbeteren|verbeterd|verder te ontwikkelen)\b",
            rf"\b(?:verbeter(?:en|ing)|optimaliser\w+|optimalisatie|doorontwikkel\w+|ontwikkelen)\b "
            rf"(?:van )?(?:\S+ ){{0,4}}{_SITE}\b",
            rf"\b(?:improv\w+|optimi[sz]\w+|enhanc\w+|develop\w*)\b(?: \S+){{0,4}} {_SITE}\b",
            r"\b(?:analyseren|aanpassen) en verbeteren\b|\bverbeterpunten\b",
        ),
        "membership_administration": (
            r"\bleden-?administratie|\blidmaatschap\w*\b(?: \S+){0,4} (?:te )?(?:administreren|"
            r"beheren|uitvoeren|registreren|verwerken)\b|\b(?:beheer\w*|administr\w+|uitvoer\w+|"
            r"registrer\w+) (?:van )?(?:\S+ ){0,2}(?:lidmaatschap\w*|leden)\b|\bdeel(?:name|nemen|te "
            r"nemen) (?:aan|van) (?:\S+ ){0,2}(?:activiteiten|wedstrijden|trainingen|competitie)|"
            r"\bmembership (?:administration|management)|\b(?:administer|manage)\w* (?:your |the "
            r")?memberships?",
        ),
        "satisfaction_survey": (
            r"\btevredenheidsonderzoe\w*|\b(?:klant)?-?tevredenheid\w*|\bklantonderzoe\w*|"
            r"\benquete\w*|\bsatisfaction (?:survey|research)\w*|\bsurveys?\b|\bmarktonderzoek|"
            r"\bmarket research",
        ),
        "reviews": (
            r"\b(?:plaatsen|schrijven|publiceren|achterlaten|beoordelen) van (?:een )?(?:beoordeling|"
            r"review|recensie|je bestelling)|\breviews? (?:te )?(?:plaatsen|publiceren|vragen)|"
            r"\b(?:post|publish|ask for|collect)\w*(?: \S+){0,2} reviews?\b",
        ),
        "profiling": (
            r"\bprofiler(?:ing|en)\b(?:s)?|\bprofiling\b|\bprofielen? (?:op te stellen|opstellen|"
            r"maken|te maken)\b",
        ),
        "archiving": (
            r"\barchief ?doel\w*|\barchiver\w+|\bhistorische (?:of|en|doel)\w*|\barchiving\b|"
            r"\bhistorical (?:or|and|research)",
        ),
        "business_operations": (
            r"\bbedrijfsvoering\b|\bbedrijfsprocessen\b|\binterne (?:administratie|doeleinden|"
            r"bedrijfs\w+)|\bbusiness operations\b|\binternal (?:administration|purposes)\b|"
            r"\b(?:financiele|onze|voor de) administratie\b",
        ),
        "marketing": (
            r"\bmarketing ?-?(?:doel\w*|activiteit\w*|acties|campagnes|en |purposes|activit\w+|"
            r"campaigns?)|\bmarketing\b(?= en| and|\.|$|;)|\bdirect marketing\b",
        ),
    }
)
"""Purposes that a sentence states."""

LISTED = Table(
    {
        "service_delivery": (
            r"\b(?:(?:uw|je|de|your|medische|the)? ?(?:behandeling|verzorging|begeleiding|zorgverlening|"
            r"treatment|care)|"
            r"onderwijs|lesgeven|lessen|trainingen|reparatie\w*|reserver\w+|boeking\w*|afspraken|verhuur|"
            r"(?:indel|inplann|organiser)en|planning|rooster\w*|appointments|bookings?|reservations?|"
            r"lessons)\b|"
            r"^(?:dienstverlening|leveren van diensten|uitvoering van (?:de|onze) (?:dienst\w*|"
            r"opdracht)|service delivery|services?)\b",
        ),
        "payment": (
            r"\b(?:betaling(?:en)?|facturatie|facturering|factureren|payments?|invoicing|billing)\b",
        ),
        "customer_support": (
            r"\b(?:klantenservice|klantcontact|support|helpdesk|customer (?:service|support|care)|"
            r"klachten)\b",
        ),
        "communication": (
            r"\b(?:contact|communicatie|communication|informeren|correspondentie|uitnodig\w+|voorlichting|"
            r"publiceren|"
            r"publicatie|clubblad|invitations?|publication)\b|"
            r"\b(?:foto'?s?|uitslagen|verslagen|photos|results)\b[^.;]{0,30}\b(?:op|on) (?:de|onze|our|"
            r"the) (?:web)?site\b",
        ),
        "newsletter": (r"\b(?:nieuwsbrie\w*|newsletters?)\b",),
        "marketing_email": (
            r"\b(?:reclamefolder|mailings?|e-?mailmarketing|direct(?:e)? marketing|aanbiedingen|offers|"
            r"promotions?)\b",
        ),
        "marketing": (r"\bmarketing\b",),
        "order_fulfilment": (r"\b(?:bestelling(?:en)?|bestelproces|orders?|levering|bezorging|delivery)\b",),
        "recruitment": (r"\b(?:sollicitati\w+|recruitment|werving)\b",),
        "contract": (r"\b(?:overeenkomst(?:en)?|contract(?:en|s)?|agreements?)\b",),
        "legal_obligation": (
            r"\bwettelijk\w* (?:verplicht\w*|taken)\b|\blegal (?:obligations?|requirements?)\b|"
            r"\bbelasting\w*",
        ),
        "analytics": (r"\b(?:analyse|analytics|analysis|webanalyse)\b",),
        "security": (
            r"\b(?:beveiliging|veiligheid|bewaking\w*|cameratoezicht|camera'?s?|diefstal|security|safety|"
            r"cctv|theft)\b",
        ),
        "statistics": (r"\b\w*statistie(?:k|ken)\b|\bstatistics\b|\bbezoekcijfers\b",),
        "advertising": (r"\b(?:advertenti\w+|reclame|advertising|ads)\b",),
        "fraud_prevention": (r"\bfraude\w*|\bfraud\b",),
        "membership_administration": (r"\b(?:lidmaatschap\w*|ledenadministratie|membership)\b",),
        "personalisation": (r"\b(?:personalisatie|personali[sz]ation)\b",),
    }
)
"""Bare nouns, which are a purpose only in a list of purposes."""
