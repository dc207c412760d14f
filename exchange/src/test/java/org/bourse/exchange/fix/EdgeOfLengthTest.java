package org.bourse.exchange.fix;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bourse.exchange.fix.OrderText.BUY;
import static org.bourse.exchange.fix.OrderText.limit;

import org.junit.jupiter.api.Test;

/** What is long or strange, but allowed. */
class EdgeOfLengthTest extends OneExchange {

  @Test
  void shouldTakeClOrdIdOf64Characters() throws Exception {
    String clOrdId = "C".repeat(64);

    assertThat(rest(broker1, limit(clOrdId, BUY, 10, "9.99")).get(11)).isEqualTo(clOrdId);
  }

  @Test
  void shouldRefuseClOrdIdOf65Characters() throws Exception {
    assertThat(broker1.ask(limit("C".repeat(65), BUY, 10, "9.99")).only(35, 371, 373))
        .isEqualTo("35=3|371=11|373=5");
  }

  @Test
  void shouldPassOverLongText() throws Exception {
    rest(broker1, limit("X", BUY, 10, "9.99") + "|58=" + "T".repeat(10_000));
  }

  @Test
  void shouldPassOverUserDefinedField() throws Exception {
    rest(broker1, limit("X", BUY, 10, "9.99") + "|5001=mine");
  }

  @Test
  void shouldEchoLatin1() throws Exception {
    assertThat(rest(broker1, limit("caf\u00e9", BUY, 10, "9.99")).get(11)).isEqualTo("caf\u00e9");
    rest(broker1, limit("caf\u00ea", BUY, 10, "9.99"));
  }

  @Test
  void shouldHandleRequestsThatComeInOnePiece() throws Exception {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      int number = broker1.nextOut() + i;
      byte[] one = WireText.framed(broker1.fields(number, limit("o" + i, BUY, 1, "9.99"), ""));
      all.append(new String(one, ISO_8859_1));
    }
    broker1.sendBytes(all.toString().getBytes(ISO_8859_1));

    for (int i = 0; i < 200; i++) {
      assertThat(broker1.receive().only(34, 11, 150))
          .isEqualTo("34=" + (i + 2) + "|11=o" + i + "|150=0");
    }
  }
}
