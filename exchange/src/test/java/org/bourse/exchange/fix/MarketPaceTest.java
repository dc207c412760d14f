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
    pace.look(0, now);
    pace.sent(BANDWIDTH);
    pace.look(0, now);
  }

  private void putOff(int commands) {
    for (int i = 0; i < commands; i++) {
      pace.putOff();
    }
  }

  @Test
  void shouldTellEachCommandAsLongAsBytesAreLeft() {
    pace.sent(BANDWIDTH - 1);
    pace.look(0, 0);
    assertThat(pace.isConflating()).isFalse();

    pace.sent(1);
    pace.look(0, 0);
    assertThat(pace.isConflating()).isTrue();
  }

  @Test
  void shouldNotTellBeforeBytesAreLeftAgain() {
    spend(0);
    assertThat(pace.isTime(MILLI, 0)).isFalse();
    pace.look(0, 2 * MILLI);
    assertThat(pace.isTime(2 * MILLI, 0)).isTrue();
  }

  @Test
  void shouldTellAfterASecondHoweverManyBytesWereSent() {
    pace.sent(100 * BANDWIDTH);
    pace.look(0, 0);
    assertThat(pace.isTime(SECOND, 0)).isFalse();
    assertThat(pace.isTime(SECOND + 1, 0)).isTrue();
  }

  @Test
  void shouldRestInProportionToWhatTellingTakes() {
    spend(0);
    pace.look(0, SECOND);
    pace.told(0, 10 * MILLI, SECOND, true);
    assertThat(pace.isTime(SECOND + 90 * MILLI - 1, SECOND)).isFalse();
    assertThat(pace.isTime(SECOND + 90 * MILLI, SECOND)).isTrue();
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
    pace.look(0, SECOND);
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
  void shouldConflateWhereItWouldBeASecondLate() {
    pace.followed(1, MILLI);
    pace.look(400, 0);
    assertThat(pace.isConflating()).isFalse();
    pace.followed(1, 10 * MILLI);
    pace.look(400, 0);
    assertThat(pace.isConflating()).as("so few are told soon").isFalse();
    pace.look(5_000, 0);
    assertThat(pace.isConflating()).isTrue();
  }

  @Test
  void shouldConflateWhereItIsFarBehind() {
    pace.look(50_000, 0);
    assertThat(pace.isConflating()).isFalse();
    pace.look(50_001, 0);
    assertThat(pace.isConflating()).isTrue();
  }
}
