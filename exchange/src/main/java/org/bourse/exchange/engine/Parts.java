package org.bourse.exchange.engine;

/** What an engine is made of, built once: each part knows those before it. */
final class Parts {
  final Venue venue = new Venue();
  final Timers timers = new Timers();
  final Sessions sessions = new Sessions();
  final Holds holds = new Holds(timers);
  final Terms terms = new Terms();
  final Trades trades = new Trades();
  final Orders orders;
  final MarketChanges market;
  final Texts texts;
  final Names names;
  final Instruments instruments;
  final Reports reports;
  final Placement placement;
  final Matching matching;
  final Routing routing;
  final Stops stops;
  final Inquiries inquiries;
  final Auctions auctions;
  final Expiry expiry;
  final Phases phases;
  final Risk risk;
  final BestOnly bestOnly;

  Parts(int expectedOpenOrders, int expectedOrdersPerDay) {
    orders = new Orders(expectedOrdersPerDay);
    texts = new Texts(expectedOrdersPerDay);
    names = new Names(texts, orders, venue);
    instruments = new Instruments(new RestingOrders(expectedOpenOrders), timers);
    market = new MarketChanges(orders, trades, instruments);
    reports = new Reports(orders, texts, terms, market);
    placement = new Placement(orders, terms, instruments, market);
    matching = new Matching(orders, terms, trades, reports, placement, venue, market);
    routing = new Routing(orders, terms, placement, matching);
    stops = new Stops(orders, terms, reports, placement, routing);
    inquiries = new Inquiries(instruments, orders, trades, reports, venue);
    auctions = new Auctions(orders, trades, reports, placement, matching, venue, inquiries, market);
    expiry = new Expiry(orders, terms, reports, placement, venue, timers);
    phases =
        new Phases(
            orders, terms, reports, placement, matching, auctions, stops, venue, expiry, timers,
            inquiries);
    matching.auctions(phases);
    risk = new Risk(sessions, reports);
    bestOnly = new BestOnly(orders, terms, reports, placement, instruments);
  }
}
