package org.bourse.exchange.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bourse.exchange.fix.OrderText.BUY;
import static org.bourse.exchange.fix.OrderText.SELL;
import static org.bourse.exchange.fix.OrderText.cancel;
import static org.bourse.exchange.fix.OrderText.order;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bourse.exchange.RunningExchange;
import org.bourse.exchange.VenueControls;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each order type with each TimeInForce in each phase: whether it is taken, and that what was taken
 * can be changed and canceled. All on one exchange, whose book is empty each time.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AcceptanceTableTest {
  private static final int[] STATE = {35, 150, 39, 103, 38, 14, 151};

  private RunningExchange exchange;
  private VenueControls controls;
  private RawClient broker1;
  private RawClient broker2;
  private String phase = "";
  private int round;

  @BeforeAll
  void open(@TempDir Path folder) throws Exception {
    exchange = RunningExchange.in(folder).withHttp();
    exchange.start();
    controls = exchange.controls();
    broker1 = RawClient.loggedOn(exchange.port(), "BROKER1");
    broker2 = RawClient.loggedOn(exchange.port(), "BROKER2");
  }

  @AfterAll
  void close() throws Exception {
    broker1.close();
    broker2.close();
    exchange.close();
  }

  private static List<AcceptanceTable.Cell> cells() throws IOException {
    return AcceptanceTable.cells();
  }

  @ParameterizedTest
  @MethodSource("cells")
  void shouldTakeOrRefuseAsTheTableSays(AcceptanceTable.Cell cell) throws Exception {
    enterPhase(cell.phase());
    String name = "X" + ++round;
    if (cell.isTaken() && cell.wantsOpposite()) {
      broker2.ask(order(name, "ABC", SELL, "5", "|40=2|44=10.00"));
    }

    FixText answer = broker1.ask(order(name, "ABC", BUY, "10", cell.terms()));

    if (cell.isTaken()) {
      assertThat(answer.only(STATE)).isEqualTo("35=8|150=0|39=0|38=10|14=0|151=10");
      List<FixText> reports = broker1.reports();
      assertThat(reports.stream().anyMatch(report -> report.get(39).equals("4")))
          .isEqualTo(cell.endsAtOnce());
      if (!cell.endsAtOnce()) {
        replaceAndCancel(name, cell.terms());
      }
    } else {
      assertThat(answer.only(STATE))
          .isEqualTo("35=8|150=8|39=8|103=" + cell.expected() + "|38=10|14=0|151=0");
      assertThat(answer.get(58)).isNotEmpty();
    }
    broker2.send(cancel(name + "c", name, SELL));
    broker2.reports();
  }

  private void replaceAndCancel(String name, String terms) throws Exception {
    String replace =
        order(name + "r", "ABC", BUY, "20", terms).replace("35=D", "35=G") + "|41=" + name;
    assertThat(broker1.ask(replace).only(35, 150, 38)).isEqualTo("35=8|150=5|38=20");
    assertThat(broker1.ask(cancel(name + "c", name + "r", BUY)).only(35, 150, 39, 38, 151))
        .isEqualTo("35=8|150=4|39=4|38=20|151=0");
  }

  private void enterPhase(String next) throws IOException, InterruptedException {
    if (!phase.equals(next)) {
      controls.phase("ABC", next);
      phase = next;
    }
  }

  @Test
  void shouldBeWhatTheDocsSay() throws Exception {
    assertThat(Files.readString(Path.of("..", "docs", "venue.md")))
        .contains(AcceptanceTable.text());
  }
}
