package org.bourse.client.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnyOrderMatchTest {

  @Test
  void shouldGiveEachMessageAnExpectation() {
    AnyOrderMatch match = new AnyOrderMatch(2);

    assertThat(match.place(fits(false, true))).isTrue();
    assertThat(match.isComplete()).isFalse();
    assertThat(match.place(fits(true, false))).isTrue();
    assertThat(match.isComplete()).isTrue();
  }

  @Test
  void shouldMoveMessageThatFitsSeveralOutOfTheWay() {
    AnyOrderMatch match = new AnyOrderMatch(3);
    Comparison[] everywhere = fits(true, true, true);
    Comparison[] firstOrSecond = fits(true, true, false);
    Comparison[] onlyFirst = fits(true, false, false);

    assertThat(match.place(everywhere)).isTrue();
    assertThat(match.place(firstOrSecond)).isTrue();
    assertThat(match.place(onlyFirst)).isTrue();
    assertThat(match.held(0)).isSameAs(onlyFirst[0]);
    assertThat(match.held(1)).isSameAs(firstOrSecond[1]);
    assertThat(match.held(2)).isSameAs(everywhere[2]);
  }

  @Test
  void shouldRefuseMessageWithoutAPlace() {
    AnyOrderMatch match = new AnyOrderMatch(2);
    match.place(fits(true, false));

    assertThat(match.place(fits(true, false))).isFalse();
    assertThat(match.held(1)).isNull();
  }

  private static Comparison[] fits(boolean... fits) {
    return IntStream.range(0, fits.length)
        .mapToObj(i -> new Comparison.Row("", "", "", fits[i]))
        .map(row -> new Comparison(List.of(row), Map.of()))
        .toArray(Comparison[]::new);
  }
}
