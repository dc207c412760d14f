package org.bourse.exchange.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bourse.exchange.fix.OrderText.BUY;
import static org.bourse.exchange.fix.OrderText.SELL;
import static org.bourse.exchange.fix.OrderText.limit;
import static org.bourse.exchange.fix.OrderText.status;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bourse.exchange.RunningExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Brokers on QuickFIX/J initiators, which the exchange must suit as they come. */
class InitiatorsTest {
  private static final int ORDERS = 300;

  private final List<Initiator> brokers = new ArrayList<>();
  private RunningExchange exchange;

  @BeforeEach
  void open(@TempDir Path folder) throws Exception {
    exchange = RunningExchange.start(folder);
    for (int i = 1; i <= 3; i++) {
      brokers.add(Initiator.start(exchange.port(), "BROKER" + i));
    }
    brokers.forEach(Initiator::awaitLogon);
  }

  @AfterEach
  void close() throws Exception {
    brokers.forEach(Initiator::close);
    exchange.close();
  }

  @Test
  void shouldLetBrokersTradeWithEachOtherAtTheSameTime() throws Exception {
    List<List<FixText>> reports = allTrade();

    Set<String> execIds = new HashSet<>();
    long bought = 0;
    long sold = 0;
    int count = 0;
    for (List<FixText> ofBroker : reports) {
      for (FixText report : ofBroker) {
        execIds.add(report.get(17));
        count++;
        if (report.get(150).equals("F")) {
          bought += report.get(54).equals(BUY) ? report.number(32) : 0;
          sold += report.get(54).equals(SELL) ? report.number(32) : 0;
        }
      }
    }
    assertThat(execIds).hasSize(count);
    assertThat(bought).isEqualTo(sold).isPositive();
  }

  @Test
  void shouldTellEachOrderItsStoryInOrder() throws Exception {
    for (List<FixText> ofBroker : allTrade()) {
      for (int i = 0; i < ORDERS; i++) {
        String clOrdId = "o" + i;
        List<FixText> story =
            ofBroker.stream().filter(report -> report.get(11).equals(clOrdId)).toList();
        assertThat(story.get(0).only(150, 39, 14)).isEqualTo("150=0|39=0|14=0");
        long cumQty = 0;
        for (FixText fill : story.subList(1, story.size())) {
          cumQty += fill.number(32);
          assertThat(fill.number(14)).isEqualTo(cumQty);
          assertThat(fill.number(151)).isEqualTo(fill.number(38) - cumQty);
        }
      }
    }
  }

  @Test
  void shouldGiveReportsOfTimeAwayAtReturn() throws Exception {
    brokers.get(0).send(limit("X", BUY, 10, "9.99"));
    brokers.get(0).receive();
    brokers.get(0).leave();
    brokers.get(1).send(limit("S", SELL, 10, "9.99"));
    brokers.get(1).receive();
    FixText sold = brokers.get(1).receive();
    brokers.get(0).comeBack();

    FixText bought = brokers.get(0).receive();
    assertThat(bought.only(43, 11, 150, 39, 32)).isEqualTo("43=Y|11=X|150=F|39=2|32=10");
    assertThat(bought.get(527)).isEqualTo(sold.get(527));
    assertThat(bought.get(17)).isNotEqualTo(sold.get(17));
  }

  @Test
  void shouldGoOnAfterRestartOfExchange() throws Exception {
    brokers.get(0).send(limit("X", BUY, 10, "9.99"));
    String orderId = brokers.get(0).receive().get(37);
    exchange.stop();
    exchange.start();
    brokers.forEach(Initiator::awaitLogon);

    brokers.get(0).send(status("X", BUY));
    assertThat(brokers.get(0).receive().only(37, 150, 39))
        .isEqualTo("37=" + orderId + "|150=I|39=0");
    brokers.get(2).send(limit("S", SELL, 10, "9.99"));
    assertThat(brokers.get(2).receive().only(150, 39)).isEqualTo("150=0|39=0");
    assertThat(brokers.get(2).receive().only(150, 39)).isEqualTo("150=F|39=2");
    assertThat(brokers.get(0).receive().only(11, 150, 39)).isEqualTo("11=X|150=F|39=2");
  }

  /** All brokers send their orders at once; gives the reports that each has got. */
  private List<List<FixText>> allTrade() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(brokers.size());
    try {
      List<Callable<List<FixText>>> days = new ArrayList<>();
      for (int i = 0; i < brokers.size(); i++) {
        int seed = i;
        days.add(() -> trade(brokers.get(seed), seed));
      }
      List<List<FixText>> reports = new ArrayList<>();
      for (Future<List<FixText>> day : threads.invokeAll(days)) {
        reports.add(new ArrayList<>(day.get()));
      }
      for (int i = 0; i < brokers.size(); i++) {
        reports.get(i).addAll(untilStatus(brokers.get(i)));
      }
      return reports;
    } finally {
      threads.shutdownNow();
    }
  }

  private static List<FixText> trade(Initiator broker, int seed) throws Exception {
    List<FixText> reports = new ArrayList<>();
    for (int i = 0; i < ORDERS; i++) {
      String side = (i + seed) % 2 == 0 ? BUY : SELL;
      broker.send(limit("o" + i, side, 1 + (i * 7 + seed) % 9, "10.0" + (i * 3 + seed) % 3));
    }
    reports.addAll(untilStatus(broker));
    return reports;
  }

  /** All reports up to the answer to a status request, which is left out. */
  private static List<FixText> untilStatus(Initiator broker) throws Exception {
    broker.send(status("none", BUY));
    List<FixText> reports = new ArrayList<>();
    FixText next = broker.receive();
    while (!next.get(150).equals("I")) {
      reports.add(next);
      next = broker.receive();
    }
    return reports;
  }
}
