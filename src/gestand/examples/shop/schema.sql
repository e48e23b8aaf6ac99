CREATE TABLE products (code TEXT PRIMARY KEY, name TEXT NOT NULL, cents INTEGER NOT NULL);
CREATE TABLE events (id INTEGER PRIMARY KEY, title TEXT NOT NULL, held_on DATE NOT NULL);
CREATE TABLE customers (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  user_name TEXT NOT NULL UNIQUE,
  password_digest TEXT,
  email TEXT NOT NULL UNIQUE,
  address TEXT,
  phone TEXT,
  work TEXT,
  birth_year INTEGER,
  gender TEXT,
  interests TEXT,
  registered_at INTEGER NOT NULL
);
CREATE TABLE preferences (
  customer_id INTEGER PRIMARY KEY REFERENCES customers (id) ON DELETE CASCADE,
  email INTEGER NOT NULL,
  phone INTEGER NOT NULL,
  fax INTEGER NOT NULL,
  catalogue INTEGER NOT NULL,
  cart_reminder INTEGER NOT NULL
);
CREATE TABLE sign_ins (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  at INTEGER NOT NULL
);
CREATE TABLE orders (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  name TEXT NOT NULL,
  address TEXT NOT NULL,
  phone TEXT,
  ordered_at TEXT NOT NULL,
  delivered_on DATE
);
CREATE TABLE order_lines (
  id INTEGER PRIMARY KEY,
  order_id INTEGER NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
  product TEXT NOT NULL REFERENCES products (code),
  pieces INTEGER NOT NULL
);
CREATE TABLE invoices (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  number TEXT NOT NULL,
  name TEXT NOT NULL,
  address TEXT NOT NULL,
  total_cents INTEGER NOT NULL,
  issued_on DATE NOT NULL
);
CREATE TABLE card_payments (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  card_name TEXT NOT NULL,
  card_token TEXT NOT NULL,
  charged_on DATE NOT NULL
);
CREATE TABLE support_questions (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  words TEXT NOT NULL,
  closed_on DATE
);
CREATE TABLE profiles (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  visits_and_purchases TEXT,
  bought_in TEXT,
  made_on DATE NOT NULL
);
CREATE TABLE quote_requests (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  company TEXT,
  email TEXT NOT NULL,
  wanted TEXT NOT NULL,
  asked_on DATE NOT NULL
);
CREATE TABLE credit_applications (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  income_cents INTEGER NOT NULL,
  lender_says TEXT,
  decided_on DATE
);
CREATE TABLE returned_drives (
  id INTEGER PRIMARY KEY,
  owner_name TEXT NOT NULL,
  owner_email TEXT NOT NULL,
  serial TEXT NOT NULL,
  settled_on DATE
);
CREATE TABLE event_guests (
  id INTEGER PRIMARY KEY,
  event_id INTEGER NOT NULL REFERENCES events (id),
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  diet TEXT
);
CREATE TABLE prize_entries (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  phone TEXT,
  drawn_on DATE NOT NULL
);
CREATE TABLE survey_answers (
  id INTEGER PRIMARY KEY,
  email TEXT,
  mark INTEGER NOT NULL,
  answered_at DATETIME NOT NULL
);
CREATE TABLE testimonials (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  words TEXT NOT NULL,
  withdrawn_on DATE
);
CREATE TABLE carts (
  id INTEGER PRIMARY KEY,
  email TEXT,
  held TEXT NOT NULL,
  left_at INTEGER NOT NULL
);
CREATE TABLE "page visits" (
  id INTEGER PRIMARY KEY,
  at DATETIME NOT NULL,
  ip TEXT NOT NULL,
  device TEXT NOT NULL,
  browser TEXT NOT NULL,
  place TEXT NOT NULL,
  searched_for TEXT,
  came_from TEXT,
  page TEXT NOT NULL
);
