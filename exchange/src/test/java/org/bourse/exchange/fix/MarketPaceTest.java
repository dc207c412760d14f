package org.bourse.exchange.fix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MarketPaceTest {
  private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
  private static final int BANDWIDTH = 1_000_000;
  private static final int MANY = 100; // commands
  private static final int FEW = 3;

  private final MarketPace pace = new MarketPace(BANDWIDTH, 0);

  /** Says that all bytes of a second were sent. */
  private void spend(long now) {
    pace.look(0, now, true);
    pace.sent(BANDWIDTH);
    pace.look(0, now, true);
  }

  private void putOff(int commands) {
    for (int i = 0; i < commands; i++) {
      pace.putOff();
    }
  }

  @Test
  void shouldTellEachCommandAsLongAsBytesAreLeft() {
    pace.sent(BANDWIDTH - 1);
    pace.look(0, 0, true);
    assertThat(pace.isConflating()).isFalse();

    pace.sent(1);
    pace.look(0, 0, true);
    assertThat(pace.isConflating()).isTrue();
  }

  @Test
  void shouldNotTellBeforeBytesAreLeftAgain() {
    spend(0);
    assertThat(pace.isTime(MILLI, 1)).isFalse();
    pace.look(0, 2 * MILLI, true);
    assertThat(pace.isTime(2 * MILLI, 1)).isTrue();
  }

  @Test
  void shouldGiveEachBookItsTurnWithinASecondHoweverManyBytesWereSent() {
    for (int i = 0; i < 100; i++) {
      pace.sent(BANDWIDTH);
    }
    pace.look(0, 0, true);
    assertThat(pace.isTime(SECOND - 1, 1)).isFalse();
    assertThat(pace.isTime(SECOND, 1)).isTrue();
    assertThat(pace.isTime(SECOND / 20 - 1, 20)).isFalse();
    assertThat(pace.isTime(SECOND / 20, 20)).isTrue();
    pace.look(0, 2 * SECOND + MILLI, true);
    pace.told(0, 0, 2 * SECOND, false);
    assertThat(pace.isTime(2 * SECOND + MILLI, 1)).as("it is made up for").isTrue();
  }

  @Test
  void shouldRestInProportionToWhatTellingTakes() {
    spend(0);
    pace.look(0, SECOND, true);
    pace.told(0, 10 * MILLI, SECOND, true);
    assertThat(pace.isTime(SECOND + 90 * MILLI - 1, 1)).isFalse();
    assertThat(pace.isTime(SECOND + 90 * MILLI, 1)).isTrue();
  }

  @Test
  void shouldRestLessWhereBooksHaveWaitedTooLong() {
    pace.hurry(true);
    assertThat(pace.pauseAfter(10 * MILLI)).isEqualTo(30 * MILLI);
    pace.hurry(false);
    assertThat(pace.pauseAfter(10 * MILLI)).isEqualTo(90 * MILLI);
    assertThat(pace.pauseAfter(SECOND)).isEqualTo(SECOND);
    assertThat(pace.pauseAfter(0)).isEqualTo(MILLI);
  }

  @Test
  void shouldTellEachCommandAgainOnceFewHaveComeAndAllAreTold() {
    spend(0);
    pace.look(0, SECOND, true);
    pace.told(0, MILLI, SECOND, true); // whatever came before, is not known
    assertThat(pace.isConflating()).isTrue();

    putOff(MANY);
    pace.told(0, MILLI, SECOND, true);
    assertThat(pace.isConflating()).isTrue();

    putOff(FEW);
    pace.told(0, MILLI, SECOND, false);
    assertThat(pace.isConflating()).isTrue();
    pace.told(0, MILLI, SECOND, true);
    assertThat(pace.isConflating()).isFalse();
  }

  @Test
  void shouldTellEachCommandAgainWhereNothingHasComeForLong() {
    putOff(MANY);
    spend(0);
    pace.look(0, 50 * MILLI, false);
    assertThat(pace.isConflating()).isTrue();
    pace.look(0, 200 * MILLI, true);
    assertThat(pace.isConflating()).isTrue();
    pace.look(0, 200 * MILLI, false);
    assertThat(pace.isConflating()).isFalse();
  }

  @Test
  void shouldWaitAsLongAsThereIsNothingToTell() {
    spend(0);
    assertThat(pace.pause(0, 1)).as("until a byte is left").isEqualTo(MILLI / 1_000 * 50);
    pace.sent(BANDWIDTH / 2);
    assertThat(pace.pause(0, 1)).isBetween(SECOND / 2, SECOND / 2 + MILLI);
    assertThat(pace.pause(0, 20)).as("until it has its turn").isEqualTo(SECOND / 20);
    pace.told(0, 100 * MILLI, 0, false);
    assertThat(pace.pause(0, 20)).as("a rest").isEqualTo(900 * MILLI);
  }

  @Test
  void shouldRestLessWhereABookHasWaitedForTwoSeconds() {
    assertThat(pace.isOverdue(2 * SECOND, 0)).isFalse();
    assertThat(pace.isOverdue(2 * SECOND + 1, 0)).isTrue();
    spend(0);
    pace.hurry(true);
    pace.told(0, 10 * MILLI, 5 * SECOND, false);
    assertThat(pace.isTime(5 * SECOND + 29 * MILLI, 1_000)).isFalse();
    assertThat(pace.isTime(5 * SECOND + 30 * MILLI, 1_000)).isTrue();
  }

  @Test
  void shouldConflateWhereItWouldBeASecondLate() {
    pace.followed(1, MILLI);
    pace.look(400, 0, true);
    assertThat(pace.isConflating()).isFalse();
    pace.followed(1, 10 * MILLI);
    pace.look(400, 0, true);
    assertThat(pace.isConflating()).as("so few are told soon").isFalse();
    pace.look(5_000, 0, true);
    assertThat(pace.isConflating()).isTrue();
  }

  @Test
  void shouldConflateWhereItIsFarBehind() {
    pace.look(50_000, 0, true);
    assertThat(pace.isConflating()).isFalse();
    pace.look(50_001, 0, true);
    assertThat(pace.isConflating()).isTrue();
  }
}
