"""The words of the page of one case."""

from gestand.core.caseplan import CUSTOMER, DECISION
from gestand.core.letter import Sending
from gestand.core.text import Text

CASE = Text("Zaak {case}", "Case {case}")
ASKED = Text("Wat er is gevraagd", "What was asked")
BY = Text("Wie vraagt", "Who asks")
FOR_OTHER = Text("namens iemand anders", "for somebody else")
ACTS = {
    "parent": Text("als ouder", "as a parent"),
    "guardian": Text("als voogd of bewindvoerder", "as a guardian"),
    "lawyer": Text("als advocaat of gemachtigde", "as a lawyer"),
}
AUTHORITY = Text("Blijkt uit", "Shown by")
ANSWER_TO = Text("Antwoord gaat naar", "The answer goes to")
KNOWN = Text("Kenmerken", "Identifiers")
PROVEN = Text("bewezen", "proven")
WORDS = Text("In eigen woorden", "In their own words")
ABOUT = Text("Over", "About")
ALL_DATA = Text("alle gegevens", "all data")
CORRECTIONS = Text("Wat er moet staan", "What it should say")
SENT_ON = Text("Door te geven aan", "To be passed on to")
RECEIVED = Text("Binnengekomen", "Received")
ENTERED = Text("Ingevoerd", "Entered")
LATE_ENTERED = Text(
    "Pas {days} dagen later ingevoerd; de termijn liep al die tijd.",
    "Entered only {days} days later; the clock ran all that time.",
)
CLOCKS = Text("Termijnen", "Clocks")
LAW = Text("De wet", "The law")
PROMISED = Text("Onze verklaring", "Our statement")
ANSWER_BY = Text("Antwoord uiterlijk", "Answer by")
TOLD_BY = Text("Verlengd, aan de verzoeker verteld", "Extended, as the person was told")
OWN = Text("Onze eigen belofte", "Our own promise")
SAFE = Text("Zeker op tijd tot en met", "Surely in time through")
LIMIT = Text("Grens van de wet", "Limit of the law")
PAUSED = Text(
    "De termijn staat stil tot bekend is wie het vraagt.", "The clock is paused until it is known who asks."
)
USES = Text("Gebruik", "Use")
TIMELINE = Text("Wat er gebeurde", "What happened")

NEXT = Text("Nu", "Now")
NEXT_IDENTIFY = Text("Stel vast wie het vraagt.", "Establish who asks.")
NEXT_DECIDE = Text("Besluit over {rights}.", "Decide on {rights}.")
NEXT_DECISION = Text(
    "Wacht op een besluit over {rights}, door een beslisser: {who}.",
    "Wait for a decision on {rights}, by a decider: {who}.",
)
NO_DECIDER = Text("die is er nog niet", "there is none yet")
NEXT_DOUBT = Text(
    "Kijk naar de rijen in twijfel en zeg wat ermee moet gebeuren.",
    "Look at the rows in doubt, and say what is to become of them.",
)
NEXT_STOPS = Text("Er staat iets in de weg: zie het plan.", "Something stands in the way: see the plan.")
NEXT_SECOND = Text(
    "Wacht op een tweede beslisser, die het plan ook goedkeurt.",
    "Wait for a second decider, who approves the plan too.",
)
NEXT_TASKS = Text("Doe wat met de hand gaat: {stores}.", "Do what is done by hand: {stores}.")
NEXT_KEEP = Text("Voer het plan uit.", "Do the plan.")
NEXT_CLOSED = Text("Afgerond: {result}.", "Finished: {result}.")

FOUND_TITLE = Text("Uitkomst", "Outcome")
FOUND = Text("Wat er is gevonden", "What was found")
FOUND_NOTHING = Text("Er is niets gevonden.", "Nothing was found.")
TABLE = Text("Tabel", "Table")
DATA = Text("Gegevens", "Data")
ALONG = Text("rijen die erbij horen", "rows that belong to these")
ROWS = Text("Rijen", "Rows")
KEPT = Text("Blijven", "Stay")
UNTIL = Text("tot {day}", "until {day}")
UNTIL_SPAN = Text(
    "het oudste tot {first}, het nieuwste tot {day}", "the oldest until {first}, the newest until {day}"
)
SYSTEM = Text("Systeem", "System")
PLAN = Text("Het plan", "The plan")
PLAN_NOTHING = Text(
    "In de verbonden systemen hoeft niets te gebeuren.", "Nothing is to be done in the connected systems."
)
PLAN_WAITS = Text(
    "Eerst een besluit over {rights}, door een beslisser: {who}. Dan staat hier wat er moet gebeuren.",
    "First a decision on {rights}, by a decider: {who}. Then this says what is to be done.",
)
COPY = Text("Een kopie maken uit {tables} tabellen.", "Make a copy out of {tables} tables.")
DIGEST = Text("Kenmerk van dit plan", "Digest of this plan")
STOPS = Text("Staat in de weg", "Stands in the way")
DOUBTFUL = Text(
    "In {tables} staat een rij met dit kenmerk naast dat van een ander. Die rij is niet meegeteld.",
    "In {tables} a row bears this identifier beside somebody else's. That row is not counted in.",
)
JUDGE_HOW = Text("Kijk in dat systeem, en zeg wat u zag.", "Look in that system, and say what you saw.")
NOT_HERS = Text("Niet van deze persoon: laat ze met rust", "Not this person's: leave them alone")
ALSO_HERS = Text("Ook van deze persoon", "This person's too")
SECOND_NEEDED = Text(
    "Dit is een groot plan, of de eerste verwijdering: een tweede beslisser keurt het ook goed.",
    "This is a large plan, or the first erasure: a second decider approves it too.",
)
SECOND = Text("Ook goedkeuren", "Approve too")
KEEP = Text("Doe dit plan", "Do this plan")
NO_PLAN = Text("Er is nu geen plan te maken.", "No plan can be made now.")
PLAN_LATER = Text(
    "Het plan komt zodra bekend is wie het vraagt.", "The plan comes once it is known who asks."
)

DECISIONS = Text("Besluiten", "Decisions")
GRANTED = Text("toegewezen", "granted")
REFUSED = Text("geweigerd", "refused")
UNDECIDED = Text("nog niet besloten", "not decided yet")
NO_DECISION = Text("Te besluiten", "To be decided")
DECIDE = Text("Besluit", "Decide")
DECIDE_ANEW = Text("Besluit opnieuw of voor één soort gegevens", "Decide anew, or for one kind of data")
RIGHT = Text("Recht", "Right")
GRANT = Text("Toewijzen", "Grant")
REFUSE = Text("Weigeren", "Refuse")
GROUND = Text("Grond van een weigering", "Ground of a refusal")
NO_GROUND = Text("geen: toegewezen", "none: granted")
REASON = Text(
    "Reden, in gewone woorden; zij staat in de brief", "Reason, in plain words; it stands in the letter"
)
REASON_SHORT = Text("Reden", "Reason")
SAVE_DECISION = Text("Leg het besluit vast", "Record the decision")
GROUND_MISSING = Text(
    "Een weigering noemt haar grond en haar reden (AVG 12, vierde lid). Er is niets vastgelegd.",
    "A refusal names its ground and its reason (GDPR 12(4)). Nothing was recorded.",
)
GROUND_WRONG = Text(
    "Op die grond kan dit recht niet worden geweigerd. Er is niets vastgelegd.",
    "This right cannot be refused on that ground. Nothing was recorded.",
)
CHOOSE = Text(
    "Kies toewijzen of weigeren. Er is niets vastgelegd.",
    "Choose to grant or to refuse. Nothing was recorded.",
)

IDENTITY = Text("Wie het vraagt", "Who asks")
IDENTITY_HOW = Text(
    "Kies het lichtste bewijs dat genoeg is. Vraag nooit een kopie van een identiteitsbewijs.",
    "Choose the lightest proof that is enough. Never ask for a copy of an identity document.",
)
HERS = Text("Bewezen van deze persoon", "Proven to be this person's")
HOW_PROVEN = Text("Bewijs", "Proof")
IDENTIFY = Text("Leg vast wie het vraagt", "Record who asks")
EMAIL = "E-mail"
MORE_KIND = Text("Nog een kenmerk: soort", "One more identifier: kind")
MORE_VALUE = Text("waarde", "value")
MAIL_LINK = Text("Mail een link om te bevestigen", "Mail a link to confirm")
DOUBT = Text("Twijfel, en waarom", "Doubt, and why")
DOUBT_HOW = Text(
    "De verzoeker krijgt een brief met de reden en de vraag. Alleen een vraag op goede gronden, binnen zeven dagen na "
    "ontvangst, laat de termijn stilstaan (AVG 12, zesde lid).",
    "The person gets a letter with the reason and the question. Only a question on good grounds, within seven days of "
    "receipt, pauses the clock (GDPR 12(6)).",
)
DOUBT_WHY = Text("Waarom u twijfelt; het staat in de brief", "Why you doubt; it stands in the letter")
QUESTION = Text(
    "Uw vraag: iets wat alleen de verzoeker weet, nooit een identiteitsbewijs",
    "Your question: something that only the person knows, never an identity document",
)
ASK = Text("Schrijf de vraag", "Write the question")
NO_DOCUMENT = Text(
    "Vraag nooit naar een identiteitsbewijs of een kopie ervan, maar naar iets wat alleen de verzoeker weet. Er is "
    "niets gevraagd.",
    "Never ask for an identity document or a copy of one; ask something that only the person knows. Nothing was "
    "asked.",
)
NOTHING_HERS = Text(
    "Kies minstens één kenmerk dat bewezen van deze persoon is. Er is niets vastgelegd.",
    "Choose at least one identifier that is proven to be this person's. Nothing was recorded.",
)
EMPTY = Text("Er stond niets. Er is niets vastgelegd.", "Nothing was written. Nothing was recorded.")

NOT_THE_PLAN = Text(
    "Het plan is niet meer wat u zag. Er is niets gedaan. Kijk opnieuw.",
    "The plan is no longer what you saw. Nothing was done. Look again.",
)

TASKS = Text("Met de hand te doen", "To be done by hand")
TASKS_OF = {
    CUSTOMER: Text("de klant die beslist", "the customer who decides"),
    DECISION: Text("een mens die opnieuw kijkt naar het besluit", "a person who looks at the decision again"),
}
TASK_SEARCH = Text(
    "Zoek in {store}, en vul in wat u vond en wat u deed.",
    "Look in {store}, and fill in what you found and what you did.",
)
TASK_DO = Text(
    "Geen kolom van {store} kan dit bijhouden: doe het daar met de hand.",
    "No column of {store} can hold this: do it there by hand.",
)
TASK_AGAIN = Text(
    "Iemand die het besluit niet nam, kijkt er opnieuw naar.",
    "Somebody who did not decide looks at it again.",
)
TASK_TELL = Text("Vertel het aan {store}.", "Tell {store}.")
TASK_PASS_ON = Text(
    "Over deze gegevens beslist een klant van ons. Hij krijgt het verzoek per brief, en de verzoeker leest aan wie.",
    "A customer of ours decides on these data. He gets the request by letter, and the person reads who he is.",
)
CUSTOMER_NAME = Text("Naam van de klant", "Name of the customer")
CUSTOMER_EMAIL = Text("E-mailadres van de klant", "E-mail address of the customer")
CUSTOMER_ADDRESS = Text("Of postadres van de klant", "Or postal address of the customer")
PASS_ON = Text("Geef het verzoek door", "Pass the request on")
NO_CUSTOMER = Text(
    "Vul de naam van de klant in, en een e-mailadres of een postadres. Er is niets doorgegeven.",
    "Fill in the name of the customer, and an e-mail address or a postal address. Nothing was passed on.",
)
PASS_ON_FIRST = Text(
    "Deze taak is gedaan zodra u het verzoek aan de klant doorgeeft. Er is niets vastgelegd.",
    "This task is done once you pass the request on to the customer. Nothing was recorded.",
)
TASK_IS_DONE = Text("Is gedaan", "Is done")
TASK_FOUND = Text("Gevonden", "Found")
TASK_DONE = Text("Gedaan", "Done")
TASK_SAVE = Text("Vul in", "Fill in")
TASK_ANSWERED = Text("{found} gevonden, {done} gedaan", "found {found}, did {done}")
TASK_NUMBERS = Text(
    "Vul twee hele getallen in; niet meer gedaan dan gevonden. Er is niets vastgelegd.",
    "Fill in two whole numbers; no more done than found. Nothing was recorded.",
)
NO_TASK = Text("Die taak is er niet (meer).", "That task is not there (any more).")

LETTERS = Text("Brieven", "Letters")
LETTER = Text("Brief {number}", "Letter {number}")
PDF = Text("PDF om te posten", "PDF to post")
STANDS = {
    Sending.QUEUED: Text("wacht op verzending", "waits to be sent"),
    Sending.SENDING: Text("verzending onzeker: vraag het na", "sending uncertain: ask"),
    Sending.SENT: Text("verzonden", "sent"),
    Sending.REFUSED: Text("nog niet uitgegaan", "has not gone out yet"),
    Sending.BOUNCED: Text("teruggekomen", "bounced"),
    Sending.TO_PRINT: Text("af te drukken en te posten", "to be printed and posted"),
    Sending.POSTED: Text("gepost", "posted"),
    Sending.TOLD: Text("op een andere manier verteld", "told in another way"),
}
POSTED = Text("Is gepost", "Was posted")
ARRIVED = Text("Is aangekomen", "Arrived")
AGAIN = Text("Verstuur opnieuw", "Send again")
BY_POST = Text("Stuur per post", "Send by post")
TOLD_OTHERWISE = Text("Op een andere manier verteld, door mij", "Told in another way, by me")
TOLD_WHY = Text(
    "Deze brief kwam terug: de verzoeker weet nog niet dat de beperking eindigt, en moet dat eerst weten (AVG 18, "
    "derde lid). Een beperking die nog loopt, wacht daarop. Verstuur de brief opnieuw, of vertel het op een andere "
    "manier: wie dat deed, staat in de zaak.",
    "This letter came back: the person does not know yet that the restriction ends, and has to know first (GDPR "
    "18(3)). A restriction that still runs waits for that. Send the letter again, or tell it in another way: who did "
    "so stands in the case.",
)
LETTER_MOVED = Text(
    "Deze brief staat er inmiddels anders voor. Er is niets veranderd. Kijk opnieuw.",
    "This letter stands elsewhere by now. Nothing was changed. Look again.",
)
LINKS_LEFT_OUT = Text(
    "Een link in de brief staat hier als …: wie hem opent, doet dat namens de verzoeker.",
    "A link in the letter stands here as …: whoever follows it acts as the person.",
)
TO = Text("Aan", "To")
SUBJECT = Text("Onderwerp", "Subject")
BACK = Text("Terug naar de zaak", "Back to the case")

EXTENSION = Text("Verlengen", "Extend")
EXTEND_HOW = Text(
    "Twee maanden erbij, als het ingewikkeld is of om veel verzoeken gaat. De verzoeker krijgt bericht.",
    "Two months more, if it is complex or there are many requests. The person is told.",
)
EXTEND = Text("Verleng en schrijf de verzoeker", "Extend, and write to the person")
ADVICE = Text("Advies van de functionaris", "Advice of the officer")
ADVICE_HOW = Text(
    "Het advies staat in het dossier. Het beslist niets.",
    "The advice stands on the record. It decides nothing.",
)
ADVICE_YOURS = Text("Uw advies", "Your advice")
ADVISED_BY = Text("{by}, {at}", "{by}, {at}")
ADVISE = Text("Leg het advies vast", "Put the advice on the record")

PROOF = Text("Bewijs", "Proof")
LOG = Text("Regels in het logboek, en bewijs van deze zaak", "Entries of the log, and proof of this case")
PACKAGE = Text("De kopie ophalen (wordt vastgelegd)", "Take out the copy (this is recorded)")
LOOKS = Text("Wie er keken: {looks}", "Who looked: {looks}")
LOOK = Text("{by}, {at}", "{by}, {at}")
