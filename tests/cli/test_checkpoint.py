"""`gestand checkpoint`: one to hand out, and nothing else, so that it can go into a file."""

from tests.path.firm import Call, Firm

from gestand.evidence.note import open_checkpoint
from gestand.evidence.verify import key_of


def test_a_checkpoint_is_signed_and_says_how_many_entries_there_are(company: Firm, gestand: Call) -> None:
    gestand("check")
    ran = gestand("checkpoint")
    key = key_of(str(company.folder / ".gestand-keys" / "log.vkey"))
    checkpoint = open_checkpoint(ran.out, key)
    assert (checkpoint.origin, checkpoint.size) == ("example.org/test", 5)
    assert ran.err == ""


def test_of_a_log_that_has_not_changed_the_tree_is_the_same(gestand: Call) -> None:
    gestand("check")
    first, second = gestand("checkpoint").out, gestand("checkpoint").out
    assert first.splitlines()[:3] == second.splitlines()[:3]


def test_an_empty_log_has_one_too(gestand: Call) -> None:
    assert gestand("checkpoint").out.splitlines()[1] == "0"
