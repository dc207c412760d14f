package org.bourse.exchange.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bourse.exchange.fix.MarketDataText.ABC;
import static org.bourse.exchange.fix.MarketDataText.ANYBODY;
import static org.bourse.exchange.fix.MarketDataText.BOTH_SIDES;
import static org.bourse.exchange.fix.MarketDataText.VALID;
import static org.bourse.exchange.fix.MarketDataText.admission;
import static org.bourse.exchange.fix.MarketDataText.framed;
import static org.bourse.exchange.fix.MarketDataText.message;
import static org.bourse.exchange.fix.MarketDataText.reader;
import static org.bourse.exchange.fix.MarketDataText.with;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.bourse.exchange.access.Names;
import org.bourse.exchange.access.Role;
import org.bourse.exchange.marketdata.WhenSlow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import quickfix.Message;

/** Which MarketDataRequests(V) are refused, and why. */
class MarketDataRefusalTest {
  private final MarketDataReader reader = reader(WhenSlow.CONFLATE);

  @ParameterizedTest
  @CsvSource(
      value = {
        "263, 3, 4",
        "263, 11, 4",
        "264, -1, 5",
        "264, +1, 5",
        "264, ' 1', 5",
        "264, 1.0, 5",
        "264, 99999999999, 5",
        "264, \u0661, 5",
        "265, 2, 6",
        "265, 11, 6",
        "266, y, 7",
        "266, 1, 7",
        "336, NIGHT, 9",
        "336, day, 9",
        "546, 2, A",
        "546, 1 2, A",
        "546, 11, A",
        "286, 1, B",
        "286, 2, B",
        "286, 3, B",
        "286, 0 3, B",
        "286, 05, B",
        "547, X, C",
        "815, 4, ''",
        "815, 00, ''",
        "812, 0, ''",
        "812, 100, ''",
        "8001, -1, ''",
        "8001, 60001, ''",
        "8001, 99999999999, ''",
        "8001, 1.5, ''",
        "8001, +1, ''",
        "8001, ' 1', ''",
      },
      ignoreLeadingAndTrailingWhitespace = true)
  void shouldRefuse(String tag, String value, String reason) throws Exception {
    String request = tag.equals("336") ? VALID + "|386=1|336=" + value : with(tag, value);

    assertRefused(request, ANYBODY, reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"3", "6", "C", "D", "00", "b"})
  void shouldRefuseEntryTypeThatIsNotOffered(String type) throws Exception {
    assertRefused(VALID.replace("269=1", "269=" + type), ANYBODY, "8");
  }

  @Test
  void shouldRefuseToSendNothing() throws Exception {
    assertRefused("262=R|263=0|264=0|267=0" + ABC, ANYBODY, "8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"NOPE", "abc", " ABC", "ABC "})
  void shouldNotKnowSymbol(String symbol) throws Exception {
    MarketDataRequests.Refusal refusal =
        assertRefused(VALID.replace("146=1", "146=2") + "|55=" + symbol, ANYBODY, "0");

    assertThat(refusal.text()).isEqualTo("Unknown Symbol(55) " + symbol);
  }

  @Test
  void shouldNotRepeatTextThatIsNoSymbol() throws Exception {
    String symbol = "S".repeat(100_000);

    assertThat(assertRefused(VALID.replace("ABC", symbol), ANYBODY, "0").text())
        .isEqualTo("Unknown Symbol(55)");
  }

  @Test
  void shouldRefuseWholeRequestForOneInstrumentThatIsNotGranted() throws Exception {
    Admission some = admission(Names.of("ABC"), false, Role.MARKET_DATA);
    String request = VALID.replace("146=1", "146=2") + "|55=";

    assertThat(assertRefused(request + "XYZ", some, "3").text())
        .isEqualTo("Not authorized: instrument XYZ");
    assertRefused(request + "NOPE", some, "0");
  }

  @Test
  void shouldRefuseAllInstrumentsToWhomNoneIsGranted() throws Exception {
    Admission none = admission(Names.of(), false, Role.MARKET_DATA);

    assertRefused("262=R|263=0|264=0" + BOTH_SIDES, none, "3");
  }

  @Test
  void shouldRefuseWhoHasNotTheRoleWhateverHeAsks() throws Exception {
    Admission trader = admission(Names.ANY, false, Role.TRADER, Role.OPERATOR, Role.DROP_COPY);

    assertRefused(VALID, trader, "3");
    assertRefused(VALID.replace("55=ABC", "55=NOPE"), trader, "3");
    assertRefused(with("264", "-1"), trader, "3");
  }

  @ParameterizedTest
  @CsvSource({
    "262=R|264=0|267=1|269=0, 3, 263, 1",
    "262=R|263=|264=0|267=1|269=0, 3, 263, 4",
    "262=R|263=0|267=1|269=0, 3, 264, 1",
    "262=R|263=0|264=0, 3, 267, 1",
    "262=R|263=0|264=0|267=1|269=, 3, 269, 4",
    "262=R|263=0|264=0|267=2|269=0, 3, 267, 16",
    "262=R|263=0|264=0|267=1|269=0|146=2|55=ABC, 3, 146, 16",
    "262=R|263=0|264=0|267=1|269=0|386=2|336=DAY, 3, 386, 16",
    "262=R|263=0|264=0|267=1|269=0|146=1|55=, 3, 55, 4",
    "262=R|263=1|264=0|267=1|269=0, j, 0, 5",
  })
  void shouldNotReadWhatIsNoRequest(String request, char answer, int tag, int reason)
      throws Exception {
    EdgeRefusal refusal = Objects.requireNonNull(MarketDataReader.form(message(request)));

    assertThat(List.of(refusal.answer(), refusal.refTagId(), refusal.reason()))
        .isEqualTo(List.of(answer, tag, reason));
  }

  /** As it is read where the session's settings have it without a dictionary. */
  @Test
  void shouldNotReadGroupsThatAreNone() throws Exception {
    Message flat = new Message(framed("262=R|263=0|264=0|267=1|269=0|146=1|55=ABC"), false);

    assertThat(Objects.requireNonNull(MarketDataReader.form(flat)).refTagId()).isEqualTo(267);
  }

  @Test
  void shouldReadOrRefuseWhateverTheFieldsSay() throws Exception {
    long seed = System.nanoTime();
    SplittableRandom random = new SplittableRandom(seed);
    String[] tags = {"263", "264", "265", "266", "286", "546", "547", "812", "815", "8001"};
    String[] values = {"0", "1", "2", "-", "+1", " ", "Y", "N", "\u00e9", "9".repeat(300), "1 1"};
    for (int i = 0; i < 20_000; i++) {
      List<String> fields = new ArrayList<>(List.of("262=R"));
      for (String tag : tags) {
        if (random.nextBoolean()) {
          fields.add(tag + '=' + values[random.nextInt(values.length)]);
        }
      }
      fields.add("267=1|269=" + values[random.nextInt(values.length)]);
      fields.add("146=1|55=" + (random.nextBoolean() ? "ABC" : values[random.nextInt(11)]));
      Message message = message(String.join("|", fields));
      if (MarketDataReader.form(message) == null) {
        assertThat(reader.read(message, ANYBODY).id())
            .as("seed %s, %s", seed, fields)
            .isEqualTo("R");
      }
    }
  }

  private MarketDataRequests.Refusal assertRefused(String request, Admission who, String reason)
      throws Exception {
    Message message = message(request);
    assertThat(MarketDataReader.form(message)).isNull();
    MarketDataRequests.Asked asked = reader.read(message, who);
    assertThat(asked).isInstanceOf(MarketDataRequests.Refusal.class);
    MarketDataRequests.Refusal refusal = (MarketDataRequests.Refusal) asked;
    assertThat(refusal.id()).isEqualTo("R");
    assertThat(refusal.reason()).isEqualTo(reason.isEmpty() ? '\0' : reason.charAt(0));
    assertThat(refusal.text()).isNotEmpty();
    return refusal;
  }
}
