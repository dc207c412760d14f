package org.bourse.exchange.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bourse.exchange.command.Control;
import org.bourse.exchange.event.ControlAnswered;
import org.bourse.exchange.event.EngineNotice;
import org.bourse.exchange.event.Event;
import org.bourse.exchange.event.NoticeKind;
import org.bourse.exchange.model.ControlKind;
import org.bourse.exchange.model.TradingPhase;
import org.junit.jupiter.api.Test;

/** What a schedule asks for is carried out, but not as if an operator had asked. */
class ScheduledControlsTest {
  private final MatchingEngine engine = new MatchingEngine(1_000, 1_000);
  private final EngineRig rig = new EngineRig(engine);

  @Test
  void shouldLeaveAHaltedInstrumentHalted() {
    rig.apply(phase(TradingPhase.HALTED));

    rig.apply(scheduled(TradingPhase.CLOSING_AUCTION));

    assertThat(phase()).isEqualTo(TradingPhase.HALTED);
  }

  @Test
  void shouldResumeInThePhaseThatTheScheduleHasComeTo() {
    rig.apply(phase(TradingPhase.HALTED));
    rig.apply(scheduled(TradingPhase.CLOSING_AUCTION));

    rig.apply(Control.of(ControlKind.RESUME).instrument(0));

    assertThat(phase()).isEqualTo(TradingPhase.CLOSING_AUCTION);
  }

  @Test
  void shouldEndAHaltByTheClose() {
    rig.apply(phase(TradingPhase.HALTED));

    rig.apply(scheduled(TradingPhase.CLOSED));

    assertThat(phase()).isEqualTo(TradingPhase.CLOSED);
  }

  @Test
  void shouldEndAHaltByThePhaseOfAnOperator() {
    rig.apply(phase(TradingPhase.HALTED));

    rig.apply(phase(TradingPhase.PRE_OPEN));

    assertThat(phase()).isEqualTo(TradingPhase.PRE_OPEN);
  }

  @Test
  void shouldLeaveInstrumentsClosedAsAScheduledDayBegins() {
    rig.apply(startOfDay(20260105));

    assertThat(phase()).isEqualTo(TradingPhase.CLOSED);
    assertThat(engine.directory().businessDate()).isEqualTo(20260105);
  }

  @Test
  void shouldRefuseADayBeforeTheLast() {
    rig.apply(startOfDay(20260105));

    List<Event> events = rig.apply(startOfDay(20260104));

    assertThat(events).hasSize(1);
    assertThat(((ControlAnswered) events.get(0)).detail())
        .isEqualTo("No day after the last: 20260104");
  }

  @Test
  void shouldTellHowFarTheClockIsOff() {
    List<Event> events = rig.apply(Control.of(ControlKind.CLOCK).time(-3_000));

    EngineNotice notice = (EngineNotice) events.get(0);
    assertThat(notice.kind()).isEqualTo(NoticeKind.CLOCK_SET);
    assertThat(notice.detail()).isEqualTo("-3000");
  }

  @Test
  void shouldKnowAfterALoadHowFarWhichScheduleWasFollowed() throws Exception {
    rig.apply(Control.of(ControlKind.SCHEDULED).time(1_234).code(77));

    MatchingEngine loaded = SavedState.of(engine).load();

    assertThat(loaded.directory().scheduledUpTo()).isEqualTo(1_234);
    assertThat(loaded.directory().scheduledBy()).isEqualTo(77);
  }

  private static Control phase(TradingPhase phase) {
    return Control.of(ControlKind.PHASE).instrument(0).code(phase.code());
  }

  private static Control scheduled(TradingPhase phase) {
    return Control.of(ControlKind.PHASE).instrument(0).switches(Control.BY_SCHEDULE, phase.code());
  }

  private static Control startOfDay(int date) {
    return Control.of(ControlKind.START_OF_DAY).switches(Control.BY_SCHEDULE, date);
  }

  private TradingPhase phase() {
    return engine.directory().instruments().get(0).phase();
  }
}
