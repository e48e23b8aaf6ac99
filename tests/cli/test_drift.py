"""`gestand drift`: what has changed in the databases since somebody looked."""

from tests.path.firm import Call, Firm

ACCEPT = ("drift", "--accept", "--by", "an officer", "--reason", "a new version of the portal")


def change(company: Firm) -> None:
    with company.engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE messages ADD COLUMN sender VARCHAR(60)")


def test_a_database_that_is_as_it_was_ends_in_0(english: Call) -> None:
    assert english(*ACCEPT).out == "Remembered as it is now.\n"
    ran = english("drift")
    assert (ran.code, ran.out) == (0, "Nothing has changed.\n")


def test_a_new_column_is_named_and_ends_in_1(company: Firm, english: Call) -> None:
    english(*ACCEPT)
    change(company)
    ran = english("drift")
    assert ran.code == 1
    assert "portal: column `sender` of `messages` is new" in ran.said


def test_a_change_that_is_accepted_is_a_change_no_more(company: Firm, gestand: Call) -> None:
    gestand(*ACCEPT)
    change(company)
    accepted = gestand(*ACCEPT)
    assert accepted.code == 0
    assert "kolom `sender` van `messages` is nieuw" in accepted.said
    assert accepted.said.endswith("Onthouden zoals het nu is.")
    assert gestand("drift").out == "Er is niets veranderd.\n"


def test_json_lists_the_changes(company: Firm, gestand: Call) -> None:
    gestand(*ACCEPT)
    assert gestand("drift", "--json").json() == []
    change(company)
    ran = gestand("drift", "--json")
    assert ran.code == 1
    (told,) = ran.json()
    assert told["code"] == "drift"
    assert "`sender`" in told["what"]
