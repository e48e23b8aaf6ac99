-- A home for the elderly: `-- KIND` behind a column says that it is personal, and what its rows look like.
CREATE TABLE bewoners (
  id INTEGER PRIMARY KEY,
  achternaam TEXT, -- name
  voornamen TEXT, -- name
  geboortedat DATE, -- birth
  bsnr TEXT, -- bsn
  kamernr TEXT,
  zzp_indicatie TEXT, -- words
  dieetcode TEXT, -- words
  reanimatie_ja_nee INTEGER, -- amount
  huisarts TEXT, -- name
  kerkgen TEXT, -- words
  opnamedat DATE,
  overl_dat DATE
);
CREATE TABLE contactpersonen (
  id INTEGER PRIMARY KEY,
  bewoner_id INTEGER REFERENCES bewoners (id),
  naam_contactp TEXT, -- name
  relatie_tot TEXT,
  tel_thuis TEXT, -- phone
  tel_mobiel TEXT, -- phone
  mailadr TEXT -- email
);
CREATE TABLE medicatie (
  id INTEGER PRIMARY KEY,
  bewoner_id INTEGER REFERENCES bewoners (id),
  middel TEXT, -- words
  dosering TEXT, -- words
  gestopt_op DATE -- day
);
CREATE TABLE rapportage (
  id INTEGER PRIMARY KEY,
  bewoner_id INTEGER REFERENCES bewoners (id),
  mdw_id INTEGER,
  datumtijd TIMESTAMP,
  verslag TEXT -- words
);
CREATE TABLE medewerkers (
  id INTEGER PRIMARY KEY,
  persnr TEXT, -- number
  naam TEXT, -- name
  big_nummer TEXT, -- number
  mail_werk TEXT, -- email
  mail_prive TEXT, -- email
  rek_nr TEXT, -- iban
  contracturen NUMERIC,
  vog_datum DATE
);
CREATE TABLE vrijwilligers (
  id INTEGER PRIMARY KEY,
  naam TEXT, -- name
  adres TEXT, -- street
  postcode_plaats TEXT, -- postcode
  telefoon1 TEXT, -- phone
  beschikbaar TEXT
);
CREATE TABLE bezoekregistratie (
  id INTEGER PRIMARY KEY,
  naam_bezoeker TEXT, -- name
  bewoner_id INTEGER REFERENCES bewoners (id),
  tijd_in TIMESTAMP,
  tijd_uit TIMESTAMP
);
CREATE TABLE inlog (
  id INTEGER PRIMARY KEY,
  medewerker_id INTEGER REFERENCES medewerkers (id),
  inlogcode TEXT, -- name
  pwd TEXT, -- secret
  ip_laatste TEXT -- ip
);
CREATE TABLE kamers (
  id INTEGER PRIMARY KEY,
  kamernr TEXT,
  etage INTEGER,
  m2 NUMERIC
);
CREATE TABLE leveranciers (
  id INTEGER PRIMARY KEY,
  naam TEXT,
  kvk TEXT,
  contactpersoon TEXT, -- name
  telefoonnummer TEXT -- phone
);
CREATE TABLE menu (
  id INTEGER PRIMARY KEY,
  dag DATE,
  gerecht TEXT,
  prijs NUMERIC
);
