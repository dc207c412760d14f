package org.bourse.exchange.access;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What differs between two states of the participants, setting by setting. */
final class Differences {
  private static final String HIDDEN = "(not shown)";

  private final Map<String, String> settings = new TreeMap<>();

  private Differences() {}

  /** The settings that differ: each says which, and what it was and is, where it was and is. */
  static List<Map<String, String>> between(Participants older, Participants newer) {
    Map<String, String> before = settings(older);
    Map<String, String> after = settings(newer);
    TreeSet<String> all = new TreeSet<>(before.keySet());
    all.addAll(after.keySet());
    List<Map<String, String>> differences = new ArrayList<>();
    for (String setting : all) {
      String was = before.get(setting);
      String is = after.get(setting);
      if (!Objects.equals(was, is)) {
        Map<String, String> difference = new LinkedHashMap<>();
        difference.put("setting", setting);
        boolean secret = setting.endsWith(".password");
        put(difference, "was", secret && was != null ? HIDDEN : was);
        put(difference, "is", secret && is != null ? HIDDEN : is);
        differences.add(difference);
      }
    }
    return differences;
  }

  private static Map<String, String> settings(Participants participants) {
    Differences found = new Differences();
    participants.all().forEach(found::add);
    return found.settings;
  }

  private void add(Participant participant) {
    String at = participant.name();
    grants(at, participant.grants());
    put(settings, at + ".self-trade-prevention", participant.selfTradePrevention());
    put(settings, at + ".kill-switch", participant.killSwitch() ? "on" : "off");
    MessageRate rate = participant.messageRate();
    put(settings, at + ".limits.message-rate", rate == null ? null : rate.perSecond());
    put(settings, at + ".limits.message-burst", rate == null ? null : rate.burst());
    limits(at + ".limits", participant.limits());
    participant
        .instrumentLimits()
        .forEach((symbol, limits) -> limits(at + ".instrument-limits." + symbol, limits));
    for (SessionAccess session : participant.sessions()) {
      String below = at + ".sessions." + session.compId();
      put(settings, below + ".enabled", session.enabled() ? "yes" : "no");
      put(settings, below + ".user", session.userName());
      grants(below, session.grants());
    }
    for (User user : participant.users()) {
      String below = at + ".users." + user.name();
      PasswordHash password = user.password();
      put(settings, below + ".enabled", user.enabled() ? "yes" : "no");
      put(settings, below + ".roles", user.rolesInOrder());
      put(settings, below + ".password", password == null ? null : password.text());
    }
  }

  private void grants(String at, Grants grants) {
    put(settings, at + ".addresses", grants.addresses());
    put(settings, at + ".instruments", grants.instruments());
    put(settings, at + ".accounts", grants.accounts());
    put(settings, at + ".drop-copy-of", grants.dropCopyOf());
    put(settings, at + ".cancel-on-disconnect", grants.cancelOnDisconnect());
    put(settings, at + ".cancel-grace", grants.cancelGrace().toSeconds() + "s");
    put(settings, at + ".market-data-fields", grants.standardMarketData() ? "standard" : "all");
  }

  private void limits(String at, Limits limits) {
    put(settings, at + ".max-order-quantity", limits.maxOrderQuantity());
    put(settings, at + ".max-notional", limits.maxNotional());
    put(settings, at + ".price-collar", limits.priceCollar());
    put(settings, at + ".max-open-orders", limits.maxOpenOrders());
    put(settings, at + ".max-gross-position", limits.maxGrossPosition());
    put(settings, at + ".duplicate-order-window", limits.duplicateOrderWindow().toMillis() + "ms");
  }

  private static void put(Map<String, String> to, String key, @Nullable Object value) {
    if (value != null) {
      to.put(key, value.toString());
    }
  }
}
