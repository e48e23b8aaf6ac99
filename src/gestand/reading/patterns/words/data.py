"""Kinds of personal data, as Dutch and English statements call them."""

from gestand.reading.patterns.words.table import Table

CATEGORIES = Table(
    {
        "name": (
            r"\b(?:(?:volledige |persoonlijke )?(?:voor|achter|roep|bij)?na(?:am|men)|voor- en "
            r"(?:achter)?naa?m\w*|voorletters?|initialen|naw(?:-?gegevens)?|n\.a\.w\.\S*|personalia|"
            r"contactpersoon)\b",
            r"\b(?:(?:first |last |full |sur|family |given )?names?(?! of the)|initials)\b",
        ),
        "email": (
            r"\be-?mail ?-?adres(?:sen)?\b|\bmailadres(?:sen)?\b|\be-?mail address(?:es)?\b|"
            r"^e-?mail\.?;?$|(?<=, )e-?mail(?=[,;.|) ]|$)|\ben e-?mail[.;]?$|\bemail(?= and| en|,)|"
            r"\be-?mailgegevens",
        ),
        "phone": (
            r"\b(?:telefoon ?-?nummers?|telefoonnr|(?:mobiele?|06-?|gsm-?) ?(?:telefoon)?nummers?|gsm|"
            r"telefoon(?:gegevens)?(?=[,;.]|$| en)|(?:tele)?phone(?: numbers?)?|mobile number|"
            r"telephone numbers?)\b",
        ),
        "postal_address": (
            r"(?<!mail )(?<!mail-)(?<!ip-)(?<!ip )(?<!web)(?<!mac-)\b(?:(?:(?:woon|post|thuis|"
            r"bezoek|factuur|aflever|lever|bezorg|verzend|vestigings)-?)?adres(?:gegevens|sen)?|postcode|"
            r"woonplaats|naw(?:-?gegevens)?|straat\w*|huisnummer|verzendgegevens)\b",
            r"(?<!mail )(?<!ip )(?<!ip-)(?<!web )(?<!mac )\b(?:address(?:es)?(?! bar)|(?:postal|zip) "
            r"?code|street|place of residence)\b",
        ),
        "contact_data": (
            r"(?<!onderstaande )(?<!onze )(?<!hieronder )\bcontactgegevens\b|\bcontact (?:data|"
            r"details|information)\b",
        ),
        "ip_address": (r"\bip[ -]?adres\w*|\bip[ -]address\w*|\binternet protocol|\bip[ -]nummer",),
        "payment_card": (r"\b(?:credit|debit|betaal|bank)[ -]?(?:card|kaart)\w*|\bcard (?:number|details)",),
        "bank_account": (
            r"\b(?:bank)?rekening ?-?(?:nummer|gegevens)\w*|\bbankgegevens\b|\biban\b|\bbank "
            r"(?:account|details)\b|\baccount number",
        ),
        "payment_data": (
            r"\b(?:betaal|betalings|facturatie|facturerings|factuur|transactie|financiele "
            r")-?(?:gegevens|informatie|data|historie|methode)\b|\bfinanciele (?:gegevens|"
            r"informatie)\b",
            r"\b(?:payment|billing|invoice|financial|transaction)(?:s)? (?:data|details|information|"
            r"history)\b",
        ),
        "date_of_birth": (
            r"\bgeboorte ?-?(?:datum|data|jaar|dag)\b|\b(?:date of birth|birth ?date|birthday|year of "
            r"birth)\b",
        ),
        "age": (
            r"\b(?:uw |je |jouw |your )?(?:leeftijd(?:scategorie)?|age(?: group| range)?)\b(?! van| "
            r"of| onder)",
        ),
        "gender": (r"\b(?:geslacht|gender|sekse|aanhef|sex|salutation)\b",),
        "nationality": (r"\bnationalit(?:eit|y)\b",),
        "location": (
            r"\b(?:locatie ?-?(?:gegevens|data|informatie)?|gps\S*|geolocat\w+|plaatsbepaling|land "
            r"van (?:verblijf|herkomst|vestiging)|location(?: data| information)?|country of "
            r"residence|whereabouts)\b(?!s)|\bgegevens over (?:uw|je|jouw) locatie",
        ),
        "device": (
            r"\b(?:apparaat ?-?(?:type|id|gegevens|informatie|kenmerken|identificat\w+)|"
            r"besturingssysteem|device (?:type|id\w*|data|information|identifiers?)|operating system|"
            r"toestel(?:type|gegevens)|schermresolutie|app ids?|type (?:apparaat|device)|(?:soort|"
            r"welk) apparaat|mac-?adres\w*)\b|^(?:apparaat|device)\b|, (?:apparaat|device)(?=[,.;]| "
            r"en| and)",
        ),
        "browser": (
            r"\b(?:internet|web)?-?browser(?:type|gegevens|versie|informatie|instellingen)\b|"
            r"\b(?:type|gebruikte|soort|welke|kind of|version of)(?: \w+)? ?(?:internet|"
            r"web)?-?browsers?\b|\b(?:web ?|internet ?)?browser(?: |-)(?:type|version|data|"
            r"information|en apparaat\w*|and device)|^(?:internet|web)?-?browser\b|\buser[ -]agent|, "
            r"(?:internet|web)?browser(?=[,.;]| en| and)",
        ),
        "browsing_behaviour": (
            r"\b(?:surf|klik|bezoek|gebruikers|gebruiks|online |browse|browser?-?|zoek|"
            r"kijk)-?(?:gedrag|gegevens|geschiedenis|statistieken|historie)\b|\bbezochte pagina|"
            r"\bpagina'?s (?:die|u|je|bezoek\w*|worden)|\bbekeken (?:pagina|producten)|\bzoektermen|"
            r"\bklikken\b",
            r"\bgegevens over (?:uw|je|jouw|het) (?:\w+ )?(?:activiteiten|gebruik|bezoek|surf)\w*|"
            r"\bhoe (?:\w+ ){0,3}(?:bezoekers?|u|gebruikers?) (?:\S+ ){0,4}(?:website|site) gebruik|"
            r"\bgedrag\b(?: \S+){0,5} (?:website|site|online)|\bbezoekersaantal\w*|\bbezoektijd\w*",
            r"\b(?:browsing|surfing|click|viewing|usage|online) (?:behaviou?r|history|data|patterns|"
            r"habits|activit\w+|information)\b|\bpages (?:you )?(?:visit\w*|view\w*)|\bhow (?:you|"
            r"visitors) (?:use|interact|navigate)|\bactivities? on our (?:web)?site|\binternet "
            r"activity",
        ),
        "cookies_ids": (
            r"\bcookie[ -]?(?:id|identifi\w+|gegevens|data|informatie)\w*|\bclick-?id\w*|\bdevice "
            r"fingerprint|\b(?:gegevens|informatie|data|information)\b[^.;]{0,30}\b(?:via|uit|met "
            r"behulp van|door|through|from|by|using)(?: (?:de|een|the|our))? cookies?\b|\bunieke? "
            r"identificat\w+|\bunique identifier\w*|\bidentificatie van gebruikers\b|\badvertising "
            r"id\w*",
        ),
        "national_id": (
            r"\b(?:burgerservicenummer\w*|bsn(?:-?nummer)?|rijksregisternummer|sofi-?nummer|national "
            r"(?:id|identification|insurance) ?\w*|social security number|citizen service number|"
            r"(?:kopie )?(?:identiteits|legitimatie)(?:bewijs|kaart)|paspoort\w*|passport\w*|"
            r"id-?kaart)\b",
        ),
        "health": (
            r"\b(?:gezondheids?(?:gegevens|informatie|toestand)?|medische?|allergie\w*|ziekte\w*|"
            r"aandoening\w*|diagnos\w+|medicijn\w*|medicatie|astma|asthma|diabet\w+|epilepsie|epilepsy|"
            r"handicap\w*|disabilit\w+|diagnoses|medication|verzuim|"
            r"dieetwensen|health(?: data| information)?|medical|allerg\w+|blessure\w*)\b(?! en)(?!, "
            r"veiligheid)",
        ),
        "cv": (
            r"\b(?:cv'?s?|curriculum vitae|motivatiebrief|sollicitatie ?-?(?:gegevens|brief)|resume|"
            r"cover letter|(?<=uw |je )opleiding(?:en)?|opleiding(?:en)?(?=[,;]|\.?$| en (?:werk|"
            r"ervaring))|werkervaring|diploma'?s|education|work experience)\b",
        ),
        "photo": (
            r"\b(?:pas|profiel)?foto'?s?\b|\bfotomateriaal|\b(?:profile )?(?:photos?|pictures?)\b|"
            r"\bbeeldmateriaal|\bcamerabeelden|\b(?:bewakings|video|camera)-?beelden\b|\bbeelden\b|"
            r"\b(?:cctv|camera) (?:footage|images)\b|\bportret\w*|\bvideo-?(?:beelden|opnam\w+)",
        ),
        "account_credentials": (
            r"\b(?:gebruikersna(?:am|men)|wachtwoord(?:en)?|inlog ?-?(?:gegevens|naam)|account "
            r"?-?gegevens|login ?-?gegevens|user ?names?|passwords?|log-?in (?:details|data|"
            r"credentials)|credentials)\b",
        ),
        "company": (
            r"\bbedrijfs ?-?(?:naam|namen|gegevens|informatie|bezoeken)\b|^bedrijf;?$|\b(?:kvk|"
            r"btw)-?nummers?|\b(?:company|business|organi[sz]ation) (?:name|details|data|information)|"
            r"\bnaam (?:van )?(?:het |de |uw )?(?:bedrijf|organisatie)|\b(?:vat|coc) number|"
            r"^(?:company|organisatie|bedrijf\w*)$|\bbedrijfsnaam",
        ),
        "work": (
            r"\b(?:functie(?:titel|naam|omschrijving)|^functie|(?:uw|en|je|,) functie(?= |[,.;]|$)|"
            r"beroep|job "
            r"title|occupation|profession|gegevens over uw werk)\b(?! van| bij| op|s)",
        ),
        "interests": (
            r"\b(?:interesses?|interessegebied\w*|hobby'?s|(?<!op )(?<!aan )(?<!naar )(?:uw|je|jouw|"
            r"persoonlijke|en) "
            r"voorkeuren(?=[,.;]|$| en)|interests?(?! of| in)|(?:your|and|personal) "
            r"preferences(?=[,.;]|$| and))\b",
        ),
        "message_content": (
            r"\b(?:inhoud van (?:uw|het|de|je|jouw) (?:bericht|e-?mail|vraag|communicatie|"
            r"correspondentie|sms)\w*|opmerking(?:en)?\b(?! over)|correspondentie|het bericht zelf|"
            r"berichten?inhoud|vraag of opmerking|tekst van het bericht|gespreksnotities|"
            r"chatgesprek\w*)\b|^(?:uw |je )?(?:bericht|vraag)(?:en)?;?$",
            r"\b(?:overige|andere) (?:persoons)?gegevens die (?:u|je|"
            r"jij)\b[^.;]{0,60}(?:correspondentie|deelt|verstrekt)",
            r"\b(?:content of (?:your|the) (?:message|e-?mail|communication)s?|correspondence|your "
            r"messages?(?=,| and|\.|$)|comments|messages you send)\b",
        ),
        "order_history": (
            r"\b(?:bestel|aankoop|order|koop)-?(?:gegevens|geschiedenis|historie|informatie)\b|"
            r"^bestelling(?:en)?;?$|\b(?:gegevens over )(?:uw|je|jouw) (?:order|bestelling|aankopen)|"
            r"\b(?:order|purchase) (?:history|details|data)|\bpurchases you",
        ),
        "reviews": (
            r"^(?:beoordeling(?:en)?|recensies?|reviews?);?$|\b(?:uw|je|your) (?:beoordeling|review|"
            r"recensie)s?\b",
        ),
        "language": (
            r"\b(?:(?:website|voorkeurs|browser|moeder)?-?taal(?:voorkeur|instelling\w*)?|language(?: "
            r"preference\w*)?)\b(?! gebruik)",
        ),
        "social_media": (
            r"\bsocial ?-?media ?-?(?:account|profiel|gegevens|handle)\w*|\bsocial media (?:profile|"
            r"account)s?|\baccountnaam bij|\b(?:linkedin|facebook|twitter|skype)[ -]?(?:profiel|"
            r"profile|account|naam|id)\w*",
        ),
        "credit": (
            r"\bkrediet(?:geschiedenis|waardigheid|gegevens)?\b|\bcredit (?:history|rating|score|"
            r"check)|\bfinanciering\b",
        ),
        "marital_status": (r"\bburgerlijke staat|\bmarital status|\bgezinssamenstelling|\bfamily situation",),
        "vehicle": (r"\bkenteken\w*|\bnummerplaat|\bchassisnummer|\blicen[cs]e plate",),
        "membership": (r"\blidnummer\w*|\blidmaatschapsnummer|\bmembership number",),
        "criminal": (
            r"\bstrafrechtelijk\w*|\bcriminal (?:record|data)|\bverklaring omtrent (?:het )?gedrag|\bvog\b",
        ),
        "religion": (r"\b(?:godsdienst|geloof\w*|religie|levensovertuiging|religi\w+)\b",),
        "ethnicity": (r"\b(?:etnische?|etniciteit|ras|ethnic\w*|racial)\b",),
    }
)
"""The categories of the exchange form; the folded text is searched."""
