"""The ledger of choices in the book: each choice with its line in the log, in one transaction."""

import hashlib
import hmac
import json
import secrets
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from gestand.book import choices
from gestand.book.database import Book
from gestand.core.choice import Choice, Offer, Recorded, Standing, Subject
from gestand.core.entry import Entry, Kind
from gestand.datamap.identifiers import is_phone
from gestand.duties.rows.people import phone_spellings
from gestand.evidence import log
from gestand.evidence.digest import keyed_digest
from gestand.evidence.keys import Keys, Secret
from gestand.wiring.additions import HEAD

_SALT_BYTES = 16


@dataclass(frozen=True)
class BookChoices:
    """The choices of one company."""

    book: Book
    keys: Keys

    def offer(self, offer: Offer) -> str:
        digest = digest_of(offer)
        with self.book.transaction() as connection:
            choices.keep_offer(connection, digest, offer)
        return digest

    def offered(self, digest: str) -> Offer | None:
        with self.book.reading(one_statement=True) as connection:
            return choices.offer_of(connection, digest)

    def record(self, made: Sequence[tuple[Subject, Choice]]) -> tuple[Recorded, ...]:
        salts = [secrets.token_bytes(_SALT_BYTES) for _ in made]
        entries = [_entry(salt, *one) for salt, one in zip(salts, made, strict=True)]
        subjects = [self.subject(subject) for subject, _ in made]
        with self.book.transaction() as connection:
            seen = self.book.memory.get(HEAD)
            end = log.append(connection, entries, seen if isinstance(seen, log.Head) else None)
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

    def history(self, subject: Subject) -> tuple[Recorded, ...]:
        with self.book.reading(one_statement=True) as connection:
            return choices.of_subject(connection, self.subject(subject))

    def subject(self, subject: Subject) -> bytes:
        """Sixteen bytes by which the book knows a subject, whatever way its identifier is written."""
        told = f"{subject.kind}\0{normalised(subject)}".encode()
        return hmac.digest(self.keys.people.bytes, told, "sha256")[:16]


def normalised(subject: Subject) -> str:
    """An identifier as it is compared: a phone number by its digits, any other text without case and margins."""
    if is_phone(subject.kind) and (spelt := phone_spellings(subject.value)):
        return spelt[0]
    return subject.value.strip().casefold()


def digest_of(offer: Offer) -> str:
    """The SHA-256 of an offer as canonical JSON: what was shown is public."""
    told = json.dumps(asdict(offer), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(told.encode()).hexdigest()


def commitment(salt: bytes, subject: Subject, choice: Choice) -> str:
    """What the log says of a choice: whoever has the salt can show that it was this one, and nobody else can guess."""
    return keyed_digest(Secret(salt), ("choice", subject.kind, normalised(subject), choice))


def _entry(salt: bytes, subject: Subject, choice: Choice) -> Entry:
    said = {granted for _, granted in choice.decisions}
    word = "chosen" if len(said) > 1 else "granted" if True in said else "refused"
    return Entry(
        Kind.CHOICE,
        choice.at,
        statement=choice.statement,
        action=commitment(salt, subject, choice),
        word=word,
    )
