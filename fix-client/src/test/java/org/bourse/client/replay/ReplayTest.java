package org.bourse.client.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bourse.client.Client;
import org.bourse.client.venue.Faults;
import org.bourse.client.venue.Venue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quickfix.Message;

class ReplayTest {

  private final Path folder;

  ReplayTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void shouldMatchEveryFillOfAVenueThatIsRight() throws Exception {
    try (Venue venue = Venue.started(folder.resolve("store"), new Faults())) {
      Client.Result result = replay(venue, SampleActions.small());

      assertThat(result.out())
          .contains("actions           7")
          .contains("orders            5")
          .contains("fills expected    3")
          .contains("fills that match  3")
          .contains("unexpected fills  0")
          .contains("rejects           0")
          .contains("OK: 3 of 3 fills matched, 0 unexpected, 0 rejects");
      assertThat(result.status()).isZero();
    }
  }

  @Test
  void shouldSendWhatTheFileSays() throws Exception {
    try (Venue venue = Venue.started(folder.resolve("store"), new Faults())) {
      replay(venue, SampleActions.small(), "--run", "R", "--symbol", "XYZ");

      assertThat(venue.requests())
          .extracting(ReplayTest::words)
          .containsExactly(
              "D 11=R-2 54=2 38=100 40=2 44=100 59=0 55=XYZ",
              "D 11=R-3 54=2 38=50 40=2 44=100.05 59=0 55=XYZ",
              "D 11=R-4 54=1 38=30 40=2 44=100 59=3 55=XYZ",
              "G 11=R-5 41=R-2 54=2 38=50 40=2 44=100 59=0 55=XYZ",
              "D 11=R-6 54=1 38=40 40=2 44=100.05 59=3 55=XYZ",
              "F 11=R-7 41=R-3 54=2 38=50 55=XYZ",
              "D 11=R-8 54=1 38=10 40=2 44=99.9925 59=0 55=XYZ");
      assertThat(venue.logons())
          .singleElement()
          .extracting(m -> words(m, 141))
          .isEqualTo("A 141=Y");
    }
  }

  @Test
  void shouldSeeAFillAtAWrongPrice() throws Exception {
    Faults faults =
        new Faults()
            .alter(
                report -> {
                  if (is(report, 150, "F") && is(report, 11, "R-6") && is(report, 31, "100.05")) {
                    report.setString(31, "100.04");
                  }
                });
    try (Venue venue = Venue.started(folder.resolve("store"), faults)) {
      Client.Result result = replay(venue, SampleActions.small(), "--run", "R");

      assertThat(result.out())
          .contains("fills that match  2")
          .contains("unexpected fills  1")
          .contains("line 6, ClOrdID R-6: fill 20@100.04, expected 20@100.05")
          .contains("NOT AS EXPECTED");
      assertThat(result.status()).isEqualTo(1);
    }
  }

  @Test
  void shouldSeeAFillThatIsMissing() throws Exception {
    Faults faults = new Faults().lose(report -> is(report, 150, "F") && is(report, 11, "R-3"));
    try (Venue venue = Venue.started(folder.resolve("store"), faults)) {
      Client.Result result = replay(venue, SampleActions.small(), "--run", "R");

      assertThat(result.out())
          .contains("fills that match  2")
          .contains("unexpected fills  0")
          .contains("line 6: fill 20@100.05 missing for one side");
      assertThat(result.status()).isEqualTo(1);
    }
  }

  @Test
  void shouldSeeAFillThatNobodyExpects() throws Exception {
    List<String> lines = new ArrayList<>(SampleActions.small());
    lines.add("7,7.0,NEW,d,S,999925,4,,,,,,");
    try (Venue venue = Venue.started(folder.resolve("store"), new Faults())) {
      Client.Result result = replay(venue, lines);

      assertThat(result.out())
          .contains("fills that match  3")
          .contains("unexpected fills  2")
          .contains("fill 4@99.9925, expected no fill");
      assertThat(result.status()).isEqualTo(1);
    }
  }

  @Test
  void shouldCountAReportThatComesAgainOnce() throws Exception {
    Faults faults = new Faults().repeat(report -> true, true);
    try (Venue venue = Venue.started(folder.resolve("store"), faults)) {
      Client.Result result = replay(venue, SampleActions.small());

      assertThat(result.out())
          .contains("fills that match  3")
          .contains("unexpected fills  0")
          .contains("reports repeated  13, counted once");
      assertThat(result.status()).isZero();
    }
  }

  @Test
  void shouldNotTakeAnUnmarkedRepetitionForARepetition() throws Exception {
    Faults faults = new Faults().repeat(report -> is(report, 150, "F"), false);
    try (Venue venue = Venue.started(folder.resolve("store"), faults)) {
      Client.Result result = replay(venue, SampleActions.small());

      assertThat(result.out()).contains("fills that match  3").contains("unexpected fills  6");
      assertThat(result.status()).isEqualTo(1);
    }
  }

  @Test
  void shouldCountRejects() throws Exception {
    Faults faults =
        new Faults()
            .refuse(request -> is(request, 11, "R-8") || is(request, 11, "R-7"))
            .unsupported(request -> is(request, 11, "R-5"));
    try (Venue venue = Venue.started(folder.resolve("store"), faults)) {
      Client.Result result = replay(venue, SampleActions.small(), "--run", "R", "--window", "1");

      assertThat(result.out())
          .contains("rejects           3")
          .contains("line 5, ClOrdID R-5: rejected: Unsupported Message Type")
          .contains("line 7, ClOrdID R-7: rejected: no text")
          .contains("line 8, ClOrdID R-8: rejected: not today")
          .doesNotContain("unanswered");
      assertThat(result.status()).isEqualTo(1);
    }
  }

  @Test
  void shouldStopWhenTheVenueNoLongerAnswers() throws Exception {
    Faults faults = new Faults().silent(request -> is(request, 11, "R-5"));
    try (Venue venue = Venue.started(folder.resolve("store"), faults)) {
      Client.Result result =
          replay(
              venue,
              SampleActions.small(),
              "--run",
              "R",
              "--window",
              "1",
              "--answer-timeout",
              "500ms");

      assertThat(result.out()).contains("actions           4 of 7").contains("unanswered        1");
      assertThat(result.status()).isEqualTo(1);
    }
  }

  @Test
  void shouldSendTwoHalvesInTwoRunsOfTheSameName() throws Exception {
    try (Venue venue = Venue.started(folder.resolve("store"), new Faults())) {
      Client.Result first = replay(venue, SampleActions.small(), "--run", "R", "--to", "3");
      Client.Result second = replay(venue, SampleActions.small(), "--run", "R", "--from", "4");

      assertThat(first.out()).contains("actions           4").contains("fills that match  1");
      assertThat(second.out()).contains("actions           3").contains("fills that match  2");
      assertThat(first.status()).isZero();
      assertThat(second.status()).isZero();
    }
  }

  @Test
  void shouldGoOnWithTheNumbersOfAStore() throws Exception {
    String store = folder.resolve("numbers").toString();
    try (Venue venue = Venue.started(folder.resolve("store"), new Faults())) {
      Client.Result first =
          replay(venue, SampleActions.small(), "--run", "R", "--to", "3", "--store", store);
      Client.Result second =
          replay(venue, SampleActions.small(), "--run", "R", "--from", "4", "--store", store);

      assertThat(first.status()).isZero();
      assertThat(second.status()).isZero();
      assertThat(venue.logons())
          .hasSize(2)
          .noneMatch(logon -> logon.isSetField(141))
          .last()
          .extracting(logon -> logon.getHeader().getOptionalString(34).orElseThrow())
          .isNotEqualTo("1");
    }
  }

  private Client.Result replay(Venue venue, List<String> lines, String... options)
      throws Exception {
    List<String> args = new ArrayList<>();
    args.add("replay");
    args.add(SampleActions.write(folder, lines).toString());
    args.addAll(List.of("--port", Integer.toString(venue.port())));
    args.addAll(Arrays.asList(options));
    return Client.run(args.toArray(String[]::new));
  }

  private static boolean is(Message message, int tag, String value) {
    return value.equals(message.getOptionalString(tag).orElse(null));
  }

  private static String words(Message message) {
    return words(message, 11, 41, 54, 38, 40, 44, 59, 55);
  }

  private static String words(Message message, int... tags) {
    StringBuilder words = new StringBuilder(message.getHeader().getOptionalString(35).orElse("?"));
    for (int tag : tags) {
      message
          .getOptionalString(tag)
          .ifPresent(value -> words.append(' ').append(tag).append('=').append(value));
    }
    return words.toString();
  }
}
