package org.bourse.exchange.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bourse.exchange.fix.MarketDataText.VALID;
import static org.bourse.exchange.fix.MarketDataText.instruments;
import static org.bourse.exchange.fix.MarketDataText.message;

import org.bourse.exchange.command.Command;
import org.bourse.exchange.command.Commands;
import org.bourse.exchange.command.Inquiry;
import org.bourse.exchange.command.Refused;
import org.bourse.exchange.model.InquiryKind;
import org.junit.jupiter.api.Test;

/** What the journal has of a MarketDataRequest(V). */
class MarketDataInquiryTest {
  private final RequestTranslator translator = new RequestTranslator(instruments());

  @Test
  void shouldBeInquiryThatTheEngineDoesNotKeep() throws Exception {
    assertThat(command(VALID))
        .isEqualTo(new Inquiry(3, 7, 2, -1, InquiryKind.MARKET_DATA.code(), '\0', 7, "R", "", ""));
  }

  @Test
  void shouldBeRefusedWithNameThatIsTooLong() throws Exception {
    assertThat(command(VALID.replace("262=R", "262=" + "R".repeat(64))))
        .isInstanceOf(Inquiry.class);
    assertThat(command(VALID.replace("262=R", "262=" + "R".repeat(65))))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.answer()).isEqualTo('3');
              assertThat(refused.refTagId()).isEqualTo(262);
              assertThat(refused.reason()).isEqualTo(5);
            });
  }

  @Test
  void shouldBeRefusedWithoutName() throws Exception {
    assertThat(command(VALID.replace("262=R|", "")))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.refTagId()).isEqualTo(262));
  }

  private Command command(String request) throws Exception {
    int length = translator.translate(message(request), 3, 7, (fields, listed) -> null);
    return Commands.decode(translator.buffer(), 0, length);
  }
}
