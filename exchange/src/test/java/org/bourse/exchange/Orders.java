package org.bourse.exchange;

import static org.bourse.exchange.fix.OrderText.BUY;
import static org.bourse.exchange.fix.OrderText.SELL;

import java.io.IOException;
import org.bourse.exchange.fix.FixText;
import org.bourse.exchange.fix.OrderText;
import org.bourse.exchange.fix.SteadyClient;

/** What a client asks for in these tests, and the answer that it waits for. */
record Orders(SteadyClient client) {
  private static int questions;

  /** A limit order to buy one ABC far below any offer; returns its MsgSeqNum. */
  int buy(String clOrdId) throws IOException {
    return buy(clOrdId, "ABC", "10.00");
  }

  /** Buys as filler0, filler1 and so on until it is refused; returns the refused one's number. */
  int buyUntilRefused() throws IOException {
    for (int i = 0; i < 5_000; i++) {
      String clOrdId = "filler" + i;
      int number = buy(clOrdId);
      FixText answer =
          client.await(
              "answer to " + clOrdId,
              m -> m.get(11).equals(clOrdId) || m.get(45).equals(String.valueOf(number)));
      if (answer.get(35).equals("j")) {
        return number;
      }
    }
    throw new AssertionError("never refused");
  }

  int buy(String clOrdId, String symbol, String price) throws IOException {
    return client.send(OrderText.order(clOrdId, symbol, BUY, "1", "|40=2|44=" + price));
  }

  int sell(String clOrdId, String symbol, String price) throws IOException {
    return client.send(OrderText.order(clOrdId, symbol, SELL, "1", "|40=2|44=" + price));
  }

  int cancel(String clOrdId, String origClOrdId, String symbol) throws IOException {
    return client.send(OrderText.cancel(clOrdId, origClOrdId, symbol, BUY));
  }

  int replace(String clOrdId, String origClOrdId) throws IOException {
    return client.send(OrderText.replace(clOrdId, origClOrdId, BUY, 2, "10.00"));
  }

  int status(String clOrdId, String question) throws IOException {
    return client.send(OrderText.status(clOrdId, BUY) + "|790=" + question);
  }

  /** The first ExecutionReport or OrderCancelReject on a request. */
  FixText answerTo(String clOrdId) {
    return client.await(
        "answer to " + clOrdId,
        m -> m.get(11).equals(clOrdId) && (m.get(35).equals("8") || m.get(35).equals("9")));
  }

  /** The refusal of a halted exchange. */
  FixText refusalOf(int msgSeqNum) {
    return client.await(
        "refusal of " + msgSeqNum,
        m -> m.get(35).equals("j") && m.get(45).equals(String.valueOf(msgSeqNum)));
  }

  /** OrdStatus(39) of an order, 8 where there is none. */
  String statusOf(String clOrdId) throws IOException {
    String question = "Q" + ++questions;
    status(clOrdId, question);
    return client
        .await("status of " + clOrdId, m -> m.get(790).equals(question) && m.get(35).equals("8"))
        .get(39);
  }

  /** Whether the session answers. */
  void checkAlive() throws IOException {
    String question = "T" + ++questions;
    client.send("35=1|112=" + question);
    client.await("heartbeat", m -> m.get(112).equals(question));
  }
}
