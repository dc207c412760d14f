package org.bourse.client.marketdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.bourse.client.cli.Console;
import org.junit.jupiter.api.Test;

class LinesViewTest {

  private static final String TRADE = "269=2|278=t1|270=10.00|271=5|272=20260701|273=09:59:00.500";

  private final StringWriter out = new StringWriter();
  private final MarketBook book = new MarketBook(false);
  private final LinesView view =
      new LinesView(
          new Console(new PrintWriter(out, true), new PrintWriter(new StringWriter()), false),
          () -> {});

  @Test
  void shouldPrintAQuoteOnlyWhenItChanges() throws Exception {
    show(Wire.w("83=1|268=1|269=0|270=10|271=5|290=1"));
    show(Wire.x("268=1|279=0|269=0|55=ABC|270=9|271=5|290=2|83=2"));
    show(Wire.x("268=1|279=2|269=0|55=ABC|270=10|290=1|83=3"));

    assertThat(out.toString().lines())
        .containsExactly("10:00:00.000 ABC  5 x 10 | -", "10:00:00.000 ABC  5 x 9 | -");
  }

  @Test
  void shouldPrintTradesThatComeWithALaterSnapshotOnce() throws Exception {
    show(Wire.w("83=1|268=1|" + TRADE));
    show(Wire.w("83=5|268=2|" + TRADE + "|269=2|278=t2|270=10.10|271=1|277=R"));
    show(Wire.x("268=1|279=0|269=2|278=t3|55=ABC|270=10|271=2|2446=2|83=6"));

    assertThat(out.toString().lines())
        .containsExactly(
            "10:00:00.000 ABC  - | -",
            "10:00:00.000 ABC  trade 1 @ 10.10 auction",
            "10:00:00.000 ABC  trade 2 @ 10 sell");
  }

  @Test
  void shouldPrintBustsAndCorrections() throws Exception {
    show(Wire.w("83=1|268=1|" + TRADE));
    show(Wire.x("268=1|279=1|269=2|278=t1|55=ABC|270=10.05|271=4|83=2"));
    show(Wire.x("268=1|279=2|269=2|278=t1|55=ABC|83=3"));

    assertThat(out.toString().lines())
        .endsWith(
            "10:00:00.000 ABC  trade t1 corrected to 4 @ 10.05",
            "10:00:00.000 ABC  trade t1 busted");
  }

  private void show(Update update) throws OutOfStep {
    book.apply(update);
    view.onUpdate(update, book);
  }
}
