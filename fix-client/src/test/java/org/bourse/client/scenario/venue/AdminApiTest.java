package org.bourse.client.scenario.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bourse.client.cli.CouldNotRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdminApiTest {
  private AdminServer server;
  private AdminApi api;

  @BeforeEach
  void start() throws IOException {
    server = new AdminServer();
    api = new AdminApi(server.url(), "operator", "secret", Duration.ZERO);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void shouldPostParametersAsJson() throws Exception {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("order", "12");
    parameters.put("reason", 2);
    parameters.put("text", "say \"no\"");

    api.post("cancel", parameters);

    assertThat(server.requests())
        .containsExactly(
            "POST /api/venue/cancel {\"order\":\"12\",\"reason\":2,\"text\":\"say \\\"no\\\"\"}");
  }

  @Test
  void shouldSayWhoItIs() throws Exception {
    api.post("reset", Map.of());

    assertThat(server.authorization()).isEqualTo("Basic b3BlcmF0b3I6c2VjcmV0");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 409, 503})
  void shouldTellWhatVenueRefuses(int status) {
    server.answer(status, "{\"error\":\"unknown order\"}");

    assertThatThrownBy(() -> api.post("cancel", Map.of()))
        .isInstanceOf(VenueRefused.class)
        .hasMessage(status + " unknown order");
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 404})
  void shouldNotRunWhereControlsCannotBeHad(int status) {
    server.answer(status, "controls are off");

    assertThatThrownBy(() -> api.post("cancel", Map.of()))
        .isInstanceOf(CouldNotRun.class)
        .hasMessage(
            "venue cancel can't be had from " + server.url() + ": " + status + " controls are off");
  }

  @Test
  void shouldNotRunWhereNobodyAnswers() {
    URI url = server.url();
    server.close();

    assertThatThrownBy(() -> api.post("reset", Map.of()))
        .isInstanceOf(CouldNotRun.class)
        .hasMessage("no admin interface answers at " + url);
  }
}
