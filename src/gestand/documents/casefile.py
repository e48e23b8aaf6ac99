"""A case as staff read it: every step in a sentence, and what its plan takes; the same words on screen and page."""

from collections.abc import Iterator
from typing import assert_never

from gestand.core.action import Blank, Correct, Deed, Erase, Restrict
from gestand.core.case import Case
from gestand.core.caseplan import CUSTOMER, DECISION, PERSON, CasePlan, Task
from gestand.core.letter import Template
from gestand.core.plan import SHOWN
from gestand.core.request import Way
from gestand.core.step import (
    Advised,
    Amount,
    Answered,
    Asked,
    Closed,
    Decided,
    Decision,
    Did,
    Extended,
    Found,
    Identified,
    Judged,
    Lifted,
    Proof,
    Result,
    Seconded,
    Step,
    Wrote,
)
from gestand.core.text import Text

WAYS = {
    Way.FORM: Text("via het formulier", "through the form"),
    Way.EMAIL: Text("per e-mail", "by e-mail"),
    Way.POST: Text("per post", "by post"),
    Way.PHONE: Text("per telefoon", "by phone"),
    Way.CONVERSATION: Text("in een gesprek", "in a conversation"),
    Way.API: Text("via de API", "through the API"),
    Way.COMMAND_LINE: Text("op de opdrachtregel", "on the command line"),
    Way.ACCOUNT: Text("via het account", "through the account"),
}
PROOFS = {
    Proof.NOT_NEEDED: Text("hoeft niet", "not needed"),
    Proof.SIGNED_IN: Text("ingelogd", "signed in"),
    Proof.LINK: Text("link in een e-mail", "link in an e-mail"),
    Proof.FACTS: Text("gegevens die alleen deze persoon kent", "facts that only this person knows"),
    Proof.DESK: Text("aan de balie", "at the desk"),
}
RESULTS = {
    Result.DONE: Text("gedaan", "done"),
    Result.PARTLY: Text("deels gedaan", "done in part"),
    Result.REFUSED: Text("geweigerd", "refused"),
    Result.NOTHING_FOUND: Text("niets gevonden", "nothing found"),
    Result.PASSED_ON: Text("doorgegeven aan wie beslist", "passed on to who decides"),
    Result.WITHDRAWN: Text("ingetrokken door de verzoeker", "withdrawn by the person"),
    Result.NOT_IDENTIFIED: Text("niet vastgesteld wie het vraagt", "not shown who asks"),
}
_NOBODY = {
    "the law": Text("de wet", "the law"),
    "the person": Text("de verzoeker zelf", "the person"),
    "the organisation that she named": Text(
        "de organisatie die zij noemde", "the organisation that she named"
    ),
}
LETTERS = {
    Template.RECEIPT: Text("ontvangstbevestiging", "receipt"),
    Template.LINK: Text("link om te bevestigen", "link to confirm"),
    Template.QUESTION: Text("vraag wie het vraagt", "question who asks"),
    Template.EXTENSION: Text("bericht van verlenging", "notice of extension"),
    Template.ANSWER: Text("antwoord", "answer"),
    Template.REFUSAL: Text("weigering", "refusal"),
    Template.NOT_IDENTIFIED: Text("antwoord: niet vastgesteld wie het vraagt", "answer: not shown who asks"),
    Template.NOTHING_FOUND: Text("antwoord: niets gevonden", "answer: nothing found"),
    Template.PASSED_ON: Text("antwoord: doorgegeven", "answer: passed on"),
    Template.WITHDRAWN: Text(
        "bevestiging dat het verzoek is ingetrokken", "note that the request was taken back"
    ),
    Template.LIFTING: Text("bericht dat een beperking eindigt", "notice that a restriction ends"),
    Template.RECIPIENT: Text("bericht aan een ontvanger", "notice to a recipient"),
    Template.CONTROLLER: Text("doorgegeven aan de klant", "passed on to the customer"),
    Template.TRANSFER: Text("overdracht aan een andere organisatie", "transfer to another organisation"),
    Template.REMINDER: Text("herinnering", "reminder"),
}


def asked(case: Case) -> Text:
    """What was asked, and how it came in."""
    rights = [right.called for right in case.request.rights]
    way = WAYS[case.request.way]
    return Text(
        f"verzoek om {', '.join(right.nl for right in rights)}, {way.nl}",
        f"request for {', '.join(right.en for right in rights)}, {way.en}",
    )


def told(step: Step) -> Text:
    """One step in a sentence, without what people wrote."""
    match step:
        case Found(amounts=amounts):
            rows = rows_words(_rows(amounts))
            return Text(f"gezocht: {rows.nl} gevonden", f"searched: {rows.en} found")
        case Did(store=store, changed=changed, remaining=remaining):
            rows = rows_words(changed)
            return Text(
                f"gedaan in {store}: {rows.nl}, daarna nog {remaining} over",
                f"done in {store}: {rows.en}, {remaining} left afterwards",
            )
        case Answered():
            return _by_hand(step)
        case Wrote(letter=letter, number=number):
            name = LETTERS[Template(letter)]
            return Text(f"brief {number}: {name.nl}", f"letter {number}: {name.en}")
        case Closed(result=result, by=by):
            person = f" ({by})" if by else ""
            return Text(f"afgesloten: {RESULTS[result].nl}{person}", f"closed: {RESULTS[result].en}{person}")
        case _:
            return _decided(step)


def _by_hand(answered: Answered) -> Text:
    """What somebody did beside the stores: who was told something, did not look through anything."""
    by, store = answered.by, answered.store
    if store == CUSTOMER:
        return Text(
            f"doorgegeven aan de klant die beslist ({by})", f"passed on to the customer who decides ({by})"
        )
    if store == DECISION:
        return Text(
            f"een mens keek opnieuw naar het geautomatiseerde besluit ({by})",
            f"a person looked again at the automated decision ({by})",
        )
    if store == PERSON:
        return Text(
            f"op een andere manier aan de verzoeker verteld ({by})", f"told the person in another way ({by})"
        )
    if answered.told:
        return Text(
            f"aan {store} verteld wat er is veranderd ({by})", f"told {store} what has changed ({by})"
        )
    return Text(
        f"met de hand in {store}: {answered.found} gevonden, {answered.done} gedaan ({by})",
        f"by hand in {store}: found {answered.found}, did {answered.done} ({by})",
    )


def _decided(
    step: Asked | Identified | Extended | Judged | Decided | Seconded | Advised | Lifted,
) -> Text:
    """What a person made of it."""
    match step:
        case Asked(by=by, doubt=doubt):
            if not doubt:
                return Text(f"gevraagd wie het vraagt ({by})", f"asked who asks ({by})")
            return Text(
                f"op goede gronden getwijfeld en gevraagd wie het vraagt ({by}); de termijn staat stil",
                f"doubted on good grounds, and asked who asks ({by}); the clock is paused",
            )
        case Identified(by=by, proof=proof, known=known):
            how, whom = PROOFS[proof], who(by)
            return Text(
                f"vastgesteld wie het vraagt: {how.nl} ({whom.nl}; {_many(known, 'kenmerk', 'kenmerken')})",
                f"shown who asks: {how.en} ({whom.en}; {_many(known, 'identifier', 'identifiers')})",
            )
        case Extended(by=by):
            return Text(f"termijn verlengd met twee maanden ({by})", f"term extended by two months ({by})")
        case Judged(by=by, taken=taken):
            whose = Text("van de verzoeker", "hers") if taken else Text("van een ander", "somebody else's")
            return Text(
                f"rijen waarover twijfel was, bekeken: {whose.nl} ({by})",
                f"looked at the rows in doubt: {whose.en} ({by})",
            )
        case Decided(by=by, decisions=decisions):
            whom = who(by)
            return _joined(
                Text(f"besloten door {whom.nl}: ", f"decided by {whom.en}: "), map(_decision, decisions)
            )
        case Seconded(by=by, digest=digest):
            return Text(
                f"plan {digest[:SHOWN]} ook goedgekeurd door {by}",
                f"plan {digest[:SHOWN]} approved by {by} too",
            )
        case Advised(by=by):
            return Text(f"advies van de functionaris ({by})", f"advice of the officer ({by})")
        case Lifted(by=by):
            return Text(
                f"besloten de beperking op te heffen ({by})", f"decided to lift the restriction ({by})"
            )
        case _:
            assert_never(step)


def who(by: str) -> Text:
    """A name is the same in both languages; what stands where nobody of the staff acted is not."""
    return _NOBODY.get(by, Text(by, by))


def planned(plan: CasePlan) -> tuple[Text, ...]:
    """What a plan takes, a sentence for each deed and task."""
    return (*(_deed(deed) for deed in plan.deeds), *(tasked(task, plan) for task in plan.tasks))


def _deed(deed: Deed) -> Text:
    where, rows = f"{deed.table} ({deed.store})", rows_words(deed.rows)
    match deed:
        case Erase(along=along):
            more = sum(one.rows for one in along)
            nl, en = (f", en {more} die meegaan", f", and {more} that go along") if more else ("", "")
            return Text(f"{rows.nl} wissen uit {where}{nl}", f"erase {rows.en} from {where}{en}")
        case Blank(values=values):
            columns = ", ".join(column for column, _ in values)
            return Text(
                f"in {rows.nl} van {where} onbruikbaar maken: {columns}",
                f"make unusable in {rows.en} of {where}: {columns}",
            )
        case Correct(values=values):
            columns = ", ".join(column for column, _ in values)
            return Text(
                f"in {rows.nl} van {where} aanpassen: {columns}",
                f"change in {rows.en} of {where}: {columns}",
            )
        case Restrict(lifted=lifted):
            if lifted:
                return Text(f"{rows.nl} van {where} weer in gebruik", f"{rows.en} of {where} back in use")
            return Text(f"{rows.nl} van {where} niet meer gebruiken", f"keep {rows.en} of {where} out of use")
        case _:
            assert_never(deed)


def tasked(task: Task, plan: CasePlan) -> Text:
    """What a task of a plan asks of whom."""
    if task.store == CUSTOMER:
        data = ", ".join(task.data)
        return Text(
            f"geef het verzoek door aan de klant die over deze gegevens beslist: {data}",
            f"pass the request on to the customer who decides on these data: {data}",
        )
    if task.store == DECISION:
        return Text(
            "laat een mens het geautomatiseerde besluit opnieuw bekijken",
            "let a person look again at the automated decision",
        )
    if not task.searched and not plan.tells(task.store):
        data = ", ".join(task.data)
        return Text(
            f"geen kolom in {task.store} zegt het: houd met de hand buiten gebruik, of haal van de lijst: {data}",
            f"no column in {task.store} can tell: keep out of use by hand, or take off the list: {data}",
        )
    owner = Text(task.owner or "iemand", task.owner or "somebody")
    if not task.searched:
        return Text(
            f"{owner.nl} vertelt {task.store} wat er is veranderd",
            f"{owner.en} tells {task.store} what has changed",
        )
    return Text(
        f"{owner.nl} zoekt in {task.store} en vult in wat er is gevonden en gedaan",
        f"{owner.en} looks in {task.store} and fills in what was found and done",
    )


def _decision(one: Decision) -> Text:
    word = Text("toegewezen", "granted") if one.granted else Text("geweigerd", "refused")
    about, ground = f" ({one.data})" if one.data else "", f", {one.ground}" if one.ground else ""
    return Text(
        f"{one.right.called.nl}{about} {word.nl}{ground}", f"{one.right.called.en}{about} {word.en}{ground}"
    )


def _joined(first: Text, parts: Iterator[Text]) -> Text:
    every = tuple(parts)
    return Text(
        first.nl + "; ".join(part.nl for part in every), first.en + "; ".join(part.en for part in every)
    )


def rows_words(rows: int) -> Text:
    """`1 row`, `2 rows`."""
    return Text(f"{rows} {'rij' if rows == 1 else 'rijen'}", f"{rows} {'row' if rows == 1 else 'rows'}")


def _many(things: tuple[object, ...], one: str, more: str) -> str:
    return f"{len(things)} {one if len(things) == 1 else more}"


def _rows(amounts: tuple[Amount, ...]) -> int:
    """Rows of a table hold several data; each row is counted once."""
    tables: dict[object, int] = {}
    for amount in amounts:
        tables[amount.store, amount.table] = max(amount.rows, tables.get((amount.store, amount.table), 0))
    return sum(tables.values())
