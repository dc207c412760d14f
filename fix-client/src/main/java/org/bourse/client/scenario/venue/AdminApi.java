package org.bourse.client.scenario.venue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.bourse.client.cli.CouldNotRun;

/** The admin interface of the venue, {@code POST /api/venue/...}. Used by one thread. */
public final class AdminApi {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final long RETRY_MILLIS = 100;

  /** What the venue answers where the control itself can't be had: nothing that a script tests. */
  private static final Set<Integer> NOT_TO_BE_HAD = Set.of(401, 403, 404);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  private final ObjectMapper json = new ObjectMapper();
  private final URI venue;
  private final Duration startTime;
  private final String authorization;

  /**
   * Speaks to a venue as an operator.
   *
   * @param venue its base URL
   * @param user the operator's name
   * @param password and password
   * @param startTime how long it may take until it answers at all: a start may be under way
   */
  public AdminApi(URI venue, String user, String password, Duration startTime) {
    this.venue = venue;
    this.startTime = startTime;
    this.authorization =
        "Basic "
            + Base64.getEncoder()
                .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Has the venue do something, and returns when it is done.
   *
   * @param control what
   * @param parameters with what: texts and integers
   * @throws VenueRefused where it says that this can't be done now, or not so
   * @throws CouldNotRun where it can't be spoken to
   */
  public void post(String control, Map<String, Object> parameters)
      throws VenueRefused, CouldNotRun, InterruptedException {
    HttpResponse<String> answer = send(control, parameters);
    if (answer.statusCode() == 200) {
      return;
    }
    String text = answer.statusCode() + " " + error(answer.body());
    if (NOT_TO_BE_HAD.contains(answer.statusCode())) {
      throw new CouldNotRun("venue " + control + " can't be had from " + venue + ": " + text);
    }
    throw new VenueRefused(text);
  }

  private HttpResponse<String> send(String control, Map<String, Object> parameters)
      throws CouldNotRun, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(venue.resolve("/api/venue/" + control))
            .timeout(PATIENCE)
            .header("Authorization", authorization)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(text(parameters)))
            .build();
    long deadline = System.nanoTime() + startTime.toNanos();
    while (true) {
      try {
        return http.send(request, HttpResponse.BodyHandlers.ofString());
      } catch (ConnectException e) {
        if (System.nanoTime() - deadline > 0) {
          throw new CouldNotRun("no admin interface answers at " + venue, e);
        }
        Thread.sleep(RETRY_MILLIS);
      } catch (IOException e) {
        throw new CouldNotRun("venue " + control + " at " + venue + ": " + e.getMessage(), e);
      }
    }
  }

  private String text(Map<String, Object> parameters) {
    try {
      return json.writeValueAsString(parameters);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("parameters that are no JSON: " + parameters, e);
    }
  }

  /** The venue's own words where the body has them, the body as it is elsewhere. */
  private String error(String body) {
    try {
      JsonNode error = json.readTree(body).path("error");
      return error.isTextual() ? error.textValue() : body;
    } catch (JsonProcessingException e) {
      return body;
    }
  }
}
