package org.bourse.exchange.fix;

import java.nio.file.Path;
import org.bourse.exchange.RunningExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Gives all tests of a class one exchange, and each a name of its own for what it enters. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OneExchangeForAll {
  RunningExchange exchange;
  RawClient broker1;
  RawClient broker2;
  private int round;

  @BeforeAll
  void open(@TempDir Path folder) throws Exception {
    exchange = RunningExchange.in(folder).withHttp();
    exchange.start();
    broker1 = RawClient.loggedOn(exchange.port(), "BROKER1");
    broker2 = RawClient.loggedOn(exchange.port(), "BROKER2");
  }

  @AfterAll
  void close() throws Exception {
    broker1.close();
    broker2.close();
    exchange.close();
  }

  /** A message with another name in place of NEW. */
  String named(String message) {
    return message.replace("=NEW", "=NEW" + ++round);
  }
}
