package org.bourse.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "order --help",
        "order buy --help",
        "order sell --help",
        "order cancel --help",
        "order replace --help",
        "order status --help",
        "replay --help",
        "scenario --help",
        "watch --help"
      })
  void shouldExplainEachCommand(String words) {
    Client.Result result = Client.run(words.split(" ", -1));

    assertThat(result.out())
        .startsWith("Usage: bourse client " + words.replace("--help", "").strip());
    assertThat(result.status()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"help", "help order", "help replay", "help scenario", "help watch"})
  void shouldHelp(String words) {
    Client.Result result = Client.run(words.split(" ", -1));

    assertThat(result.out()).startsWith("Usage: bourse client" + words.replace("help", ""));
    assertThat(result.status()).isZero();
  }

  @Test
  void shouldNameTheCommandThatItDoesNotKnow() {
    assertThat(Client.run("order", "hold", "C1").err())
        .isEqualTo(
            "bourse client order: unknown command 'hold' (see bourse client order --help)\n");
  }

  @Test
  void shouldTellItsVersion() {
    assertThat(Client.run("--version").out()).startsWith("bourse client ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "order",
        "nonsense",
        "order buy",
        "order hold C1",
        "order buy many ABC",
        "order buy 1e3 ABC",
        "order buy 100 ABC 10 --tif forever",
        "order buy 100 ABC --wait soon",
        "order buy 100 ABC --port 0",
        "order cancel X long ABC",
        "replay",
        "replay nothing.csv",
        "replay nothing.csv --window 0",
        "replay nothing.csv --rate 0",
        "scenario",
        "scenario nothing.scn",
        "scenario src/main/resources",
        "scenario scenarios --port 0",
        "scenario scenarios --venue nonsense",
        "scenario scenarios --exchange ./nothing --port 1",
        "watch ABC\u0001263=0",
        "watch ABC --depth -1",
        "watch ABC --interval 60001",
        "watch ABC --count 0",
        "watch ABC --for ever",
        "watch ABC --port 0"
      })
  void shouldSayInOneLineWhatIsWrong(String words) {
    Client.Result result = Client.run(words.split(" ", -1));

    assertThat(result.err()).startsWith("bourse client").endsWith("\n").hasLineCount(1);
    assertThat(result.out()).isEmpty();
    assertThat(result.status()).isEqualTo(2);
  }
}
