package org.bourse.exchange.engine;

/** What an engine is made of, built once: each part knows those before it. */
final class Parts {
  final Venue venue = new Venue();
  final Sessions sessions = new Sessions();
  final Holds holds = new Holds();
  final Terms terms = new Terms();
  final Trades trades = new Trades();
  final Orders orders;
  final Texts texts;
  final Names names;
  final Instruments instruments;
  final Reports reports;
  final Placement placement;
  final Matching matching;
  final Routing routing;
  final Stops stops;
  final Auctions auctions;
  final Expiry expiry;
  final Phases phases;
  final Risk risk;

  Parts(int expectedOpenOrders, int expectedOrdersPerDay) {
    orders = new Orders(expectedOrdersPerDay);
    texts = new Texts(expectedOrdersPerDay);
    names = new Names(texts, orders, venue);
    instruments = new Instruments(new RestingOrders(expectedOpenOrders));
    reports = new Reports(orders, texts, terms);
    placement = new Placement(orders, terms, instruments);
    matching = new Matching(orders, terms, trades, reports, placement, venue);
    routing = new Routing(orders, terms, placement, matching);
    stops = new Stops(orders, terms, reports, placement, routing);
    auctions = new Auctions(orders, trades, reports, placement, matching, venue);
    expiry = new Expiry(orders, terms, reports, placement, venue);
    phases =
        new Phases(orders, terms, reports, placement, matching, auctions, stops, venue, expiry);
    matching.auctions(phases);
    risk = new Risk(sessions, reports);
  }
}
