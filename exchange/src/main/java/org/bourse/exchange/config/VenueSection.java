package org.bourse.exchange.config;

import java.util.List;
import org.bourse.exchange.model.Profile;

/** Reads what {@code exchange.yaml} says of the venue's own ways. */
final class VenueSection {
  static final List<String> KEYS = List.of("controls", "profile");

  private static final List<String> SWITCHES =
      List.of(
          "pending-acks",
          "replaced-status",
          "expired-remainders",
          "first-fill",
          "reopen-by-replace");
  private static final int[] BITS = {
    Profile.PENDING_ACKS,
    Profile.REPLACED_STATUS,
    Profile.EXPIRED_REMAINDERS,
    Profile.FIRST_FILL,
    Profile.REOPEN_BY_REPLACE
  };

  private VenueSection() {}

  static VenueSettings read(Section venue) {
    Section profile = venue.section("profile", SWITCHES);
    int bits = 0;
    for (int i = 0; i < BITS.length; i++) {
      bits |= isOn(profile, SWITCHES.get(i), false) ? BITS[i] : 0;
    }
    return new VenueSettings(isOn(venue, "controls", true), bits);
  }

  private static boolean isOn(Section section, String key, boolean otherwise) {
    String text = section.text(key);
    if (text == null) {
      return otherwise;
    }
    if (!text.equals("on") && !text.equals("off")) {
      section.fault(key, "must be on or off, was " + Quoted.of(text));
    }
    return text.equals("on");
  }
}
