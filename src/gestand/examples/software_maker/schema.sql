CREATE TABLE products (code TEXT PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE campaigns (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  closed_on DATE
);
CREATE TABLE clients (
  id INTEGER PRIMARY KEY,
  company TEXT NOT NULL,
  began_on DATE NOT NULL,
  ended_on DATE
);
CREATE TABLE contact_persons (
  id INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES clients (id),
  name TEXT NOT NULL,
  address TEXT,
  email TEXT NOT NULL UNIQUE,
  phone TEXT,
  told_of_breaches INTEGER NOT NULL
);
CREATE TABLE requests (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  phone TEXT,
  words TEXT,
  received_at INTEGER NOT NULL,
  handled_on DATE
);
CREATE TABLE request_steps (
  id INTEGER PRIMARY KEY,
  request_id INTEGER NOT NULL REFERENCES requests (id) ON DELETE CASCADE,
  told_at INTEGER NOT NULL,
  words TEXT NOT NULL
);
CREATE TABLE subscribers (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL UNIQUE,
  confirmed_at TEXT NOT NULL,
  left_on DATE
);
CREATE TABLE campaign_responses (
  id INTEGER PRIMARY KEY,
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
  name TEXT NOT NULL,
  address TEXT NOT NULL,
  email TEXT NOT NULL,
  responded_on DATE NOT NULL
);
CREATE TABLE page_views (
  id INTEGER PRIMARY KEY,
  seen_at INTEGER NOT NULL,
  visitor TEXT NOT NULL,
  ip TEXT NOT NULL,
  browser TEXT NOT NULL,
  provider TEXT,
  came_from TEXT,
  page TEXT NOT NULL,
  seconds INTEGER NOT NULL
);
CREATE TABLE feedback (
  id INTEGER PRIMARY KEY,
  given_at DATETIME NOT NULL,
  email TEXT,
  words TEXT NOT NULL,
  product TEXT NOT NULL REFERENCES products (code)
);
CREATE TABLE support_copies (
  id INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES clients (id),
  file_name TEXT NOT NULL,
  content TEXT NOT NULL,
  question_closed_at TEXT
);
