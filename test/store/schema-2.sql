-- Where schema 2 differed from 3: the tables of an archive are made into those that it had.
drop view newest;
drop index version_by_bytes;
alter table version rename to new_version;
create table version (
  number      integer primary key,
  article     text not null references article (id),
  version     text not null,
  sha256      text not null,
  bytes       text not null,
  extractor   text not null,
  ingested_at text not null,
  digest      text not null,
  record      text not null,
  unique (article, version)
) strict;
insert into version
  select number, article, version, sha256, bytes, extractor, ingested_at, digest, unpack(record) from new_version;
drop table new_version;
create index version_by_bytes on version (bytes);
create view newest as
  select article.id, article.source, article.place, article.quotes, version.*
  from article join version on version.article = article.id and version.version = article.version;
create table wording (
  place integer primary key,
  item  text not null
) strict;
insert into wording
  select quote.place, found.value from quote join newest on newest.place = quote.article
  join json_each(newest.record, '$.quotes') found on found.value ->> 'id' = quote.id;
drop table shown;
pragma user_version = 2;
