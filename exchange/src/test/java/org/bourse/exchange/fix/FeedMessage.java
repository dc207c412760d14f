package org.bourse.exchange.fix;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bourse.exchange.fix.FeedSubscriber.Field;
import org.bourse.exchange.fix.FeedSubscriber.Received;

/**
 * A W or X taken apart, whose fields stand where FIX 4.4 Vol. 3 has them.
 *
 * @param rptSeq of a W; of an X -1
 * @param entries in their order, each by tag
 */
record FeedMessage(String symbol, long rptSeq, List<Map<Integer, String>> entries) {
  private static final List<Integer> OF_WHOLE =
      List.of(269, 278, 270, 271, 272, 273, 277, 286, 346, 290, 2446);
  private static final List<Integer> OF_UPDATE =
      List.of(279, 269, 278, 55, 270, 271, 272, 273, 277, 286, 346, 290, 83, 2446);

  static FeedMessage whole(Received message) {
    List<Field> body = message.body();
    int at = 0;
    check(body.get(at++).tag() == 262, message);
    check(body.get(at).tag() == 55, message);
    final String symbol = body.get(at++).value();
    check(body.get(at).tag() == 83, message);
    long rptSeq = Long.parseLong(body.get(at++).value());
    List<Map<Integer, String>> entries = entries(message, at, OF_WHOLE);
    return new FeedMessage(symbol, rptSeq, entries);
  }

  static FeedMessage update(Received message) {
    check(message.body().get(0).tag() == 262, message);
    List<Map<Integer, String>> entries = entries(message, 1, OF_UPDATE);
    check(!entries.isEmpty(), message);
    String symbol = entries.get(0).getOrDefault(55, "");
    for (Map<Integer, String> entry : entries) {
      check(symbol.equals(entry.get(55)), message);
      check(entry.containsKey(83), message);
    }
    return new FeedMessage(symbol, -1, entries);
  }

  private static List<Map<Integer, String>> entries(
      Received message, int countAt, List<Integer> order) {
    List<Field> body = message.body();
    check(body.get(countAt).tag() == 268, message);
    List<Map<Integer, String>> entries = new ArrayList<>();
    int last = -1;
    for (Field field : body.subList(countAt + 1, body.size())) {
      int place = order.indexOf(field.tag());
      check(place >= 0, message);
      if (place == 0) {
        entries.add(new HashMap<>());
      } else {
        check(place > last && last >= 0, message);
      }
      last = place;
      entries.get(entries.size() - 1).put(field.tag(), field.value());
    }
    check(body.get(countAt).value().equals(Integer.toString(entries.size())), message);
    return entries;
  }

  private static void check(boolean holds, Received message) {
    if (!holds) {
      throw new AssertionError("not as FIX 4.4 has it: " + message);
    }
  }
}
