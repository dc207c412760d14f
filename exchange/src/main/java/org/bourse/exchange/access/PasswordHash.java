package org.bourse.exchange.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a password: {@code pbkdf2-sha256$iterations$salt$hash}, salt and hash in Base64.
 * To make one, and to check a password against one, takes time on purpose: about 0.2 s with the
 * usual iterations.
 */
public final class PasswordHash {
  /** How often a new hash is iterated. */
  public static final int ITERATIONS = 600_000;

  /** Fewer iterations are refused. */
  public static final int LEAST_ITERATIONS = 10_000;

  /** More iterations are refused. */
  public static final int MOST_ITERATIONS = 10_000_000;

  private static final String KIND = "pbkdf2-sha256";
  private static final Pattern TEXT =
      Pattern.compile("pbkdf2-sha256\\$([1-9][0-9]{0,7})\\$([A-Za-z0-9+/=]+)\\$([A-Za-z0-9+/=]+)");
  private static final int COST_UNIT = 100_000;
  private static final int SALT_BYTES = 16;
  private static final int MOST_SALT_BYTES = 64;
  private static final int HASH_BYTES = 32;
  private static final byte[] DEMO = "bourse demo ".getBytes(StandardCharsets.US_ASCII);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final int iterations;
  private final byte[] salt;
  private final byte[] hash;

  private PasswordHash(int iterations, byte[] salt, byte[] hash) {
    this.iterations = iterations;
    this.salt = salt;
    this.hash = hash;
  }

  /** The hash that a text holds, null: it holds none. */
  public static @Nullable PasswordHash parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      return null;
    }
    int iterations = Integer.parseInt(matcher.group(1));
    byte[] salt = decoded(matcher.group(2));
    byte[] hash = decoded(matcher.group(3));
    return iterations >= LEAST_ITERATIONS
            && iterations <= MOST_ITERATIONS
            && salt.length >= SALT_BYTES
            && salt.length <= MOST_SALT_BYTES
            && hash.length == HASH_BYTES
        ? new PasswordHash(iterations, salt, hash)
        : null;
  }

  private static byte[] decoded(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  /** Hashes a password with a salt of its own. */
  public static PasswordHash of(String password) {
    return of(password, ITERATIONS);
  }

  /** Hashes a password with a salt of its own. */
  public static PasswordHash of(String password, int iterations) {
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    return new PasswordHash(iterations, salt, derive(password, salt, iterations));
  }

  /** Whether this is the password. */
  public boolean matches(String password) {
    return MessageDigest.isEqual(hash, derive(password, salt, iterations));
  }

  /**
   * Whether it is a password that is known to everybody: its salt begins as those of the shipped
   * configuration do.
   */
  public boolean isDemo() {
    return Arrays.equals(salt, 0, DEMO.length, DEMO, 0, DEMO.length);
  }

  /** What a check costs, in hundred thousands of iterations and at least 1. */
  int cost() {
    return Math.max(1, iterations / COST_UNIT);
  }

  private static byte[] derive(String password, byte[] salt, int iterations) {
    PBEKeySpec spec =
        new PBEKeySpec(password.toCharArray(), salt, iterations, HASH_BYTES * Byte.SIZE);
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has PBKDF2WithHmacSHA256", e);
    } finally {
      spec.clearPassword();
    }
  }

  /** The text that {@link #parse} reads. */
  public String text() {
    Base64.Encoder base64 = Base64.getEncoder();
    return KIND
        + '$'
        + iterations
        + '$'
        + base64.encodeToString(salt)
        + '$'
        + base64.encodeToString(hash);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PasswordHash that
        && iterations == that.iterations
        && Arrays.equals(salt, that.salt)
        && Arrays.equals(hash, that.hash);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(hash);
  }

  /** Says nothing of the hash: it might end in a log. */
  @Override
  public String toString() {
    return KIND;
  }
}
