CREATE TABLE countries (code TEXT PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE plans (code TEXT PRIMARY KEY, cents_a_month INTEGER NOT NULL);
CREATE TABLE accounts (
  id INTEGER PRIMARY KEY,
  plan TEXT NOT NULL REFERENCES plans (code),
  first_name TEXT NOT NULL,
  last_name TEXT NOT NULL,
  gender TEXT,
  country TEXT NOT NULL,
  time_zone TEXT,
  company TEXT,
  email TEXT NOT NULL UNIQUE,
  address TEXT,
  phone TEXT,
  messenger TEXT,
  registered_at INTEGER NOT NULL,
  trial_ends_at INTEGER,
  paid_until DATE,
  moved_to_free_on DATE
);
CREATE TABLE sign_ins (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  at INTEGER NOT NULL
);
CREATE TABLE check_edits (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  at INTEGER NOT NULL
);
CREATE TABLE contacts (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  name TEXT NOT NULL,
  email TEXT,
  phone TEXT,
  messenger TEXT,
  added_at INTEGER NOT NULL,
  confirmed_at INTEGER
);
CREATE TABLE notification_settings (
  id INTEGER PRIMARY KEY,
  contact_id INTEGER NOT NULL REFERENCES contacts (id),
  channel TEXT NOT NULL,
  alerts INTEGER NOT NULL,
  reports INTEGER NOT NULL,
  quiet_hours TEXT
);
CREATE TABLE checks (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  name TEXT NOT NULL,
  site TEXT NOT NULL
);
CREATE TABLE check_results (
  id INTEGER PRIMARY KEY,
  check_id INTEGER NOT NULL REFERENCES checks (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  status INTEGER NOT NULL,
  took_ms INTEGER NOT NULL
);
CREATE TABLE billing_details (
  account_id INTEGER PRIMARY KEY REFERENCES accounts (id),
  card_name TEXT NOT NULL,
  card_token TEXT NOT NULL,
  address TEXT NOT NULL,
  tax_number TEXT
);
CREATE TABLE invoices (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  number TEXT NOT NULL,
  name TEXT NOT NULL,
  address TEXT NOT NULL,
  total_cents INTEGER NOT NULL,
  issued_on DATE NOT NULL
);
CREATE TABLE chat_conversations (
  id INTEGER PRIMARY KEY,
  channel TEXT NOT NULL,
  nickname TEXT NOT NULL,
  words TEXT,
  begun_at TEXT NOT NULL
);
