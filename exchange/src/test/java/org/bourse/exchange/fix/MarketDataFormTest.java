package org.bourse.exchange.fix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A MarketDataRequest(V) that can't be read is refused as other requests are. */
class MarketDataFormTest extends OneExchangeForAll {

  @ParameterizedTest
  @CsvSource({
    "262=R|263=1|264=0|265=1|55=ABC|267=1|269=0, 55, 2",
    "262=R|263=1|264=0|265=1, 267, 1",
    "262=|263=1|264=0|265=1|267=1|269=0|146=1|55=ABC, 262, 4",
    "262=R|263=4|264=0|265=1|267=1|269=0|146=1|55=ABC, 263, 5",
    "262=R|263=1|264=+1|265=1|267=1|269=0|146=1|55=ABC, 264, 6",
    "262=R|263=1|264=99999999999|265=1|267=1|269=0, 264, 6",
    "262=R|263=1|264=0|265=1|267=3|269=0|269=1, 267, 16",
    "262=R|263=1|264=0|265=1|267=1|269=0|146=1|200=202601, 200, 15",
  })
  void shouldRejectWhatTheDictionaryDoesNotAllow(String request, int tag, int reason)
      throws Exception {
    assertThat(broker1.ask("35=V|" + request).only(35, 371, 372, 373))
        .isEqualTo("35=3|371=" + tag + "|372=V|373=" + reason);
  }

  @Test
  void shouldRejectNameThatIsTooLong() throws Exception {
    String name = "R".repeat(65);

    assertThat(
            broker1
                .ask("35=V|262=" + name + "|263=1|264=0|265=1|267=1|269=0|146=1|55=ABC")
                .only(35, 371, 373))
        .isEqualTo("35=3|371=262|373=5");
  }

  @Test
  void shouldRefuseSubscriptionThatDoesNotSayHowItIsUpdated() throws Exception {
    FixText answer = broker1.ask("35=V|262=R|263=1|264=0|267=1|269=0|146=1|55=ABC");

    assertThat(answer.only(35, 372, 380)).isEqualTo("35=j|372=V|380=5");
    assertThat(answer.get(58)).contains("MDUpdateType(265)");
  }
}
