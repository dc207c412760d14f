package org.bourse.client.order;

import java.time.Duration;
import org.bourse.client.cli.DurationText;
import org.bourse.client.cli.SessionOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What all the single requests take. */
final class RequestOptions {

  @Mixin private final SessionOptions session = new SessionOptions();

  @Option(
      names = "--cl-ord-id",
      paramLabel = "ID",
      description = "ClOrdID(11) of the request (default: one that is unique)")
  private @Nullable String clOrdId;

  @Option(
      names = "--wait",
      paramLabel = "DURATION",
      converter = DurationText.class,
      description =
          "how long to listen for reports (default: until it is answered and then quiet for 500ms)")
  private @Nullable Duration wait;

  SessionOptions session() {
    return session;
  }

  String clOrdId() {
    if (clOrdId == null) {
      clOrdId = UniqueId.next();
    }
    return clOrdId;
  }

  @Nullable Duration waiting() {
    return wait;
  }
}
