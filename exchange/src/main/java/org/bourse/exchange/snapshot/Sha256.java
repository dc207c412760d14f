package org.bourse.exchange.snapshot;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over what it is given. */
final class Sha256 {
  private final MessageDigest digest;

  Sha256() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  void add(byte[] bytes, int offset, int length) {
    digest.update(bytes, offset, length);
  }

  /** Adds what remains in a buffer, which is left as it is. */
  void add(ByteBuffer bytes) {
    digest.update(bytes.duplicate());
  }

  /** As 64 hex digits; the next one begins afresh. */
  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
