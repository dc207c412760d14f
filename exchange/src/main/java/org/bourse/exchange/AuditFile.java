package org.bourse.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bourse.exchange.access.AuditLog;
import org.bourse.exchange.journal.Storage;
import org.bourse.exchange.journal.StorageFile;
import org.jspecify.annotations.Nullable;

/**
 * The audit log of a data folder: {@code audit.log}, a JSON object a line, only ever appended to
 * and forced with each line. It is made when there is a first line.
 */
final class AuditFile implements AuditLog, AutoCloseable {
  static final String NAME = "audit.log";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;
  private final Storage storage;
  private @Nullable StorageFile file;
  private long end;
  private boolean failed;

  AuditFile(Path folder, Storage storage) {
    this.folder = folder;
    this.storage = storage;
  }

  @Override
  public synchronized void record(String who, String what, Map<String, String> details)
      throws IOException {
    if (failed) {
      throw new IOException(folder.resolve(NAME) + ": an earlier line could not be kept");
    }
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("time", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
    fields.put("who", who);
    fields.put("what", what);
    fields.putAll(details);
    failed = true;
    append(JSON.writeValueAsString(fields) + '\n');
    failed = false;
  }

  private void append(String line) throws IOException {
    StorageFile to = file == null ? open() : file;
    file = to;
    byte[] text = line.getBytes(UTF_8);
    to.write(ByteBuffer.allocateDirect(text.length).put(text).flip(), end);
    to.force();
    end += text.length;
  }

  private StorageFile open() throws IOException {
    Path path = folder.resolve(NAME);
    try {
      StorageFile found = storage.open(path);
      end = found.size();
      endLastLine(found);
      return found;
    } catch (NoSuchFileException e) {
      StorageFile made = storage.create(path);
      storage.forceFolder(folder);
      return made;
    }
  }

  /** A crash may have cut the last line: the next must not be taken for its rest. */
  private void endLastLine(StorageFile found) throws IOException {
    ByteBuffer last = ByteBuffer.allocateDirect(1);
    if (end > 0 && found.read(last, end - 1) == 1 && last.get(0) != '\n') {
      found.write(ByteBuffer.allocateDirect(1).put((byte) '\n').flip(), end);
      end++;
    }
  }

  @Override
  public synchronized void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }
}
