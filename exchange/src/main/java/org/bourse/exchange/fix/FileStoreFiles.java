package org.bourse.exchange.fix;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.bourse.exchange.fix.FixFrame.SOH;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quickfix.FileUtil;
import quickfix.SessionID;
import quickfix.field.MsgSeqNum;

/**
 * The files of one session's FileStore while it is closed: header, an index of MsgSeqNum, offset
 * and size, and body, the messages one after the other.
 */
final class FileStoreFiles {
  private static final int ENTRY = 16;
  private static final int CHECKED = 1000;
  private static final String FIELD = SOH + "" + MsgSeqNum.FIELD + "=";

  private final Path folder;
  private final String name;

  private FileStoreFiles(Path folder, String name) {
    this.folder = folder;
    this.name = name;
  }

  static FileStoreFiles of(Path folder, SessionID id) {
    return new FileStoreFiles(folder, FileUtil.sessionIdFileName(id));
  }

  /** Where the index says that a message is. */
  private record Entry(int msgSeqNum, long offset, int size) {
    long end() {
      return offset + size;
    }
  }

  /**
   * Cuts what is not whole, or not what the log says was sent. Numbers and time of begin go, since
   * the log has them; a store that is opened next makes the files anew.
   *
   * @return MsgSeqNum of the last message that is left, 0: none
   */
  int mend(MessageLog log, SessionRecord record) throws IOException {
    for (String numbers : List.of("senderseqnums", "targetseqnums", "session")) {
      Files.deleteIfExists(file(numbers));
    }
    Path header = file("header");
    Path body = file("body");
    if (!Files.exists(header) || !Files.exists(body)) {
      Files.deleteIfExists(header);
      Files.deleteIfExists(body);
      return 0;
    }
    try (SeekableByteChannel index = open(header);
        SeekableByteChannel messages = open(body)) {
      List<Entry> entries = complete(Files.readAllBytes(header), messages.size());
      int sound = sound(entries, messages, log, record);
      index.truncate((long) sound * ENTRY);
      messages.truncate(sound == 0 ? 0 : entries.get(sound - 1).end());
      return sound == 0 ? 0 : entries.get(sound - 1).msgSeqNum();
    }
  }

  /**
   * Numbers of the messages that an open store has, from one to another; they need not be in order.
   */
  List<Integer> numbers(int first, int last) throws IOException {
    List<Integer> numbers = new ArrayList<>();
    ByteBuffer from = ByteBuffer.wrap(Files.readAllBytes(file("header")));
    while (from.remaining() >= ENTRY) {
      int msgSeqNum = from.getInt();
      from.position(from.position() + ENTRY - Integer.BYTES);
      if (msgSeqNum >= first && msgSeqNum <= last) {
        numbers.add(msgSeqNum);
      }
    }
    return numbers;
  }

  private static SeekableByteChannel open(Path file) throws IOException {
    return Files.newByteChannel(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  private Path file(String suffix) {
    return folder.resolve(name + "." + suffix);
  }

  /** The entries from the first on whose messages are in the body with all their bytes. */
  private static List<Entry> complete(byte[] header, long bodyLength) {
    List<Entry> entries = new ArrayList<>();
    ByteBuffer from = ByteBuffer.wrap(header);
    long end = 0;
    int last = 0;
    while (from.remaining() >= ENTRY) {
      Entry entry = new Entry(from.getInt(), from.getLong(), from.getInt());
      boolean follows = entry.offset() == end && entry.msgSeqNum() > last && entry.size() > 0;
      if (!follows || entry.end() > bodyLength) {
        break;
      }
      entries.add(entry);
      end = entry.end();
      last = entry.msgSeqNum();
    }
    return entries;
  }

  /**
   * How many entries from the first on can be kept. Looks at the last ones: a crash can't touch
   * those before.
   */
  private static int sound(
      List<Entry> entries, SeekableByteChannel body, MessageLog log, SessionRecord record)
      throws IOException {
    int from = Math.max(0, entries.size() - CHECKED);
    Map<Integer, String> sent = new HashMap<>();
    if (!entries.isEmpty()) {
      List<String> messages = new ArrayList<>();
      int last = entries.get(entries.size() - 1).msgSeqNum();
      log.messages(record, entries.get(from).msgSeqNum(), last, messages);
      messages.forEach(message -> sent.put(MessageFrame.msgSeqNum(message), message));
    }
    for (int i = from; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      String message = read(entry, body);
      if (!isSent(entry, message, sent.get(entry.msgSeqNum()), record)) {
        return i == from ? 0 : i;
      }
    }
    return entries.size();
  }

  private static String read(Entry entry, SeekableByteChannel body) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(entry.size());
    body.position(entry.offset());
    while (bytes.hasRemaining()) {
      if (body.read(bytes) < 0) {
        throw new IOException("message " + entry.msgSeqNum() + " ends too early");
      }
    }
    return new String(bytes.array(), ISO_8859_1);
  }

  /** What the log has forgotten, as too old to be asked for, must at least be sound in itself. */
  private static boolean isSent(
      Entry entry, String message, @Nullable String logged, SessionRecord record) {
    if (logged != null) {
      return message.equals(logged);
    }
    return entry.msgSeqNum() < record.nextSender()
        && message.contains(FIELD + entry.msgSeqNum() + SOH)
        && hasRightCheckSum(message);
  }

  private static boolean hasRightCheckSum(String message) {
    int at = message.lastIndexOf(SOH + "10=") + 1;
    return message.substring(at).equals(MessageFrame.trailer(message, at));
  }
}
