import com.google.gson.Gson;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import verbatim.ApiClient;
import verbatim.ApiException;
import verbatim.api.ArticlesApi;
import verbatim.api.QuotesApi;
import verbatim.api.TextApi;
import verbatim.model.Problem;
import verbatim.model.Quote;
import verbatim.model.QuoteKind;
import verbatim.model.QuoteList;

/** The jobs of ../jobs.json. One line for each: its name, a tab, the answer. */
public class Jobs {
  static final String article = System.getenv("ARTICLE");
  static final String harbour = System.getenv("HARBOUR");
  static final String quay = System.getenv("QUAY");
  static final ApiClient client = new ApiClient().setBasePath(System.getenv("URL"));
  static final ArticlesApi articles = new ArticlesApi(client);
  static final QuotesApi quotes = new QuotesApi(client);
  static final QuotesApi odd = new QuotesApi(new ApiClient().setBasePath(System.getenv("ODD_URL")));

  static String ids(QuoteList page) {
    return page.getItems().stream().map(Quote::getId).collect(Collectors.joining(" "));
  }

  static QuoteList quotesOf(String id, List<String> speaker, List<QuoteKind> kind, Integer limit, String cursor)
      throws ApiException {
    return quotes.listQuotes(id, null, speaker, null, kind, null, null, null, null, null, limit, cursor, null);
  }

  static String get() throws ApiException {
    var found = articles.getArticle(article, null, null);
    return found.getTitle() + " | " + found.getCounts().getWords() + " | " + found.getCounts().getQuotes();
  }

  static String list() throws ApiException {
    var speakers = List.of("julia-roknifard", "Brian Nelson");
    return ids(quotesOf(article, speakers, List.of(QuoteKind.DIRECT, QuoteKind.MIXED), null, null));
  }

  static String pages() throws ApiException {
    var kinds = List.of(QuoteKind.DIRECT, QuoteKind.MIXED, QuoteKind.SCARE);
    var found = new ArrayList<String>();
    String cursor = null;
    do {
      var page = quotesOf(article, null, kinds, 4, cursor);
      found.add(ids(page));
      cursor = page.getNext();
    } while (cursor != null);
    return found.size() + " | " + String.join(" ", found);
  }

  static String problem() {
    try {
      throw new AssertionError(quotes.getQuote(article, "6147c18e", null, null, null));
    } catch (ApiException error) {
      var problem = new Gson().fromJson(error.getResponseBody(), Problem.class);
      return error.getCode() + " | " + problem.getType() + " | " + problem.getSuggestions().get(0);
    }
  }

  static String csv() throws ApiException {
    var speakers = List.of("julia-roknifard");
    var table = quotes.listQuotesCsv(article, null, speakers, null, null, null, null, null, null, null, null, null,
        "id,speaker.name,words.total", null);
    return table.replace("\r\n", " / ");
  }

  static String unchanged() throws ApiException {
    var first = articles.getArticleWithHttpInfo(article, null, null);
    try {
      throw new AssertionError(articles.getArticle(article, null, first.getHeaders().get("etag").get(0)));
    } catch (ApiException unchanged) {
      return first.getStatusCode() + " | " + unchanged.getCode();
    }
  }

  static String unknown() throws ApiException {
    var quote = odd.getQuote(article, "6147c18f", null, null, null);
    return quote.getKind() + " | " + quote.getSpeaker().getName();
  }

  /** By its bytes: a string of the client has lost the byte order mark, which the offsets count. */
  static String textOf(String id) throws ApiException, IOException {
    var bytes = new TextApi(client).getArticleTextCall(id, null, null).execute().body().bytes();
    return new String(bytes, StandardCharsets.UTF_8);
  }

  static String unicode() throws ApiException, IOException {
    var found = new ArrayList<String>();
    for (var id : List.of(harbour, quay)) {
      var text = textOf(id);
      for (var quote : quotesOf(id, null, List.of(QuoteKind.DIRECT), null, null).getItems())
        found.add(text.substring(quote.getRange().getStart(), quote.getRange().getEnd()));
    }
    return String.join(" ", found);
  }

  public static void main(String[] args) throws ApiException, IOException {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.println("get\t" + get());
    out.println("list\t" + list());
    out.println("pages\t" + pages());
    out.println("problem\t" + problem());
    out.println("csv\t" + csv());
    out.println("unchanged\t" + unchanged());
    out.println("unknown\t" + unknown());
    out.println("unicode\t" + unicode());
  }
}
