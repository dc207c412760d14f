package org.bourse.exchange.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.bourse.exchange.fix.FixText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which reports a ledger does not believe. */
class LedgerTest {
  private static final String NEW = order("1", "0", "0", "0", "10", "0");

  private final Faults faults = new Faults("A");
  private final Ledger ledger = new Ledger(faults);
  private int msgSeqNum;

  @BeforeEach
  void ask() {
    ledger.sending(
        new Request(
            "D", "X", "", "ABC", '1', '2', '0', BigDecimal.TEN, new BigDecimal("9.99"), false));
  }

  @Test
  void shouldBelieveAnOrdersLife() {
    receive(NEW);
    receive(fill("2", "4", "1", "4", "6"));
    receive(fill("3", "6", "2", "10", "0"));

    assertThat(faults.found()).isEmpty();
    assertThat(ledger.isQuiet()).isTrue();
  }

  @Test
  void shouldFindThatAFillIsMissing() {
    receive(NEW);
    receive(fill("3", "6", "2", "10", "0"));

    assertFault("a report does not follow from those before it: 39=2, not 1; 14=10, not 6;");
  }

  @Test
  void shouldFindASecondAnswer() {
    receive(NEW);
    receive(order("2", "0", "0", "0", "10", "0"));

    assertFault("a second answer");
  }

  @Test
  void shouldFindACopyWithoutPossResend() {
    receive(NEW);
    receive(NEW);

    assertFault("a copy without PossResend");
  }

  @Test
  void shouldTakeACopyWithPossResendOnce() {
    receive(NEW);
    receive(fill("2", "4", "1", "4", "6"));
    receive("97=Y|" + fill("2", "4", "1", "4", "6"));

    assertThat(faults.found()).isEmpty();
    assertThat(ledger.executions()).hasSize(1);
    assertThat(ledger.reportsAgain()).isEqualTo(1);
  }

  @Test
  void shouldFindACopyThatTellsSomethingElse() {
    receive(NEW);
    receive(fill("2", "4", "1", "4", "6"));
    receive("97=Y|" + fill("2", "5", "1", "5", "5"));

    assertFault("a copy unlike");
  }

  @Test
  void shouldFindANumberThatDoesNotRise() {
    receive(NEW);
    msgSeqNum--;
    receive(fill("2", "4", "1", "4", "6"));

    assertFault("MsgSeqNum after 1");
  }

  @Test
  void shouldFindARefusalThatNothingExplains() {
    receive(order("1", "8", "8", "0", "0", "0") + "|103=99");

    assertFault("refused for 103=99");
  }

  private void receive(String report) {
    ledger.received(FixText.of(("34=" + ++msgSeqNum + "|" + report).replace('|', '\u0001')));
  }

  private void assertFault(String text) {
    assertThat(faults.found()).hasSize(1);
    assertThat(faults.found().get(0)).startsWith("A: " + text);
  }

  private static String fill(
      String execId, String lastQty, String status, String cumQty, String leavesQty) {
    return order(execId, "F", status, cumQty, leavesQty, "9.99")
        + "|31=9.99|32="
        + lastQty
        + "|527="
        + execId;
  }

  private static String order(
      String execId,
      String execType,
      String status,
      String cumQty,
      String leavesQty,
      String average) {
    return "35=8|37=1|11=X|55=ABC|54=1|38=10|40=2|44=9.99|17=%s|150=%s|39=%s|14=%s|151=%s|6=%s"
        .formatted(execId, execType, status, cumQty, leavesQty, average);
  }
}
