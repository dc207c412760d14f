package org.bourse.exchange.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstrumentFaultsTest {

  private final Path temporary;

  InstrumentFaultsTest(@TempDir Path temporary) {
    this.temporary = temporary;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "symbol: A | tick: missing",
        "symbol: A, tik: 1 | tik: unknown key, did you mean \"tick\"?",
        "tick: 1 | symbol: missing",
        "symbol: '', tick: 1 | symbol: must be a text, was empty",
        "symbol: [A], tick: 1 | symbol: must be a text, was a list",
        "symbol: A B, tick: 1 | symbol: must be printable ASCII without blanks, has U+0020, was"
            + " \"A B\"",
        "symbol: \"A\\x01\", tick: 1 | symbol: must be printable ASCII without blanks, has U+0001,"
            + " was \"AU+0001\"",
        "symbol: \u00c4, tick: 1 | symbol: must be printable ASCII without blanks, has U+00C4, was"
            + " \"\u00c4\"",
        "symbol: ABCDEFGHIJKLMNOPQRSTUVWXYZ1234567, tick: 1 | symbol: must have at most 32"
            + " characters, has 33, was \"ABCDEFGHIJKLMNOPQRSTUVWXYZ1234567\"",
        "symbol: A, tick: 0 | tick: must be above 0, was 0",
        "symbol: A, tick: -0.01 | tick: must be above 0, was -0.01",
        "symbol: A, tick: 1e-2 | tick: must be a number such as 100 or 0.01, was \"1e-2\"",
        "symbol: A, tick: .05 | tick: must be a number such as 100 or 0.01, was \".05\"",
        "symbol: A, tick: 1/8 | tick: must be a number such as 100 or 0.01, was \"1/8\"",
        "symbol: A, tick: 007 | tick: must be a number such as 100 or 0.01, was \"007\"",
        "symbol: A, tick: .inf | tick: must be a number such as 100 or 0.01, was \".inf\"",
        "symbol: A, tick: 0.0000000001 | tick: must have at most 9 decimal places, was"
            + " 0.0000000001",
        "symbol: A, tick: 0.001, price-scale: 2 | tick: finer than price-scale 2, was 0.001",
        "symbol: A, tick: 2000000 | max-price: missing, its default 1000000 is below tick 2000000",
        "symbol: A, tick: 1, price-scale: 10 | price-scale: must be between 0 and 9, was 10",
        "symbol: A, tick: 1, price-scale: two | price-scale: must be a whole number, was \"two\"",
        "symbol: A, tick: 0.05, max-price: 0.04 | max-price: below tick 0.05, was 0.04",
        "symbol: A, tick: 0.05, max-price: 9.999 | max-price: finer than price-scale 2, was 9.999",
        "symbol: A, tick: 0.05, max-price: 0 | max-price: must be above 0, was 0",
        "symbol: A, tick: 0.01, max-price: 10000000000000.01 | max-price: must be at most"
            + " 10000000000000 with price-scale 2, was 10000000000000.01",
        "symbol: A, tick: 1, lot: 0 | lot: must be above 0, was 0",
        "symbol: A, tick: 1, lot: 0.5, quantity-scale: 0 | lot: finer than quantity-scale 0, was"
            + " 0.5",
        "symbol: A, tick: 1, quantity-scale: -1 | quantity-scale: must be between 0 and 9, was -1",
        "symbol: A, tick: 1, lot: 100, max-quantity: 99 | max-quantity: below lot 100, was 99",
        "symbol: A, tick: 1, max-quantity: 1.5 | max-quantity: finer than quantity-scale 0, was"
            + " 1.5",
        "symbol: A, tick: 1, max-quantity: 1000000000000001 | max-quantity: must be at most"
            + " 1000000000000000 with quantity-scale 0, was 1000000000000001",
        "symbol: A, tick: 1, maxPrice: 5 | maxPrice: unknown key, did you mean \"max-price\"?",
        "symbol: A, tick: 1, currency: EUR | currency: unknown key, known here: symbol, tick, lot,"
            + " price-scale, quantity-scale, max-price, max-quantity, reference-price, price-band,"
            + " volatility-band, volatility-auction, market-protection, stop-trigger, post-only,"
            + " group",
        "symbol: A, tick: 0.05, reference-price: 0 | reference-price: must be above 0, was 0",
        "symbol: A, tick: 0.05, reference-price: 1.001 | reference-price: finer than price-scale 2,"
            + " was 1.001",
        "symbol: A, tick: 1, max-price: 99, reference-price: 100 | reference-price: above max-price"
            + " 99, was 100",
        "symbol: A, tick: 1, price-band: 0 | price-band: must be a percentage above 0 and up to"
            + " 1000, was 0",
        "symbol: A, tick: 1, price-band: 10% | price-band: must be a number such as 100 or 0.01,"
            + " was \"10%\"",
        "symbol: A, tick: 1, volatility-band: 1000.01 | volatility-band: must be a percentage above"
            + " 0 and up to 1000, was 1000.01",
        "symbol: A, tick: 1, market-protection: 0.001 | market-protection: must have at most 2"
            + " decimal places, was 0.001",
        "symbol: A, tick: 1, volatility-band: 5, volatility-auction: 30 | volatility-auction: must"
            + " be a time of up to an hour, such as 500ms, 10s or 5m, was \"30\"",
        "symbol: A, tick: 1, volatility-band: 5, volatility-auction: 0s | volatility-auction: must"
            + " be above 0, was 0",
        "symbol: A, tick: 1, volatility-auction: 30s | volatility-auction: there is none without"
            + " volatility-band",
        "symbol: A, tick: 1, stop-trigger: bid | stop-trigger: must be one of last, quote, was"
            + " \"bid\"",
        "symbol: A, tick: 1, post-only: yes | post-only: must be one of refuse, reprice, was"
            + " \"yes\"",
      })
  void shouldReport(String entry, String fault) throws Exception {
    ConfigFolder folder =
        ConfigFolder.valid(temporary)
            .instruments("instruments:", "  - {symbol: ABC, tick: 0.01}", "  - {" + entry + "}");

    assertThat(folder.faults())
        .containsExactly("config/instruments.yaml:3: instruments[1]." + fault);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "instruments: [] | 1: instruments: empty, at least one instrument is needed",
        "instruments: | 1: instruments: must be a list, was empty",
        "instruments: {symbol: ABC, tick: 1} | 1: instruments: must be a list, was a mapping",
        "instruments: [ABC] | 1: instruments[0]: must be a mapping, was \"ABC\"",
        "instruments: [[ABC, 1]] | 1: instruments[0]: must be a mapping, was a list",
        "instrument: [] | 1: instrument: unknown key, did you mean \"instruments\"?",
        "{} | 1: instruments: missing",
      })
  void shouldReportList(String content, String fault) throws Exception {
    ConfigFolder folder = ConfigFolder.valid(temporary).instruments(content);

    assertThat(folder.faults()).containsExactly("config/instruments.yaml:" + fault);
  }

  @Test
  void shouldNotReportWhatFollowsFromAnotherFault() throws Exception {
    ConfigFolder folder =
        ConfigFolder.valid(temporary)
            .instruments(
                "instruments:",
                "  - symbol: ABC",
                "    tick: x",
                "    max-price: 0.001",
                "    price-scale: y",
                "    lot: 0.5",
                "    max-quantity: -1");

    assertThat(folder.faults())
        .containsExactly(
            "config/instruments.yaml:3: instruments[0].tick: must be a number such as 100 or 0.01,"
                + " was \"x\"",
            "config/instruments.yaml:5: instruments[0].price-scale: must be a whole number, was"
                + " \"y\"",
            "config/instruments.yaml:7: instruments[0].max-quantity: must be above 0, was -1");
  }
}
