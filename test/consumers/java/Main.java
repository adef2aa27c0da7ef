import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import onrecord.client.ApiClient;
import onrecord.client.ApiException;
import onrecord.client.api.StatementsApi;
import onrecord.client.model.Problem;
import onrecord.client.model.QuoteType;
import onrecord.client.model.Statement;
import onrecord.client.model.StatementPage;

/** Asks the service at an address the main question with the client that was generated from it. */
public class Main {
  public static void main(String[] args) throws Exception {
    ApiClient client = new ApiClient();
    client.updateBaseUri(args[0]);
    StatementsApi statements = new StatementsApi(client);
    StatementPage page = statements.listStatements(
        StatementsApi.APIListStatementsRequest.newBuilder()
            .speaker(List.of("Kurilla", "Trump")).about(List.of("Pakistan"))
            .quoteType(List.of(QuoteType.DIRECT)).build());
    Statement statement = page.getItems().get(0);
    var evidence = statement.getQuotations().stream()
        .filter(quotation -> quotation.getQuoteType() == QuoteType.DIRECT)
        .findFirst().orElseThrow().getEvidence().get(0);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("statements", page.getItems().size());
    answer.put("id", statement.getId());
    answer.put("speaker", statement.getSpeakers().get(0).getId());
    answer.put("about", statement.getAbout().get(0).getId());
    answer.put("text", evidence.getExact());
    answer.put("start", evidence.getStart());
    answer.put("end", evidence.getEnd());
    answer.put("next", page.getNext());
    System.out.println(new ObjectMapper().writeValueAsString(
        Map.of("answer", answer, "problem", problemOf(client, statements))));
  }

  private static Map<String, Object> problemOf(ApiClient client, StatementsApi statements) throws Exception {
    try {
      statements.listStatements(
          StatementsApi.APIListStatementsRequest.newBuilder().speaker(List.of("Kurila")).build());
      throw new IllegalStateException("A misspelt name was taken.");
    } catch (ApiException refused) {
      Problem problem = client.getObjectMapper().readValue(refused.getResponseBody(), Problem.class);
      return Map.of(
          "code", problem.getCode().getValue(), "nearest", problem.getErrors().get(0).getNearest());
    }
  }
}
