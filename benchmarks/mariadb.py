"""MariaDB: one DELETE by hand beside a polite sweep. No target: shown so that one knows."""

import os
from contextlib import closing

import pymysql

from benchmarks import promise
from benchmarks.figure import Section, Size, ratio
from benchmarks.messages import BODY, FIRST, SPAN
from benchmarks.rounds import Side, in_turn
from gestand.core.predicate import Reading
from gestand.stores.sql import SqlStore

HOST, PORT, USER = "127.0.0.1", 3306, "root"
DATABASE = f"gestand_bench_{os.getpid()}"
MOST_ROWS = 2_000_000
HOW = """\
The same table on InnoDB, dates in UTC without a zone. Every run starts from the same rows, copied from a prepared
table. By hand: one `DELETE`. gestand: count, sweep in polite batches, count again."""
_COLUMNS = """id bigint PRIMARY KEY AUTO_INCREMENT, recipient varchar(40) NOT NULL, body varchar(200) NOT NULL,
sent_at datetime NOT NULL, KEY messages_by_date (sent_at)"""


def run(size: Size) -> Section:
    """At most two million rows; where no server answers on this machine, that is said."""
    if not answers():
        return Section("MariaDB", "Not measured: no server answers on this machine.", ())
    rows = min(size.rows, MOST_ROWS)
    _do(f"DROP DATABASE IF EXISTS {DATABASE}", f"CREATE DATABASE {DATABASE}")
    try:
        _do(f"USE {DATABASE}", f"CREATE TABLE prepared ({_COLUMNS})", _fill(rows))
        found = in_turn(size.rounds, {"hand": lambda: _fresh(_by_hand), "gestand": lambda: _fresh(_gestand)})
    finally:
        _do(f"DROP DATABASE {DATABASE}")
    figures = (ratio("date follows the key", found["hand"], found["gestand"]),)
    return Section(f"MariaDB, {rows:,} rows, {rows // 10:,} past their term", HOW, figures)


def answers() -> bool:
    """Whether a server is there and lets us in."""
    try:
        _do("SELECT 1")
    except pymysql.OperationalError:
        return False
    return True


def _fill(rows: int) -> str:
    return f"""INSERT INTO prepared (recipient, body, sent_at)
    SELECT concat('+316', lpad(seq * 7919 % 100000000, 8, '0')), '{BODY}',
    timestamp '{FIRST:%Y-%m-%d %H:%M:%S}' + interval (seq * {SPAN.total_seconds()} / {rows}) second
    FROM seq_0_to_{rows - 1}"""


def _fresh(side: Side) -> Side:
    _do(
        f"USE {DATABASE}",
        "DROP TABLE IF EXISTS messages",
        f"CREATE TABLE messages ({_COLUMNS})",
        "INSERT INTO messages SELECT * FROM prepared",
        "ANALYZE TABLE messages",
    )
    return side


def _by_hand() -> None:
    _do(f"USE {DATABASE}", f"DELETE FROM messages WHERE sent_at < '{promise.CUT_OFF:%Y-%m-%d %H:%M:%S}'")


def _gestand() -> None:
    store = SqlStore("messages", f"mariadb://{USER}@{HOST}:{PORT}/{DATABASE}")
    promise.keep(store, promise.world(store, Reading.DATETIME, zone="UTC"))
    store.close()


def _do(*statements: str) -> None:
    connection = pymysql.connect(host=HOST, port=PORT, user=USER, autocommit=True)
    with closing(connection), connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
