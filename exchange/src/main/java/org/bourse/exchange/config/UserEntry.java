package org.bourse.exchange.config;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.bourse.exchange.access.PasswordHash;
import org.bourse.exchange.access.Role;
import org.bourse.exchange.access.User;
import org.jspecify.annotations.Nullable;

/** Reads one user of a participant. */
final class UserEntry {

  static final List<String> KEYS = List.of("name", "password", "roles", "enabled");

  private UserEntry() {}

  /** The user of a participant that lists none: it has no password, and no control of the venue. */
  static User usual(String participant) {
    return new User(
        participant, null, EnumSet.of(Role.TRADER, Role.DROP_COPY, Role.MARKET_DATA), true);
  }

  /** The user; what was faulty is left out. */
  static User read(Section entry, String name) {
    return new User(name, password(entry), roles(entry), entry.flag("enabled", true));
  }

  private static @Nullable PasswordHash password(Section entry) {
    String text = entry.text("password");
    PasswordHash hash = text == null ? null : PasswordHash.parse(text);
    if (text != null && hash == null) {
      entry.fault(
          "password",
          "must be what 'bourse hash-password' prints, from "
              + PasswordHash.LEAST_ITERATIONS
              + " iterations on");
    }
    return hash;
  }

  private static Set<Role> roles(Section entry) {
    entry.require("roles");
    Set<Role> roles = EnumSet.noneOf(Role.class);
    List<PlacedText> texts = entry.texts("roles");
    for (PlacedText text : texts == null ? List.<PlacedText>of() : texts) {
      Role role = role(text.value());
      if (role == null) {
        text.fault("must be one of " + String.join(", ", words()));
      } else {
        roles.add(role);
      }
    }
    return roles;
  }

  private static @Nullable Role role(String word) {
    return Arrays.stream(Role.values())
        .filter(role -> role.toString().equals(word))
        .findFirst()
        .orElse(null);
  }

  private static List<String> words() {
    return Arrays.stream(Role.values()).map(Role::toString).toList();
  }
}
