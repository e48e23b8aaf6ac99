CREATE TABLE courses (code TEXT PRIMARY KEY, title TEXT NOT NULL);
CREATE TABLE pages (path TEXT PRIMARY KEY, title TEXT NOT NULL);
CREATE TABLE members (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  email TEXT NOT NULL UNIQUE,
  password_digest TEXT,
  time_zone TEXT,
  joined_at TEXT NOT NULL,
  closed_on DATE
);
CREATE TABLE enrolments (
  id INTEGER PRIMARY KEY,
  member_id INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
  course TEXT NOT NULL REFERENCES courses (code),
  page_reached INTEGER NOT NULL
);
CREATE TABLE web_sessions (
  id INTEGER PRIMARY KEY,
  member_id INTEGER REFERENCES members (id),
  token TEXT NOT NULL UNIQUE,
  filled_in TEXT,
  cart TEXT,
  last_seen_at INTEGER NOT NULL
);
CREATE TABLE cookie_choices (
  id INTEGER PRIMARY KEY,
  visitor TEXT NOT NULL,
  analytics INTEGER NOT NULL,
  social INTEGER NOT NULL,
  campaigns INTEGER NOT NULL,
  text_version INTEGER NOT NULL,
  made_at INTEGER NOT NULL
);
CREATE TABLE page_views (
  id INTEGER PRIMARY KEY,
  visitor TEXT NOT NULL,
  ip TEXT NOT NULL,
  page TEXT NOT NULL REFERENCES pages (path),
  first_visit INTEGER NOT NULL,
  interest TEXT,
  campaign TEXT,
  seen_at DATETIME NOT NULL
);
CREATE TABLE mailings (
  id INTEGER PRIMARY KEY,
  member_id INTEGER NOT NULL REFERENCES members (id),
  subject TEXT NOT NULL,
  sent_on DATE NOT NULL,
  opened_at TEXT,
  clicked_on TEXT
);
CREATE TABLE shares (
  id INTEGER PRIMARY KEY,
  network TEXT NOT NULL,
  ip TEXT NOT NULL,
  network_account TEXT,
  page TEXT NOT NULL REFERENCES pages (path),
  shared_at INTEGER NOT NULL
);
CREATE TABLE demo_requests (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  company TEXT,
  email TEXT NOT NULL,
  asked_on DATE NOT NULL
);
