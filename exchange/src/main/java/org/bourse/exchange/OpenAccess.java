package org.bourse.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import org.bourse.exchange.access.Access;
import org.bourse.exchange.config.Configuration;
import org.bourse.exchange.config.ConfigurationFaults;
import org.bourse.exchange.journal.Storage;

/** Who may do what, with the files that it rests on. One thread. */
final class OpenAccess implements AutoCloseable {
  private final Access access;
  private final AuditFile audit;
  private final ParticipantsWatch watch;

  private OpenAccess(Access access, AuditFile audit, ParticipantsWatch watch) {
    this.access = access;
    this.audit = audit;
    this.watch = watch;
  }

  /**
   * Makes sure that participants and sessions fit.
   *
   * @param sessions the clients' CompIDs of fix.cfg
   */
  static void check(Configuration configuration, Collection<String> sessions) throws StartFault {
    try {
      configuration.participants().requireSessions(sessions);
    } catch (ConfigurationFaults e) {
      throw new StartFault(String.valueOf(e.getMessage()));
    }
  }

  /**
   * Begins with what is configured and what users have changed.
   *
   * @param sessions the clients' CompIDs of fix.cfg
   * @param folder the data folder, which nobody else works on
   * @throws IOException where what users have changed can't be read
   */
  static OpenAccess open(
      Configuration configuration, Collection<String> sessions, Path folder, Storage storage)
      throws IOException {
    CredentialFile credentials = new CredentialFile(folder, storage);
    AuditFile audit = new AuditFile(folder, storage);
    Access access =
        new Access(
            configuration.participants().participants(), credentials.load(), credentials, audit);
    return new OpenAccess(
        access,
        audit,
        new ParticipantsWatch(
            configuration.participants(), configuration.instruments(), sessions, access));
  }

  Access access() {
    return access;
  }

  /** Has changes of the configuration hold from now on. */
  void watch() {
    watch.start();
  }

  @Override
  public void close() throws IOException {
    try (audit) {
      watch.close();
      access.close();
    }
  }
}
