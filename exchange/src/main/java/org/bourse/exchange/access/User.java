package org.bourse.exchange.access;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One who logs on.
 *
 * @param name Username(553): each only once on the venue
 * @param password null: has none, and may log on from this machine only
 * @param enabled whether he may log on
 */
public record User(String name, @Nullable PasswordHash password, Set<Role> roles, boolean enabled) {

  /** Copies the roles. */
  public User {
    roles = Set.copyOf(roles);
  }

  /** Whether he has a role. */
  public boolean is(Role role) {
    return roles.contains(role);
  }

  /** The roles in their order, as they are written in the configuration. */
  String rolesInOrder() {
    return roles.isEmpty() ? "[]" : EnumSet.copyOf(roles).toString();
  }
}
