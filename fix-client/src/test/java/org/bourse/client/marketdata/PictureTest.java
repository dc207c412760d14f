package org.bourse.client.marketdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;

class PictureTest {

  private static final String LEVELS =
      "269=0|270=10.00|271=12300|346=2|290=1|269=0|270=9.985|271=50|346=1|290=2"
          + "|269=1|270=10.02|271=30|346=1|290=1";
  private static final String TRADES =
      "269=2|278=t1|270=10.00|271=5|272=20260701|273=09:59:00.500|2446=1"
          + "|269=2|278=t2|270=10.01|271=6|272=20260701|273=09:59:01.500|277=R";
  private static final String FIGURES =
      "269=4|270=9.50|269=7|270=10.1|269=B|271=123456|269=5|270=10.03|286=5|269=A|271=300|277=P";

  @Test
  void shouldPaintBidsLeftAndOffersRight() throws Exception {
    assertThat(text(Ladder.lines(abc(Wire.w("83=1|268=3|" + LEVELS)), 10)))
        .containsExactly(
            " orders       size       bid   |   offer            size orders",
            "      2     12,300    10.000 < | > 10.020             30      1",
            "      1         50     9.985   |");
  }

  @Test
  void shouldPaintEachOrderInItsTurn() throws Exception {
    MarketBook book =
        Wire.book(
            true,
            Wire.w(
                "83=1|268=3|269=0|278=a|270=10|271=5|269=0|278=b|270=10|271=6"
                    + "|269=0|278=c|270=9|271=7"));

    assertThat(text(Ladder.lines(Objects.requireNonNull(book.book("ABC")), 10)))
        .containsExactly(
            "  place       size       bid   |   offer            size  place",
            "      1          5     10.00 < |",
            "      2          6     10.00   |",
            "      1          7      9.00   |");
  }

  @Test
  void shouldPaintTheLatestTradeFirst() throws Exception {
    assertThat(text(TapeLines.lines(abc(Wire.w("83=1|268=2|" + TRADES)).tape(), 10)))
        .containsExactly(
            "time              price       size",
            "09:59:01.500      10.01          6 A",
            "09:59:00.500      10.00          5 B");
  }

  @Test
  void shouldPaintWhatIsKnownOfTheDayAndTheAuction() throws Exception {
    assertThat(text(FigureLines.lines(abc(Wire.w("83=1|268=7|" + TRADES + "|" + FIGURES)))))
        .containsExactly(
            "ABC       last 10.01 up  6 at 09:59:01.500",
            "opening 9.50  high 10.10  volume 123,456",
            "auction  indicative 10.03  imbalance 300 more bought");
  }

  @Test
  void shouldPaintTheTapeBesideTheLadderOnAWideTerminal() throws Exception {
    List<String> lines = picture(120, 12, "");

    assertThat(lines).hasSize(12);
    assertThat(lines.get(3)).contains("offer").contains("time");
    assertThat(lines.get(4)).contains("12,300").contains("09:59:01.500");
    assertThat(lines.get(11)).isEqualTo("status");
  }

  @Test
  void shouldPaintTheTapeBelowOnANarrowTerminal() throws Exception {
    List<String> lines = picture(80, 24, "");

    assertThat(lines.get(3)).contains("offer").doesNotContain("time");
    assertThat(lines).anyMatch(line -> line.startsWith("time"));
  }

  @Test
  void shouldPaintOnlyWhatFits() throws Exception {
    for (int width = 1; width < 130; width += 13) {
      for (int height = 1; height < 30; height++) {
        assertThat(picture(width, height, "a notice"))
            .hasSize(height)
            .allMatch(line -> line.length() <= 130, "of the terminal's width");
      }
    }
  }

  @Test
  void shouldPaintTheNoticeAboveTheStatus() throws Exception {
    assertThat(picture(80, 24, "out of step").subList(22, 24))
        .containsExactly("out of step", "status");
  }

  @Test
  void shouldListTheInstrumentsWhereThereAreSeveral() throws Exception {
    MarketBook book = Wire.book(false, Wire.w("83=1|268=3|" + LEVELS));
    book.apply(
        Entries.read("W", "35=W|55=XYZ|83=1|268=1|269=0|270=1|271=2|290=1|".replace('|', '\001')));
    List<String> lines =
        text(new Picture(100, 24).lines(book, Objects.requireNonNull(book.book("XYZ")), "", "s"));

    assertThat(lines.get(1)).startsWith("ABC").contains("10.00 | 10.02");
    assertThat(lines.get(2)).startsWith("XYZ").contains("1.00 |");
    assertThat(lines.get(4)).startsWith("XYZ");
  }

  @Test
  void shouldSayThatTheBookIsNotLevel() throws Exception {
    MarketBook book = Wire.book(false, Wire.w("83=1|268=3|" + LEVELS));
    book.begin();

    assertThat(text(FigureLines.lines(Objects.requireNonNull(book.book("ABC")))).get(0))
        .endsWith("NOT LEVEL");
  }

  private static List<String> picture(int width, int height, String notice) throws OutOfStep {
    MarketBook book = Wire.book(false, Wire.w("83=1|268=5|" + LEVELS + "|" + TRADES));
    List<AttributedString> lines =
        new Picture(width, height).lines(book, book.book("ABC"), notice, "status");
    assertThat(lines).allMatch(line -> line.columnLength() <= width);
    return text(lines);
  }

  private static InstrumentBook abc(Update snapshot) throws OutOfStep {
    return Objects.requireNonNull(Wire.book(false, snapshot).book("ABC"));
  }

  private static List<String> text(List<AttributedString> lines) {
    return lines.stream().map(line -> line.toString().stripTrailing()).toList();
  }
}
