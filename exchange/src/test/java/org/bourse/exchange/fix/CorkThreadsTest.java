package org.bourse.exchange.fix;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bourse.exchange.FreePort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two threads that hold back at the same time, over real sockets. */
class CorkThreadsTest {
  private static final List<String> CLIENTS = List.of("BROKER1", "BROKER2");
  private static final int EACH = 4000;

  @Test
  void shouldSendInOrderOfNumbersAndLeaveNothing(@TempDir Path folder) throws Exception {
    int port = FreePort.next();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try (SendingPort sending = new SendingPort(folder, port, false, "BROKER1", "BROKER2");
        RawClient one = RawClient.loggedOn(port, "BROKER1");
        RawClient other = RawClient.loggedOn(port, "BROKER2")) {
      Future<?> reports = threads.submit(() -> send(sending, 1, SendingPort.Sender::report));
      Future<?> data =
          threads.submit(() -> send(sending, 2, (sender, client, i) -> sender.marketData(client)));
      Future<?> readOne = threads.submit(read(one));
      Future<?> readOther = threads.submit(read(other));

      reports.get(60, SECONDS);
      data.get(60, SECONDS);
      readOne.get(60, SECONDS);
      readOther.get(60, SECONDS);
    } finally {
      threads.shutdownNow();
    }
  }

  private interface Send {
    boolean of(SendingPort.Sender sender, String client, long number);
  }

  /** In batches of many lengths, the last of which is flushed as any other. */
  private static Object send(SendingPort sending, long seed, Send send) throws Exception {
    Random random = new Random(seed);
    SendingPort.Sender sender = sending.new Sender();
    int sent = 0;
    while (sent < EACH) {
      sending.cork().hold();
      for (int left = 1 + random.nextInt(40); left > 0 && sent < EACH; left--) {
        sent++;
        for (String client : CLIENTS) {
          assertThat(send.of(sender, client, sent)).as("%s of %s", sent, client).isTrue();
        }
      }
      sending.cork().flush();
    }
    return sent;
  }

  private static Callable<Object> read(RawClient client) {
    return () -> {
      int first = client.receive().number(34);
      for (int number = first + 1; number < first + 2 * EACH; number++) {
        assertThat(client.receive().number(34)).isEqualTo(number);
      }
      return client;
    };
  }
}
