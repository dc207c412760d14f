package org.bourse.exchange.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.bourse.exchange.event.codec.MessageHeaderEncoder;
import org.bourse.exchange.model.ControlKind;
import org.bourse.exchange.model.TradingPhase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class EventsTest {
  private static final int OFFSET = 16;
  private static final String LONGEST = "x".repeat(254);

  private final MutableDirectBuffer buffer = new ExpandableArrayBuffer();

  static Stream<Event> events() {
    return Stream.of(
        new BookChanged(1, 2, -1, 3, 4, true, List.of()),
        new BookChanged(
            1,
            2,
            -1,
            3,
            4,
            false,
            Collections.nCopies(BookChanged.MOST, new BookChanged.Change(5, 6, 7, '2', true))),
        new DayFigures(1, 2, -1, 3, 4, 5, 6, 7, 8, 9, -10, 11, 12, 13, 14, '1'),
        new OrderReport(
            1,
            2,
            3,
            4,
            5,
            6,
            7,
            8,
            9,
            10,
            11,
            12,
            -13,
            14,
            15,
            16,
            99,
            'F',
            '1',
            '2',
            '2',
            '0',
            1,
            "A",
            "B",
            "C",
            "D",
            "",
            "",
            "",
            "why",
            ReportDetails.NONE),
        new OrderReport(
            1,
            2,
            3,
            -1,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            -1,
            '8',
            '8',
            '\0',
            'ÿ',
            '\0',
            0,
            LONGEST,
            LONGEST,
            LONGEST,
            LONGEST,
            LONGEST,
            LONGEST,
            LONGEST,
            LONGEST,
            new ReportDetails(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 20261121, 12, 99, 7, true, true)),
        new CancelRejected(1, 2, 3, 4, 5, -1, '8', '1', "B", "A", "ACC", "Unknown order"),
        new RequestRefused(1, 2, 3, 4, 5, 44, 'j', "D", "A", "Not supported"),
        new MassCanceled(1, 2, 3, 4, -1, 5, 99, '7', '0', '1', "A", "ACME", "why"),
        new ControlAnswered(1, 2, -1, 4, ControlKind.FILL, false, "op", "Unknown order"),
        new MarketState(1, 2, -1, 3, 4, 5, -6, 7, 20261121, TradingPhase.HALTED, 2, "why"),
        new InquiryAnswered(1, 2, 3, 4, 5, 6, 7, 8, 9, 3, '1', 4, "R", "ACME", "more"),
        new EngineNotice(1, 2, -1, 3, NoticeKind.INSTRUMENT_DEFINED, 4, 5, "ACME"));
  }

  @ParameterizedTest
  @MethodSource("events")
  void shouldReadWhatWasWritten(Event event) {
    int length = Events.encode(event, buffer, OFFSET);

    assertThat(length).isLessThanOrEqualTo(Events.MAX_LENGTH);
    assertThat(Events.decode(buffer, OFFSET, length)).isEqualTo(event);
  }

  @ParameterizedTest
  @MethodSource("events")
  void shouldRefuseBytesThatAreNotExactlyOneEvent(Event event) {
    int length = Events.encode(event, buffer, OFFSET);

    for (int cut = 0; cut < length; cut++) {
      MutableDirectBuffer part = new UnsafeBuffer(new byte[cut]);
      part.putBytes(0, buffer, OFFSET, cut);
      int partLength = cut;
      assertThatIllegalArgumentException().isThrownBy(() -> Events.decode(part, 0, partLength));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Events.decode(buffer, OFFSET, length + 1));
  }

  @ParameterizedTest
  @MethodSource("events")
  void shouldRefuseAnotherHeader(Event event) {
    int length = Events.encode(event, buffer, 0);
    MessageHeaderEncoder header = new MessageHeaderEncoder().wrap(buffer, 0);

    header.schemaId(1);
    assertThatIllegalArgumentException().isThrownBy(() -> Events.decode(buffer, 0, length));
    header.schemaId(2).templateId(99);
    assertThatIllegalArgumentException().isThrownBy(() -> Events.decode(buffer, 0, length));
  }

  @Test
  void shouldFindAKindByItsCode() {
    for (NoticeKind kind : NoticeKind.values()) {
      assertThat(NoticeKind.of(kind.code())).isEqualTo(kind);
    }
    assertThatIllegalArgumentException().isThrownBy(() -> NoticeKind.of(0));
  }

  @Test
  void shouldKnowTheLongestEvent() {
    int longest = events().mapToInt(e -> Events.encode(e, buffer, 0)).max().orElseThrow();

    assertThat(Events.MAX_LENGTH).isEqualTo(longest);
  }
}
