package org.bourse.exchange.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.List;
import org.bourse.exchange.ExchangeProcess;
import org.bourse.exchange.ProcessFolder;

/**
 * An exchange that ends itself in the middle of each start but the first, and is then started once
 * more. A point that a start does not reach is a failure.
 */
final class CrashingStartVenue implements Venue {
  private final Venue venue;
  private final ProcessFolder folder;
  private final Iterator<CrashPoint> points;
  private String ended = "first start";
  private boolean isFirst = true;

  CrashingStartVenue(Venue venue, ProcessFolder folder, List<CrashPoint> points) {
    this.venue = venue;
    this.folder = folder;
    this.points = points.iterator();
  }

  @Override
  public int port() {
    return venue.port();
  }

  @Override
  public void start() throws Exception {
    if (!isFirst) {
      endWhileStarting(points.next());
    }
    isFirst = false;
    venue.start();
  }

  private void endWhileStarting(CrashPoint point) throws Exception {
    ended = "start ended " + point;
    try (ExchangeProcess process = CrashPointVenue.run(folder, point, "start")) {
      process.awaitOpenOrEnd();
      assertThat(process.isAlive()).as("whether it has passed " + point).isFalse();
      assertThat(process.err()).isEmpty();
    }
  }

  @Override
  public void end(Market market) throws Exception {
    venue.end(market);
  }

  @Override
  public long missedReports() {
    return venue.missedReports();
  }

  @Override
  public String toString() {
    return ended;
  }

  @Override
  public void close() throws Exception {
    venue.close();
  }
}
