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
    pace.begin(0);
    pace.told(1, 0, 0);
    assertThat(pace.isTime(MILLI, 1)).isFalse();
    pace.look(0, 2 * MILLI, true);
    assertThat(pace.isTime(2 * MILLI, 1)).isTrue();
  }

  @Test
  void shouldSpreadARoundOverASecondHoweverManyBytesWereSent() {
    for (int i = 0; i < 100; i++) {
      pace.sent(BANDWIDTH);
    }
    pace.look(0, 0, true);
    assertThat(pace.isTime(0, 0)).as("the first round").isTrue();
    pace.begin(0);
    assertThat(pace.isTime(0, 200)).as("its first turns").isTrue();
    pace.told(10, 0, 0);
    assertThat(pace.isTime(SECOND / 20 - 1, 190)).isFalse();
    assertThat(pace.isTime(SECOND / 20, 190)).isTrue();
    pace.told(90, 0, SECOND / 20);
    assertThat(pace.isTime(SECOND / 2 - 1, 100)).isFalse();
    assertThat(pace.isTime(SECOND / 2, 100)).isTrue();
    pace.look(0, 2 * SECOND, true);
    pace.told(1, 0, 2 * SECOND);
    assertThat(pace.isTime(2 * SECOND + MILLI, 99)).as("it is made up for").isTrue();
  }

  @Test
  void shouldBeginOneRoundASecondWhereTooManyBytesAreSent() {
    spend(0);
    pace.begin(0);
    pace.told(5, MILLI, MILLI); // all of them, in one go
    pace.sent(BANDWIDTH);
    putOff(MANY);
    pace.end(0, true);
    assertThat(pace.isTime(SECOND - 1, 0)).isFalse();
    assertThat(pace.pause(MILLI, 0)).isEqualTo(SECOND - MILLI);
    assertThat(pace.isTime(SECOND, 0)).isTrue();
  }

  @Test
  void shouldRestInProportionToWhatTellingTakes() {
    spend(0);
    pace.look(0, SECOND, true);
    pace.begin(SECOND);
    pace.told(1, 10 * MILLI, SECOND);
    assertThat(pace.isTime(SECOND + 90 * MILLI - 1, 1)).isFalse();
    assertThat(pace.isTime(SECOND + 90 * MILLI, 1)).isTrue();
  }

  @Test
  void shouldRestLessInARoundThatTakesMoreThanTwoSeconds() {
    spend(0);
    pace.begin(0);
    pace.look(0, 2 * SECOND, true);
    pace.told(1, 10 * MILLI, 2 * SECOND);
    assertThat(pace.isTime(2 * SECOND + 90 * MILLI - 1, 1)).isFalse();
    pace.told(1, 10 * MILLI, 2 * SECOND + 1);
    assertThat(pace.isTime(2 * SECOND + 1 + 30 * MILLI - 1, 1)).isFalse();
    assertThat(pace.isTime(2 * SECOND + 1 + 30 * MILLI, 1)).isTrue();
  }

  @Test
  void shouldTellEachCommandAgainOnceFewHaveComeInARound() {
    spend(0);
    pace.look(0, SECOND, true);
    pace.end(0, false); // whatever came before, is not known
    assertThat(pace.isConflating()).isTrue();

    putOff(MANY);
    pace.end(0, false);
    assertThat(pace.isConflating()).isTrue();

    putOff(FEW);
    pace.told(1, MILLI, SECOND);
    assertThat(pace.isConflating()).as("within a round").isTrue();
    pace.end(0, true);
    assertThat(pace.isConflating()).as("something waits already").isTrue();
    pace.end(0, false);
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
    pace.begin(0);
    pace.told(1, 0, 0);
    assertThat(pace.pause(MILLI, 1)).as("until a byte is left").isEqualTo(MILLI / 1_000 * 50);
    pace.sent(BANDWIDTH / 2);
    assertThat(pace.pause(MILLI, 0)).isBetween(SECOND / 2, SECOND / 2 + MILLI);
    assertThat(pace.pause(0, 19)).as("until it has its turn").isEqualTo(SECOND / 20);
    pace.told(1, 100 * MILLI, 0);
    assertThat(pace.pause(0, 18)).as("a rest").isEqualTo(900 * MILLI);
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
