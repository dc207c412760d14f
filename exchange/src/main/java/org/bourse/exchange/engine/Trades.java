package org.bourse.exchange.engine;

import java.io.IOException;
import java.util.Arrays;
import org.agrona.collections.Long2LongHashMap;

/**
 * The trades, by their match number: 1, 2, 3 and so on, so that one can be busted, corrected and
 * told of again. Trades lie in chunks that never move.
 */
final class Trades {
  private static final int CHUNK = 1 << 13;
  private static final int WORDS = 8;
  private static final int RESTING = 0;
  private static final int AGGRESSOR = 1;
  private static final int PRICE = 2;
  private static final int QUANTITY = 3;
  private static final int FIRST_EXEC = 4;
  private static final int RESTING_EXEC = 5;
  private static final int AGGRESSOR_EXEC = 6;
  private static final int TIME = 7; // below 0: in another market

  private long[][] chunks = new long[0][];
  private final Long2LongHashMap corrections = new Long2LongHashMap(0);
  private long count;

  /** Number of the last match. */
  long count() {
    return count;
  }

  /**
   * Adds a trade and returns its number.
   *
   * @param resting the order that was there, 0: the venue itself
   * @param aggressor the order that came, 0: the venue itself
   * @param firstExec ExecID of its first report; where both sides have one, the second's is the
   *     next
   */
  long add(long resting, long aggressor, long price, long quantity, long firstExec, long time) {
    long matchId = ++count;
    int wanted = (int) (matchId / CHUNK) + 1;
    if (wanted > chunks.length) {
      chunks = Arrays.copyOf(chunks, wanted);
      chunks[wanted - 1] = new long[CHUNK * WORDS];
    }
    long[] chunk = chunk(matchId);
    int at = at(matchId);
    chunk[at + RESTING] = resting;
    chunk[at + AGGRESSOR] = aggressor;
    chunk[at + PRICE] = price;
    chunk[at + QUANTITY] = quantity;
    chunk[at + FIRST_EXEC] = firstExec;
    chunk[at + RESTING_EXEC] = firstExec;
    chunk[at + AGGRESSOR_EXEC] = resting == 0 ? firstExec : firstExec + 1;
    chunk[at + TIME] = time;
    return matchId;
  }

  /** The trade that an execution is of, 0: none. */
  long find(long execId) {
    long corrected = corrections.get(execId);
    if (corrected != 0) {
      return corrected;
    }
    long low = 1;
    long high = count;
    while (low <= high) {
      long middle = (low + high) >>> 1;
      long first = chunk(middle)[at(middle) + FIRST_EXEC];
      if (first > execId) {
        high = middle - 1;
      } else if (execId == first || (execId == first + 1 && hasBoth(middle))) {
        return middle;
      } else {
        low = middle + 1;
      }
    }
    return 0;
  }

  private boolean hasBoth(long matchId) {
    return resting(matchId) != 0 && aggressor(matchId) != 0;
  }

  long resting(long matchId) {
    return chunk(matchId)[at(matchId) + RESTING];
  }

  long aggressor(long matchId) {
    return chunk(matchId)[at(matchId) + AGGRESSOR];
  }

  long price(long matchId) {
    return chunk(matchId)[at(matchId) + PRICE];
  }

  /** What traded; 0 once it was busted. */
  long quantity(long matchId) {
    return chunk(matchId)[at(matchId) + QUANTITY];
  }

  long time(long matchId) {
    return Math.abs(chunk(matchId)[at(matchId) + TIME]);
  }

  /** It took place in another market. */
  void elsewhere(long matchId) {
    chunk(matchId)[at(matchId) + TIME] *= -1;
  }

  boolean isElsewhere(long matchId) {
    return chunk(matchId)[at(matchId) + TIME] < 0;
  }

  /** ExecID of the last report of a side: the one that a further correction refers to. */
  long lastExec(long matchId, boolean ofAggressor) {
    return chunk(matchId)[at(matchId) + (ofAggressor ? AGGRESSOR_EXEC : RESTING_EXEC)];
  }

  /** A side was told of a change under a new ExecID. */
  void told(long matchId, boolean ofAggressor, long execId) {
    chunk(matchId)[at(matchId) + (ofAggressor ? AGGRESSOR_EXEC : RESTING_EXEC)] = execId;
    corrections.put(execId, matchId);
  }

  void change(long matchId, long price, long quantity) {
    chunk(matchId)[at(matchId) + PRICE] = price;
    chunk(matchId)[at(matchId) + QUANTITY] = quantity;
  }

  void save(StateWriter to) throws IOException {
    to.writeLong(count);
    for (long matchId = 1; matchId <= count; matchId++) {
      to.writeLongs(chunk(matchId), at(matchId), WORDS);
    }
    long[] changed = corrections.keySet().stream().mapToLong(Long::longValue).sorted().toArray();
    to.writeInt(changed.length);
    for (long execId : changed) {
      to.writeLong(execId);
      to.writeLong(corrections.get(execId));
    }
  }

  void load(StateReader from) throws IOException {
    long wanted = from.readLong();
    if (wanted < 0 || wanted >= (long) CHUNK * Integer.MAX_VALUE) {
      throw from.damaged("there can't be " + wanted + " trades");
    }
    for (long i = 0; i < wanted; i++) {
      long matchId = add(0, 0, 0, 0, 0, 0);
      from.readLongs(chunk(matchId), at(matchId), WORDS);
    }
    int changed = from.readCount("the number of corrections", 0, Integer.MAX_VALUE);
    for (int i = 0; i < changed; i++) {
      long execId = from.readLong();
      long matchId = from.readLong();
      if (matchId < 1 || matchId > count) {
        throw from.damaged("there is no trade " + matchId);
      }
      corrections.put(execId, matchId);
    }
  }

  private long[] chunk(long matchId) {
    return chunks[(int) (matchId / CHUNK)];
  }

  private static int at(long matchId) {
    return (int) (matchId % CHUNK) * WORDS;
  }
}
