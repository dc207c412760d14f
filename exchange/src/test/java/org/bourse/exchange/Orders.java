package org.bourse.exchange;

import java.io.IOException;

/** What a client asks for in these tests, and the answer that it waits for. */
record Orders(FixClient client) {
  private static int questions;

  /** A limit order to buy one ABC far below any offer; returns its MsgSeqNum. */
  int buy(String clOrdId) throws IOException {
    return buy(clOrdId, "ABC", "10.00");
  }

  int buy(String clOrdId, String symbol, String price) throws IOException {
    return order(clOrdId, symbol, "1", price);
  }

  int sell(String clOrdId, String symbol, String price) throws IOException {
    return order(clOrdId, symbol, "2", price);
  }

  private int order(String clOrdId, String symbol, String side, String price) throws IOException {
    return client.send(
        "D",
        "11=" + clOrdId,
        "55=" + symbol,
        "54=" + side,
        "60=" + FixMessage.now(),
        "38=1",
        "40=2",
        "44=" + price);
  }

  int cancel(String clOrdId, String origClOrdId, String symbol) throws IOException {
    return client.send(
        "F",
        "41=" + origClOrdId,
        "11=" + clOrdId,
        "55=" + symbol,
        "54=1",
        "60=" + FixMessage.now(),
        "38=1");
  }

  int replace(String clOrdId, String origClOrdId) throws IOException {
    return client.send(
        "G",
        "41=" + origClOrdId,
        "11=" + clOrdId,
        "55=ABC",
        "54=1",
        "60=" + FixMessage.now(),
        "38=2",
        "40=2",
        "44=10.00");
  }

  int status(String clOrdId, String question) throws IOException {
    return client.send("H", "11=" + clOrdId, "55=ABC", "54=1", "790=" + question);
  }

  /** The first ExecutionReport or OrderCancelReject on a request. */
  FixMessage answerTo(String clOrdId) {
    return client.await(
        "answer to " + clOrdId,
        m -> m.get(11).equals(clOrdId) && (m.type().equals("8") || m.type().equals("9")));
  }

  /** The refusal of a halted exchange. */
  FixMessage refusalOf(int msgSeqNum) {
    return client.await(
        "refusal of " + msgSeqNum,
        m -> m.type().equals("j") && m.get(45).equals(String.valueOf(msgSeqNum)));
  }

  /** OrdStatus(39) of an order, 8 where there is none. */
  String statusOf(String clOrdId) throws IOException {
    String question = "Q" + ++questions;
    status(clOrdId, question);
    return client
        .await("status of " + clOrdId, m -> m.get(790).equals(question) && m.type().equals("8"))
        .get(39);
  }

  /** Whether the session answers. */
  void checkAlive() throws IOException {
    String question = "T" + ++questions;
    client.send("1", "112=" + question);
    client.await("heartbeat", m -> m.get(112).equals(question));
  }
}
