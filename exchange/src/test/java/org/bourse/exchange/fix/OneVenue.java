package org.bourse.exchange.fix;

import java.nio.file.Path;
import org.bourse.exchange.RunningExchange;
import org.bourse.exchange.VenueControls;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** As {@link OneExchange}, with the venue's controls. */
abstract class OneVenue extends OneExchange {
  VenueControls controls;

  @Override
  RunningExchange prepared(RunningExchange plain) throws Exception {
    return plain.withHttp();
  }

  @BeforeEach
  @Override
  void open(@TempDir Path folder) throws Exception {
    super.open(folder);
    controls = exchange.controls();
  }
}
