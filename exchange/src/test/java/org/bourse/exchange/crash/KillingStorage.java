package org.bourse.exchange.crash;

import static org.bourse.exchange.crash.CrashPoint.Moment.AFTER;
import static org.bourse.exchange.crash.CrashPoint.Moment.BEFORE;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bourse.exchange.crash.CrashPoint.Operation;
import org.bourse.exchange.crash.CrashPoint.Part;
import org.bourse.exchange.journal.Storage;
import org.bourse.exchange.journal.StorageFile;

/** The real file system, until a {@link CrashTrigger} ends the process. Any thread. */
public final class KillingStorage implements Storage {
  private final Storage disk = Storage.disk();
  private final CrashTrigger trigger;
  private final List<KillingFile> open = new CopyOnWriteArrayList<>();

  private KillingStorage(CrashTrigger trigger) {
    this.trigger = trigger;
  }

  /** The journal's storage. */
  public static Storage ofJournal(CrashTrigger trigger) {
    return of(Part.JOURNAL, trigger);
  }

  /** The message log's storage. */
  public static Storage ofMessages(CrashTrigger trigger) {
    return of(Part.MESSAGES, trigger);
  }

  /** The snapshots' storage. */
  public static Storage ofSnapshots(CrashTrigger trigger) {
    return of(Part.SNAPSHOTS, trigger);
  }

  private StorageFile opened(Path path, StorageFile file) {
    KillingFile opened = new KillingFile(trigger, path, file);
    open.add(opened);
    return opened;
  }

  private static Storage of(Part part, CrashTrigger trigger) {
    return trigger.point().part() == part ? new KillingStorage(trigger) : Storage.disk();
  }

  @Override
  public void createFolder(Path folder) throws IOException {
    disk.createFolder(folder);
  }

  @Override
  public List<Path> list(Path folder) throws IOException {
    return disk.list(folder);
  }

  @Override
  public StorageFile create(Path file) throws IOException {
    trigger.passing(BEFORE, Operation.CREATE, file);
    StorageFile created = disk.create(file);
    trigger.passing(AFTER, Operation.CREATE, file);
    return opened(file, created);
  }

  @Override
  public StorageFile open(Path file) throws IOException {
    return opened(file, disk.open(file));
  }

  @Override
  public StorageFile openToRead(Path file) throws IOException {
    return disk.openToRead(file);
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    trigger.passing(BEFORE, Operation.RENAME, to);
    disk.rename(from, to);
    for (KillingFile file : open) {
      file.renamed(from, to);
    }
    trigger.passing(AFTER, Operation.RENAME, to);
  }

  @Override
  public void delete(Path file) throws IOException {
    trigger.passing(BEFORE, Operation.DELETE, file);
    disk.delete(file);
    trigger.passing(AFTER, Operation.DELETE, file);
  }

  @Override
  public void forceFolder(Path folder) throws IOException {
    trigger.passing(BEFORE, Operation.FORCE_FOLDER, folder);
    disk.forceFolder(folder);
    trigger.passing(AFTER, Operation.FORCE_FOLDER, folder);
  }
}
