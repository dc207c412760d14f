package org.bourse.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.bourse.exchange.access.Access;
import org.bourse.exchange.access.Participants;
import org.bourse.exchange.access.Participants.OfSession;
import org.bourse.exchange.config.ConfigurationFaults;
import org.bourse.exchange.config.ConfiguredParticipants;
import org.bourse.exchange.model.Instrument;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has changes of {@code participants.yaml} hold while the exchange runs. It looks twice a second,
 * and reads the file once it has stayed the same between two looks. What is faulty is logged and
 * not used.
 */
final class ParticipantsWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ParticipantsWatch.class);
  private static final long LOOK_EVERY_MILLIS = 500;

  private final ConfiguredParticipants configured;
  private final List<Instrument> instruments;
  private final Collection<String> sessions;
  private final Access access;
  private final Thread thread = new Thread(this::run, "participants-watch");
  private @Nullable List<Object> seen;
  private @Nullable List<Object> used;

  /**
   * A watch that does not look yet.
   *
   * @param sessions the clients' CompIDs, as they were at the start
   */
  ParticipantsWatch(
      ConfiguredParticipants configured,
      List<Instrument> instruments,
      Collection<String> sessions,
      Access access) {
    this.configured = configured;
    this.instruments = instruments;
    this.sessions = sessions;
    this.access = access;
    thread.setDaemon(true);
  }

  /** Begins to look. What has changed since the file was read at the start is found, too. */
  void start() {
    thread.start();
  }

  private void run() {
    try {
      while (true) {
        look();
        Thread.sleep(LOOK_EVERY_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    List<Object> now = stamp(configured.file());
    if (now.equals(seen) && !now.equals(used)) {
      used = now;
      use();
    }
    seen = now;
  }

  private static List<Object> stamp(Path file) {
    try {
      BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
      return List.of(found.lastModifiedTime(), found.size(), String.valueOf(found.fileKey()));
    } catch (IOException e) {
      return List.of();
    }
  }

  private void use() {
    try {
      ConfiguredParticipants newer = configured.reload(instruments);
      newer.requireSessions(sessions);
      List<String> moved = moved(access.participants(), newer.participants());
      if (moved.isEmpty()) {
        int differences = access.replace(newer.participants(), configured.file().toString());
        if (differences > 0) {
          LOG.info("{}: {} settings changed, see the audit log", configured.file(), differences);
        }
      } else {
        refuse(moved);
      }
    } catch (ConfigurationFaults e) {
      refuse(e.faults().stream().map(Object::toString).toList());
    } catch (IOException e) {
      LOG.error("{} is not used: the change can't be audited", configured.file(), e);
    } catch (RuntimeException e) { // the exchange goes on with what it has
      LOG.error("{} is not used", configured.file(), e);
    }
  }

  private void refuse(List<String> faults) {
    LOG.error(
        "{} has changed, and is not used: what was read before holds. Sessions of fix.cfg and"
            + " instruments are those of the start.",
        configured.file());
    faults.forEach(LOG::error);
  }

  /** A session's orders belong to its participant: so it stays with it. */
  private List<String> moved(Participants before, Participants after) {
    List<String> faults = new ArrayList<>();
    for (String session : sessions) {
      OfSession was = Objects.requireNonNull(before.session(session));
      OfSession is = Objects.requireNonNull(after.session(session));
      if (!was.participant().name().equals(is.participant().name())) {
        faults.add(
            configured.file()
                + ": the session "
                + session
                + " may not move from participant "
                + was.participant().name()
                + " to "
                + is.participant().name());
      }
    }
    return faults;
  }

  /** Ends the looking. What is being used is used to its end. */
  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
