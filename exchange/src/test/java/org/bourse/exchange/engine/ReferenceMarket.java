package org.bourse.exchange.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bourse.exchange.engine.ReferenceOrder.Place;
import org.jspecify.annotations.Nullable;

/** What the reference venue knows, and the parts that it is made of, each known to all others. */
final class ReferenceMarket {
  final ReferenceTime time = new ReferenceTime();
  final List<ReferenceListing> listings = new ArrayList<>();
  final ReferenceOrders orders = new ReferenceOrders(time);
  final ReferenceReports reports = new ReferenceReports(time);
  final ReferenceSessions sessions = new ReferenceSessions(reports);
  final ReferenceTrades trades = new ReferenceTrades(time);
  final ReferenceHolds holds = new ReferenceHolds(this);
  final ReferenceRisk risk = new ReferenceRisk(this);
  final ReferenceMatching matching = new ReferenceMatching(this);
  final ReferenceStops stops = new ReferenceStops(this);
  final ReferenceRouting routing = new ReferenceRouting(this);
  final ReferenceAuctions auctions = new ReferenceAuctions(this);
  final ReferencePhases phases = new ReferencePhases(this);
  final ReferenceEntry entry = new ReferenceEntry(this);
  final ReferenceChanges changes = new ReferenceChanges(this);
  final ReferenceQueries queries = new ReferenceQueries(this);
  final ReferenceInquiries inquiries = new ReferenceInquiries(this);

  /** What has happened that events do not say. */
  final Set<Object> reached = new HashSet<>();

  private int profile;

  /** Whether a way of real venues is followed. */
  boolean follows(int profileSwitch) {
    return (profile & profileSwitch) != 0;
  }

  void profile(int which, int values) {
    profile = (profile & ~which) | (values & which);
  }

  boolean isListed(int instrumentId) {
    return instrumentId >= 0 && instrumentId < listings.size();
  }

  /** The number of an instrument that there is, else -1. */
  int listedOrNone(int instrumentId) {
    return isListed(instrumentId) ? instrumentId : -1;
  }

  ReferenceListing listing(ReferenceOrder order) {
    return listings.get(order.instrumentId);
  }

  @Nullable ReferenceListing listingOrNone(int instrumentId) {
    return isListed(instrumentId) ? listings.get(instrumentId) : null;
  }

  /** The open orders of an instrument: those that wait in it, then the others by OrderID. */
  List<ReferenceOrder> open(ReferenceListing listing) {
    List<ReferenceOrder> open = new ArrayList<>(listing.book.all());
    for (ReferenceOrder order : orders.open(listing.id)) {
      if (order.place == Place.NOWHERE) {
        open.add(order);
      }
    }
    return open;
  }

  /** Ends an open order. */
  void end(ReferenceOrder order, char state) {
    listing(order).book.remove(order);
    order.state = state;
    order.isStopped = false;
    order.isSuspended = false;
    order.isDoneForDay = false;
  }

  /** Ends an open order, and says so to its owner. */
  void end(ReferenceOrder order, char state, int restatement, String text) {
    end(order, state);
    reports.unasked(state, order, restatement, text);
  }
}
