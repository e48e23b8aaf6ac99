"""The whole path on every sample: check, plan, approve, keep, check again; every count held against SQL by hand.

The dates in the SQL were counted by hand for Sunday 22 November 2026, in Amsterdam.
"""

import sqlite3
from collections import Counter
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from types import ModuleType

import pytest

from gestand.core.action import Erase, Mode
from gestand.core.finding import Finding, Verdict
from gestand.core.plan import Kept, Plan
from gestand.core.told import Approve
from gestand.examples import SAMPLES, write_sample
from gestand.examples.cookie_site import database as site
from gestand.examples.shop import database as shop
from gestand.examples.sms_gateway import database as portal
from gestand.examples.software_maker import database as relations
from gestand.examples.uptime_monitor import database as monitor
from gestand.guard import Allowed
from gestand.keeper import Checked
from gestand.wiring import Company, found_company, open_company, read_settings

NOW = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)
TODAY = date(2026, 11, 22)
SIZES: dict[ModuleType, dict[str, int]] = {
    portal: {"ACCOUNTS": 200, "MESSAGES": 20_000, "SIGN_INS": 1_800, "SESSIONS": 800, "VISITS": 4_800},
    monitor: {"ACCOUNTS": 540, "CHATS": 2_000, "RESULTS_A_CHECK": 3},
    relations: {"CLIENTS": 150, "REQUESTS": 900, "SUBSCRIBERS": 600, "RESPONSES": 600, "VIEWS": 3_600},
    site: {"MEMBERS": 400, "SESSIONS": 600, "CHOICES": 900, "VIEWS": 3_600, "SHARES": 240, "DEMOS": 120},
    shop: {"CUSTOMERS": 600, "GUESTS": 120, "ENTRIES": 150, "ANSWERS": 200, "CARTS": 300, "VISITS": 2_400},
}
DATABASES = {
    "sms-gateway": "portal.db",
    "uptime-monitor": "monitor.db",
    "software-maker": "relations.db",
    "cookie-site": "site.db",
    "shop": "shop.db",
}

ENDED = "account_id IN (SELECT id FROM accounts WHERE ended_on < '2026-11-22')"
LEAVING = f"""
    SELECT id FROM contacts c WHERE {ENDED}
    AND NOT EXISTS (SELECT 1 FROM invoices WHERE contact_id = c.id AND issued_on >= '2019-01-01')
    AND NOT EXISTS (SELECT 1 FROM sign_ins WHERE contact_id = c.id AND at >= '2026-05-22T22:00:00Z')"""
OLD_NUMBER = "sent_at < unixepoch('2026-11-15 23:00')"

QUIET = """plan = 'free' AND registered_at < unixepoch('2024-11-22 23:00') * 1000
    AND NOT EXISTS (SELECT 1 FROM sign_ins WHERE account_id = a.id AND at >= unixepoch('2024-11-22 23:00') * 1000)
    AND NOT EXISTS (SELECT 1 FROM check_edits WHERE account_id = a.id AND at >= unixepoch('2024-11-22 23:00') * 1000)"""
OVER = f"""
    SELECT id FROM accounts a WHERE (plan = 'trial' AND trial_ends_at < unixepoch('2026-08-22 22:00') * 1000)
    OR (plan IN ('paid', 'paid-yearly') AND paid_until <= '2024-11-22') OR ({QUIET})"""
LOST = f"""
    SELECT id FROM contacts WHERE account_id IN ({OVER})
    OR (confirmed_at IS NULL AND added_at < unixepoch('2026-10-22 22:00') * 1000)"""
STAYING = """
    SELECT account_id FROM invoices JOIN accounts a ON a.id = account_id
    WHERE NOT (paid_until <= '2024-11-22' AND issued_on < '2019-01-01')"""
PAST = "account_id IN (SELECT id FROM accounts WHERE paid_until <= '2024-11-22')"
BILLING = """account_id IN (SELECT id FROM accounts
    WHERE moved_to_free_on <= '2026-11-22' OR (plan <> 'free' AND paid_until <= '2024-11-22'))"""

CLOSED = "SELECT id FROM members WHERE closed_on <= '2026-05-22'"
MAILED = "SELECT member_id FROM mailings WHERE sent_on > '2025-11-22'"

IDLE = """
    SELECT id FROM customers c WHERE registered_at < unixepoch('2023-11-22 23:00')
    AND NOT EXISTS (SELECT 1 FROM sign_ins WHERE customer_id = c.id AND at >= unixepoch('2023-11-22 23:00'))"""
BILLED = "SELECT customer_id FROM invoices WHERE issued_on >= '2019-01-01'"
DELIVERED = "delivered_on <= '2024-11-22'"

# What today's plan must do: rows to erase, to empty, and to lose along with others.
ERASED = {
    "sms-gateway": {
        "invoices": "issued_on < '2019-01-01'",
        "sign_ins": "at < '2026-05-22T22:00:00Z'",
        "contacts": f"id IN ({LEAVING})",
        "web visits": "at < '2025-10-23'",
    },
    "uptime-monitor": {
        "billing_details": BILLING,
        "checks": f"account_id IN ({OVER})",
        "contacts": f"id IN ({LOST})",
        "invoices": f"issued_on < '2019-01-01' AND {PAST}",
        "accounts": f"id IN ({OVER}) AND id NOT IN ({STAYING})",
    },
    "software-maker": {
        "requests": "handled_on <= '2025-11-22'",
        "contact_persons": "client_id IN (SELECT id FROM clients WHERE ended_on <= '2026-08-22')",
        "subscribers": "left_on <= '2026-11-22'",
        "support_copies": "question_closed_at < '2026-11-08T23:00:00Z'",
    },
    "cookie-site": {
        "members": f"id IN ({CLOSED}) AND id NOT IN ({MAILED})",
        "web_sessions": "last_seen_at < unixepoch('2026-11-21 23:00')",
        "cookie_choices": "made_at < unixepoch('2024-11-22 23:00')",
        "mailings": "sent_on <= '2025-11-22'",
        "shares": "shared_at < unixepoch('2026-10-22 22:00') * 1000",
        "demo_requests": "asked_on <= '2026-05-22'",
    },
    "shop": {
        "customers": f"id IN ({IDLE}) AND id NOT IN ({BILLED})",
        "orders": DELIVERED,
        "invoices": "issued_on < '2019-01-01'",
        "card_payments": "charged_on <= '2025-10-22'",
        "support_questions": "closed_on <= '2024-11-22'",
        "profiles": "made_on <= '2025-11-22'",
        "quote_requests": "asked_on <= '2025-11-22'",
        "credit_applications": "decided_on <= '2026-05-22'",
        "returned_drives": "settled_on <= '2026-10-23'",
        "event_guests": "event_id IN (SELECT id FROM events WHERE held_on <= '2025-11-22')",
        "prize_entries": "drawn_on <= '2026-10-22'",
        "testimonials": "withdrawn_on <= '2026-11-22'",
        "carts": "left_at < unixepoch('2026-10-22 22:00') * 1000",
    },
}
EMPTIED = {
    "sms-gateway": {
        "messages": OLD_NUMBER,
        "contacts": f"{ENDED} AND id NOT IN ({LEAVING})",
        "invoices": f"{ENDED} AND issued_on >= '2019-01-01'",
    },
    "uptime-monitor": {
        "accounts": f"id IN ({OVER}) AND id IN ({STAYING})",
        "chat_conversations": "begun_at < '2026-05-22T22:00:00Z'",
    },
    "software-maker": {
        "campaign_responses": "campaign_id IN (SELECT id FROM campaigns WHERE closed_on <= '2026-05-22')",
        "page_views": "seen_at < unixepoch('2026-08-22 22:00') * 1000",
        "feedback": "given_at < '2025-11-23' AND email IS NOT NULL",
    },
    "cookie-site": {
        "members": f"id IN ({CLOSED}) AND id IN ({MAILED})",
        "page_views": "seen_at < '2025-10-23'",
    },
    "shop": {
        "customers": f"id IN ({IDLE}) AND id IN ({BILLED})",
        "survey_answers": "answered_at < '2026-05-23' AND email IS NOT NULL",
        "page visits": "at < '2025-10-23'",
    },
}
ALONG = {
    "sms-gateway": {
        "contact_settings": f"contact_id IN ({LEAVING})",
        "portal_sessions": f"contact_id IN ({LEAVING})",
    },
    "uptime-monitor": {
        "check_results": f"check_id IN (SELECT id FROM checks WHERE account_id IN ({OVER}))",
        "notification_settings": f"contact_id IN ({LOST})",
        "sign_ins": f"account_id IN ({OVER}) AND account_id NOT IN ({STAYING})",
        "check_edits": f"account_id IN ({OVER}) AND account_id NOT IN ({STAYING})",
    },
    "software-maker": {
        "request_steps": "request_id IN (SELECT id FROM requests WHERE handled_on <= '2025-11-22')",
    },
    "cookie-site": {
        "enrolments": f"member_id IN ({CLOSED}) AND member_id NOT IN ({MAILED})",
    },
    "shop": {
        "preferences": f"customer_id IN ({IDLE}) AND customer_id NOT IN ({BILLED})",
        "sign_ins": f"customer_id IN ({IDLE}) AND customer_id NOT IN ({BILLED})",
        "order_lines": f"order_id IN (SELECT id FROM orders WHERE {DELIVERED})",
    },
}
EMPTY = {
    "sms-gateway": {
        "messages": "recipient = '-' AND body IS NULL",
        "contacts": "first_name = '-' AND email = 'gone-' || id AND phone IS NULL AND address IS NULL",
        "invoices": "email IS NULL",
    },
    "uptime-monitor": {
        "accounts": "email = 'gone-' || id AND first_name = '-' AND company IS NULL AND phone IS NULL",
        "chat_conversations": "nickname = '-' AND words IS NULL",
    },
    "software-maker": {
        "campaign_responses": "name = '-' AND address = '-' AND email = '-'",
        "page_views": "visitor = '-' AND ip = '-' AND browser = '-'",
        "feedback": "given_at < '2025-11-23' AND email IS NULL AND id % 3 <> 0",
    },
    "cookie-site": {
        "members": "name = '-' AND email = 'gone-' || id AND password_digest IS NULL AND time_zone IS NULL",
        "page_views": "visitor = '-' AND ip = '-' AND interest IS NULL AND campaign IS NULL",
    },
    "shop": {
        "customers": "name = '-' AND email = 'gone-' || id AND user_name = email AND birth_year IS NULL",
        "survey_answers": "answered_at < '2026-05-23' AND email IS NULL AND id % 4 <> 0",
        "page visits": "ip = '-' AND device = '-' AND place = '-' AND searched_for IS NULL AND came_from IS NULL",
    },
}


class Walked:
    """One sample, walked through: what was seen and done at each station."""

    def __init__(self, name: str, folder: Path) -> None:
        self.name, self.folder = name, folder
        self.before = self.counts()
        company = open_company(folder, lambda: NOW)
        self.first: Checked = company.check()
        self.plan: Plan = company.plan()
        self.planned = self.by_hand()
        self.kept: Kept = self.keep(company)
        self.after = self.counts()
        self.second: Checked = company.check()
        self.nothing_left: Plan = company.plan()

    def keep(self, company: Company) -> Kept:
        company.tell(Approve(self.plan.digest, "the officer", "the first sweep"))
        return company.keep(Allowed(self.plan.rows, self.plan.digest), Mode.EXCLUSIVE)

    def by_hand(self) -> dict[str, dict[str, int]]:
        wanted = {"erased": ERASED, "emptied": EMPTIED, "along": ALONG}
        return {what: self.ask(tables[self.name]) for what, tables in wanted.items()}

    def counts(self) -> dict[str, int]:
        with closing(sqlite3.connect(self.folder / DATABASES[self.name])) as connection:
            names = connection.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
            ).fetchall()
        return self.ask(dict.fromkeys((name for (name,) in names), "true"))

    def ask(self, wheres: dict[str, str]) -> dict[str, int]:
        with closing(sqlite3.connect(self.folder / DATABASES[self.name])) as connection:
            return {
                table: connection.execute(f'SELECT count(*) FROM "{table}" WHERE {where}').fetchone()[0]
                for table, where in wheres.items()
            }


@pytest.fixture(scope="module", params=SAMPLES)
def walked(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Walked:
    """A sample of a tenth of its size: what holds of every row holds of fewer."""
    with pytest.MonkeyPatch.context() as patch:
        for module, sizes in SIZES.items():
            for size, rows in sizes.items():
                patch.setattr(module, size, rows)
        folder = write_sample(request.param, tmp_path_factory.mktemp("company"), TODAY)
    found_company(read_settings(folder), "log.example/sample")
    return Walked(request.param, folder)


def of(verdict: Verdict, checked: Checked) -> list[Finding]:
    return [finding for finding in checked.findings if finding.verdict is verdict]


def test_the_first_check_finds_a_deviation_of_every_promise(walked: Walked) -> None:
    deviating = {finding.promise for finding in of(Verdict.DEVIATION, walked.first)}
    assert deviating == {sweep.sweep.promise for sweep in walked.plan.arrears}


def test_the_plan_counts_what_sql_by_hand_counts(walked: Walked) -> None:
    erased, emptied, along = Counter[str](), Counter[str](), Counter[str]()
    for action in walked.plan.actions:
        (erased if isinstance(action, Erase) else emptied)[action.table.name] += action.rows
        for child in action.along if isinstance(action, Erase) else ():
            along[child.path[-1].table.name] += child.rows
    planned = walked.planned
    assert dict(erased) == planned["erased"]
    assert dict(emptied) == planned["emptied"]
    assert dict(along) == planned["along"]
    assert min([*erased.values(), *emptied.values(), *along.values()]) > 0


def test_keep_does_the_plan_and_nothing_else(walked: Walked) -> None:
    gone = Counter(walked.planned["erased"]) + Counter(walked.planned["along"])
    assert walked.after == {table: rows - gone[table] for table, rows in walked.before.items()}
    assert not any(outcome.trouble or outcome.left for outcome in walked.kept.outcomes)
    assert walked.kept.waiting == ()
    assert walked.nothing_left.actions == ()


def test_what_was_emptied_is_empty_and_nothing_else_is(walked: Walked) -> None:
    assert walked.ask(EMPTY[walked.name]) == walked.planned["emptied"]


def test_after_keeping_no_check_finds_a_deviation(walked: Walked) -> None:
    assert of(Verdict.DEVIATION, walked.second) == []


def test_after_keeping_only_what_a_person_keeps_by_hand_is_left_to_that_person(walked: Walked) -> None:
    assert of(Verdict.CANNOT_TELL, walked.second) == []
    by_hand = [finding for finding in walked.second.findings if finding.code == "kept-by-hand"]
    assert [finding.verdict for finding in by_hand] == [Verdict.RUNNING]


def test_the_law_keeps_invoices_that_the_promise_would_let_go(walked: Walked) -> None:
    kept_by_law = [finding.rows for finding in walked.second.findings if finding.code == "kept-by-law"]
    if walked.name != "uptime-monitor":
        assert kept_by_law == []
        return
    demanded = f"issued_on >= '2019-01-01' AND {PAST}"
    assert kept_by_law == list(walked.ask({"invoices": demanded}).values())


def test_the_reach_names_what_is_kept_by_hand(walked: Walked) -> None:
    by_hand = {
        "sms-gateway": {"lead-service-account", "back-ups"},
        "uptime-monitor": {"help-desk", "back-ups"},
        "software-maker": {"mailbox", "back-ups"},
        "cookie-site": {"campaign-account", "back-ups"},
        "shop": {"catalogue-house", "back-ups"},
    }
    assert set(walked.second.reach.by_hand) == by_hand[walked.name]
