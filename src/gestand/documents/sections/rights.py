"""Which rights people have: those that the statement names, and those that the law gives in any case (GDPR 15-22)."""

from collections.abc import Iterator

from gestand.core.text import Text
from gestand.documents.page import Paragraph, Piece, Row, Section, Topic
from gestand.documents.rights import answered_within, by_law, may_object_to_use, named_rights, rights_of
from gestand.documents.sections import asking
from gestand.documents.sections.purposes import law_words
from gestand.documents.voice import Voice, anchor, capital, paragraph, said, sentence, table
from gestand.statement.absent import NONE
from gestand.statement.model import Statement
from gestand.statement.right import Right
from gestand.statement.rights import Portability, Rights

_TITLE = Text("Welke rechten heeft u?", "Which rights do you have?")
_CAPTION = Text("Uw rechten", "Your rights")
_RIGHT, _MEANING, _SOON = (
    Text("Recht", "Right"),
    Text("Wat het betekent", "What it means"),
    Text("Antwoord", "Answer"),
)
NAMES: dict[Right, Text] = {
    "access": Text("inzage", "access"),
    "rectification": Text("verbetering", "rectification"),
    "erasure": Text("wissen", "erasure"),
    "restriction": Text("beperking", "restriction of processing"),
    "portability": Text("overdragen", "portability"),
    "objection": Text("bezwaar", "objection"),
    "withdrawal of consent": Text("uw toestemming intrekken", "withdrawing your consent"),
    "no automated decision": Text("een mens laten beslissen", "having a person decide"),
}
_MEANINGS: dict[Right, Text] = {
    "access": Text(
        "U mag weten welke gegevens wij van u hebben. U krijgt er een kopie van.",
        "You may know which data we have of you. You get a copy.",
    ),
    "rectification": Text(
        "Kloppen uw gegevens niet? Dan verbeteren wij ze of vullen wij ze aan.",
        "Are your data wrong? Then we correct or complete them.",
    ),
    "erasure": Text(
        "U kunt ons vragen uw gegevens te wissen. Moeten wij iets bewaren? Dan zeggen wij u waarom.",
        "You can ask us to erase your data. Must we keep something? Then we tell you why.",
    ),
    "restriction": Text(
        "U kunt ons vragen uw gegevens een tijd niet te gebruiken. Bijvoorbeeld zolang wij nagaan of ze kloppen.",
        "You can ask us not to use your data for a time. For example while we look whether they are right.",
    ),
    "portability": Text(
        "U krijgt de gegevens die u ons gaf, in een bestand dat een ander systeem kan lezen.",
        "You get the data that you gave us, in a file that another system can read.",
    ),
    "objection": Text(
        "U kunt bezwaar maken als wij uw gegevens gebruiken voor ons eigen belang of voor reclame.",
        "You can object when we use your data for our own interest or for advertising.",
    ),
    "withdrawal of consent": Text(
        "Gaf u toestemming? Dan mag u die altijd intrekken. Wat wij daarvoor deden, blijft geldig.",
        "Did you consent? Then you may withdraw that at any time. What we did before stays lawful.",
    ),
    "no automated decision": Text(
        "Beslist een computer over u? Dan kunt u vragen of een mens ernaar kijkt.",
        "Does a computer decide about you? Then you can ask a person to look at it.",
    ),
}
_BY_LAW = Text("De wet geeft u deze rechten:", "The law gives you these rights:")
_BY_LAW_TOO = Text("De wet geeft u ook deze rechten:", "The law gives you these rights too:")
_BY_LAW_CAPTION = Text("Rechten die de wet u geeft", "Rights that the law gives you")
_WITHIN = Text("binnen {length} na uw verzoek", "within {length} of your request")
_OR_WHY_NOT = Text(
    "Kan het bij u niet? Dan zeggen wij u waarom.", "Is it not possible for you? We tell you why."
)
_FORMATS = Text("Dat kan als {formats}.", "This can be {formats}.")
_TO_OTHERS = Text(
    "Wilt u dat, dan sturen wij het direct naar een andere organisatie.",
    "If you wish, we send it straight to another organisation.",
)
_OBJECT = Text("U mag altijd bezwaar maken", "You may always object")
_OBJECTING = Text(
    "Gebruiken wij uw gegevens voor ons eigen belang? Vertel ons waarom dat voor u een probleem is. "
    "Wij stoppen, behalve als onze redenen zwaarder wegen dan die van u.",
    "Do we use your data for our own interest? Tell us why that is a problem for you. "
    "We stop, unless our reasons weigh more than yours.",
)
_OBJECTING_TO_ADVERTISING = Text(
    "Tegen reclame mag u altijd bezwaar maken. U hoeft niet te zeggen waarom. Wij stoppen er dan mee.",
    "You may always object to advertising. You need not say why. We then stop it.",
)
_NO_OTHERS = Text(
    "Wij geven u geen andere rechten dan de wet u geeft.", "We give you no other rights than the law does."
)
_ALL_GIVEN = Text("Wij sluiten geen van deze rechten uit.", "We exclude none of these rights.")
_WITHHELD = Text("Uitzondering bij {right}: {text} ({law})", "Exception to {right}: {text} ({law})")


def section(voice: Voice) -> Section | None:
    """The rights, those of the law among them; nothing where all is done for others, and nothing is said."""
    named, given = named_rights(voice.statement), by_law(voice.statement)
    if not (named or given or voice.statement.rights):
        return None
    pieces: list[Piece] = [paragraph(voice.say(_NO_OTHERS))] if voice.statement.rights is NONE else []
    pieces += [_table(voice, _CAPTION, named)] if named else []
    if given:
        pieces.append(paragraph(voice.say(_BY_LAW_TOO if named else _BY_LAW)))
        pieces.append(_table(voice, _BY_LAW_CAPTION, given))
    pieces += _withheld(voice)
    return Section("rights", voice.say(_TITLE), tuple(pieces), tuple(_topics(voice)))


def _table(voice: Voice, caption: Text, rights: tuple[Right, ...]) -> Piece:
    titles = [voice.say(title) for title in (_RIGHT, _MEANING, _SOON)]
    return table(voice.say(caption), titles, (_row(voice, right) for right in rights))


def _row(voice: Voice, right: Right) -> Row:
    meaning = " ".join([voice.say(_MEANINGS[right]), *(_how_handed(voice) if right == "portability" else ())])
    soon = voice.say(_WITHIN, length=voice.length(answered_within(voice.statement, right)))
    soon = soon if _terms_differ(voice.statement) else ""
    return Row((said(capital(voice.say(NAMES[right]))), said(meaning), said(soon)), anchor("rights", right))


def _terms_differ(statement: Statement) -> bool:
    """Whether one right is answered sooner than another; one term for all is told once, below the table."""
    return len({answered_within(statement, right) for right in rights_of(statement)}) > 1


def _how_handed(voice: Voice) -> Iterator[str]:
    rights = voice.statement.rights
    if isinstance(rights, Rights) and isinstance(rights.portability, Portability):
        yield voice.say(_FORMATS, formats=voice.either(rights.portability.formats))
        if rights.portability.also_to_a_third_party:
            yield voice.say(_TO_OTHERS)
    yield voice.say(_OR_WHY_NOT)


def _withheld(voice: Voice) -> Iterator[Piece]:
    """Whether a right is not given, and which law allows that."""
    withheld = voice.statement.rights.withheld_rights if isinstance(voice.statement.rights, Rights) else {}
    if withheld is NONE:
        yield paragraph(voice.say(_ALL_GIVEN))
    for right, why in (withheld or {}).items():
        parts = {"right": voice.say(NAMES[right]), "text": voice.say(why), "law": law_words(voice, why.law)}
        yield paragraph(sentence(voice.say(_WITHHELD, **parts)))


def _topics(voice: Voice) -> Iterator[Topic]:
    # The right to object is told clearly and apart from all else (GDPR 21(4)).
    told = tuple(_objecting(voice.statement))
    if told:
        pieces = tuple(Paragraph(said(voice.say(text))) for text in told)
        yield Topic(voice.say(_OBJECT), pieces, "rights-object")
    yield from asking.topic(voice)


def _objecting(statement: Statement) -> Iterator[Text]:
    if may_object_to_use(statement):
        yield _OBJECTING
    if "objection" in rights_of(statement):
        yield _OBJECTING_TO_ADVERTISING
