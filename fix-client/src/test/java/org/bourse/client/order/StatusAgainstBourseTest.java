package org.bourse.client.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bourse.client.Client;
import org.bourse.client.venue.Bourse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code order status} of orders that go by another ClOrdID by now. */
class StatusAgainstBourseTest {
  private final Path folder;
  private Bourse bourse;

  StatusAgainstBourseTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeEach
  void start() throws Exception {
    assumeTrue(Bourse.isBuilt(), "the exchange is not packaged");
    bourse = Bourse.started(folder);
    assertThat(order("buy 100 AAPL 10 --cl-ord-id C1").status()).isZero();
  }

  @AfterEach
  void close() {
    if (bourse != null) {
      bourse.close();
    }
  }

  @Test
  void shouldPrintStateOfReplacedOrder() {
    order("replace C1 buy 60 AAPL 10 --cl-ord-id C2");

    Client.Result status = order("status C1 buy AAPL");

    assertThat(status.out()).contains("ExecType=OrderStatus OrdStatus=New", "ClOrdID=C2");
    assertThat(status.status()).as(status.err()).isZero();
  }

  @Test
  void shouldPrintStateOfCanceledOrder() {
    order("cancel C1 buy AAPL --cl-ord-id C2");

    Client.Result status = order("status C1 buy AAPL");

    assertThat(status.out()).contains("ExecType=OrderStatus OrdStatus=Canceled");
    assertThat(status.status()).as(status.err()).isZero();
  }

  @Test
  void shouldExitWithOneForUnknownOrder() {
    Client.Result status = order("status NOPE buy AAPL");

    assertThat(status.out()).contains("OrdStatus=Rejected", "OrdRejReason=UnknownOrder");
    assertThat(status.status()).isEqualTo(1);
  }

  private Client.Result order(String words) {
    List<String> args = new ArrayList<>(List.of("order"));
    args.addAll(List.of(words.split(" ", -1)));
    args.addAll(List.of("--port", Integer.toString(bourse.port())));
    return Client.run(args.toArray(String[]::new));
  }
}
