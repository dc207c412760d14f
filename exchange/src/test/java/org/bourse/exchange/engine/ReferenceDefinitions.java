package org.bourse.exchange.engine;

import org.bourse.exchange.command.DefineInstrument;
import org.bourse.exchange.command.DefineLimits;
import org.bourse.exchange.event.NoticeKind;
import org.bourse.exchange.model.Instrument;

/** What there is to trade, and what participants may do in it. */
final class ReferenceDefinitions {
  private final ReferenceMarket market;

  ReferenceDefinitions(ReferenceMarket market) {
    this.market = market;
  }

  boolean instrument(DefineInstrument command) {
    int id = command.instrumentId();
    Instrument instrument = command.instrument();
    if (id < 0 || id > market.listings.size() || !ReferenceListing.isSound(instrument)) {
      return false;
    }
    if (id < market.listings.size()) {
      ReferenceListing listing = market.listings.get(id);
      if (!listing.mayBecome(instrument, !market.open(listing).isEmpty())) {
        return false;
      }
      listing.instrument = instrument;
      listing.enabled = command.enabled();
    } else {
      for (ReferenceListing other : market.listings) {
        if (other.instrument.symbol().equals(instrument.symbol())) {
          return false;
        }
      }
      market.listings.add(new ReferenceListing(id, instrument, command.enabled()));
    }
    market.reports.instrumentDefined(id, instrument);
    return true;
  }

  boolean limits(DefineLimits command) {
    boolean isSound =
        command.maxOrderQuantity() >= 0
            && command.maxNotional() >= 0
            && command.maxOpenOrders() >= 0
            && command.maxPosition() >= 0
            && command.priceCollar() >= 0
            && command.duplicateMillis() >= 0
            && command.selfTrade() <= 5;
    if (!isSound
        || !market.sessions.hasParticipant(command.participantId())
        || !market.isListed(command.instrumentId())) {
      return false;
    }
    market.listings.get(command.instrumentId()).limits.put(command.participantId(), command);
    String name = market.sessions.participant(command.participantId());
    market.reports.notice(-1, command.instrumentId(), NoticeKind.LIMITS_DEFINED, name);
    return true;
  }
}
