package org.bourse.exchange.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import org.agrona.concurrent.UnsafeBuffer;
import org.assertj.core.groups.Tuple;
import org.bourse.exchange.command.CancelOrder;
import org.bourse.exchange.command.Commands;
import org.bourse.exchange.event.EngineNotice;
import org.bourse.exchange.event.Event;
import org.bourse.exchange.event.NoticeKind;
import org.bourse.exchange.event.OrderReport;
import org.junit.jupiter.api.Test;

class MatchingEngineTest {
  private final EngineRig rig = new EngineRig(new MatchingEngine(16, 16));

  @Test
  void shouldReportBothSidesOfATrade() {
    rig.apply(EngineRig.order(1, '2', 1_000, 5));

    assertThat(rig.apply(EngineRig.order(2, '1', 1_001, 3)))
        .extracting(e -> ((OrderReport) e).execType(), e -> ((OrderReport) e).leavesQty())
        .containsExactly(report('0', 3), report('F', 2), report('F', 0));
  }

  @Test
  void shouldHandleARequestOfASessionOnce() {
    rig.apply(EngineRig.order(1, '1', 1_000, 5));
    List<Event> again = rig.apply(EngineRig.order(1, '1', 1_000, 5));

    assertThat(again).hasSize(1);
    assertThat(((EngineNotice) again.get(0)).kind()).isEqualTo(NoticeKind.REPEATED);
  }

  @Test
  void shouldCancelWhatIsLeft() {
    rig.apply(EngineRig.order(1, '1', 1_000, 5));
    rig.apply(new CancelOrder(0, 0, 2, 0, 0, '1', false, "X", "C1"));

    assertThat(rig.engine().book(0).isEmpty()).isTrue();
  }

  @Test
  void shouldGoOnFromASavedStateAsWithoutIt() throws IOException {
    for (int number = 1; number <= 500; number++) {
      rig.apply(EngineRig.order(number, number % 2 == 0 ? '1' : '2', 1_000 + number % 9, number));
    }
    MatchingEngine loaded = SavedState.of(rig.engine()).load();

    assertThat(loaded.stateHash()).isEqualTo(rig.engine().stateHash());
    assertThat(loaded.eventSeq()).isEqualTo(rig.engine().eventSeq());
    assertThat(loaded.position()).isEqualTo(rig.engine().position());
  }

  @Test
  void shouldHaveAnotherHashAfterEachCommand() {
    long before = rig.engine().stateHash();
    rig.apply(EngineRig.order(1, '1', 1_000, 5));

    assertThat(rig.engine().stateHash()).isNotEqualTo(before);
  }

  @Test
  void shouldAnswerAnyBytesWithEvents() {
    UnsafeBuffer valid = new UnsafeBuffer(new byte[Commands.MAX_LENGTH]);
    SplittableRandom random = new SplittableRandom(11);
    for (int i = 1; i <= 200_000; i++) {
      int length = Commands.encode(EngineRig.order(i, '1', 1_000, 5), valid, 0);
      for (int changes = random.nextInt(1, 6); changes > 0; changes--) {
        valid.putByte(random.nextInt(length), (byte) random.nextInt());
      }
      assertThat(rig.apply(valid, random.nextInt(4) == 0 ? random.nextInt(length) : length))
          .isNotEmpty();
    }
  }

  private static Tuple report(char execType, long leavesQty) {
    return tuple(execType, leavesQty);
  }
}
