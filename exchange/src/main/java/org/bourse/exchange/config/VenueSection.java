package org.bourse.exchange.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bourse.exchange.model.Profile;

/** Reads what {@code exchange.yaml} says of the venue's own ways. */
final class VenueSection {
  static final List<String> KEYS = List.of("controls", "profile");

  private static final String PENDING_ACKS = "pending-acks";
  private static final String ON_ARRIVAL = "on-arrival";
  private static final String CHAINING = "chaining";

  private VenueSection() {}

  static VenueSettings read(Section venue) {
    List<String> switches = new ArrayList<>(Profile.SWITCHES.keySet());
    switches.add(CHAINING);
    Section profile = venue.section("profile", switches);
    boolean onArrival = ON_ARRIVAL.equals(profile.text(PENDING_ACKS));
    int bits = onArrival ? Profile.PENDING_ACKS | Profile.ACKS_ON_ARRIVAL : 0;
    for (Map.Entry<String, Integer> known : Profile.SWITCHES.entrySet()) {
      boolean isSet = onArrival && known.getKey().equals(PENDING_ACKS);
      bits |= !isSet && isOn(profile, known.getKey(), false) ? known.getValue() : 0;
    }
    bits |= isOn(profile, CHAINING, true) ? 0 : Profile.NO_CHAINING;
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
