package org.bourse.exchange.config;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.bourse.exchange.model.Durability;
import org.jspecify.annotations.Nullable;

/** Reads {@code exchange.yaml}: every key has a default. */
final class ExchangeFile {

  static final String NAME = "exchange.yaml";

  private static final long SMALLEST_SEGMENT = ByteSize.MB;
  private static final long LARGEST_SEGMENT = ByteSize.GB;
  private static final long SEGMENT = 64 * ByteSize.MB;
  private static final int SNAPSHOT_COMMANDS = 1_000_000;
  private static final int SNAPSHOT_MINUTES = 60;
  private static final int SNAPSHOTS = 3;
  private static final int RETAINED = 100_000;
  private static final int OPEN_ORDERS = 100_000;
  private static final int ORDERS_PER_DAY = 500_000;
  private static final int RING = 4096;
  private static final int HTTP_PORT = 8080;
  private static final int HIGHEST_PORT = 65_535;
  private static final String FIX_SETTINGS = "fix.cfg";

  private ExchangeFile() {}

  /** The settings; null, or not to be used, where there are faults. */
  static @Nullable ExchangeSettings read(Path folder, FaultLog faults) {
    List<String> known =
        List.of(
            "durability",
            "journal",
            "snapshot",
            "engine",
            "sequencer",
            "fix",
            "http",
            "venue",
            "market-data");
    Section root = YamlFile.root(folder.resolve(NAME), known, faults);
    if (root == null) {
      return null;
    }
    return new ExchangeSettings(
        durability(root),
        journal(root.section("journal", List.of("segment-size", "archive"))),
        snapshot(root.section("snapshot", List.of("every-commands", "every-minutes", "keep"))),
        engine(root.section("engine", List.of("expected-open-orders", "expected-orders-per-day"))),
        sequencer(root.section("sequencer", List.of("ring-size"))),
        fix(root.section("fix", List.of("settings", "message-store")), folder),
        http(root.section("http", List.of("address", "port"))),
        VenueSection.read(root.section("venue", VenueSection.KEYS)),
        MarketDataSection.read(root.section("market-data", MarketDataSection.KEYS)));
  }

  private static HttpSettings http(Section http) {
    String address = http.text("address");
    Integer port = http.whole("port", 0, HIGHEST_PORT);
    return new HttpSettings(
        address == null ? HttpSettings.OFF.address() : address, port == null ? HTTP_PORT : port);
  }

  private static Durability durability(Section root) {
    String text = root.text("durability");
    if (text == null || text.equals("disk")) {
      return Durability.DISK;
    }
    if (!text.equals("os")) {
      root.fault("durability", "must be disk or os, was " + Quoted.of(text));
    }
    return Durability.OS;
  }

  private static JournalSettings journal(Section journal) {
    return new JournalSettings(segmentSize(journal), archive(journal));
  }

  private static @Nullable Path archive(Section journal) {
    String name = journal.text("archive");
    try {
      return name == null ? null : Path.of(name);
    } catch (InvalidPathException e) {
      journal.fault("archive", "not a folder name, was " + Quoted.of(name));
      return null;
    }
  }

  private static SnapshotSettings snapshot(Section snapshot) {
    Integer commands = snapshot.whole("every-commands", 0, Integer.MAX_VALUE);
    Integer minutes = snapshot.whole("every-minutes", 0, 100_000);
    Integer keep = snapshot.whole("keep", 2, 100);
    return new SnapshotSettings(
        commands == null ? SNAPSHOT_COMMANDS : commands,
        minutes == null ? SNAPSHOT_MINUTES : minutes,
        keep == null ? SNAPSHOTS : keep);
  }

  private static EngineSettings engine(Section engine) {
    Integer open = engine.whole("expected-open-orders", 1_000, 50_000_000);
    Integer daily = engine.whole("expected-orders-per-day", 1_000, 50_000_000);
    return new EngineSettings(
        open == null ? OPEN_ORDERS : open, daily == null ? ORDERS_PER_DAY : daily);
  }

  private static SequencerSettings sequencer(Section sequencer) {
    Integer size = sequencer.whole("ring-size", 64, 1 << 20);
    if (size != null && Integer.bitCount(size) != 1) {
      sequencer.fault(
          "ring-size", "must be a power of two, was " + size + ", next are " + powersAround(size));
    }
    return new SequencerSettings(size == null ? RING : size);
  }

  private static String powersAround(int size) {
    int below = Integer.highestOneBit(size);
    return below + " and " + 2 * below;
  }

  private static FixSection fix(Section fix, Path folder) {
    String given = fix.text("settings");
    Path settings = readable(given == null ? FIX_SETTINGS : given, fix, folder);
    Section store = fix.section("message-store", List.of("kind", "segment-size", "retain"));
    Integer retain = store.whole("retain", 1_000, 100_000_000);
    return new FixSection(
        settings,
        new MessageStoreSettings(
            kind(store), segmentSize(store), retain == null ? RETAINED : retain));
  }

  private static MessageStoreKind kind(Section store) {
    String text = store.text("kind");
    if (text == null || text.equals("log")) {
      return MessageStoreKind.LOG;
    }
    if (!text.equals("file")) {
      store.fault("kind", "must be log or file, was " + Quoted.of(text));
    }
    return MessageStoreKind.FILE;
  }

  private static Path readable(String name, Section fix, Path folder) {
    try {
      Path file = folder.resolve(name);
      if (!Files.isRegularFile(file)) {
        fix.fault("settings", "no such file, was " + Quoted.of(name));
      } else if (!Files.isReadable(file)) {
        fix.fault("settings", "not readable: permission denied, was " + Quoted.of(name));
      }
      return file;
    } catch (InvalidPathException e) {
      fix.fault("settings", "not a file name, was " + Quoted.of(name));
      return folder;
    }
  }

  private static long segmentSize(Section section) {
    return section.size("segment-size", SEGMENT, SMALLEST_SEGMENT, LARGEST_SEGMENT);
  }
}
