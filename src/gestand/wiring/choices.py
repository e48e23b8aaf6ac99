"""The ledger of choices in the book: each choice with its line in the log, in one transaction."""

import hmac
import json
import re
import secrets
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import Connection

from gestand.book import choices
from gestand.book.database import Book
from gestand.core.caselist import View
from gestand.core.choice import VISITOR, Choice, Offer, Recorded, Standing, Subject
from gestand.core.entry import Entry, Kind
from gestand.core.errors import NotAChoice, NotInTheBook, Tampered
from gestand.datamap.identifiers import is_phone
from gestand.duties.rows.people import phone_spellings
from gestand.evidence import export, log
from gestand.evidence.chosen import BUNDLE, check_choices
from gestand.evidence.commitment import SALT_BYTES, commitment, public_digest, word_of
from gestand.evidence.digest import keyed_digest
from gestand.evidence.keys import Keys, Secret
from gestand.evidence.line import moment
from gestand.evidence.note import NoteError
from gestand.wiring.additions import HEAD

_WORD = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*").fullmatch
_DIGEST = re.compile(r"[0-9a-f]{64}").fullmatch
_no_text = re.compile("[\0\ud800-\udfff]").search
"""A NUL, which no database takes as text, or half a character, which no file does."""

_LONGEST_WORD, _LONGEST_VALUE, _LONGEST_NAME = 200, 1_000, 200


@dataclass(frozen=True)
class BookChoices:
    """The choices of one company."""

    book: Book
    keys: Keys
    clock: Callable[[], datetime]

    def offer(self, offer: Offer) -> str:
        digest = digest_of(offer)
        with self.book.transaction() as connection:
            choices.keep_offer(connection, digest, offer)
        return digest

    def offered(self, digest: str) -> Offer | None:
        with self.book.reading(one_statement=True) as connection:
            return choices.offer_of(connection, digest)

    def record(self, made: Sequence[tuple[Subject, Choice]]) -> tuple[Recorded, ...]:
        if not made:
            return ()
        now = self.clock()
        for _, choice in made:
            refuse(choice, now)
        subjects = [self.subject(subject) for subject, _ in made]
        salts = [secrets.token_bytes(SALT_BYTES) for _ in made]
        entries = [_entry(salt, *one, now) for salt, one in zip(salts, made, strict=True)]
        with self.book.transaction() as connection:
            end = self._append(connection, entries)
            first = end.tree.size - len(entries)
            new = [
                choices.New(subject, choice, first + place, salt)
                for place, (subject, (_, choice), salt) in enumerate(zip(subjects, made, salts, strict=True))
            ]
            recorded = choices.add(connection, new)
        self.book.memory[HEAD] = end
        return recorded

    def standing(self, subject: Subject, purpose: str) -> Standing | None:
        with self.book.reading(one_statement=True) as connection:
            return choices.standing(connection, self.subject(subject), purpose)

    def last_words(self, subject: Subject) -> dict[str, Standing]:
        with self.book.reading(one_statement=True) as connection:
            return choices.all_standing(connection, self.subject(subject))

    def history(self, subject: Subject) -> tuple[Recorded, ...]:
        with self.book.reading(one_statement=True) as connection:
            return choices.of_subject(connection, self.subject(subject))

    def seen(self, subject: Subject, by: str) -> None:
        """Remember that somebody of the staff looked, before it is shown; the log has it without who or whom."""
        if not (name := by.strip()) or len(name) > _LONGEST_NAME:
            raise NotAChoice("Who looks? Write the name of one member of the staff.")
        known, now = self.subject(subject), self.clock()
        looked = keyed_digest(self.keys.digest, ("choices", known))
        with self.book.transaction() as connection:
            end = self._append(connection, [Entry(Kind.CHOICE, now, action=looked, word="seen")])
            choices.add_look(connection, known, now, name, self.keys.people.bytes)
        self.book.memory[HEAD] = end

    def looks(self, subject: Subject) -> tuple[View, ...]:
        with self.book.reading(one_statement=True) as connection:
            return choices.looks_at(connection, self.subject(subject), self.keys.people.bytes)

    def proof(self, subject: Subject, number: int | None = None) -> str:
        known = self.subject(subject)
        with self.book.reading() as connection:
            history = choices.of_subject(connection, known)
            _refuse_another_last_word(history, choices.all_standing(connection, known))
            told = [one for one in history if number in (None, one.number)]
            if not told:
                raise NotInTheBook(
                    _NONE if number is None else f"Choice {number} is not one of this subject."
                )
            proofs = export.proofs(connection, self.keys.signer, [one.entry for one in told])
            shown = {one.choice.offer: choices.offer_of(connection, one.choice.offer) for one in told}
        bundle = {
            "what": BUNDLE,
            "subject": told_subject(subject),
            "offers": {digest: asdict(offer) for digest, offer in sorted(shown.items()) if offer},
            "choices": [
                {
                    "number": one.number,
                    "choice": told_choice(one.choice),
                    "salt": one.salt.hex(),
                    "proof": proof,
                }
                for one, proof in zip(told, proofs, strict=True)
            ],
        }
        text = json.dumps(bundle, ensure_ascii=False, indent=2) + "\n"
        try:
            check_choices(text, self.keys.verifier)
        except NoteError as error:
            raise Tampered(
                f"The choices in the book are not those of the log. {error} The book was changed by hand: restore it "
                "from a back-up, and ask who did it."
            ) from error
        return text

    def subject(self, subject: Subject) -> bytes:
        """Sixteen bytes by which the book knows a subject, whatever way its identifier is written."""
        return subject_digest(self.keys.people, subject.kind, normalised(subject))

    def _append(self, connection: Connection, entries: Sequence[Entry]) -> log.Head:
        """Append from where the log was last seen to end; nobody else appends until this transaction ends."""
        seen = self.book.memory.get(HEAD)
        return log.append(connection, entries, seen if isinstance(seen, log.Head) else None)


_NONE = "Nothing that this subject chose is on record. Is the kind the one of the data map, or `visitor`?"


def subject_digest(key: Secret, kind: str, value: str) -> bytes:
    """Of an identifier as it is compared."""
    return hmac.digest(key.bytes, f"{kind}\0{value}".encode(), "sha256")[:16]


def normalised(subject: Subject) -> str:
    """An identifier as it is compared: a phone number by its digits, any other text without case and margins.

    A visitor's number is compared as it is. Raises NotAChoice for what identifies nobody.
    """
    value = subject.value
    if not _WORD(subject.kind) or not value.strip() or len(value) > _LONGEST_VALUE or _no_text(value):
        raise NotAChoice(
            "A subject is a kind, which is a word of the data map or `visitor`, with an identifier of 1 to "
            f"{_LONGEST_VALUE:,} characters."
        )
    if subject.kind == VISITOR:
        return value
    if is_phone(subject.kind) and (spelt := phone_spellings(value)):
        return spelt[0]
    return value.strip().casefold()


def refuse(choice: Choice, now: datetime) -> None:
    """Raise NotAChoice for what says nothing, says two things of one purpose, or says it tomorrow.

    What would be the last word until that day comes. The message never has the value: it may be somebody's name.
    """
    words = [word for word, _ in choice.decisions]
    if not words or len(set(words)) != len(words):
        raise NotAChoice("A choice says yes or no to at least one purpose, and to each of them once.")
    if not all(_WORD(word) and len(word) <= _LONGEST_WORD for word in words):
        raise NotAChoice("A purpose is a hyphenated-word of the statement, in small letters.")
    if not all(isinstance(granted, bool) for _, granted in choice.decisions):
        raise NotAChoice("A purpose is granted or not: true or false, and nothing else.")
    if (choice.offer and not _DIGEST(choice.offer)) or (choice.statement and not _DIGEST(choice.statement)):
        raise NotAChoice("Offer and statement of a choice are SHA-256 digests in 64 hexadecimal digits.")
    if len(choice.by) > _LONGEST_NAME or _no_text(choice.by):
        raise NotAChoice(f"The name of who entered a choice has at most {_LONGEST_NAME} characters.")
    if choice.at.utcoffset() is None or choice.at - now > log.SLACK:
        raise NotAChoice(
            "The moment of a choice lies more than a minute ahead of this machine's clock, or has no zone. Set the "
            "clock right of the machine that sent it."
        )


def digest_of(offer: Offer) -> str:
    """The SHA-256 of an offer as canonical JSON: what was shown is public."""
    return public_digest(asdict(offer))


def told_subject(subject: Subject) -> dict[str, object]:
    """Who chose, as bundle and commitment have it."""
    return {"kind": subject.kind, "value": normalised(subject)}


def told_choice(choice: Choice) -> dict[str, object]:
    """A choice in what JSON has, as bundle and commitment have it."""
    return {
        "at": moment(choice.at),
        "decisions": dict(choice.decisions),
        "offer": choice.offer,
        "statement": choice.statement,
        "version": choice.version,
        "language": choice.language,
        "way": choice.way.value,
        "signals": [signal.value for signal in choice.signals],
        "age": choice.age.value,
        "by": choice.by,
    }


def _entry(salt: bytes, subject: Subject, choice: Choice, now: datetime) -> Entry:
    """Its line in the log, at the moment of recording: an import tells of years ago, and the log goes forward."""
    action = commitment(salt, told_subject(subject), told_choice(choice))
    return Entry(
        Kind.CHOICE,
        now,
        statement=choice.statement,
        action=action,
        word=word_of(dict(choice.decisions)),
    )


def _refuse_another_last_word(history: Sequence[Recorded], last: dict[str, Standing]) -> None:
    """Raise Tampered when the last words in the book do not follow from the choices there."""
    follow: dict[str, tuple[bool, datetime, int]] = {}
    for one in history:
        for purpose, granted in one.choice.decisions:
            if purpose not in follow or one.choice.at >= follow[purpose][1]:
                follow[purpose] = (granted, one.choice.at, one.number)
    if follow != {purpose: (word.granted, word.at, word.number) for purpose, word in last.items()}:
        raise Tampered(
            "The last word of this subject does not follow from the choices on record: the book was changed by hand. "
            "Restore it from a back-up, and ask who did it."
        )
