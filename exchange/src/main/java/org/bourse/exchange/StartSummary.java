package org.bourse.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.bourse.exchange.sequencer.Recovered;
import org.bourse.exchange.snapshot.SetAside;

/**
 * What a start has found and done.
 *
 * @param snapshotPosition of the snapshot that it began from, 0: the journal's beginning
 * @param replayed how many commands were replayed
 * @param openOrders how many orders were open then
 * @param missedReports how many reports clients had not been sent
 * @param millis how long recovery took
 * @param setAside what was not used, and why
 */
record StartSummary(
    long snapshotPosition,
    long replayed,
    long openOrders,
    long missedReports,
    long millis,
    List<SetAside> setAside) {
  private static final double MILLIS_PER_SECOND = 1000.0;

  static StartSummary of(OpenDataFolder data, long beganNanos) {
    Recovered recovered = data.recovered();
    return new StartSummary(
        recovered.snapshotPosition(),
        recovered.replayed(),
        recovered.engine().openOrderCount(),
        data.fix().missedReports(),
        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - beganNanos),
        data.snapshots().setAside());
  }

  /** The summary in lines for whoever started the exchange. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    String from = snapshotPosition == 0 ? "no snapshot" : "snapshot at " + snapshotPosition;
    lines.add(
        String.format(
            Locale.ROOT,
            "  recovered   %s, %d commands replayed, %d orders open, %d reports that clients had"
                + " not been sent, in %.1f s",
            from,
            replayed,
            openOrders,
            missedReports,
            millis / MILLIS_PER_SECOND));
    for (SetAside bad : setAside) {
      lines.add("  not used    " + bad.folder() + ": " + bad.reason());
    }
    return lines;
  }
}
