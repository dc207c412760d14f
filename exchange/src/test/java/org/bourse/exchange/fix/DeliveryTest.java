package org.bourse.exchange.fix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeliveryTest {
  private static final long SECOND = 1_000_000_000;

  private final Delivery delivery = new Delivery(3, 4);

  @Test
  void shouldBeginWithWhatIsKnown() {
    assertThat(delivery.confirmed()).isEqualTo(3);
    assertThat(delivery.written()).isEqualTo(4);
  }

  @Test
  void shouldConfirmWhatWasSentWellBeforeClientWasHeard() {
    delivery.loggedOn(5, false, 0);
    delivery.heard(9, SECOND / 2);
    assertThat(delivery.confirmed()).isEqualTo(3);
    delivery.heard(12, SECOND);
    assertThat(delivery.confirmed()).isEqualTo(5);
    delivery.heard(20, 2 * SECOND);
    assertThat(delivery.confirmed()).isEqualTo(12);
  }

  @Test
  void shouldTakeBackWhatClientAsksForAgain() {
    delivery.loggedOn(10, false, 0);
    delivery.heard(10, SECOND);
    delivery.asked(6, Integer.MAX_VALUE, SECOND);
    assertThat(delivery.confirmed()).isEqualTo(5);
    delivery.heard(10, 2 * SECOND);
    delivery.heard(10, 3 * SECOND);
    assertThat(delivery.confirmed()).isEqualTo(10);
  }

  @Test
  void shouldTakeAClientForServedThatAsksForAllBeforeItsLogon() {
    delivery.loggedOn(10, true, 0);
    delivery.asked(6, 10, 0);
    delivery.loggedOut(12);
    assertThat(delivery.confirmed()).isEqualTo(12);
  }

  @Test
  void shouldNotTakeAClientForServedThatAsksForAPart() {
    delivery.loggedOn(10, true, 0);
    delivery.asked(6, 8, 0);
    delivery.loggedOut(12);
    assertThat(delivery.confirmed()).isLessThan(6);
  }

  @Test
  void shouldConfirmAllAtLogout() {
    delivery.loggedOn(5, false, 0);
    delivery.loggedOut(9);
    assertThat(delivery.confirmed()).isEqualTo(9);
  }

  @Test
  void shouldConfirmWhatWasWrittenWhenClientCloses() {
    delivery.loggedOn(5, false, 0);
    delivery.flushed(8, 0);
    delivery.closedByClient(SECOND);
    assertThat(delivery.confirmed()).isEqualTo(8);
  }

  @Test
  void shouldConfirmNothingMoreWhenConnectionBreaks() {
    delivery.loggedOn(5, false, 0);
    delivery.flushed(8, 0);
    delivery.gone(8);
    assertThat(delivery.confirmed()).isEqualTo(3);
    assertThat(delivery.written()).isEqualTo(8);
  }

  @Test
  void shouldNotConfirmWhatClientHasMissedAndNotAskedFor() {
    delivery.loggedOn(5, true, 0);
    delivery.flushed(8, 0);
    delivery.closedByClient(SECOND / 2);
    delivery.loggedOut(8);
    assertThat(delivery.confirmed()).isEqualTo(3);
  }

  @Test
  void shouldBeginAnewWithNewNumbers() {
    delivery.loggedOn(5, false, 0);
    delivery.reset();
    assertThat(delivery.confirmed()).isZero();
  }
}
