-- The archive. Everything that can be derived from an article stands in its record; a column is what a query needs.

-- One row: what has changed since a client last looked.
create table archive (
  only       integer primary key check (only = 1),
  generation text    not null  -- the digests of all newest records, combined so that their order does not matter
) strict;

insert into archive values (1, '0000000000000000');

-- One row an article: its newest version, and its place in each list.
create table article (
  id          text not null primary key,  -- the slug of its title; it stays when the title changes
  source      text not null unique,       -- where it comes from: its canonical URL, else its path
  version     text not null,              -- the newest one
  title_order text not null,              -- sorts by code point: accents and case folded, untitled last
  date_order  text not null,              -- sorts by code point: the latest first, undated last
  summary     text not null               -- the article of the newest record, as JSON: what a list shows
) strict;

create index article_by_title on article (title_order, id);
create index article_by_date  on article (date_order, id);

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
  select article.id, article.source, version.*
  from article join version on version.article = article.id and version.version = article.version;
