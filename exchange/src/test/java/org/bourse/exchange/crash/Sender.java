package org.bourse.exchange.crash;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.util.List;
import quickfix.Message;
import quickfix.field.MsgType;
import quickfix.field.TestReqID;

/**
 * Sends what a trader asks for, as fast as answers come, connected or not, and now and then a
 * TestRequest, whose answer takes a number among the reports.
 */
final class Sender implements Runnable {
  private static final int LOOKS_UP_EVERY_MILLIS = 5;

  private static final int REQUESTS_TO_A_TEST = 40;

  private final Trader trader;
  private final RandomFlow flow;
  private volatile boolean sending;
  private int sent;
  private Thread thread = new Thread(this);

  Sender(Trader trader, RandomFlow flow) {
    this.trader = trader;
    this.flow = flow;
  }

  void begin() {
    sending = true;
    thread = new Thread(this, "sender-" + trader.compId());
    thread.start();
  }

  void rest() throws InterruptedException {
    sending = false;
    thread.join();
  }

  @Override
  public void run() {
    try {
      while (sending) {
        if (trader.ledger().window().tryAcquire(LOOKS_UP_EVERY_MILLIS, MILLISECONDS)) {
          Request request = flow.next();
          trader.ledger().sending(request);
          trader.send(request.message());
          if (++sent % REQUESTS_TO_A_TEST == 0) {
            trader.send(testRequest());
          }
        }
      }
    } catch (Exception e) {
      trader.faults().add("can't send", List.of(e, e.getStackTrace()[0]));
    }
  }

  private Message testRequest() {
    Message message = new Message();
    message.getHeader().setString(MsgType.FIELD, MsgType.TEST_REQUEST);
    message.setString(TestReqID.FIELD, String.valueOf(sent));
    return message;
  }
}
