-- The archive. Everything that can be derived from an article stands in its record; a column is what a query needs.

-- One row: what has changed since a client last looked, and how much there is.
create table archive (
  only       integer primary key check (only = 1),
  generation text    not null,  -- the digests of all newest records, combined so that their order does not matter
  articles   integer not null,
  quotes     integer not null
) strict;

insert into archive values (1, '0000000000000000', 0, 0);

-- One row an article: its newest version, and its place in each list.
create table article (
  place       integer primary key,        -- rises with the time of publication; undated ones first (place.ts)
  id          text not null unique,       -- the slug of its title; it stays when the title changes
  source      text not null unique,       -- where it comes from: its canonical URL, else its path
  version     text not null,              -- the newest one
  title_order text not null,              -- sorts by code point: accents and case folded, untitled last
  publisher   text,                       -- as printed
  language    text,
  year        integer,                    -- of its publication, in UTC
  quotes      integer not null,           -- how many it has: theirs are the places from its own on
  summary     text not null               -- the article of the newest record, as JSON: what a list shows
) strict;

create index article_by_title on article (title_order, id);

-- One row for each text that an article has had. Older ones stay readable.
create table version (
  number      integer primary key,        -- rises with each write: the newest version has the highest
  article     text not null references article (id),
  version     text not null,              -- the first 12 hex digits of sha256
  sha256      text not null,              -- of the text
  bytes       text not null,              -- SHA-256 of the bytes that it was read from
  extractor   text not null,
  ingested_at text not null,
  digest      text not null,              -- of the record: two records are the same when their digests are
  record      text not null,              -- the whole record, as JSON
  unique (article, version)
) strict;

create index version_by_bytes on version (bytes);

-- What readers see when they name no version.
create view newest as
  select article.id, article.source, article.place, article.quotes, version.*
  from article join version on version.article = article.id and version.version = article.version;

-- One row a quote of a newest version: what is counted and compared, and no words. Read from the highest place down,
-- quotes come as they are asked for: those of the newest article first, in its order.
create table quote (
  place      integer primary key,         -- in those of its article; the last quote has the lowest
  article    integer not null,            -- the place of its article
  id         text    not null,            -- unique in the article
  kind       text    not null,
  speaker    integer,                     -- the number of the entity that says it
  words      integer not null,
  verbatim   integer not null,
  confidence real    not null             -- of the speaker; 0 where it is not known
) strict;

create index quote_by_words on quote (words);

-- What a list shows of a quote, as JSON, apart from what is read to find it.
create table wording (
  place integer primary key,
  item  text not null
) strict;

-- One row an entity across articles: a linked one (Q57663), or all that have one type and name (person-mara-lind).
create table entity (
  number     integer primary key,
  key        text    not null unique,
  type       text    not null,            -- what it is called by articles (below)
  name       text    not null,
  name_order text    not null,            -- the name folded: what names are compared by
  articles   integer not null,            -- how many name it
  mentions   integer not null,
  spoken     integer not null,            -- how many it speaks in
  said       integer not null,            -- quotes of any kind
  quotes     integer not null,            -- direct and mixed ones: their words are counted
  words      integer not null,
  verbatim   integer not null
) strict;

create index entity_by_articles on entity (articles, key);
create index entity_by_name     on entity (name_order, key);
create index speaker_by_words   on entity (words, key)      where said > 0;
create index speaker_by_name    on entity (name_order, key) where said > 0;

-- What articles call an entity. It is shown with the fullest of these names, and with the type that most articles give it,
-- so that it does not matter which came first.
create table called (
  entity   integer not null references entity (number),
  type     text    not null,
  name     text    not null,
  articles integer not null,
  primary key (entity, type, name)
) strict, without rowid;

-- What is searched. The words are folded and cut by search.ts, so `ascii` finds only the blanks between them; facts are
-- words that stand for a value of a filter (facts.ts). The rows are those of the same place or number.
create virtual table quote_words using fts5 (
  said, speaker, facts, content = '', contentless_delete = 1, tokenize = 'ascii'
);

create virtual table article_words using fts5 (
  title, body, facts, content = '', contentless_delete = 1, tokenize = 'ascii'
);

create virtual table entity_words using fts5 (name, content = '', contentless_delete = 1, tokenize = 'ascii');

-- One row an input that was read to its end: it is not read again while its bytes and what reads them stay the same.
create table input (
  path   text not null primary key,
  digest text not null,               -- SHA-256 of its bytes
  reader text not null                -- the program that read it, and its version
) strict, without rowid;

create index input_by_digest on input (digest);

-- One row for each input, or article in one, that is not in the archive.
create table refused (
  path       text not null,
  code       text not null,           -- as in docs/problems.md
  detail     text not null,
  outcome    text not null,           -- skipped, rejected or failed
  refused_at text not null,
  primary key (path, code, detail)
) strict, without rowid;
