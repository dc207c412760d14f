package org.bourse.exchange.access;

import java.io.IOException;
import java.util.List;

/** Keeps the passwords that users have changed. */
public interface CredentialStore {
  /**
   * A password that a user has changed.
   *
   * @param userName whose it is
   * @param configured what the configuration says: once that says something else, this is void
   * @param changed what holds instead
   */
  record Credential(String userName, PasswordHash configured, PasswordHash changed) {}

  /**
   * Replaces all that is kept. When this returns it is durable.
   *
   * @throws IOException where it can't be kept: all is as it was
   */
  void save(List<Credential> all) throws IOException;
}
