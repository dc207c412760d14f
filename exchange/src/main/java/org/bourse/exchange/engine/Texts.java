package org.bourse.exchange.engine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.Arrays;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Texts of at most 255 bytes, each within a scope (a participant's ClOrdIDs, accounts, ...), each
 * naming an order or nothing. A text is kept once a scope and known by a reference; 0 is the empty
 * text. Nothing is ever removed.
 *
 * <p>Texts lie in chunks that never move, so adding one costs the same however many there are; only
 * the hash table over them doubles when it is half full.
 */
final class Texts {
  private static final int CHUNK_BYTES = 1 << 20;
  private static final int UNIT = 8; // a reference counts in these
  private static final int UNITS_A_CHUNK = CHUNK_BYTES / UNIT;
  private static final int ORDER_ID = 0;
  private static final int SCOPE = 8;
  private static final int LENGTH = 12;
  private static final int TEXT = 13;
  private static final int BATCH = 32;
  private static final long REF = 0xFFFF_FFFFL;

  private UnsafeBuffer[] chunks = new UnsafeBuffer[0];
  private long[] table; // hash in the upper half, reference in the lower; 0 is empty
  private final long[] places = new long[BATCH]; // what a load finds in the table
  private int count;
  private int end = 1; // next free unit over all chunks

  Texts(int expected) {
    table = new long[Integer.highestOneBit(Math.max(16, expected)) << 2];
    reserve(Math.max(1, (int) (expected * 40L / CHUNK_BYTES)));
  }

  /** The reference of a text in a scope, 0 where it is not there or empty. */
  int find(int scope, DirectBuffer text) {
    int hash = hash(scope, text);
    int mask = table.length - 1;
    for (int i = hash & mask; table[i] != 0; i = (i + 1) & mask) {
      int ref = (int) table[i];
      if ((int) (table[i] >>> 32) == hash && isSame(ref, scope, text)) {
        return ref;
      }
    }
    return 0;
  }

  /**
   * Adds a text that is not there and not empty, naming an order (0: none), and returns its
   * reference.
   */
  int add(int scope, DirectBuffer text, long orderId) {
    int length = text.capacity();
    int units = units(length);
    if (end % UNITS_A_CHUNK + units > UNITS_A_CHUNK) {
      end = (end / UNITS_A_CHUNK + 1) * UNITS_A_CHUNK;
    }
    reserve(end / UNITS_A_CHUNK + 1);
    int ref = end;
    end += units;
    UnsafeBuffer chunk = chunk(ref);
    int at = offset(ref);
    int hash = hash(scope, text);
    chunk.putLong(at + ORDER_ID, orderId);
    chunk.putInt(at + SCOPE, scope);
    chunk.putByte(at + LENGTH, (byte) length);
    chunk.putBytes(at + TEXT, text, 0, length);
    if (2 * ++count > table.length) {
      rehash();
    }
    insert(hash, ref);
    return ref;
  }

  /** The reference of a text in a scope, added where it is not there; 0 for the empty text. */
  int intern(int scope, DirectBuffer text) {
    if (text.capacity() == 0) {
      return 0;
    }
    int ref = find(scope, text);
    return ref != 0 ? ref : add(scope, text, 0);
  }

  /** The order that a text names, 0: none. */
  long orderId(int ref) {
    return ref == 0 ? 0 : chunk(ref).getLong(offset(ref) + ORDER_ID);
  }

  /** Lets a text name another order. */
  void orderId(int ref, long orderId) {
    chunk(ref).putLong(offset(ref) + ORDER_ID, orderId);
  }

  /** A text, a character a byte. */
  String get(int ref) {
    if (ref == 0) {
      return "";
    }
    int length = chunk(ref).getByte(offset(ref) + LENGTH) & 0xFF;
    return new String(chunk(ref).byteArray(), offset(ref) + TEXT, length, ISO_8859_1);
  }

  /** Points a view at a text. */
  void view(int ref, UnsafeBuffer view) {
    if (ref == 0) {
      view.wrap(view, 0, 0);
    } else {
      int at = offset(ref);
      UnsafeBuffer chunk = chunk(ref);
      view.wrap(chunk, at + TEXT, chunk.getByte(at + LENGTH) & 0xFF);
    }
  }

  private boolean isSame(int ref, int scope, DirectBuffer text) {
    UnsafeBuffer chunk = chunk(ref);
    int at = offset(ref);
    int length = text.capacity();
    if (chunk.getInt(at + SCOPE) != scope || (chunk.getByte(at + LENGTH) & 0xFF) != length) {
      return false;
    }
    int i = 0;
    for (; i + Long.BYTES <= length; i += Long.BYTES) {
      if (chunk.getLong(at + TEXT + i) != text.getLong(i)) {
        return false;
      }
    }
    for (; i < length; i++) {
      if (chunk.getByte(at + TEXT + i) != text.getByte(i)) {
        return false;
      }
    }
    return true;
  }

  private static int hash(int scope, DirectBuffer text) {
    long hash = (scope + 1) * 0x9E3779B97F4A7C15L;
    int length = text.capacity();
    int i = 0;
    for (; i + Long.BYTES <= length; i += Long.BYTES) {
      hash = mix(hash ^ text.getLong(i));
    }
    long rest = length;
    for (; i < length; i++) {
      rest = rest << 8 | (text.getByte(i) & 0xFF);
    }
    return (int) (mix(hash ^ rest) >>> 32);
  }

  private static long mix(long value) {
    long mixed = (value ^ (value >>> 32)) * 0xD6E8FEB86659FD93L;
    return mixed ^ (mixed >>> 32);
  }

  private void insert(int hash, int ref) {
    int mask = table.length - 1;
    int i = hash & mask;
    while (table[i] != 0) {
      i = (i + 1) & mask;
    }
    table[i] = (long) hash << 32 | (ref & REF);
  }

  private void rehash() {
    long[] old = table;
    table = new long[old.length * 2];
    for (long entry : old) {
      if (entry != 0) {
        insert((int) (entry >>> 32), (int) entry);
      }
    }
  }

  private void reserve(int wanted) {
    int have = chunks.length;
    if (wanted > have) {
      chunks = Arrays.copyOf(chunks, wanted);
      for (int i = have; i < wanted; i++) {
        chunks[i] = new UnsafeBuffer(new byte[CHUNK_BYTES]);
      }
    }
  }

  private UnsafeBuffer chunk(int ref) {
    return chunks[ref / UNITS_A_CHUNK];
  }

  private static int offset(int ref) {
    return ref % UNITS_A_CHUNK * UNIT;
  }

  void save(StateWriter to) throws IOException {
    to.writeInt(count);
    to.writeInt(end);
    for (int i = 0; (long) i * UNITS_A_CHUNK < end; i++) {
      to.writeBytes(chunks[i].byteArray(), 0, usedBytes(i));
    }
  }

  void load(StateReader from) throws IOException {
    int wanted = from.readCount("the number of texts", 0, Integer.MAX_VALUE);
    end = from.readCount("the end of the texts", 1, Integer.MAX_VALUE);
    if ((long) wanted * units(1) > end) {
      throw from.damaged(wanted + " texts can't lie in " + end + " units");
    }
    for (int i = 0; (long) i * UNITS_A_CHUNK < end; i++) {
      reserve(i + 1);
      from.readBytes(chunks[i].byteArray(), 0, usedBytes(i));
    }
    table = new long[Math.max(table.length, Integer.highestOneBit(Math.max(wanted, 16)) << 2)];
    index(from, wanted);
    if (count != wanted) {
      throw from.damaged(wanted + " texts announced, " + count + " found");
    }
  }

  /**
   * Puts all texts into the table, in batches: their places in it are far apart, and are looked at
   * together before anything is put there, so that one does not wait for the other.
   */
  private void index(StateReader from, int wanted) throws IOException {
    UnsafeBuffer view = new UnsafeBuffer(0, 0);
    int[] hashes = new int[BATCH];
    int[] refs = new int[BATCH];
    int batch = 0;
    for (int ref = 1; ref < end; ) {
      int length = lengthAt(ref);
      if (length == 0) {
        ref = (ref / UNITS_A_CHUNK + 1) * UNITS_A_CHUNK;
        continue;
      }
      if (count == wanted || offset(ref) + units(length) * UNIT > CHUNK_BYTES) {
        throw from.damaged("a text where there can be none, at unit " + ref);
      }
      view(ref, view);
      hashes[batch] = hash(chunk(ref).getInt(offset(ref) + SCOPE), view);
      refs[batch++] = ref;
      if (batch == BATCH) {
        insertAll(hashes, refs, batch);
        batch = 0;
      }
      ref += units(length);
      count++;
    }
    insertAll(hashes, refs, batch);
  }

  private void insertAll(int[] hashes, int[] refs, int batch) {
    int mask = table.length - 1;
    for (int i = 0; i < batch; i++) {
      places[i] = table[hashes[i] & mask];
    }
    for (int i = 0; i < batch; i++) {
      int place = hashes[i] & mask;
      if (places[i] == 0 && table[place] == 0) {
        table[place] = (long) hashes[i] << 32 | (refs[i] & REF);
      } else {
        insert(hashes[i], refs[i]);
      }
    }
  }

  private int usedBytes(int chunk) {
    return (int) Math.min(CHUNK_BYTES, ((long) end - (long) chunk * UNITS_A_CHUNK) * UNIT);
  }

  /**
   * The length of the text at a place, 0 where a chunk ends before its last unit because the next
   * text did not fit.
   */
  private int lengthAt(int ref) {
    int at = offset(ref);
    return at + TEXT >= CHUNK_BYTES ? 0 : chunk(ref).getByte(at + LENGTH) & 0xFF;
  }

  private static int units(int length) {
    return (TEXT + length + UNIT - 1) / UNIT;
  }
}
