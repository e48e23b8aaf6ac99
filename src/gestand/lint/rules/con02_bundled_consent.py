"""Opening an account or buying something counts as consent to something else.

Wrong nl:
    Als u een account aanmaakt, gaat u ermee akkoord dat wij u onze nieuwsbrief sturen.
Wrong en:
    By creating an account you agree that we send you our newsletter.
Wrong statement:
    marketing: {news: {confirmed: bundled with the account}}
Right nl:
    Bij het aanmaken van een account kunt u aanvinken of u onze nieuwsbrief wilt.
Right en:
    When you create an account you can tick whether you want our newsletter.
"""

import re
from collections.abc import Iterator

from gestand.core.text import Text
from gestand.lint.agreeing import DEEMED_YES, YES
from gestand.lint.judgment import Judgment, fault, fault_at, undecided
from gestand.lint.passages import seen
from gestand.lint.published import Published
from gestand.lint.rule import Rule, Weight, gdpr
from gestand.statement.model import Statement

RULE = Rule(
    code="CON02",
    name="bundled-consent",
    weight=Weight.ERROR,
    article=gdpr("7(2)", "7(4)", also=Text("EDPB-richtsnoeren 05/2020", "EDPB guidelines 05/2020")),
    title=Text(
        "Toestemming zit vast aan een account of aankoop",
        "Consent is bundled with an account or a purchase",
    ),
    why=Text(
        "Wie een account wil, moet nee kunnen zeggen tegen reclame. Anders is het geen keuze.",
        "Who wants an account has to be able to say no to advertising. Otherwise it is no choice.",
    ),
)
_SAID = Text("deze toestemming is niet los te weigeren", "this consent cannot be refused by itself")
_MAIL = (
    r"(\w*nieuwsbrief|nieuwsbrieven|\(?marketing\)?\w*|reclame\w*|aanbiedingen|acties|promotionele|commerciële|e-mails"
    r"|mailings?|mailing ?lij?st|newsletters?|promotional|offers)"
)
_ACT = (
    r"(account|registr\w*|inschrijv\w*|inschrijft|bestelling|bestelt|(aan)?koop|(aan)?koopt|overeenkomst"
    r"|algemene voorwaarden|toezenden|insturen|solliciteren|deelname|deel te nemen|deelneemt|aanvra\w+|offerte|afspraak"
    r"|aanmelding|lid (te )?worden|lid wordt|prijsvraag|winactie"
    r"|te (uploaden|versturen|verzenden|verstrekken|schrijven|plaatsen|bestellen|vragen)|uploading|sending"
    r"|download\w*|submit\w*|sign(ing)? up|register\w*|order|purchase|buy|book(ing)?|entering|terms)"
)
_BY_ITSELF = (
    r"(?<!niet )\bautomatisch\b.{0,40}\b(aangemeld|ingeschreven|toegevoegd|abonne\w+|mailing ?lijst)"
    r"|(?<!not )\bautomatically (subscribed|enrolled|added|signed up)\b"
)
_BUNDLED = re.compile(
    rf"\A(?=.*\b{_MAIL}\b)(?=.*\b{_ACT}\b)"
    r".*(\b(gaat|ga|stemt|stem|geeft|geef)\b.{0,90}\b(akkoord|in met|(er)?mee in|in dat|toestemming)\b"
    r"|\b(meldt?|schrijft?) (u|je)\b.{0,15}\b(ook|tevens|meteen|direct)\b.{0,50}\b(aan|in)\b"
    r"|\bwordt (u|je) lid\b.{0,40}\bontvangt|\blid te worden ontvangt (u|je) automatisch"
    rf"|\b({YES}|{DEEMED_YES})|\byou (also|automatically) subscribe)"
    rf"|\A(?=.*\b{_MAIL}\b).*({_BY_ITSELF})",
    re.IGNORECASE | re.DOTALL,
)
_AT_ORDER = re.compile(
    r"toestemming (hebt |heeft )?gegeven (bij|door) (het )?(plaatsen|aanmaken|doen) van|consent(ed)? (by"
    r"|when) (placing|creating|making)",
    re.IGNORECASE,
)
_FREE = re.compile(
    r"\b(aan ?te ?(vinken|kruisen)|(in ?te ?schrijven|aan ?te ?melden|abonneren|aanmelding|inschrijving) (voor"
    r"|op) (de|onze|deze) "
    r"\w*(brief|mail\w*)|aanvinken|vinkje|apart|afzonderlijk|als u (dat|dit) wilt|kunt u kiezen"
    r"|optional\w*|separate\w*|tick(s|ed|ing)?)\b",
    re.IGNORECASE,
)


def judge_text(published: Published) -> Iterator[Judgment]:
    """A passage that ties marketing to an account or order; consent given "with" an order may have been apart."""
    for quote in seen(published, _BUNDLED, but_not=_FREE):
        yield fault(_SAID, quote)
    for quote in seen(published, _AT_ORDER, but_not=_BUNDLED):
        if not _FREE.search(quote.text):
            yield undecided(_SAID, quote)


def judge_statement(statement: Statement) -> Iterator[Judgment]:
    """A stream of marketing whose consent came with the account."""
    for word, messages in (statement.marketing or {}).items():
        if messages.confirmed == "bundled with the account":
            yield fault_at(f"marketing/{word}/confirmed", _SAID)
