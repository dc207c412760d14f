package org.bourse.client.replay;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.bourse.client.Client;
import org.bourse.client.venue.Faults;
import org.bourse.client.venue.Venue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutageTest {

  private static final int ROUNDS = 2_000;
  private static final int ACTIONS = ROUNDS * 5;

  private final Path folder;

  OutageTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void shouldMatchEveryFillThoughTheVenueIsKilledHalfWay() throws Exception {
    try (Venue venue = Venue.started(folder.resolve("store"), new Faults())) {
      Future<Client.Result> replay = replay(venue);
      await().until(() -> venue.handled() > ACTIONS / 3);
      venue.kill();
      assertThat(venue.handled()).isLessThan(ACTIONS);
      venue.start();
      assertAllMatch(replay.get(60, SECONDS), venue, 1);
    }
  }

  @Test
  void shouldMatchEveryFillThoughTheVenueIsStoppedTwice() throws Exception {
    try (Venue venue = Venue.started(folder.resolve("store"), new Faults())) {
      Future<Client.Result> replay = replay(venue, "--rate", "3000");
      await().until(() -> venue.handled() > ACTIONS / 4);
      venue.stop();
      venue.start();
      await().until(() -> venue.handled() > ACTIONS * 3 / 4);
      venue.stop();
      assertThat(venue.handled()).isLessThan(ACTIONS);
      venue.start();
      assertAllMatch(replay.get(60, SECONDS), venue, 2);
    }
  }

  @Test
  void shouldGiveUpWhenTheVenueDoesNotComeBack() throws Exception {
    try (Venue venue = Venue.started(folder.resolve("store"), new Faults())) {
      Future<Client.Result> replay = replay(venue, "--connect-timeout", "2s");
      await().until(() -> venue.handled() > ACTIONS / 4);
      venue.kill();
      Client.Result result = replay.get(60, SECONDS);

      assertThat(result.status()).isEqualTo(2);
      assertThat(result.err())
          .contains("no connection to 127.0.0.1:" + venue.port() + " for 2s: Connection refused");
    }
  }

  @Test
  void shouldWaitForAVenueThatIsNotUpYet() throws Exception {
    try (Venue venue = Venue.stopped(folder.resolve("store"), new Faults())) {
      Future<Client.Result> replay = replay(venue, "--to", "3");
      venue.start();

      assertThat(replay.get(60, SECONDS).status()).isZero();
      assertThat(venue.handled()).isEqualTo(15);
    }
  }

  private Future<Client.Result> replay(Venue venue, String... options) throws Exception {
    String file = SampleActions.write(folder, SampleActions.rounds(ROUNDS)).toString();
    String[] args = new String[options.length + 6];
    System.arraycopy(
        new String[] {"replay", file, "--port", Integer.toString(venue.port()), "--run", "R"},
        0,
        args,
        0,
        6);
    System.arraycopy(options, 0, args, 6, options.length);
    return CompletableFuture.supplyAsync(() -> Client.run(args));
  }

  private static void assertAllMatch(Client.Result result, Venue venue, int outages) {
    assertThat(result.out())
        .contains("fills that match  4,000")
        .contains("unexpected fills  0")
        .contains("rejects           0")
        .contains("connection lost   " + outages + " x")
        .contains("latency without");
    assertThat(result.status()).isZero();
    assertThat(venue.requests())
        .extracting(request -> request.getOptionalString(11).orElseThrow())
        .doesNotHaveDuplicates()
        .hasSize(ACTIONS);
    assertThat(venue.logons().stream().filter(logon -> logon.isSetField(141))).hasSize(1);
  }
}
