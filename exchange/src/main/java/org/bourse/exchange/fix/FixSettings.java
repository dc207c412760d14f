package org.bourse.exchange.fix;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import quickfix.Acceptor;
import quickfix.ConfigError;
import quickfix.FieldConvertError;
import quickfix.Session;
import quickfix.SessionFactory;
import quickfix.SessionID;
import quickfix.SessionSettings;

/** The sessions that a settings file of QuickFIX/J's own format names. */
public final class FixSettings {
  private static final int LONGEST_NAME = 200;
  private static final long DEFAULT_LOGON_TIMEOUT_SECONDS = 10; // QuickFIX/J's own

  private final SessionSettings settings;
  private final List<SessionID> sessions = new ArrayList<>();
  private long logonTimeoutSeconds;

  private FixSettings(SessionSettings settings) {
    this.settings = settings;
  }

  /**
   * Reads the file.
   *
   * @param port overrides SocketAcceptPort of all sessions, where it is given
   * @throws InvalidFixSettings where the file can't be read or has no usable acceptor session; the
   *     message is one line a fault
   */
  public static FixSettings load(Path file, OptionalInt port) throws InvalidFixSettings {
    try (InputStream in = Files.newInputStream(file)) {
      FixSettings loaded = new FixSettings(new SessionSettings(in));
      loaded.check(file, port);
      return loaded;
    } catch (IOException | ConfigError | FieldConvertError e) {
      throw new InvalidFixSettings(file + ":1: " + e.getMessage(), e);
    }
  }

  private void check(Path file, OptionalInt port)
      throws InvalidFixSettings, ConfigError, FieldConvertError, IOException {
    List<String> faults = new ArrayList<>();
    if (port.isPresent()) {
      settings.setLong(Acceptor.SETTING_SOCKET_ACCEPT_PORT, port.getAsInt());
    }
    for (Iterator<SessionID> i = settings.sectionIterator(); i.hasNext(); ) {
      SessionID session = i.next();
      String where = file + ":" + lineOf(file, session) + ": " + session + ": ";
      if (port.isPresent()) {
        settings.setLong(session, Acceptor.SETTING_SOCKET_ACCEPT_PORT, port.getAsInt());
      }
      if (session.getSenderCompID().isEmpty() || session.getTargetCompID().isEmpty()) {
        faults.add(where + "SenderCompID and TargetCompID must be given");
      }
      if (session.toString().length() > LONGEST_NAME) {
        faults.add(
            where + "BeginString, CompIDs and sub ids have over " + LONGEST_NAME + " characters");
      }
      if (!session.getBeginString().equals(FixFrame.BEGIN_STRING)) {
        faults.add(where + "BeginString must be FIX.4.4");
      }
      if (!settings.isSetting(session, SessionFactory.SETTING_CONNECTION_TYPE)
          || !settings
              .getString(session, SessionFactory.SETTING_CONNECTION_TYPE)
              .equals(SessionFactory.ACCEPTOR_CONNECTION_TYPE)) {
        faults.add(where + "ConnectionType must be acceptor");
      }
      if (settings.isSetting(session, Session.SETTING_PERSIST_MESSAGES)
          && !settings.getBool(session, Session.SETTING_PERSIST_MESSAGES)) {
        faults.add(where + "PersistMessages=N would lose reports, so it can't be had");
      }
      if (settings.isSetting(session, Acceptor.SETTING_ACCEPTOR_TEMPLATE)
          && settings.getBool(session, Acceptor.SETTING_ACCEPTOR_TEMPLATE)) {
        faults.add(where + "AcceptorTemplate is not supported: name each session");
      }
      if (settings.isSetting(session, Session.SETTING_LOGON_TIMEOUT)) {
        logonTimeoutSeconds =
            Math.max(logonTimeoutSeconds, settings.getLong(session, Session.SETTING_LOGON_TIMEOUT));
      }
      if (!settings.isSetting(session, Acceptor.SETTING_SOCKET_ACCEPT_PORT)) {
        faults.add(where + "SocketAcceptPort is missing");
      }
      sessions.add(session);
    }
    if (sessions.isEmpty()) {
      faults.add(file + ":1: no [session] is given");
    }
    if (!faults.isEmpty()) {
      throw new InvalidFixSettings(String.join("\n", faults), null);
    }
    sessions.sort((a, b) -> a.toString().compareTo(b.toString()));
  }

  /** The line of a session's TargetCompID, 1 where it is not found. */
  private static int lineOf(Path file, SessionID session) throws IOException {
    String wanted = "TargetCompID=" + session.getTargetCompID();
    int line = 0;
    for (String text : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
      line++;
      if (text.replace(" ", "").equals(wanted)) {
        return line;
      }
    }
    return 1;
  }

  /** The sessions, in the order of their names. */
  public List<SessionName> names() {
    return sessions.stream()
        .map(session -> new SessionName(session.toString(), session.getTargetCompID()))
        .toList();
  }

  /**
   * How a session is known outside this package.
   *
   * @param name as QuickFIX/J prints its id
   * @param participant whose it is: TargetCompID
   */
  public record SessionName(String name, String participant) {}

  /** Where clients connect and as whom, in one line. */
  public String summary() {
    StringBuilder text = new StringBuilder(address());
    text.append(", ").append(sessions.size()).append(" sessions:");
    for (SessionID session : sessions) {
      text.append(' ').append(session.getTargetCompID());
    }
    return text.append(" -> ").append(sessions.get(0).getSenderCompID()).toString();
  }

  /** Where clients connect. */
  String address() {
    try {
      SessionID first = sessions.get(0);
      String host =
          settings.isSetting(first, Acceptor.SETTING_SOCKET_ACCEPT_ADDRESS)
              ? settings.getString(first, Acceptor.SETTING_SOCKET_ACCEPT_ADDRESS)
              : "*";
      return host + ':' + settings.getLong(first, Acceptor.SETTING_SOCKET_ACCEPT_PORT);
    } catch (ConfigError | FieldConvertError e) {
      throw new IllegalStateException("settings were checked when they were read", e);
    }
  }

  /**
   * The longest LogonTimeout of any session: before a Logon nobody knows whose connection it is.
   */
  long logonTimeoutMillis() {
    return TimeUnit.SECONDS.toMillis(
        logonTimeoutSeconds == 0 ? DEFAULT_LOGON_TIMEOUT_SECONDS : logonTimeoutSeconds);
  }

  List<SessionID> sessions() {
    return sessions;
  }

  SessionSettings settings() {
    return settings;
  }
}
