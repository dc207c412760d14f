package org.bourse.exchange.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.bourse.exchange.access.AddressRange;
import org.bourse.exchange.access.CancelOnDisconnect;
import org.bourse.exchange.access.Grants;
import org.bourse.exchange.access.Limits;
import org.bourse.exchange.access.MessageRate;
import org.bourse.exchange.access.Names;
import org.bourse.exchange.access.Participant;
import org.bourse.exchange.access.Participants;
import org.bourse.exchange.access.PasswordHash;
import org.bourse.exchange.access.Role;
import org.bourse.exchange.access.SessionAccess;
import org.bourse.exchange.access.User;
import org.bourse.exchange.model.SelfTrade;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParticipantsTest {

  private static final String HASH =
      "pbkdf2-sha256$10000$Ym91cnNlIGRlbW8gMDAwMQ==$qreGAUcCn0b99jXVTh3dU1z8DAcr26KgSNApCi1mCrY=";
  private static final Limits COMMON =
      new Limits(
          new BigDecimal("100"),
          new BigDecimal("5000.50"),
          new BigDecimal("10"),
          0,
          new BigDecimal("1000"),
          Duration.ofSeconds(5));

  private final ConfigFolder folder;

  ParticipantsTest(@TempDir Path temporary) throws IOException {
    folder = ConfigFolder.valid(temporary);
  }

  @Test
  void shouldHaveEachShippedBrokerAsTheParticipantThatOldDataFoldersKnow() throws Exception {
    Participants shipped = Configuration.load(ConfigFolder.SHIPPED).participants().participants();

    for (String broker : IntStream.rangeClosed(1, 8).mapToObj(i -> "BROKER" + i).toList()) {
      Participants.OfSession found = Objects.requireNonNull(shipped.session(broker));
      assertThat(found.participant().name()).isEqualTo(broker);
      assertThat(found.session().userName()).isEqualTo(broker.replace("BROKER", "broker"));
    }
    assertThat(shipped.all()).hasSize(9);
  }

  @Test
  void shouldShipOnlyPasswordsThatAreNoGoodFromElsewhere() throws Exception {
    Participants shipped = Configuration.load(ConfigFolder.SHIPPED).participants().participants();

    assertThat(shipped.all())
        .flatMap(Participant::users)
        .hasSize(9)
        .allSatisfy(
            user -> {
              PasswordHash hash = Objects.requireNonNull(user.password());
              assertThat(hash.isDemo()).isTrue();
              assertThat(hash.matches(user.name())).isTrue();
            });
    assertThat(Objects.requireNonNull(shipped.user("operator")).user().roles())
        .containsExactlyInAnyOrder(Role.OPERATOR, Role.MARKET_DATA);
  }

  @Test
  void shouldTakeDefaults() throws Exception {
    folder.participants("participants: [{name: ONE, sessions: [A, B]}]");

    Grants grants =
        new Grants(
            ranges("127.0.0.0/8", "::1"),
            Names.ANY,
            Names.ANY,
            Names.of("ONE"),
            CancelOnDisconnect.NO,
            Duration.ZERO,
            false);
    assertThat(read())
        .containsExactly(
            new Participant(
                "ONE",
                List.of(
                    new SessionAccess("A", true, "ONE", grants),
                    new SessionAccess("B", true, "ONE", grants)),
                List.of(
                    new User(
                        "ONE", null, Set.of(Role.TRADER, Role.DROP_COPY, Role.MARKET_DATA), true)),
                grants,
                SelfTrade.ALLOWED,
                Limits.NONE,
                Map.of(),
                null,
                false));
  }

  @Test
  void shouldReadEachKey() throws Exception {
    folder.participants(
        "participants:",
        "- name: ONE",
        "  sessions:",
        "  - A",
        "  - comp-id: B",
        "    enabled: no",
        "    user: tom",
        "    addresses: [10.0.0.0/8]",
        "    instruments: all",
        "    accounts: any",
        "    drop-copy-of: [TWO]",
        "    cancel-on-disconnect: on-request",
        "    cancel-grace: 500ms",
        "    market-data-fields: all",
        "  users:",
        "  - {name: ann, password: " + HASH + ", roles: [trader]}",
        "  - {name: tom, roles: [drop-copy, market-data, operator], enabled: no}",
        "  addresses: [192.168.0.0/16, '2001:db8::/32']",
        "  instruments: [ABC]",
        "  accounts: [A1]",
        "  drop-copy-of: all",
        "  cancel-on-disconnect: yes",
        "  cancel-grace: 10s",
        "  market-data-fields: standard",
        "  self-trade-prevention: cancel-both",
        "  kill-switch: on",
        "  limits:",
        "    max-order-quantity: 100",
        "    max-notional: 5000.50",
        "    price-collar: 10",
        "    max-open-orders: 0",
        "    max-gross-position: 1_000",
        "    duplicate-order-window: 5s",
        "    message-rate: 50",
        "    message-burst: 100",
        "  instrument-limits:",
        "  - {symbol: ABC, max-order-quantity: 7}",
        "- {name: TWO}");

    Grants grants =
        new Grants(
            ranges("192.168.0.0/16", "2001:db8::/32"),
            Names.of("ABC"),
            Names.of("A1"),
            Names.ANY,
            CancelOnDisconnect.YES,
            Duration.ofSeconds(10),
            true);
    assertThat(read().get(0))
        .isEqualTo(
            new Participant(
                "ONE",
                List.of(
                    new SessionAccess("A", true, null, grants),
                    new SessionAccess(
                        "B",
                        false,
                        "tom",
                        new Grants(
                            ranges("10.0.0.0/8"),
                            Names.ANY,
                            Names.ANY,
                            Names.of("TWO"),
                            CancelOnDisconnect.ON_REQUEST,
                            Duration.ofMillis(500),
                            false))),
                List.of(
                    new User("ann", PasswordHash.parse(HASH), Set.of(Role.TRADER), true),
                    new User(
                        "tom",
                        null,
                        Set.of(Role.DROP_COPY, Role.MARKET_DATA, Role.OPERATOR),
                        false)),
                grants,
                SelfTrade.CANCEL_BOTH,
                COMMON,
                Map.of(
                    "ABC",
                    new Limits(
                        new BigDecimal("7"),
                        COMMON.maxNotional(),
                        COMMON.priceCollar(),
                        COMMON.maxOpenOrders(),
                        COMMON.maxGrossPosition(),
                        COMMON.duplicateOrderWindow())),
                new MessageRate(50, 100),
                true));
  }

  @Test
  void shouldFindByNameSessionAndUser() throws Exception {
    folder.participants("participants: [{name: ONE, sessions: [A]}, {name: TWO}]");
    Participants participants = folder.load().participants().participants();

    assertThat(Objects.requireNonNull(participants.session("A")).participant())
        .isEqualTo(participants.find("ONE"));
    assertThat(Objects.requireNonNull(participants.user("TWO")).participant())
        .isEqualTo(participants.find("TWO"));
    assertThat(participants.session("B")).isNull();
    assertThat(participants.user("ann")).isNull();
    assertThat(participants.find("ann")).isNull();
  }

  private List<Participant> read() throws ConfigurationFaults {
    return folder.load().participants().participants().all();
  }

  private static List<AddressRange> ranges(String... texts) {
    return List.of(texts).stream()
        .map(text -> Objects.requireNonNull(AddressRange.parse(text)))
        .toList();
  }
}
