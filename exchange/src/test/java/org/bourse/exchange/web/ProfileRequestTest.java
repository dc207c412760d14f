package org.bourse.exchange.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.bourse.exchange.command.Control;
import org.bourse.exchange.model.ControlKind;
import org.bourse.exchange.model.Profile;
import org.bourse.exchange.venue.VenueState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileRequestTest {
  @ParameterizedTest
  @CsvSource({
    "pending-acks, 33, 1", // what was on arrival is not any more
    "replaced-status, 2, 2",
    "expired-remainders, 4, 4",
    "first-fill, 8, 8",
    "reopen-by-replace, 16, 16",
    "chaining, 64, 0",
  })
  void shouldSwitchOnWhatIsNamed(String name, int which, int values) throws IOException {
    assertThat(read("{'" + name + "': 'on'}")).isEqualTo(control(which, values));
  }

  @Test
  void shouldSwitchOff() throws IOException {
    assertThat(read("{'first-fill': 'off', 'chaining': 'off'}"))
        .isEqualTo(control(Profile.FIRST_FILL | Profile.NO_CHAINING, Profile.NO_CHAINING));
  }

  @Test
  void shouldAcknowledgeOnArrival() throws IOException {
    int both = Profile.PENDING_ACKS | Profile.ACKS_ON_ARRIVAL;

    assertThat(read("{'pending-acks': 'on-arrival'}")).isEqualTo(control(both, both));
  }

  @Test
  void shouldTakeWhatBecomesOfRemaindersByItsWord() throws IOException {
    assertThat(read("{'ioc-remainder': 'canceled'}"))
        .isEqualTo(control(Profile.EXPIRED_REMAINDERS, 0));
  }

  @Test
  void shouldRefuseWhereNoSwitchIsNamed() {
    assertThatThrownBy(() -> read("{}"))
        .isInstanceOf(BadRequest.class)
        .hasMessage(
            "no switch is named: pending-acks, replaced-status, expired-remainders, first-fill,"
                + " reopen-by-replace, chaining, ioc-remainder");
  }

  private static Control control(int which, int values) {
    return Control.of(ControlKind.PROFILE).switches(which, values);
  }

  private static Control read(String json) throws IOException {
    VenueState state = new VenueState(List.of(), List.of(), List.of(), 0, 0);
    return ProfileRequest.read(
        new Parameters(new ObjectMapper().readTree(json.replace('\'', '"')), state));
  }
}
