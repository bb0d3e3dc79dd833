// The jobs of ../../jobs.json. One line for each: its name, a tab, the answer.
package main

import (
	"context"
	"fmt"
	"log"
	"os"
	"strings"

	"news/verbatim"
)

var (
	ctx     = context.Background()
	article = os.Getenv("ARTICLE")
	harbour = os.Getenv("HARBOUR")
	quay    = os.Getenv("QUAY")
)

func must[T any](value T, err error) T {
	if err != nil {
		log.Fatal(err)
	}
	return value
}

func ids(quotes []verbatim.Quote) string {
	all := make([]string, len(quotes))
	for at, quote := range quotes {
		all[at] = quote.Id
	}
	return strings.Join(all, " ")
}

func get(client *verbatim.ClientWithResponses) string {
	found := must(client.GetArticleWithResponse(ctx, article, nil)).JSON200
	return fmt.Sprintf("%s | %d | %d", *found.Title, found.Counts.Words, found.Counts.Quotes)
}

func list(client *verbatim.ClientWithResponses) string {
	speaker := []string{"julia-roknifard", "Brian Nelson"}
	kind := []verbatim.QuoteKind{verbatim.QuoteKindDirect, verbatim.QuoteKindMixed}
	params := &verbatim.ListQuotesParams{Speaker: &speaker, Kind: &kind}
	return ids(must(client.ListQuotesWithResponse(ctx, article, params)).JSON200.Items)
}

func pages(client *verbatim.ClientWithResponses) string {
	kind := []verbatim.QuoteKind{verbatim.QuoteKindDirect, verbatim.QuoteKindMixed, verbatim.QuoteKindScare}
	limit := int32(4)
	params := &verbatim.ListQuotesParams{Kind: &kind, Limit: &limit}
	var found []string
	for {
		page := must(client.ListQuotesWithResponse(ctx, article, params)).JSON200
		found = append(found, ids(page.Items))
		if page.Next == nil {
			return fmt.Sprintf("%d | %s", len(found), strings.Join(found, " "))
		}
		params.Cursor = page.Next
	}
}

func problem(client *verbatim.ClientWithResponses) string {
	answer := must(client.GetQuoteWithResponse(ctx, article, "6147c18e", nil))
	found := answer.ApplicationproblemJSON404
	return fmt.Sprintf("%d | %s | %s", answer.StatusCode(), found.Type, (*found.Suggestions)[0])
}

func csv(client *verbatim.ClientWithResponses) string {
	speaker := []string{"julia-roknifard"}
	fields := "id,speaker.name,words.total"
	params := &verbatim.ListQuotesCsvParams{Speaker: &speaker, Fields: &fields}
	table := must(client.ListQuotesCsvWithResponse(ctx, article, params)).Body
	return strings.ReplaceAll(string(table), "\r\n", " / ")
}

func unchanged(client *verbatim.ClientWithResponses) string {
	first := must(client.GetArticleWithResponse(ctx, article, nil))
	params := &verbatim.GetArticleParams{IfNoneMatch: first.Headers200.ETag}
	second := must(client.GetArticleWithResponse(ctx, article, params))
	return fmt.Sprintf("%d | %d", first.StatusCode(), second.StatusCode())
}

func unknown(odd *verbatim.ClientWithResponses) string {
	quote := must(odd.GetQuoteWithResponse(ctx, article, "6147c18f", nil)).JSON200
	return fmt.Sprintf("%s | %s", quote.Kind, *quote.Speaker.Name)
}

func unicode(client *verbatim.ClientWithResponses) string {
	kind := []verbatim.QuoteKind{verbatim.QuoteKindDirect}
	unit := verbatim.OffsetUnitUtf8
	params := &verbatim.ListQuotesParams{Kind: &kind, Offsets: &unit}
	var found []string
	for _, id := range []string{harbour, quay} {
		text := must(client.GetArticleTextWithResponse(ctx, id, nil)).Body
		for _, quote := range must(client.ListQuotesWithResponse(ctx, id, params)).JSON200.Items {
			found = append(found, string(text[quote.Range.Start:quote.Range.End]))
		}
	}
	return strings.Join(found, " ")
}

func main() {
	client := must(verbatim.NewClientWithResponses(os.Getenv("URL")))
	odd := must(verbatim.NewClientWithResponses(os.Getenv("ODD_URL")))
	for _, line := range [][]string{
		{"get", get(client)},
		{"list", list(client)},
		{"pages", pages(client)},
		{"problem", problem(client)},
		{"csv", csv(client)},
		{"unchanged", unchanged(client)},
		{"unknown", unknown(odd)},
		{"unicode", unicode(client)},
	} {
		fmt.Println(strings.Join(line, "\t"))
	}
}
