package org.bourse.exchange.config;

import java.util.List;
import java.util.Map;
import org.bourse.exchange.model.Profile;

/** Reads what {@code exchange.yaml} says of the venue's own ways. */
final class VenueSection {
  static final List<String> KEYS = List.of("controls", "profile");

  private VenueSection() {}

  static VenueSettings read(Section venue) {
    Section profile = venue.section("profile", List.copyOf(Profile.SWITCHES.keySet()));
    int bits = 0;
    for (Map.Entry<String, Integer> known : Profile.SWITCHES.entrySet()) {
      bits |= isOn(profile, known.getKey(), false) ? known.getValue() : 0;
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
