package org.bourse.exchange;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** The controls of a running exchange over HTTP, as a rule with those of the shipped operator. */
public final class VenueControls {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI base;
  private final String credentials;

  public VenueControls(int port) {
    this(URI.create("http://127.0.0.1:" + port + "/api/venue/"), "operator:operator");
  }

  private VenueControls(URI base, String credentials) {
    this.base = base;
    this.credentials = credentials;
  }

  /** The same as somebody else: {@code user:password}, empty for nobody. */
  public VenueControls as(String other) {
    return new VenueControls(base, other);
  }

  /**
   * Has a control carried out.
   *
   * @param parameters names and values in turns
   * @throws IOException if it is not, with the answer
   */
  public void post(String control, String... parameters) throws IOException, InterruptedException {
    HttpResponse<String> answer = ask(control, parameters);
    if (answer.statusCode() != 200) {
      throw new IOException(
          control + ": " + answer.statusCode() + ' ' + JSON.readTree(answer.body()).path("error"));
    }
  }

  /**
   * Asks for a control, and gives back the answer's status and body.
   *
   * @param control its name, or a whole path
   */
  public HttpResponse<String> ask(String control, String... parameters)
      throws IOException, InterruptedException {
    Map<String, String> body = new LinkedHashMap<>();
    for (int i = 0; i < parameters.length; i += 2) {
      body.put(parameters[i], parameters[i + 1]);
    }
    return send(
        request(control)
            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
            .build());
  }

  /** How the venue stands. */
  public HttpResponse<String> venue() throws IOException, InterruptedException {
    return send(request("/api/venue").GET().build());
  }

  /** The phase that an instrument is in. */
  public String phaseOf(String symbol) throws IOException, InterruptedException {
    return JSON.readTree(venue().body()).path("phases").path(symbol).asText();
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
    byte[] named = credentials.getBytes(StandardCharsets.UTF_8);
    return named.length == 0
        ? request
        : request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(named));
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  /** Leads an instrument to a phase. */
  public void phase(String symbol, String phase) throws IOException, InterruptedException {
    post("phase", "symbol", symbol, "phase", phase);
  }
}
