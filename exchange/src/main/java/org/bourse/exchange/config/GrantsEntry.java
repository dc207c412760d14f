package org.bourse.exchange.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.bourse.exchange.access.AddressRange;
import org.bourse.exchange.access.CancelOnDisconnect;
import org.bourse.exchange.access.Grants;
import org.bourse.exchange.access.Names;
import org.jspecify.annotations.Nullable;

/** Reads what a participant, or one of its sessions, may do. */
final class GrantsEntry {

  static final List<String> KEYS =
      List.of(
          "addresses",
          "instruments",
          "accounts",
          "drop-copy-of",
          "cancel-on-disconnect",
          "cancel-grace",
          "market-data-fields");

  private static final String ALL = "all";
  private static final String STANDARD = "standard";
  private static final List<String> FIELDS = List.of(ALL, STANDARD);
  private static final int LONGEST_ACCOUNT = 64;
  private static final List<AddressRange> LOOPBACK =
      List.of(range("127.0.0.0/8"), range("::1/128"));

  private GrantsEntry() {}

  private static AddressRange range(String text) {
    return Objects.requireNonNull(AddressRange.parse(text));
  }

  /** What a participant may do where its entry says nothing. */
  static Grants usual(String participant) {
    return new Grants(
        LOOPBACK,
        Names.ANY,
        Names.ANY,
        Names.of(participant),
        CancelOnDisconnect.NO,
        Duration.ZERO,
        false);
  }

  /**
   * What an entry says, and for the rest what holds above it.
   *
   * @param references takes each name of an instrument or a participant, by the key it is below
   */
  static Grants read(Section entry, Grants above, BiConsumer<String, PlacedText> references) {
    return new Grants(
        addresses(entry, above.addresses()),
        names(entry, "instruments", "all", above.instruments(), references),
        names(entry, "accounts", "any", above.accounts(), GrantsEntry::account),
        names(entry, "drop-copy-of", "all", above.dropCopyOf(), references),
        entry.choice(
            "cancel-on-disconnect",
            Arrays.asList(CancelOnDisconnect.values()),
            above.cancelOnDisconnect()),
        entry.time("cancel-grace", above.cancelGrace()),
        entry
            .choice("market-data-fields", FIELDS, above.standardMarketData() ? STANDARD : ALL)
            .equals(STANDARD));
  }

  private static List<AddressRange> addresses(Section entry, List<AddressRange> above) {
    List<PlacedText> texts = entry.texts("addresses");
    if (texts == null) {
      return above;
    }
    List<AddressRange> addresses = new ArrayList<>();
    for (PlacedText text : texts) {
      AddressRange range = AddressRange.parse(text.value());
      if (range == null) {
        text.fault("must be an address or a range without host bits, such as 10.1.0.0/16 or ::1");
      } else {
        addresses.add(range);
      }
    }
    return addresses;
  }

  private static Names names(
      Section entry,
      String key,
      String every,
      Names above,
      BiConsumer<String, PlacedText> references) {
    if (!entry.has(key)) {
      return above;
    }
    if (entry.isText(key)) {
      String word = entry.text(key);
      if (word != null && !word.equals(every)) {
        entry.fault(key, "must be " + every + " or a list, was " + Quoted.of(word));
      }
      return Names.ANY;
    }
    @Nullable List<PlacedText> texts = entry.texts(key);
    if (texts == null) {
      return above;
    }
    texts.forEach(text -> references.accept(key, text));
    return new Names(texts.stream().map(PlacedText::value).distinct().toList());
  }

  private static void account(String key, PlacedText account) {
    if (account.value().length() > LONGEST_ACCOUNT) {
      account.fault("must have at most " + LONGEST_ACCOUNT + " characters");
    }
  }
}
