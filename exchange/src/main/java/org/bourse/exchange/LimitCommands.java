package org.bourse.exchange;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.bourse.exchange.access.Limits;
import org.bourse.exchange.access.Participant;
import org.bourse.exchange.access.Participants;
import org.bourse.exchange.command.DefineLimits;
import org.bourse.exchange.model.Instrument;
import org.jspecify.annotations.Nullable;

/** What participants may do in each instrument, as commands in the engine's numbers and scales. */
final class LimitCommands {
  private static final int BASIS_POINTS = 2; // decimal places of a percentage in basis points

  private LimitCommands() {}

  /**
   * All of them.
   *
   * @param names of participants by the engine's number
   * @param instruments by the engine's number
   */
  static List<DefineLimits> of(
      Participants participants, List<String> names, List<Instrument> instruments) {
    List<DefineLimits> commands = new ArrayList<>();
    for (int participantId = 0; participantId < names.size(); participantId++) {
      Participant participant = participants.find(names.get(participantId));
      if (participant != null) {
        for (int instrumentId = 0; instrumentId < instruments.size(); instrumentId++) {
          commands.add(of(participantId, instrumentId, participant, instruments.get(instrumentId)));
        }
      }
    }
    return commands;
  }

  private static DefineLimits of(
      int participantId, int instrumentId, Participant participant, Instrument rules) {
    Limits limits = participant.limits(rules.symbol());
    Integer open = limits.maxOpenOrders();
    return new DefineLimits(
        participantId,
        instrumentId,
        scaled(limits.maxOrderQuantity(), rules.quantityScale()),
        scaled(limits.maxNotional(), 0),
        open == null ? 0 : open,
        scaled(limits.maxGrossPosition(), rules.quantityScale()),
        (int) scaled(limits.priceCollar(), BASIS_POINTS),
        (int) limits.duplicateOrderWindow().toMillis(),
        participant.selfTradePrevention().code());
  }

  /** A limit is never made larger by its scale, and one below the unit still is one. */
  private static long scaled(@Nullable BigDecimal limit, int scale) {
    if (limit == null) {
      return 0;
    }
    BigDecimal most = BigDecimal.valueOf(Long.MAX_VALUE);
    BigDecimal units = limit.movePointRight(scale).setScale(0, RoundingMode.DOWN);
    return units.min(most).max(BigDecimal.ONE).longValueExact();
  }
}
