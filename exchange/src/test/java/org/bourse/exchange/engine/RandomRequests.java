package org.bourse.exchange.engine;

import java.util.SplittableRandom;
import org.bourse.exchange.command.SessionRequest;
import org.bourse.exchange.event.Event;
import org.bourse.exchange.event.OrderReport;

/** What sessions send, about orders of which they have had reports, and about others. */
final class RandomRequests {
  private final SplittableRandom random;
  private final RandomConditions conditions;
  private final RandomReferences references;
  private final RandomOrders orders;
  private final RandomQueries queries;

  RandomRequests(
      SplittableRandom random,
      RandomDefinitions definitions,
      RandomTerms terms,
      RandomReferences references) {
    this.random = random;
    this.references = references;
    RandomNumbers numbers = new RandomNumbers(random);
    conditions = new RandomConditions(random, terms);
    orders = new RandomOrders(random, definitions, numbers, terms, conditions, references);
    queries = new RandomQueries(random, definitions, numbers, terms, references);
  }

  void observe(Event event) {
    conditions.businessTime(event.time());
    if (event instanceof OrderReport report) {
      references.observe(report);
    }
  }

  SessionRequest next() {
    int kind = random.nextInt(200);
    if (kind < 104 || references.isEmpty()) {
      return orders.newOrder();
    } else if (kind < 140) {
      return orders.replace(references.report());
    } else if (kind < 171) {
      return orders.cancel(references.report());
    } else if (kind < 184) {
      return queries.query(references.report());
    } else if (kind < 195) {
      return queries.refused(references.report());
    }
    return switch (kind) {
      case 195 -> queries.massCancel();
      case 196, 197 -> queries.massStatus();
      default -> queries.inquiry();
    };
  }
}
