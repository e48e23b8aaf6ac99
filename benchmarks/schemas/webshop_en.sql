-- A web shop on a blog engine: `-- KIND` behind a column says that it is personal, and what its rows look like.
CREATE TABLE wp_users (
  ID INTEGER PRIMARY KEY,
  user_login TEXT, -- name
  user_pass TEXT, -- secret
  user_nicename TEXT, -- name
  user_email TEXT, -- email
  user_url TEXT, -- words
  user_registered TIMESTAMP,
  user_activation_key TEXT, -- secret
  user_status INTEGER,
  display_name TEXT -- name
);
CREATE TABLE wc_customer_lookup (
  customer_id INTEGER PRIMARY KEY,
  user_id INTEGER REFERENCES wp_users (ID),
  username TEXT, -- name
  first_name TEXT, -- name
  last_name TEXT, -- name
  email TEXT, -- email
  date_last_active TIMESTAMP,
  country TEXT, -- country
  postcode TEXT, -- postcode
  city TEXT, -- city
  state TEXT -- words
);
CREATE TABLE wc_orders (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER REFERENCES wc_customer_lookup (customer_id),
  status TEXT,
  currency TEXT,
  total_amount NUMERIC, -- amount
  billing_email TEXT, -- email
  ip_address TEXT, -- ip
  user_agent TEXT, -- agent
  customer_note TEXT -- words
);
CREATE TABLE wc_order_addresses (
  id INTEGER PRIMARY KEY,
  order_id INTEGER REFERENCES wc_orders (id),
  address_type TEXT,
  first_name TEXT, -- name
  last_name TEXT, -- name
  company TEXT, -- words
  address_1 TEXT, -- street
  address_2 TEXT, -- street
  city TEXT, -- city
  state TEXT, -- words
  postcode TEXT, -- postcode
  country TEXT, -- country
  email TEXT, -- email
  phone TEXT -- phone
);
CREATE TABLE wp_comments (
  comment_ID INTEGER PRIMARY KEY,
  comment_author TEXT, -- name
  comment_author_email TEXT, -- email
  comment_author_url TEXT, -- words
  comment_author_IP TEXT, -- ip
  comment_date TIMESTAMP,
  comment_content TEXT, -- words
  comment_agent TEXT, -- agent
  comment_approved TEXT
);
CREATE TABLE carriers (
  id INTEGER PRIMARY KEY,
  carrier_name TEXT,
  tracking_url TEXT
);
CREATE TABLE shipments (
  id INTEGER PRIMARY KEY,
  order_id INTEGER REFERENCES wc_orders (id),
  tracking_number TEXT, -- number
  consignee TEXT, -- name
  ship_to_street TEXT, -- street
  ship_to_zip TEXT, -- postcode
  weight_grams INTEGER
);
CREATE TABLE gift_cards (
  id INTEGER PRIMARY KEY,
  code TEXT,
  sender_name TEXT, -- name
  recipient_name TEXT, -- name
  recipient_email TEXT, -- email
  personal_message TEXT, -- words
  balance NUMERIC
);
CREATE TABLE staff (
  id INTEGER PRIMARY KEY,
  full_legal_name TEXT, -- name
  national_insurance_no TEXT, -- number
  hourly_rate NUMERIC, -- amount
  next_of_kin TEXT, -- name
  next_of_kin_phone TEXT, -- phone
  start_date DATE
);
CREATE TABLE wp_options (
  option_id INTEGER PRIMARY KEY,
  option_name TEXT,
  option_value TEXT
);
CREATE TABLE products (
  id INTEGER PRIMARY KEY,
  sku TEXT,
  name TEXT,
  description TEXT,
  weight NUMERIC,
  price NUMERIC
);
CREATE TABLE product_reviews (
  id INTEGER PRIMARY KEY,
  product_id INTEGER REFERENCES products (id),
  reviewer TEXT, -- name
  reviewer_email TEXT, -- email
  review TEXT, -- words
  rating INTEGER
);
