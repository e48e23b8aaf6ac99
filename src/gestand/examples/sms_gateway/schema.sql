CREATE TABLE countries (code TEXT PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE tariffs (
  country TEXT PRIMARY KEY REFERENCES countries (code),
  cents INTEGER NOT NULL
);
CREATE TABLE accounts (
  id INTEGER PRIMARY KEY,
  company TEXT NOT NULL,
  began_on DATE NOT NULL,
  ended_on DATE
);
CREATE TABLE contacts (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  role TEXT NOT NULL,
  first_name TEXT NOT NULL,
  last_name TEXT NOT NULL,
  address TEXT,
  email TEXT NOT NULL UNIQUE,
  phone TEXT,
  wants_news INTEGER NOT NULL
);
CREATE TABLE contact_settings (
  contact_id INTEGER PRIMARY KEY REFERENCES contacts (id) ON DELETE CASCADE,
  language TEXT NOT NULL,
  rows_a_page INTEGER NOT NULL
);
CREATE TABLE portal_sessions (
  id INTEGER PRIMARY KEY,
  contact_id INTEGER NOT NULL REFERENCES contacts (id),
  opened_at DATETIME NOT NULL
);
CREATE TABLE sign_ins (
  id INTEGER PRIMARY KEY,
  contact_id INTEGER NOT NULL REFERENCES contacts (id),
  at TEXT NOT NULL,
  ip TEXT NOT NULL
);
CREATE TABLE messages (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  recipient TEXT NOT NULL,
  body TEXT,
  country TEXT NOT NULL REFERENCES countries (code),
  parts INTEGER NOT NULL,
  sent_at INTEGER NOT NULL
);
CREATE TABLE invoices (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  contact_id INTEGER NOT NULL REFERENCES contacts (id),
  number TEXT NOT NULL,
  name TEXT NOT NULL,
  address TEXT NOT NULL,
  email TEXT,
  total_cents INTEGER NOT NULL,
  issued_on DATE NOT NULL
);
CREATE TABLE "web visits" (
  id INTEGER PRIMARY KEY,
  at DATETIME NOT NULL,
  ip TEXT NOT NULL,
  page TEXT NOT NULL,
  browser TEXT NOT NULL,
  place TEXT NOT NULL,
  came_from TEXT
);
