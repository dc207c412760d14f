package org.bourse.exchange.access;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bourse.exchange.access.CredentialStore.Credential;
import org.jspecify.annotations.Nullable;

/**
 * Which password holds for each user: the one of the configuration, or the one that the user has
 * changed it to since. Any thread.
 */
final class Credentials {
  private final CredentialStore store;
  private volatile Map<String, Credential> changed;

  Credentials(List<Credential> kept, CredentialStore store) {
    this.store = store;
    Map<String, Credential> byUser = new HashMap<>();
    kept.forEach(credential -> byUser.put(credential.userName(), credential));
    changed = byUser;
  }

  /** The hash that holds, null: the user has no password. */
  @Nullable PasswordHash of(User user) {
    Credential credential = changed.get(user.name());
    PasswordHash configured = user.password();
    return credential != null && credential.configured().equals(configured)
        ? credential.changed()
        : configured;
  }

  /**
   * Has another hash hold for a user who has one, durably.
   *
   * @param participants whose credentials are kept: what is void is not
   */
  synchronized void change(User user, PasswordHash hash, Participants participants)
      throws IOException {
    PasswordHash configured = user.password();
    if (configured == null) {
      throw new IllegalArgumentException("there is no password to change");
    }
    Map<String, Credential> next = new HashMap<>();
    for (Credential credential : changed.values()) {
      Participants.OfUser owner = participants.user(credential.userName());
      if (owner != null && credential.configured().equals(owner.user().password())) {
        next.put(credential.userName(), credential);
      }
    }
    next.put(user.name(), new Credential(user.name(), configured, hash));
    List<Credential> sorted = new ArrayList<>(next.values());
    sorted.sort((a, b) -> a.userName().compareTo(b.userName()));
    store.save(sorted);
    changed = next;
  }
}
