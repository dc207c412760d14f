package org.bourse.exchange.fix;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import quickfix.ConfigError;
import quickfix.SessionID;
import quickfix.SessionSettings;
import quickfix.mina.ssl.SSLSupport;

/**
 * The settings of TLS of one session, as QuickFIX/J names them. QuickFIX/J's own code goes on
 * without keys where a file is missing, and trusts every certificate where no trust store is named:
 * here both are faults. It does not work with MINA 2.2 besides.
 */
final class TlsSettings {
  private static final List<String> SAFE_PROTOCOLS = List.of("TLSv1.2", "TLSv1.3");
  private static final List<String> NEEDING_TLS =
      List.of(
          SSLSupport.SETTING_KEY_STORE_NAME,
          SSLSupport.SETTING_TRUST_STORE_NAME,
          SSLSupport.SETTING_NEED_CLIENT_AUTH,
          SSLSupport.SETTING_ENABLED_PROTOCOLS,
          SSLSupport.SETTING_CIPHER_SUITES);

  private final SessionSettings settings;
  private final SessionID session;
  private final Path folder;
  private final Faults faults;
  private boolean sound = true;

  /** Takes a fault, and the setting that it is about. */
  interface Faults {
    void add(String setting, String problem);
  }

  /**
   * The settings of a session.
   *
   * @param folder where names of files are looked up
   */
  TlsSettings(SessionSettings settings, SessionID session, Path folder, Faults faults) {
    this.settings = settings;
    this.session = session;
    this.folder = folder;
    this.faults = faults;
  }

  /** How the session's connections are encrypted, null: they are not, or a fault says why. */
  @Nullable Tls tls() {
    if (!isYes(SSLSupport.SETTING_USE_SSL)) {
      for (String setting : NEEDING_TLS) {
        if (value(setting) != null && !"N".equals(value(setting))) {
          fault(setting, "has no effect without SocketUseSSL=Y");
        }
      }
      return null;
    }
    KeyManager[] keys = keys();
    TrustManager[] trust = trust();
    List<String> protocols = words(SSLSupport.SETTING_ENABLED_PROTOCOLS);
    List<String> cipherSuites = words(SSLSupport.SETTING_CIPHER_SUITES);
    if (!sound) {
      return null;
    }
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys, trust, null);
      return new Tls(
          context,
          isYes(SSLSupport.SETTING_NEED_CLIENT_AUTH),
          protocols == null ? SAFE_PROTOCOLS : protocols,
          cipherSuites);
    } catch (GeneralSecurityException e) {
      fault(SSLSupport.SETTING_USE_SSL, "can't be had: " + e.getMessage());
      return null;
    }
  }

  /** What tells two such settings apart, where both are for one port. */
  List<String> compared() {
    return List.of(
        String.valueOf(isYes(SSLSupport.SETTING_USE_SSL)),
        NEEDING_TLS.stream().map(setting -> String.valueOf(value(setting))).toList().toString());
  }

  private KeyManager @Nullable [] keys() {
    String setting = SSLSupport.SETTING_KEY_STORE_NAME;
    if (value(setting) == null) {
      fault(SSLSupport.SETTING_USE_SSL, "needs SocketKeyStore, which is missing");
      return null;
    }
    char[] password = SSLSupport.getKeyStorePassword(settings, session);
    KeyStore store = load(setting, SSLSupport.getKeyStoreType(settings, session), password);
    if (store == null) {
      return null;
    }
    try {
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(
              SSLSupport.getKeyManagerFactoryAlgorithm(settings, session));
      keys.init(store, password);
      for (String alias : Collections.list(store.aliases())) {
        if (store.isKeyEntry(alias)) {
          return keys.getKeyManagers();
        }
      }
      fault(setting, "holds no private key");
    } catch (GeneralSecurityException e) {
      fault(setting, "can't be used: " + e.getMessage());
    }
    return null;
  }

  private TrustManager @Nullable [] trust() {
    String setting = SSLSupport.SETTING_TRUST_STORE_NAME;
    if (value(setting) == null) {
      if (isYes(SSLSupport.SETTING_NEED_CLIENT_AUTH)) {
        fault(SSLSupport.SETTING_NEED_CLIENT_AUTH, "needs SocketTrustStore, which is missing");
      }
      return null;
    }
    char[] password = SSLSupport.getTrustStorePassword(settings, session);
    KeyStore store = load(setting, SSLSupport.getTrustStoreType(settings, session), password);
    if (store == null) {
      return null;
    }
    try {
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(
              SSLSupport.getTrustManagerFactoryAlgorithm(settings, session));
      trust.init(store);
      if (store.size() > 0) {
        return trust.getTrustManagers();
      }
      fault(setting, "holds no certificate");
    } catch (GeneralSecurityException e) {
      fault(setting, "can't be used: " + e.getMessage());
    }
    return null;
  }

  private @Nullable KeyStore load(String setting, String type, char @Nullable [] password) {
    String name = String.valueOf(value(setting));
    try (InputStream in = Files.newInputStream(folder.resolve(name))) {
      KeyStore store = KeyStore.getInstance(type);
      store.load(in, password);
      return store;
    } catch (InvalidPathException | NoSuchFileException e) {
      fault(setting, "must be a file, was \"" + name + '"');
    } catch (IOException | GeneralSecurityException e) {
      fault(setting, "can't be read with its password: " + e.getMessage());
    }
    return null;
  }

  /** The words of a setting, null: it is not set, or names what there is not. */
  private @Nullable List<String> words(String setting) {
    String value = value(setting);
    if (value == null) {
      return null;
    }
    try {
      SSLParameters all = SSLContext.getDefault().getSupportedSSLParameters();
      boolean ofProtocols = setting.equals(SSLSupport.SETTING_ENABLED_PROTOCOLS);
      String[] known = ofProtocols ? all.getProtocols() : all.getCipherSuites();
      List<String> words = Arrays.asList(value.split(",", -1));
      if (Set.of(known).containsAll(words)) {
        return words;
      }
      fault(setting, "must be some of " + String.join(",", known) + ", was \"" + value + '"');
    } catch (GeneralSecurityException e) {
      fault(setting, "can't be checked: " + e.getMessage());
    }
    return null;
  }

  private void fault(String setting, String problem) {
    sound = false;
    faults.add(setting, problem);
  }

  private boolean isYes(String setting) {
    return "Y".equals(value(setting));
  }

  /** A setting's value, null where it is not set. */
  private @Nullable String value(String setting) {
    try {
      return settings.isSetting(session, setting) ? settings.getString(session, setting) : null;
    } catch (ConfigError e) {
      throw new IllegalStateException("it is set", e);
    }
  }
}
