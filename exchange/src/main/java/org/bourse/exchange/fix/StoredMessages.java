package org.bourse.exchange.fix;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.bourse.exchange.journal.Journal;

/**
 * Reads back what the message log holds, while others add to it, and keeps a compaction from taking
 * away what is being read. Any thread.
 */
final class StoredMessages {
  private final MessageLog log;
  private final Journal journal;
  private final ReentrantReadWriteLock files = new ReentrantReadWriteLock();

  /**
   * The messages of a log.
   *
   * @param log whose monitor guards the sessions
   */
  StoredMessages(MessageLog log, Journal journal) {
    this.log = log;
    this.journal = journal;
  }

  /** Does what may not meet the end of a file that is being read. */
  interface Work {
    void run() throws IOException;
  }

  /** Keeps all files while something is done. */
  void keepingFiles(Work work) throws IOException {
    files.readLock().lock();
    try {
      work.run();
    } finally {
      files.readLock().unlock();
    }
  }

  /** Takes away what is before a record, once nobody reads. */
  void removeBelow(long position) throws IOException {
    files.writeLock().lock();
    try {
      journal.removeBelow(position, null);
    } finally {
      files.writeLock().unlock();
    }
  }

  /** The texts of sent messages, in the order of the numbers. While the files are kept. */
  List<String> texts(SessionRecord session, List<Integer> numbers) throws IOException {
    return StoredTexts.read(journal, positions(session, numbers));
  }

  /** What a session sent under the numbers from one to another, where it is still there. */
  List<String> between(SessionRecord session, int first, int last) throws IOException {
    files.readLock().lock();
    try {
      long[] positions;
      synchronized (log) {
        log.commit();
        positions = positions(session, session.kept(first, last));
      }
      return StoredTexts.read(journal, positions);
    } finally {
      files.readLock().unlock();
    }
  }

  /** The first reports of a session that have no number yet, by event. */
  SortedMap<Long, KeptReport> owed(SessionRecord session, int most) throws IOException {
    files.readLock().lock();
    try {
      SortedMap<Long, Undelivered.Owed> first;
      synchronized (log) {
        log.commit();
        first = session.undelivered().first(most);
      }
      long[] positions = first.values().stream().mapToLong(Undelivered.Owed::position).toArray();
      Iterator<String> texts = StoredTexts.read(journal, positions).iterator();
      SortedMap<Long, KeptReport> reports = new TreeMap<>();
      first.forEach(
          (eventSeq, owed) ->
              reports.put(eventSeq, KeptReport.parse(texts.next()).orKnown(owed.uncertain())));
      return reports;
    } finally {
      files.readLock().unlock();
    }
  }

  private static long[] positions(SessionRecord session, List<Integer> numbers) {
    return numbers.stream().mapToLong(session.messages()::position).toArray();
  }
}
