package org.bourse.exchange.engine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

/** An engine's state, saved in memory. The open orders come back in a random order. */
final class SavedState {
  record Open(long orderId, long rank, List<Long> words) {}

  private final byte[] rest;
  private final List<Open> open;

  private SavedState(byte[] rest, List<Open> open) {
    this.rest = rest;
    this.open = open;
  }

  byte[] rest() {
    return rest;
  }

  List<Open> open() {
    return open;
  }

  static SavedState of(MatchingEngine engine) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    engine.save(out);
    List<Open> open = new ArrayList<>();
    engine.saveOpenOrders(
        (orderId, rank, words) ->
            open.add(new Open(orderId, rank, LongStream.of(words).boxed().toList())));
    return new SavedState(out.toByteArray(), open);
  }

  MatchingEngine load() throws IOException {
    MatchingEngine engine = new MatchingEngine(16, 16);
    loadInto(engine);
    return engine;
  }

  void loadInto(MatchingEngine engine) throws IOException {
    List<Open> shuffled = new ArrayList<>(open);
    Collections.shuffle(shuffled, new Random(rest.length));
    engine.load(
        new ByteArrayInputStream(rest),
        () -> {
          RankedOrders orders = new RankedOrders(open.size());
          for (Open order : shuffled) {
            orders.add(
                order.orderId(),
                order.rank(),
                order.words().stream().mapToLong(Long::longValue).toArray());
          }
          return orders;
        });
  }

  SavedState withRest(byte[] other) {
    return new SavedState(other, open);
  }

  SavedState withOpen(List<Open> other) {
    return new SavedState(rest, other);
  }
}
