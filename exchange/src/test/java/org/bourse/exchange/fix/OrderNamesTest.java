package org.bourse.exchange.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bourse.exchange.fix.OrderText.BUY;
import static org.bourse.exchange.fix.OrderText.SELL;
import static org.bourse.exchange.fix.OrderText.cancel;
import static org.bourse.exchange.fix.OrderText.limit;
import static org.bourse.exchange.fix.OrderText.replace;
import static org.bourse.exchange.fix.OrderText.status;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which order a request means: duplicates, unknown orders, others' orders, and status requests. */
class OrderNamesTest extends OneExchange {
  private static final int[] STATE = {35, 11, 41, 150, 39, 38, 14, 151};
  private static final int[] REJECT = {35, 37, 11, 41, 39, 434, 102};

  @Test
  void shouldAnswerDuplicateOrderWithStateOfFirstAsMatrixF1a() throws Exception {
    FixText taken = rest(broker1, limit("X", BUY, 10_000, "10.01"));
    broker2.send(limit("S", SELL, 1000, "10.01"));
    broker1.receive();

    FixText answer = broker1.ask(limit("X", BUY, 15_000, "10.01"));

    assertThat(answer.only(STATE)).isEqualTo("35=8|11=X|150=8|39=1|38=10000|14=1000|151=9000");
    assertThat(answer.only(37, 103)).isEqualTo("37=" + taken.get(37) + "|103=6");
  }

  @Test
  void shouldRefuseCancelWithUsedClOrdId() throws Exception {
    FixText taken = rest(broker1, limit("X", BUY, 10, "10.01"));

    assertThat(broker1.ask(cancel("X", "X", BUY)).only(REJECT))
        .isEqualTo("35=9|37=" + taken.get(37) + "|11=X|41=X|39=0|434=1|102=6");
  }

  @Test
  void shouldRefuseReplaceWithUsedClOrdId() throws Exception {
    FixText taken = rest(broker1, limit("X", BUY, 10, "10.01"));
    rest(broker1, limit("Y", BUY, 10, "10.01"));

    assertThat(broker1.ask(replace("Y", "X", BUY, 5, "10.01")).only(REJECT))
        .isEqualTo("35=9|37=" + taken.get(37) + "|11=Y|41=X|39=0|434=2|102=6");
  }

  @Test
  void shouldRefuseOrderNamedLikeRejectedReplace() throws Exception {
    rest(broker1, limit("X", BUY, 10, "10.01"));
    broker1.ask(replace("Y", "X", BUY, 10, "10.015"));

    assertThat(broker1.ask(limit("Y", BUY, 10, "10.01")).only(35, 11, 150, 39, 103))
        .isEqualTo("35=8|11=Y|150=8|39=0|103=6");
  }

  @Test
  void shouldLetParticipantsUseSameClOrdId() throws Exception {
    rest(broker1, limit("X", BUY, 10, "10.01"));

    rest(broker2, limit("X", BUY, 10, "10.01"));
  }

  @Test
  void shouldEchoUnknownOrderOfCancelAsMatrixB1f() throws Exception {
    assertThat(broker1.ask(cancel("Y", "X", BUY)).only(REJECT))
        .isEqualTo("35=9|37=NONE|11=Y|41=X|39=8|434=1|102=1");
  }

  @Test
  void shouldEchoUnknownOrderOfReplace() throws Exception {
    assertThat(broker1.ask(replace("Y", "X", BUY, 10, "10.01")).only(REJECT))
        .isEqualTo("35=9|37=NONE|11=Y|41=X|39=8|434=2|102=1");
  }

  @Test
  void shouldNotUseUpNamesOfRequestForUnknownOrder() throws Exception {
    broker1.ask(cancel("Y", "X", BUY));

    rest(broker1, limit("X", BUY, 10, "10.01"));
    rest(broker1, limit("Y", BUY, 10, "10.01"));
  }

  @Test
  void shouldNotKnowOrderOfOtherParticipant() throws Exception {
    FixText taken = rest(broker1, limit("X", BUY, 10, "10.01"));

    assertThat(broker2.ask(cancel("Y", "X", BUY) + "|37=" + taken.get(37)).only(REJECT))
        .isEqualTo("35=9|37=NONE|11=Y|41=X|39=8|434=1|102=1");
    assertThat(broker2.ask(replace("Z", "X", BUY, 1, "10.01")).only(REJECT))
        .isEqualTo("35=9|37=NONE|11=Z|41=X|39=8|434=2|102=1");
    assertThat(broker2.ask(status("X", BUY) + "|37=" + taken.get(37)).only(37, 150, 39, 103))
        .isEqualTo("37=NONE|150=I|39=8|103=5");
  }

  @Test
  void shouldRefuseCancelOfOtherSide() throws Exception {
    FixText taken = rest(broker1, limit("X", BUY, 10, "10.01"));

    assertThat(broker1.ask(cancel("Y", "X", SELL)).only(REJECT))
        .isEqualTo("35=9|37=" + taken.get(37) + "|11=Y|41=X|39=0|434=1|102=2");
  }

  @Test
  void shouldRefuseCancelOfOtherSymbol() throws Exception {
    rest(broker1, limit("X", BUY, 10, "10.01"));

    assertThat(broker1.ask(cancel("Y", "X", BUY).replace("ABC", "XYZ")).only(35, 39, 434, 102))
        .isEqualTo("35=9|39=0|434=1|102=2");
  }

  @Test
  void shouldRefuseReplaceToOtherSymbol() throws Exception {
    rest(broker1, limit("X", BUY, 10, "10.01"));

    assertThat(
            broker1
                .ask(replace("Y", "X", BUY, 100, "10.00").replace("ABC", "XYZ"))
                .only(35, 39, 434, 102))
        .isEqualTo("35=9|39=0|434=2|102=2");
  }

  @Test
  void shouldRefuseReplaceToUnknownSymbol() throws Exception {
    rest(broker1, limit("X", BUY, 10, "10.01"));

    assertThat(
            broker1
                .ask(replace("Y", "X", BUY, 100, "10.00").replace("ABC", "NOPE"))
                .only(35, 39, 434, 102))
        .isEqualTo("35=9|39=0|434=2|102=2");
  }

  @Test
  void shouldRefuseCancelWhoseOrderIdIsAnothers() throws Exception {
    rest(broker1, limit("X", BUY, 10, "10.01"));

    assertThat(broker1.ask(cancel("Y", "X", BUY) + "|37=nonsense").only(REJECT))
        .isEqualTo("35=9|37=NONE|11=Y|41=X|39=8|434=1|102=1");
  }

  @Test
  void shouldTellHowKnownOrderStands() throws Exception {
    FixText taken = rest(broker1, limit("X", BUY, 10, "10.01"));
    broker2.send(limit("S", SELL, 4, "10.01"));
    broker1.receive();

    assertThat(broker1.ask(status("X", BUY) + "|790=Q1").bodyWithout(60))
        .isEqualTo(
            "35=8|37="
                + taken.get(37)
                + "|11=X|17=0|150=I|39=1|790=Q1|55=ABC|54=1|40=2|59=0|38=10|44=10.01"
                + "|151=6|14=4|6=10.01");
  }

  @Test
  void shouldTellThatOrderIsUnknownAsMatrixG1a() throws Exception {
    rest(broker1, limit("X", BUY, 10, "10.01"));

    assertThat(broker1.ask(status("Y", SELL) + "|790=Q1").bodyWithout(60, 58))
        .isEqualTo(
            "35=8|37=NONE|11=Y|17=0|150=I|39=8|103=5|790=Q1|55=ABC|54=2|38=0|151=0|14=0|6=0");
  }

  @Test
  void shouldGiveExecIdsOnceAndOrderIdForTheChain() throws Exception {
    Set<String> execIds = new HashSet<>();
    Set<String> orderIds = new HashSet<>();
    for (String message :
        new String[] {
          limit("A", BUY, 10, "10.01"), replace("B", "A", BUY, 20, "10.02"), cancel("C", "B", BUY)
        }) {
      FixText report = broker1.ask(message);
      execIds.add(report.get(17));
      orderIds.add(report.get(37));
    }

    assertThat(execIds).hasSize(3);
    assertThat(orderIds).hasSize(1);
  }
}
