package org.bourse.exchange.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Remembers which password was right for a hash, so that the next check costs microseconds. What it
 * keeps is an HMAC under a key that ends with the process. Any thread.
 */
final class KnownPasswords {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_BYTES = 32;

  private final Map<String, Known> users = new ConcurrentHashMap<>();
  private final SecretKeySpec key;

  private static final class Known {
    private final PasswordHash hash;
    private final byte[] mac;

    Known(PasswordHash hash, byte[] mac) {
      this.hash = hash;
      this.mac = mac;
    }
  }

  KnownPasswords() {
    byte[] random = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(random);
    key = new SecretKeySpec(random, ALGORITHM);
  }

  /** Whether this is the password of the hash; null: it must be found out. */
  @Nullable Boolean check(String userName, PasswordHash hash, String password) {
    Known known = users.get(userName);
    if (known == null || !known.hash.equals(hash)) {
      return null;
    }
    return MessageDigest.isEqual(known.mac, mac(password));
  }

  /** Notes that this is the password of the hash. */
  void remember(String userName, PasswordHash hash, String password) {
    users.put(userName, new Known(hash, mac(password)));
  }

  private byte[] mac(String password) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(password.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }
}
