package org.bourse.exchange.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExchangeFaultsTest {

  private final Path temporary;

  ExchangeFaultsTest(@TempDir Path temporary) {
    this.temporary = temporary;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "durability: Disk | durability: must be disk or os, was \"Disk\"",
        "durability: on | durability: must be disk or os, was \"on\"",
        "durability: | durability: must be a text, was empty",
        "durability: [disk] | durability: must be a text, was a list",
        "durability: {disk: 1} | durability: must be a text, was a mapping",
        "journal: 64MB | journal: must be a mapping, was \"64MB\"",
        "journal: | journal: must be a mapping, was empty",
        "journal: {segment-size: 64Mb/s} | journal.segment-size: must be a size such as 64MB, was"
            + " \"64Mb/s\"",
        "journal: {segment-size: 512KB} | journal.segment-size: must be between 1MB and 1GB, was"
            + " 512KB",
        "journal: {segment-size: 1025MB} | journal.segment-size: must be between 1MB and 1GB, was"
            + " 1025MB",
        "journal: {segment-size: 999999999GB} | journal.segment-size: must be between 1MB and 1GB,"
            + " was 999999999GB",
        "fix: {message-store: {segment-size: 2GB}} | fix.message-store.segment-size: must be"
            + " between 1MB and 1GB, was 2GB",
        "engine: {expected-open-orders: 999} | engine.expected-open-orders: must be between 1000"
            + " and 50000000, was 999",
        "engine: {expected-open-orders: 50_000_001} | engine.expected-open-orders: must be between"
            + " 1000 and 50000000, was 50000001",
        "engine: {expected-open-orders: 1e5} | engine.expected-open-orders: must be a whole number,"
            + " was \"1e5\"",
        "engine: {expected-open-orders: 1000.0} | engine.expected-open-orders: must be a whole"
            + " number, was \"1000.0\"",
        "engine: {expected-orders-per-day: 99999999999999999999} | engine.expected-orders-per-day:"
            + " must be between 1000 and 50000000, was 99999999999999999999",
        "engine: {expected-orders-per-day: 0x1000} | engine.expected-orders-per-day: must be a"
            + " whole number, was \"0x1000\"",
        "engine: {expected-orders-per-day: 01750} | engine.expected-orders-per-day: must be a whole"
            + " number, was \"01750\"",
        "sequencer: {ring-size: 32} | sequencer.ring-size: must be between 64 and 1048576, was 32",
        "sequencer: {ring-size: 4095} | sequencer.ring-size: must be a power of two, was 4095, next"
            + " are 2048 and 4096",
        "fix: {settings: fixx.cfg} | fix.settings: no such file, was \"fixx.cfg\"",
        "fix: {settings: .} | fix.settings: no such file, was \".\"",
        "fix: {settings: \"a\\0b\"} | fix.settings: not a file name, was \"aU+0000b\"",
        "fix: {setings: fix.cfg} | fix.setings: unknown key, did you mean \"settings\"?",
        "journal: {SegmentSize: 64MB} | journal.SegmentSize: unknown key, did you mean"
            + " \"segment-size\"?",
        "sequencer: {size: 64} | sequencer.size: unknown key, known here: ring-size",
        "\"a b\": 64 | \"a b\": unknown key, known here: durability, journal, snapshot, engine,"
            + " sequencer, fix, http, venue, market-data",
        "market-data: 1MB | market-data: must be a mapping, was \"1MB\"",
        "market-data: {queue: 63KB} | market-data.queue: must be between 64KB and 16MB, was 63KB",
        "market-data: {queue: 17MB} | market-data.queue: must be between 64KB and 16MB, was 17MB",
        "market-data: {queue: 1000000} | market-data.queue: must be a size such as 64MB, was"
            + " \"1000000\"",
        "market-data: {when-slow: drop} | market-data.when-slow: must be one of conflate, cut, was"
            + " \"drop\"",
        "market-data: {cut-after: 999ms} | market-data.cut-after: must be at least 1s, was"
            + " \"999ms\"",
        "market-data: {cut-after: 61m} | market-data.cut-after: must be a time of up to an hour,"
            + " such as 500ms, 10s or 5m, was \"61m\"",
        "market-data: {cut-after: 30} | market-data.cut-after: must be a time of up to an hour,"
            + " such as 500ms, 10s or 5m, was \"30\"",
        "market-data: {bandwidth: 1023KB} | market-data.bandwidth: must be between 1MB and 1GB, was"
            + " 1023KB",
        "market-data: {bandwidth: 2GB} | market-data.bandwidth: must be between 1MB and 1GB, was"
            + " 2GB",
        "market-data: {bandwith: 2MB} | market-data.bandwith: unknown key, did you mean"
            + " \"bandwidth\"?",
      })
  void shouldReport(String line, String fault) throws Exception {
    ConfigFolder folder = ConfigFolder.valid(temporary).exchange("# first line", line);

    assertThat(folder.faults()).containsExactly("config/exchange.yaml:2: " + fault);
  }

  @Test
  void shouldReportMissingDefaultFixSettings() throws Exception {
    ConfigFolder folder = ConfigFolder.valid(temporary);
    Files.delete(temporary.resolve("fix.cfg"));

    assertThat(folder.faults())
        .containsExactly("config/exchange.yaml:1: fix.settings: no such file, was \"fix.cfg\"");
  }

  @Test
  void shouldReportKeyGivenTwiceOnce() throws Exception {
    ConfigFolder folder =
        ConfigFolder.valid(temporary)
            .exchange("journal:", "  segment-size: 1MB", "  segment-size: 2MB");

    assertThat(folder.faults())
        .containsExactly(
            "config/exchange.yaml:3: journal.segment-size: given twice, first in line 2");
  }
}
