package org.bourse.exchange.fix;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import quickfix.FileStore;
import quickfix.FileStoreFactory;
import quickfix.SessionID;
import quickfix.SessionSettings;

/**
 * QuickFIX/J's own files of sent messages, for those who have tools that read them. It writes the
 * index before the message and has no checksum, so the message log is written before it and is what
 * its files are held against when they are opened.
 */
final class FileStores implements AutoCloseable {
  private static final int CHUNK = 1000;

  private final FileStoreFactory factory;
  private final SessionSettings settings;
  private final Path folder;
  private final List<FileBackedStore> opened = new ArrayList<>();

  /**
   * Stores of all sessions.
   *
   * @param settings are changed: where the files are, and that each write is forced
   */
  FileStores(SessionSettings settings, Path folder) {
    this.settings = settings;
    this.folder = folder;
    factory = new FileStoreFactory(settings);
  }

  /**
   * Opens a session's files: what a crash has torn is cut, and what they lack is written to them.
   *
   * @throws IOException where they can't be used
   */
  FileBackedStore open(SessionID id, MessageLog log, FixSession session) throws IOException {
    SessionRecord record = session.record();
    FileStoreFiles names = FileStoreFiles.of(folder, id);
    int last = names.mend(log, record);
    settings.setString(id, FileStoreFactory.SETTING_FILE_STORE_PATH, folder.toString());
    settings.setString(id, FileStoreFactory.SETTING_FILE_STORE_SYNC, "Y");
    FileStore files = create(id);
    FileBackedStore store = new FileBackedStore(log, session, files, names);
    opened.add(store);
    for (int first = last + 1; first < record.nextSender(); first += CHUNK) {
      List<String> missing = new ArrayList<>();
      log.messages(record, first, first + CHUNK - 1, missing);
      for (String message : missing) {
        files.set(MessageFrame.msgSeqNum(message), message);
      }
    }
    files.setNextSenderMsgSeqNum(record.nextSender());
    files.setNextTargetMsgSeqNum(session.store().getNextTargetMsgSeqNum());
    return store;
  }

  private FileStore create(SessionID id) throws IOException {
    try {
      return (FileStore) factory.create(id);
    } catch (RuntimeException e) {
      throw new IOException(folder + ": " + id + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void close() throws IOException {
    IOException failure = null;
    for (FileBackedStore store : opened) {
      try {
        store.close();
      } catch (IOException e) {
        if (failure == null) {
          failure = e;
        } else {
          failure.addSuppressed(e);
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
