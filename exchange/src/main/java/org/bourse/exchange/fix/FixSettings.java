package org.bourse.exchange.fix;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import quickfix.Acceptor;
import quickfix.ConfigError;
import quickfix.FieldConvertError;
import quickfix.Session;
import quickfix.SessionID;
import quickfix.SessionSettings;
import quickfix.mina.ssl.SSLSupport;

/** The sessions that a settings file of QuickFIX/J's own format names. */
public final class FixSettings {
  private static final long DEFAULT_LOGON_TIMEOUT_SECONDS = 10; // QuickFIX/J's own

  private final SessionSettings settings;
  private final List<SessionID> sessions = new ArrayList<>();
  private final Map<Integer, Tls> tls = new HashMap<>();
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
    try {
      byte[] bytes = Files.readAllBytes(file);
      List<String> lines = new String(bytes, StandardCharsets.ISO_8859_1).lines().toList();
      FixSettingsText text = new FixSettingsText(lines);
      requireNone(FixSettingsFaults.of(file, text, port.isPresent()));
      FixSettings loaded = new FixSettings(new SessionSettings(new ByteArrayInputStream(bytes)));
      loaded.take(port);
      loaded.takeTls(file, text);
      return loaded;
    } catch (NoSuchFileException e) {
      throw new InvalidFixSettings(
          file + ": there is no such file; fix.settings in exchange.yaml names it", e);
    } catch (IOException | ConfigError | FieldConvertError e) {
      throw new InvalidFixSettings(file + ": " + e.getMessage(), e);
    }
  }

  private static void requireNone(List<String> faults) throws InvalidFixSettings {
    if (!faults.isEmpty()) {
      throw new InvalidFixSettings(String.join("\n", faults), null);
    }
  }

  /** What QuickFIX/J is not told any more: it would set up TLS itself. */
  private void takeTls(Path file, FixSettingsText text)
      throws InvalidFixSettings, ConfigError, FieldConvertError {
    Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
    Set<String> faults = new LinkedHashSet<>();
    Map<Integer, List<String>> first = new HashMap<>();
    for (SessionID session : sessions) {
      TlsSettings.Faults add =
          (setting, problem) -> {
            int line = FixSettingsFaults.lineOf(text, session, setting);
            faults.add(file + ":" + line + ": " + setting + ' ' + problem);
          };
      TlsSettings read = new TlsSettings(settings, session, folder, add);
      int port = (int) settings.getLong(session, Acceptor.SETTING_SOCKET_ACCEPT_PORT);
      Tls found = read.tls();
      List<String> before = first.putIfAbsent(port, read.compared());
      if (before != null && !before.equals(read.compared())) {
        add.add(SSLSupport.SETTING_USE_SSL, "and what belongs to it must be as the port's others");
      }
      if (found != null) {
        tls.put(port, found);
      }
      settings.setString(session, SSLSupport.SETTING_USE_SSL, "N");
    }
    requireNone(List.copyOf(faults));
  }

  private void take(OptionalInt port) throws ConfigError, FieldConvertError {
    if (port.isPresent()) {
      settings.setLong(Acceptor.SETTING_SOCKET_ACCEPT_PORT, port.getAsInt());
    }
    for (Iterator<SessionID> i = settings.sectionIterator(); i.hasNext(); ) {
      SessionID session = i.next();
      if (port.isPresent()) {
        settings.setLong(session, Acceptor.SETTING_SOCKET_ACCEPT_PORT, port.getAsInt());
      }
      if (settings.isSetting(session, Session.SETTING_LOGON_TIMEOUT)) {
        logonTimeoutSeconds =
            Math.max(logonTimeoutSeconds, settings.getLong(session, Session.SETTING_LOGON_TIMEOUT));
      }
      sessions.add(session);
    }
    sessions.sort((a, b) -> a.toString().compareTo(b.toString()));
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
   * @param compId the client's: TargetCompID
   */
  public record SessionName(String name, String compId) {}

  /** The clients' CompIDs. */
  public Set<String> compIds() {
    return sessions.stream().map(SessionID::getTargetCompID).collect(Collectors.toSet());
  }

  /** Where clients connect and as whom, in one line. */
  public String summary() {
    StringBuilder text = new StringBuilder(address());
    text.append(tls.isEmpty() ? "" : ", TLS")
        .append(", ")
        .append(sessions.size())
        .append(" sessions:");
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

  /** How connections are encrypted, by port; those to another are not. */
  Map<Integer, Tls> tls() {
    return tls;
  }

  List<SessionID> sessions() {
    return sessions;
  }

  SessionSettings settings() {
    return settings;
  }
}
