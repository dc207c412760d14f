package org.bourse.exchange.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the files hold, loading gives a configuration or faults with file and line. */
class ConfigurationFuzzTest {

  private static final int ROUNDS = Integer.getInteger("bourse.fuzz.rounds", 250);
  private static final Pattern LOCATED =
      Pattern.compile(
          "(exchange|instruments|participants|schedule)\\.yaml:[1-9][0-9]*: \\P{Cntrl}+");
  private static final String SCHEDULE =
      """
      groups:
        main:
          time-zone: Europe/Berlin
          business-days: [mon, tue]
          holidays: [2026-12-25]
          phases: [{at: 09:00, phase: continuous}, {at: 17:30:05, phase: closed}]
          special-days:
            - date: 2026-12-24
              phases: [{at: 09:00, phase: continuous}, {at: 14:00, phase: closed}]
      """;
  private static final String[] PIECES = {
    "\n",
    "\r\n",
    "\t",
    "  ",
    "- ",
    ": ",
    "? ",
    "{",
    "}",
    "[",
    "]",
    ",",
    "&a ",
    "*a",
    "!!int ",
    "!<%",
    "%YAML 9.9\n",
    "%TAG ! x\n",
    "---\n",
    "...\n",
    "\"",
    "'",
    "\"\\x",
    "\"\\U7fffffff\"",
    "|9\n",
    ">-\n",
    "#",
    "<<",
    "null",
    "1e999999999",
    "-0",
    "0.1",
    "\0",
    "\u0085",
    "\uFEFF",
    "\uD83D\uDE00",
    "instruments:\n",
    "groups: ",
    "group: main",
    "phases: ",
    "2026-12-24",
    "symbol: A\n",
    "tick: ",
    "fix: ",
    "participants:\n",
    "sessions: ",
    "users: ",
    "limits: ",
    "addresses: [",
    "settings: ",
    "@",
    "`",
  };

  private final Path temporary;

  ConfigurationFuzzTest(@TempDir Path temporary) {
    this.temporary = temporary;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void shouldLoadOrReportFaultsWithLines(long seed) throws Exception {
    Random random = new Random(seed);
    ConfigFolder folder = ConfigFolder.valid(temporary);
    byte[] exchange = Files.readAllBytes(ConfigFolder.SHIPPED.resolve("exchange.yaml"));
    byte[] schedule = SCHEDULE.getBytes(StandardCharsets.UTF_8);
    byte[] instruments = Files.readAllBytes(ConfigFolder.SHIPPED.resolve("instruments.yaml"));
    byte[] participants = Files.readAllBytes(ConfigFolder.SHIPPED.resolve("participants.yaml"));
    for (int round = 0; round < ROUNDS; round++) {
      folder.write("exchange.yaml", content(random, exchange));
      folder.write("instruments.yaml", content(random, instruments));
      folder.write("participants.yaml", content(random, participants));
      folder.write("schedule.yaml", content(random, schedule));
      check("seed " + seed + ", round " + round);
    }
  }

  private void check(String round) {
    try {
      assertThat(Configuration.load(temporary).instruments()).as(round).isNotEmpty();
    } catch (ConfigurationFaults e) {
      assertThat(e.faults()).as(round).isNotEmpty();
      assertThat(e.getMessage().split("\n", -1)).as(round).hasSameSizeAs(e.faults());
      for (Fault fault : e.faults()) {
        String located = fault.toString().substring(temporary.toString().length() + 1);
        assertThat(located).as(round).matches(LOCATED);
      }
    } catch (RuntimeException | StackOverflowError e) {
      throw new AssertionError(round + " threw " + e, e);
    }
  }

  private static byte[] content(Random random, byte[] shipped) throws IOException {
    return switch (random.nextInt(8)) {
      case 0 -> bytes(random);
      case 1 -> pieces(random);
      default -> mutated(random, shipped);
    };
  }

  private static byte[] bytes(Random random) {
    byte[] bytes = new byte[random.nextInt(200)];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] pieces(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(40); i >= 0; i--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] mutated(Random random, byte[] shipped) throws IOException {
    byte[] bytes = shipped;
    for (int i = random.nextInt(6); i >= 0; i--) {
      int from = random.nextInt(bytes.length + 1);
      int to = Math.min(bytes.length, from + random.nextInt(8));
      ByteArrayOutputStream changed = new ByteArrayOutputStream();
      changed.write(Arrays.copyOfRange(bytes, 0, from));
      switch (random.nextInt(4)) {
        case 0 -> changed.write(random.nextInt(256));
        case 1 -> changed.write(Arrays.copyOfRange(bytes, from, to));
        default ->
            changed.write(PIECES[random.nextInt(PIECES.length)].getBytes(StandardCharsets.UTF_8));
      }
      changed.write(Arrays.copyOfRange(bytes, random.nextBoolean() ? from : to, bytes.length));
      bytes = changed.toByteArray();
    }
    return bytes;
  }
}
