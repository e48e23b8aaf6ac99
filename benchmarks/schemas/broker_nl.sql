-- An insurance broker of twenty years: `-- KIND` behind a column says that it is personal, and what its rows look like.
CREATE TABLE tbl_klant (
  klnr INTEGER PRIMARY KEY, -- number
  klnaam TEXT, -- name
  voorl TEXT, -- initials
  tussenv TEXT, -- prefix
  roepnm TEXT, -- name
  geslcode TEXT, -- gender
  gebdt DATE, -- birth
  sofinr TEXT, -- bsn
  burgst TEXT, -- marital
  tel1 TEXT, -- phone
  mobnr TEXT, -- phone
  emladr TEXT, -- email
  reknr TEXT, -- iban
  inschrdt DATE,
  uitschrdt DATE,
  statcd TEXT,
  filcd TEXT,
  opm TEXT -- words
);
CREATE TABLE nawgeg (
  naw_id INTEGER PRIMARY KEY,
  klnr INTEGER REFERENCES tbl_klant (klnr),
  adrsrt TEXT,
  naam1 TEXT, -- name
  naam2 TEXT, -- name
  str TEXT, -- street
  huisnr TEXT, -- house
  huisnrtoev TEXT, -- house
  pc TEXT, -- postcode
  wpl TEXT, -- city
  landcd TEXT, -- country
  begdat DATE,
  einddat DATE
);
CREATE TABLE relatie (
  relnr INTEGER PRIMARY KEY, -- number
  relsoort TEXT,
  zoeknaam TEXT, -- name
  kvknr TEXT,
  contactpers TEXT, -- name
  telnr_alg TEXT, -- phone
  faxnr TEXT, -- phone
  www TEXT,
  debnr TEXT -- number
);
CREATE TABLE mdw (
  mdwnr INTEGER PRIMARY KEY, -- number
  mdwcode TEXT,
  vnaam TEXT, -- name
  anaam TEXT, -- name
  gebdat DATE, -- birth
  bsn TEXT, -- bsn
  iban TEXT, -- iban
  functie TEXT, -- words
  salschaal TEXT, -- words
  uurln NUMERIC, -- amount
  dat_in_dienst DATE,
  dat_uit_dienst DATE,
  pasfoto BLOB, -- bytes
  bhv INTEGER
);
CREATE TABLE ziekmld (
  id INTEGER PRIMARY KEY,
  mdwnr INTEGER REFERENCES mdw (mdwnr),
  eerste_ziektedag DATE, -- day
  dat_hersteld DATE, -- day
  verzuimpct INTEGER, -- amount
  reden TEXT -- words
);
CREATE TABLE polis (
  polnr TEXT PRIMARY KEY, -- number
  klnr INTEGER REFERENCES tbl_klant (klnr),
  polsoort TEXT,
  ingdt DATE,
  expdt DATE,
  premie NUMERIC,
  begunst TEXT -- name
);
CREATE TABLE schade (
  schnr INTEGER PRIMARY KEY,
  polnr TEXT REFERENCES polis (polnr),
  schdt DATE,
  toedracht TEXT, -- words
  tegp_naam TEXT, -- name
  tegp_kent TEXT, -- plate
  getuige TEXT, -- name
  letsel TEXT, -- words
  bedr NUMERIC
);
CREATE TABLE voertuig (
  id INTEGER PRIMARY KEY,
  klnr INTEGER REFERENCES tbl_klant (klnr),
  kent TEXT, -- plate
  merk TEXT,
  bouwjr INTEGER,
  regbest TEXT -- name
);
CREATE TABLE fact_kop (
  factnr TEXT PRIMARY KEY, -- number
  klnr INTEGER REFERENCES tbl_klant (klnr),
  factdt DATE,
  tenaamst TEXT, -- name
  bedr_incl NUMERIC, -- amount
  betdt DATE
);
CREATE TABLE fact_regel (
  id INTEGER PRIMARY KEY,
  factnr TEXT REFERENCES fact_kop (factnr),
  artnr TEXT,
  aant INTEGER,
  prijs NUMERIC
);
CREATE TABLE corresp (
  id INTEGER PRIMARY KEY,
  klnr INTEGER REFERENCES tbl_klant (klnr),
  dat DATE,
  richting TEXT,
  ondw TEXT, -- words
  tekst TEXT, -- words
  bijlage BLOB -- bytes
);
CREATE TABLE gebr (
  gebrnm TEXT PRIMARY KEY, -- name
  wwhash TEXT, -- secret
  mdwnr INTEGER REFERENCES mdw (mdwnr),
  laatst_ingelogd TIMESTAMP,
  rechten TEXT
);
CREATE TABLE gebr_log (
  id INTEGER PRIMARY KEY,
  gebrnm TEXT REFERENCES gebr (gebrnm),
  tijdst TIMESTAMP,
  ipadr TEXT, -- ip
  scherm TEXT
);
CREATE TABLE nwsbrf (
  id INTEGER PRIMARY KEY,
  adr TEXT, -- email
  aangem DATE,
  afgem DATE
);
CREATE TABLE artikel (
  artnr TEXT PRIMARY KEY,
  oms TEXT,
  prijs NUMERIC
);
CREATE TABLE mij (
  mijcd TEXT PRIMARY KEY,
  mijnaam TEXT,
  postbus TEXT
);
CREATE TABLE parm (
  parmcd TEXT PRIMARY KEY,
  waarde TEXT,
  omschr TEXT
);
