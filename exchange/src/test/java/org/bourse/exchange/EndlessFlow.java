package org.bourse.exchange;

import java.io.IOException;
import org.bourse.exchange.fix.SteadyClient;

/** Orders of one client, that cross at times, sent on a thread until it is stopped or cut. */
final class EndlessFlow implements AutoCloseable {
  private final SteadyClient client;
  private final Orders orders;
  private final Thread sender = new Thread(this::sendUntilCut);
  private volatile boolean stopping;
  private volatile int sent;

  EndlessFlow(String compId) {
    client = new SteadyClient(compId);
    orders = new Orders(client);
  }

  /** Connects and begins. */
  void start(int port) throws IOException {
    client.connect(port);
    sender.start();
  }

  /** How many orders were sent. */
  int sent() {
    return sent;
  }

  /** Waits until the exchange is gone, or all was sent. */
  void awaitCut() throws InterruptedException {
    sender.join();
  }

  /** Sends no more from now on; what is under way is not waited for. */
  void stop() {
    stopping = true;
  }

  @Override
  public void close() throws IOException, InterruptedException {
    stop();
    sender.join();
    client.close();
  }

  private void sendUntilCut() {
    try {
      for (int i = 1; i < 200_000 && !stopping; i++) {
        if (i % 3 == 0) {
          orders.sell("C" + i, "ABC", "10.00");
        } else {
          orders.buy("C" + i);
        }
        sent = i;
        if (i % 100 == 0) {
          String last = "C" + i;
          client.await("answer", m -> m.get(11).equals(last) || stopping || !client.isConnected());
        }
      }
    } catch (IOException e) {
      // the process was killed, which is what this waits for
    }
  }
}
