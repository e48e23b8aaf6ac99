"""Who else receives data: kinds of parties in Dutch and English, and companies that many statements name."""

from gestand.reading.patterns.words.table import Table

KINDS = Table(
    {
        "payment processing companies": (
            r"\bbetaal(?:dienst\w*|provider\w*|verwerker\w*|partij\w*)\b|\bbetalingsverwerk\w+|"
            r"\bbetaalservice\w*|\bpayment (?:service )?(?:provider|processor|processing|compan)\w*",
        ),
        "banks": (r"\bbank(?:en)?\b|\bbanks?\b",),
        "hosting provider": (
            r"\bhosting ?-?(?:provider|partij|bedrijf)?\w*|\bhost(?:ing)? (?:provider|company)|"
            r"\bwebhost\w*|\bclouddienst\w*|\bcloud (?:provider|service|hosting)\w*|"
            r"\binternetomgeving\b|\bdatacent\w+ van",
        ),
        "software and IT suppliers": (
            r"\bsoftware ?-?(?:leverancier|provider|partij|bedrij)\w*|\b(?:ict|it)-?(?: "
            r")?(?:dienstverlener|leverancier|bedrij|partner|beheerder|provider|support|supplier)\w*|"
            r"\bsoftware (?:provider|supplier|vendor)s?|\bwebbouwer|\bwebsitebouwer|\bsysteembeheer\w*",
        ),
        "implementation partners": (r"\bimplementatie ?-?partner\w*|\bimplementation partners?",),
        "accountant and administration": (
            r"\baccountant\w*|\bboekhoud\w*|\badministratiekantoor\w*|\bfinanciele\)? administratie|"
            r"\bbookkeep\w+|\bsalaris(?:administratie|verwerk)\w*|\bpayroll\b",
        ),
        "delivery companies": (
            r"\b(?:bezorg|pakket|post|koeriers?|transport|verzend)-?(?:dienst|bedrijf|bedrijven|"
            r"partij|partner|diensten)\w*\b|\bkoerier\w*|\bvervoerder\w*|"
            r"\bdelivery (?:compan|service|partner)\w*|\bcourier\w*|\bcarriers?\b|\bpostal service",
        ),
        "message deliverers (SMS gateways, mobile operators)": (
            r"\bberichtenbezorger\w*|\bsms-?(?:gateway|c)\w*(?:'s)?|\bsmsc'?s?\b|"
            r"\btelecom\w*(?:aanbieder|provider|bedrij)\w*|\bmobiele (?:telefoon)?(?:provider|"
            r"operator)\w*|\bmobile operators?|\btelecom operators?",
        ),
        "mailing provider": (
            r"\b(?:e-?mail|nieuwsbrief|mailing)-?(?: )?(?:serviceprovider|provider|dienst|software|"
            r"programma|service)\w*|\bverzorgen van (?:de )?nieuwsbrieven|\be-?mail (?:delivery|"
            r"service) provider\w*|\bemail service provider",
        ),
        "advertising networks and platforms": (
            r"\badvertentie ?-?(?:platform|netwerk|partner|bedrij)\w*|\badverteerder\w*|\badvertising "
            r"(?:network|platform|partner)\w*|\badvertisers?\b|\bmarketing ?-?(?:bureau|partner|"
            r"partij)\w*|\bmarketing (?:agenc|partner)\w*",
        ),
        "analytics providers": (
            r"\banalytics (?:provider|partner|service)\w*|\banalyse ?-?(?:partij|partner|dienst)\w*",
        ),
        "customer survey agencies": (
            r"\bonderzoeks?bureau\w*|\bklanttevredenheidsonderzoeksbureau\w*|\b(?:survey|research) "
            r"(?:agenc|compan)\w*",
        ),
        "social networks": (
            r"\bsoci(?:ale|aal|al)[ -](?:netwerk|media-?platform|media-?bedrij)\w*|\bsocial networks?\b|"
            r"\bsocial media (?:platform|compan|provider)\w*",
        ),
        "subsidiaries, affiliates": (
            r"\bdochter(?:onderneming|maatschappij|bedrij)\w*|\bgelieerde (?:onderneming|bedrij|"
            r"partij|entiteit)\w*|\bgroeps?maatschappij\w*|\bzusterbedrij\w*|\bmoedermaatschappij|"
            r"\baffiliat\w+|\bsubsidiar\w+|\bgroup compan\w+|\bconcern\b",
        ),
        "Business Partners": (
            r"\bbusiness partners?\b|\b(?:zakelijke|zaken|handels)-? ?partner\w*|\bpartners\b(?= van| "
            r"of| with|,| en)|\bsamenwerkingspartner\w*",
        ),
        "sales and marketing chain (retailers, resellers, distributors, agents)": (
            r"\bwederverkoper\w*|\bdetailhandel\w*|\bdistributeur\w*|\bdealer\w*|\bresellers?\b|"
            r"\bdistributors?\b|\bretailers?\b|\bfranchise\w*",
        ),
        "buyer or merger partner": (
            r"\b(?:fus(?:ie|eert|eren)|overname|overgenomen|verkoop van (?:het|ons|onze) bedrij\w*|"
            r"wordt verkocht)\b|\b(?:merger|acquisition|acquire[rd]|sale of (?:the|our) business|"
            r"merge[sd]?)\b",
        ),
        "law enforcement and authorities": (
            r"\bwetshandhav\w*|\bpolitie\b|\bjustitie\b|\bopsporings?\w*|\boverheids?(?:instantie|"
            r"instelling|dienst|organ)\w*|\b(?:bevoegde )?(?:autoriteiten|instanties)\b|\blaw "
            r"enforcement|\bpolice\b|\b(?:public|government\w*|judicial|competent) (?:authorit|agenc|"
            r"bod)\w*|\bcourts?\b",
        ),
        "tax authorities": (r"\bbelastingdienst\w*|\btax (?:authorit|office)\w*|\bfiscus\b",),
        "public bodies": (r"\b(?:duo|uwv|ggd|svb|cjib|inspectie\w*|onderwijsinspectie|leerplicht\w*)\b",),
        "pension fund": (r"\bpensioen(?:fonds|uitvoerder)\w*|\bpension (?:fund|provider)\w*",),
        "clients of the agency": (
            r"\bopdrachtgevers? bij wie|\b(?:potentiele|toekomstige) (?:werkgevers?|opdrachtgevers?)|"
            r"\bprospective employers?",
        ),
        "courts": (r"\brechtbank\w*|\brechter\b|\bgerecht\w*\b|\bcourts?\b",),
        "counterparties": (r"\bwederpartij\w*|\bcounterpart\w+|\bopposing part\w+",),
        "experts": (r"\bdeskundigen?\b|\bexperts?\b",),
        "debt collection": (r"\bincasso\w*|\bdeurwaarder\w*|\bdebt collect\w+",),
        "legal advisers": (
            r"\badvoca\w+\b|\bjuridische? adviseur\w*|\blawyers?\b|\blegal advis\w+|\bnotaris\w*",
        ),
        "insurers": (r"\bverzekeraar\w*|\bverzekeringsmaatschappij\w*|\binsur(?:ers?|ance compan\w+)",),
        "employer": (r"\b(?:uw|je|jouw|your) (?:werkgever|employer)\b",),
        "shop chosen by the customer": (
            r"\b(?:winkel|restaurant|verkoper|webwinkel)s?\b(?=[^.;]{0,60}\b(?:bezorg\w*|leveren|"
            r"bestelling|zodat))|\bthe (?:shop|seller|restaurant) (?:you|that)",
        ),
        "federation or umbrella organisation": (
            r"\b(?:sport)?bond\b|\bfederatie\b|\bkoepel\w*|\bfederation\b",
        ),
        "municipality": (r"\bgemeenten?\b(?! [A-Z])|\bmunicipalit\w+",),
        "health care providers": (
            r"\bzorgverlener\w*|\bhuisarts\w*|\bziekenhuis|\bzorginstelling\w*|\bhealth ?care provider\w*",
        ),
        "suppliers and subcontractors": (
            r"(?<!it-)(?<!it )(?<!ict-)(?<!ict )(?<!software)\b(?:toe)?leverancier\w*|"
            r"\bonderaannemer\w*|\bsubcontractor\w*|\bsuppliers?\b",
        ),
    }
)
"""Kinds of recipients, by the name that the exchange form gives them."""

THIRD_PARTIES = Table(
    {
        "trusted third parties helping the controller": (
            r"\b(?:vertrouwde|trusted) (?:derde ?\w*|third)(?: part\w+)?",
        ),
        "processors": (
            r"\b(?:sub)?-?(?:be|ver)werkers?\b(?!sovereenkomst)|\b(?:be|ver)werkersovereenkomst\w*|"
            r"\bdata processors?\b|\bprocessors?\b|\bdata processing agreement|\bdienstverleners?\b|"
            r"\bservice ?-?providers?\b",
        ),
        "third parties": (
            r"\bderden\b|\bderde partij\w*|\bandere (?:partij|bedrij|organisatie)\w*|\banderen\b|"
            r"\bexterne partij\w*|\bthird[ -]part\w+|\bother (?:compan|part|organi[sz]ation)\w*|"
            r"\bothers\b",
        ),
    }
)
"""Recipients without a name of their own: said only where the sentence names nobody better."""

NETWORKS = Table(
    {
        name: (rf"\b{name.lower()}\b",)
        for name in (
            "Facebook",
            "Instagram",
            "Twitter",
            "LinkedIn",
            "Xing",
            "Pinterest",
            "TikTok",
            "YouTube",
            "Snapchat",
            "WhatsApp",
        )
    }
)
"""Social networks: several of them are one kind of recipient."""

ADVERTISERS = Table(
    {
        "Google Ads": (r"\bgoogle ?-?ad(?:s|words|sense)\b|\badwords\b|\bgoogle (?:dynamic )?remarketing",),
        "DoubleClick": (r"\bdouble ?click\b",),
        "Facebook": (r"\b(?:facebook|meta)[ -]?(?:pixel|ads|advertenties|advertising)|\bcustom audiences?",),
        "LinkedIn": (r"\blinkedin (?:marketing|insight|ads)\w*",),
        "Twitter": (r"\btwitter (?:advertising|ads)",),
        "Microsoft Advertising": (r"\b(?:bing|microsoft) (?:ads|advertising)",),
        "Criteo": (r"\bcriteo\b",),
        "AdRoll": (r"\badroll\b",),
    }
)
"""Advertising networks: likewise one kind."""

COMPANIES = Table(
    {
        name: (rf"\b{spelling}\b",)
        for name, spelling in (
            ("Google Analytics", r"google ?-?analytics"),
            ("Google Ireland Ltd.", r"google ireland\w*(?: (?:ltd|limited))?"),
            (
                "Google",
                r"google(?! ?-?(?:analytics|ad|ireland|tag|dynamic|remarketing|chrome|consent|play|"
                r"maps|llc))",
            ),
            ("Google Tag Manager", r"google tag manager"),
            ("Google Maps", r"google maps"),
            ("Microsoft", r"microsoft(?! (?:edge|ads|advertising|internet))|office ?365|azure"),
            ("Matomo", r"matomo|piwik"),
            ("Hotjar", r"hotjar"),
            ("Mailchimp", r"mail ?chimp"),
            ("MailerLite", r"mailer ?lite"),
            ("ActiveCampaign", r"active ?campaign"),
            ("Brevo", r"sendinblue|brevo"),
            ("Laposta", r"laposta"),
            ("MailPlus", r"mail ?plus|spotler"),
            ("Mollie", r"mollie"),
            ("Stripe", r"stripe"),
            ("PayPal", r"paypal"),
            ("Adyen", r"adyen"),
            ("Klarna", r"klarna"),
            ("MultiSafepay", r"multisafepay"),
            ("Pay.nl", r"pay\.nl"),
            ("PostNL", r"post ?nl"),
            ("DHL", r"dhl"),
            ("Shopify", r"shopify"),
            ("WooCommerce", r"woocommerce"),
            ("Lightspeed", r"lightspeed"),
            ("WordPress", r"wordpress|automattic"),
            ("Amazon Web Services", r"amazon(?: web services)?|aws"),
            ("TransIP", r"trans ?ip"),
            ("Cloudflare", r"cloudflare"),
            ("HubSpot", r"hubspot"),
            ("Salesforce", r"salesforce"),
            ("Zendesk", r"zendesk"),
            ("Intercom", r"intercom"),
            ("Slack", r"slack(?! ,)"),
            ("Exact", r"exact online"),
            ("Moneybird", r"moneybird"),
            ("Snelstart", r"snelstart"),
            ("Trustpilot", r"trustpilot"),
            ("Kiyoh", r"kiyoh"),
            ("WebwinkelKeur", r"webwinkelkeur"),
            ("Leadinfo", r"leadinfo"),
            ("Calendly", r"calendly"),
            ("Typeform", r"typeform"),
            ("Formspree", r"formspree"),
            ("Zapier", r"zapier"),
            ("Vimeo", r"vimeo"),
            ("Sentry", r"sentry"),
            ("Twilio", r"twilio|sendgrid"),
            ("Teamleader", r"teamleader"),
            ("AFAS", r"afas"),
            ("Sportlink", r"sportlink"),
            ("reCAPTCHA", r"recaptcha"),
            ("Dropbox", r"dropbox"),
            ("Zoom", r"zoom(?= video| meet|,)"),
            ("Clarity", r"microsoft clarity"),
        )
    }
)
"""Companies that many statements name, folded. Any other is read by its legal form or by the words "
"around it."""
