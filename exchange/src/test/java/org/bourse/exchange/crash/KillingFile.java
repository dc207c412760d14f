package org.bourse.exchange.crash;

import static org.bourse.exchange.crash.CrashPoint.Moment.AFTER;
import static org.bourse.exchange.crash.CrashPoint.Moment.BEFORE;
import static org.bourse.exchange.crash.CrashPoint.Moment.HALFWAY;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.bourse.exchange.crash.CrashPoint.Operation;
import org.bourse.exchange.journal.StorageFile;

/** An open file of a {@link KillingStorage}. */
final class KillingFile implements StorageFile {
  private static final int HEADER = 64;

  private final CrashTrigger trigger;
  private final StorageFile file;
  private volatile Path path;

  KillingFile(CrashTrigger trigger, Path path, StorageFile file) {
    this.trigger = trigger;
    this.path = path;
    this.file = file;
  }

  void renamed(Path from, Path to) {
    if (path.equals(from)) {
      path = to;
    }
  }

  @Override
  public long size() throws IOException {
    return file.size();
  }

  @Override
  public int read(ByteBuffer target, long position) throws IOException {
    return file.read(target, position);
  }

  @Override
  public void write(ByteBuffer source, long position) throws IOException {
    boolean isHeader = position == 0 && source.remaining() == HEADER;
    Operation operation = isHeader ? Operation.WRITE_HEADER : Operation.WRITE;
    trigger.passing(BEFORE, operation, path);
    if (trigger.isHalfway(operation, path)) {
      file.write(source.slice(source.position(), source.remaining() / 2), position);
      trigger.passing(HALFWAY, operation, path);
    }
    file.write(source, position);
    trigger.passing(AFTER, operation, path);
  }

  @Override
  public void force() throws IOException {
    trigger.passing(BEFORE, Operation.FORCE, path);
    file.force();
    trigger.passing(AFTER, Operation.FORCE, path);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
