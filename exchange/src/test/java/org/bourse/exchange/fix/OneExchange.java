package org.bourse.exchange.fix;

import java.nio.file.Path;
import org.bourse.exchange.RunningExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Gives each test an exchange of its own, with two brokers logged on. */
abstract class OneExchange {
  RunningExchange exchange;
  RawClient broker1;
  RawClient broker2;

  @BeforeEach
  void open(@TempDir Path folder) throws Exception {
    exchange = prepared(RunningExchange.in(folder));
    exchange.start();
    broker1 = RawClient.loggedOn(exchange.port(), "BROKER1");
    broker2 = RawClient.loggedOn(exchange.port(), "BROKER2");
  }

  /** What the exchange is started with. */
  RunningExchange prepared(RunningExchange plain) throws Exception {
    return plain;
  }

  @AfterEach
  void close() throws Exception {
    broker1.close();
    broker2.close();
    exchange.close();
  }

  /** Sends an order that rests, and gives back its acknowledgement. */
  static FixText rest(RawClient broker, String order) throws Exception {
    FixText report = broker.ask(order);
    if (!report.only(35, 150, 39).equals("35=8|150=0|39=0")) {
      throw new AssertionError("not taken: " + report);
    }
    return report;
  }
}
