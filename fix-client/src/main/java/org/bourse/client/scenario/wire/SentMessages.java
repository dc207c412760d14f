package org.bourse.client.scenario.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The application messages that were sent, to be sent again where the other side asks. */
final class SentMessages {

  private static final Set<Integer> OWN_TO_EACH_SENDING =
      Set.of(8, 9, 10, 34, 35, 43, 49, 52, 56, 122);

  private final SortedMap<Integer, Outgoing> byNumber = new TreeMap<>();

  void add(int seqNum, Outgoing message, String sendingTime) {
    if (WireMessage.isSession(message.type())) {
      return;
    }
    List<WireField> header = new ArrayList<>();
    for (WireField field : message.header()) {
      if (!OWN_TO_EACH_SENDING.contains(field.tag())) {
        header.add(field);
      }
    }
    header.add(new WireField(43, "Y"));
    header.add(new WireField(122, sendingTime));
    byNumber.put(seqNum, new Outgoing(message.type(), header, message.body(), Set.of()));
  }

  void clear() {
    byNumber.clear();
  }

  /** What is sent again for these numbers; what is missing between them is to be gap-filled. */
  SortedMap<Integer, Outgoing> between(int from, int to) {
    return new TreeMap<>(byNumber.subMap(from, to + 1));
  }
}
