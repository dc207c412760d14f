package org.bourse.exchange.crash;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.bourse.exchange.CrashingExchange;
import org.bourse.exchange.ExchangeProcess;
import org.bourse.exchange.ProcessFolder;

/**
 * The exchange as a process that ends itself, each time at the next of some points. A point that is
 * not reached under load is a failure.
 */
final class CrashPointVenue implements Venue {
  private final ProcessFolder folder;
  private final Iterator<CrashPoint> points;
  private CrashPoint point;
  private String ended = "not ended yet";
  private ExchangeProcess process;

  CrashPointVenue(ProcessFolder folder, List<CrashPoint> points) {
    this.folder = folder;
    this.points = points.iterator();
  }

  @Override
  public int port() {
    return folder.port();
  }

  /** Each process has its point from its start on; the last one, which lives, has one as well. */
  @Override
  public void start() throws Exception {
    point = points.hasNext() ? points.next() : point;
    process = run(folder, point, "line").awaitOpen();
  }

  /**
   * Runs an exchange that ends itself.
   *
   * @param armed {@code start}: from the begin; {@code line}: by a line on its standard input
   */
  static ExchangeProcess run(ProcessFolder folder, CrashPoint point, String armed)
      throws IOException {
    List<String> arguments = new ArrayList<>();
    arguments.add(folder.config().toString());
    arguments.add(folder.data().toString());
    arguments.add(String.valueOf(folder.port()));
    arguments.add(armed);
    arguments.addAll(point.toArguments());
    return ExchangeProcess.run(CrashingExchange.class, arguments);
  }

  @Override
  public void end(Market market) throws Exception {
    ended = "ended " + point;
    process.tell("arm");
    market.patiently("the end at " + point, () -> !process.isAlive());
    process.exitCode();
  }

  @Override
  public long missedReports() {
    return ProcessVenue.missedReports(process);
  }

  @Override
  public String toString() {
    return ended;
  }

  @Override
  public void close() throws Exception {
    if (process != null) {
      process.close();
    }
  }
}
