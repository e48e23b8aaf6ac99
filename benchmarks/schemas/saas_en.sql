-- A product for teams: `-- KIND` behind a column says that it is personal, and what its rows look like.
CREATE TABLE organizations (
  id INTEGER PRIMARY KEY,
  name TEXT,
  slug TEXT,
  billing_email TEXT, -- email
  vat_id TEXT,
  created_at TIMESTAMP
);
CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  uuid TEXT,
  email TEXT, -- email
  unconfirmed_email TEXT, -- email
  encrypted_password TEXT, -- secret
  given_name TEXT, -- name
  family_name TEXT, -- name
  pronouns TEXT, -- words
  avatar_url TEXT, -- words
  locale TEXT, -- words
  tz TEXT, -- words
  phone_e164 TEXT, -- phone
  dob DATE, -- birth
  current_sign_in_ip TEXT, -- ip
  last_sign_in_ip TEXT, -- ip
  last_sign_in_at TIMESTAMP,
  sign_in_count INTEGER,
  reset_password_token TEXT, -- secret
  otp_secret TEXT, -- secret
  failed_attempts INTEGER,
  marketing_opt_in INTEGER,
  created_at TIMESTAMP,
  deleted_at TIMESTAMP
);
CREATE TABLE memberships (
  id INTEGER PRIMARY KEY,
  user_id INTEGER REFERENCES users (id),
  organization_id INTEGER REFERENCES organizations (id),
  role TEXT,
  job_title TEXT, -- words
  invited_by_id INTEGER
);
CREATE TABLE invitations (
  id INTEGER PRIMARY KEY,
  organization_id INTEGER REFERENCES organizations (id),
  invitee_email TEXT, -- email
  invitee_name TEXT, -- name
  token TEXT, -- secret
  accepted_at TIMESTAMP
);
CREATE TABLE sessions (
  id INTEGER PRIMARY KEY,
  user_id INTEGER REFERENCES users (id),
  ip TEXT, -- ip
  ua TEXT, -- agent
  token_digest TEXT, -- secret
  last_active_at TIMESTAMP
);
CREATE TABLE audit_events (
  id INTEGER PRIMARY KEY,
  actor_id INTEGER,
  actor_email TEXT, -- email
  action TEXT,
  subject_type TEXT,
  subject_id INTEGER,
  origin_ip TEXT, -- ip
  metadata JSON,
  created_at TIMESTAMP
);
CREATE TABLE payment_methods (
  id INTEGER PRIMARY KEY,
  organization_id INTEGER REFERENCES organizations (id),
  brand TEXT,
  last4 TEXT, -- number
  exp_month INTEGER,
  exp_year INTEGER,
  cardholder TEXT, -- name
  billing_zip TEXT, -- postcode
  billing_country TEXT, -- country
  provider_ref TEXT
);
CREATE TABLE invoices (
  id INTEGER PRIMARY KEY,
  organization_id INTEGER REFERENCES organizations (id),
  number TEXT, -- number
  customer_name TEXT, -- name
  customer_email TEXT, -- email
  line1 TEXT, -- street
  line2 TEXT, -- street
  zip TEXT, -- postcode
  city TEXT, -- city
  total_cents INTEGER, -- amount
  currency TEXT,
  issued_on DATE
);
CREATE TABLE projects (
  id INTEGER PRIMARY KEY,
  organization_id INTEGER REFERENCES organizations (id),
  name TEXT,
  description TEXT
);
CREATE TABLE comments (
  id INTEGER PRIMARY KEY,
  project_id INTEGER REFERENCES projects (id),
  author_id INTEGER REFERENCES users (id),
  body TEXT, -- words
  edited_at TIMESTAMP
);
CREATE TABLE attachments (
  id INTEGER PRIMARY KEY,
  comment_id INTEGER REFERENCES comments (id),
  filename TEXT,
  content_type TEXT,
  byte_size INTEGER
);
CREATE TABLE email_deliveries (
  id INTEGER PRIMARY KEY,
  to_address TEXT, -- email
  subject TEXT, -- words
  template TEXT,
  bounced_at TIMESTAMP
);
CREATE TABLE support_tickets (
  id INTEGER PRIMARY KEY,
  requester_email TEXT, -- email
  requester_name TEXT, -- name
  subject TEXT, -- words
  priority TEXT,
  state TEXT,
  closed_at TIMESTAMP
);
CREATE TABLE ticket_messages (
  id INTEGER PRIMARY KEY,
  ticket_id INTEGER REFERENCES support_tickets (id),
  from_email TEXT, -- email
  body_html TEXT, -- words
  created_at TIMESTAMP
);
CREATE TABLE leads (
  id INTEGER PRIMARY KEY,
  fullname TEXT, -- name
  work_email TEXT, -- email
  company_name TEXT, -- words
  headcount INTEGER,
  linkedin_url TEXT, -- words
  notes TEXT, -- words
  utm_source TEXT
);
CREATE TABLE page_events (
  id INTEGER PRIMARY KEY,
  anonymous_id TEXT, -- secret
  user_id INTEGER,
  url TEXT, -- words
  referer TEXT, -- words
  user_agent TEXT, -- agent
  geo_lat NUMERIC, -- amount
  geo_lng NUMERIC, -- amount
  occurred_at TIMESTAMP
);
CREATE TABLE oauth_identities (
  id INTEGER PRIMARY KEY,
  user_id INTEGER REFERENCES users (id),
  provider TEXT,
  uid TEXT, -- number
  access_token TEXT, -- secret
  handle TEXT -- name
);
CREATE TABLE health_checks (
  id INTEGER PRIMARY KEY,
  host_name TEXT,
  status TEXT,
  checked_at TIMESTAMP
);
CREATE TABLE plans (
  id INTEGER PRIMARY KEY,
  name TEXT,
  price_cents INTEGER
);
CREATE TABLE feature_flags (
  id INTEGER PRIMARY KEY,
  name TEXT,
  enabled INTEGER
);
CREATE TABLE webhooks (
  id INTEGER PRIMARY KEY,
  organization_id INTEGER REFERENCES organizations (id),
  target_url TEXT,
  signing_secret TEXT
);
CREATE TABLE schema_migrations (
  version TEXT PRIMARY KEY
);
