"""The jobs of ../jobs.json. One line for each: its name, a tab, the answer."""

import os

from verbatim import Client
from verbatim.api.articles import get_article
from verbatim.api.quotes import get_quote, list_quotes, list_quotes_csv
from verbatim.api.text import get_article_text
from verbatim.models import OffsetUnit, Problem, QuoteKind

client = Client(base_url=os.environ["URL"])
odd = Client(base_url=os.environ["ODD_URL"])
article, harbour, quay = os.environ["ARTICLE"], os.environ["HARBOUR"], os.environ["QUAY"]


def get():
    found = get_article.sync(article, client=client)
    return f"{found.title} | {found.counts.words} | {found.counts.quotes}"


def list_():
    speakers = ["julia-roknifard", "Brian Nelson"]
    kinds = [QuoteKind.DIRECT, QuoteKind.MIXED]
    return " ".join(quote.id for quote in list_quotes.sync(article, client=client, speaker=speakers, kind=kinds).items)


def pages():
    kinds = [QuoteKind.DIRECT, QuoteKind.MIXED, QuoteKind.SCARE]
    page = list_quotes.sync(article, client=client, kind=kinds, limit=4)
    count, ids = 1, [quote.id for quote in page.items]
    while page.next_ is not None:
        page = list_quotes.sync(article, client=client, kind=kinds, limit=4, cursor=page.next_)
        count, ids = count + 1, ids + [quote.id for quote in page.items]
    return f"{count} | {' '.join(ids)}"


def problem():
    answer = get_quote.sync_detailed(article, "6147c18e", client=client)
    assert isinstance(answer.parsed, Problem)
    return f"{answer.status_code} | {answer.parsed.type_} | {answer.parsed.suggestions[0]}"


def csv():
    table = list_quotes_csv.sync(
        article, client=client, speaker=["julia-roknifard"], fields="id,speaker.name,words.total"
    )
    return table.replace("\r\n", " / ")


def unchanged():
    first = get_article.sync_detailed(article, client=client)
    second = get_article.sync_detailed(article, client=client, if_none_match=first.headers["etag"])
    return f"{first.status_code} | {second.status_code}"


def unknown():
    quote = get_quote.sync(article, "6147c18f", client=odd)
    return f"{quote.kind} | {quote.speaker.name}"


def unicode():
    found = []
    for each in (harbour, quay):
        text = get_article_text.sync(each, client=client)
        page = list_quotes.sync(each, client=client, kind=[QuoteKind.DIRECT], offsets=OffsetUnit.CODEPOINT)
        found += [text[quote.range_.start : quote.range_.end] for quote in page.items]
    return " ".join(found)


for job in (get, list_, pages, problem, csv, unchanged, unknown, unicode):
    print(job.__name__.rstrip("_"), job(), sep="\t")
