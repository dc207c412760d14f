package org.bourse.exchange.fix;

import java.util.List;
import org.agrona.DirectBuffer;
import org.bourse.exchange.model.Instrument;
import org.bourse.exchange.sequencer.Recovery;

/** The events of a replay, on their way to the reports that clients have missed. */
final class MissedEvents implements Recovery.Consumer {
  private final ReportRouter router;
  private final long cursor;
  private final boolean isNew;

  MissedEvents(MessageLog log, ReportRouter router) {
    this.router = router;
    cursor = log.cursor();
    isNew = cursor == 0;
  }

  @Override
  public void begin(List<String> sessions, List<Instrument> instruments) {
    router.begin(sessions, instruments);
  }

  @Override
  public long cursor() {
    return cursor;
  }

  @Override
  public boolean isNew() {
    return isNew;
  }

  @Override
  public void onEvent(long eventSeq, DirectBuffer buffer, int offset, int length) {
    router.onEvent(eventSeq, buffer, offset, length);
  }
}
