package org.bourse.client.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bourse.client.Client;
import org.bourse.client.venue.Faults;
import org.bourse.client.venue.Venue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quickfix.Message;

class OrderTest {

  private final Path store;

  OrderTest(@TempDir Path store) {
    this.store = store;
  }

  @Test
  void shouldPrintWhatCameBack() throws Exception {
    try (Venue venue = Venue.started(store, new Faults())) {
      Client.Result result = order(venue, "buy 100 ABC 10.00 --cl-ord-id X1");

      assertThat(result.out())
          .isEqualTo(
              "ExecutionReport ExecType=New OrdStatus=New OrderID=1 ClOrdID=X1 LeavesQty=100"
                  + " CumQty=0 AvgPx=0 ExecID=E1 OrderQty=100 Side=Buy Symbol=ABC\n");
      assertThat(result.err()).isEmpty();
      assertThat(result.status()).isZero();
    }
  }

  @Test
  void shouldSendTheTermsAsTyped() throws Exception {
    try (Venue venue = Venue.started(store, new Faults())) {
      order(
          venue,
          "sell 7 ABC 10.50 --tif ioc --account ACC --cl-ord-id X1 --username u --password p");
      order(venue, "buy 5 ABC");

      Message limit = venue.requests().get(0);
      assertThat(List.of(11, 54, 38, 55, 40, 44, 59, 1))
          .extracting(tag -> limit.getOptionalString(tag).orElseThrow())
          .containsExactly("X1", "2", "7", "ABC", "2", "10.50", "3", "ACC");
      Message market = venue.requests().get(1);
      assertThat(market.getOptionalString(40)).contains("1");
      assertThat(market.isSetField(44)).isFalse();
      assertThat(venue.logons().get(0).getOptionalString(553)).contains("u");
      assertThat(venue.logons().get(0).getOptionalString(554)).contains("p");
    }
  }

  @Test
  void shouldShowTheLifeOfAnOrder() throws Exception {
    try (Venue venue = Venue.started(store, new Faults())) {
      order(venue, "buy 100 ABC 10 --cl-ord-id X1");
      Client.Result status = order(venue, "status X1 buy ABC");
      Client.Result replace = order(venue, "replace X1 buy 60 ABC 10 --cl-ord-id X2");
      Client.Result cancel = order(venue, "cancel X2 buy ABC --cl-ord-id X3");

      assertThat(status.out()).contains("ExecType=OrderStatus OrdStatus=New");
      assertThat(replace.out()).contains("ExecType=Replace").contains("ClOrdID=X2 OrigClOrdID=X1");
      assertThat(cancel.out()).contains("ExecType=Canceled").contains("OrigClOrdID=X2");
      assertThat(List.of(status.status(), replace.status(), cancel.status())).containsOnly(0);
    }
  }

  @Test
  void shouldExitWithOneWhenTheOrderIsRejected() throws Exception {
    try (Venue venue = Venue.started(store, new Faults().refuse(request -> true))) {
      Client.Result result = order(venue, "buy 100 ABC 10");

      assertThat(result.out()).contains("ExecType=Rejected").contains("Text=\"not today\"");
      assertThat(result.status()).isEqualTo(1);
    }
  }

  @Test
  void shouldExitWithOneWhenTheCancelIsRejected() throws Exception {
    try (Venue venue = Venue.started(store, new Faults())) {
      Client.Result result = order(venue, "cancel NONE buy ABC");

      assertThat(result.out())
          .startsWith("OrderCancelReject ")
          .contains("CxlRejReason=UnknownOrder");
      assertThat(result.status()).isEqualTo(1);
    }
  }

  @Test
  void shouldExitWithOneWhenTheMessageIsRejected() throws Exception {
    try (Venue venue = Venue.started(store, new Faults().unsupported(request -> true))) {
      Client.Result result = order(venue, "buy 100 ABC 10");

      assertThat(result.out()).startsWith("BusinessMessageReject ");
      assertThat(result.status()).isEqualTo(1);
    }
  }

  @Test
  void shouldExitWithTwoWithoutAnAnswer() throws Exception {
    try (Venue venue = Venue.started(store, new Faults().silent(request -> true))) {
      Client.Result result = order(venue, "buy 100 ABC 10 --wait 300ms");

      assertThat(result.err()).isEqualTo("bourse client order buy: no answer within 300ms\n");
      assertThat(result.status()).isEqualTo(2);
    }
  }

  @Test
  void shouldExitWithTwoWithoutAConnection() throws Exception {
    try (Venue venue = Venue.stopped(store, new Faults())) {
      Client.Result result = order(venue, "buy 100 ABC 10");

      assertThat(result.err())
          .isEqualTo(
              "bourse client order buy: no connection to 127.0.0.1:"
                  + venue.port()
                  + ": Connection refused\n");
      assertThat(result.status()).isEqualTo(2);
    }
  }

  @Test
  void shouldExitWithTwoWhenTheLogonIsRefused() throws Exception {
    try (Venue venue = Venue.started(store, new Faults())) {
      venue.refuseLogon("who are you");
      Client.Result result = order(venue, "buy 100 ABC 10");

      assertThat(result.err())
          .as(venue.complaints())
          .isEqualTo("bourse client order buy: logon refused by BOURSE: who are you\n");
      assertThat(result.status()).isEqualTo(2);
    }
  }

  private static Client.Result order(Venue venue, String words) {
    List<String> args = new ArrayList<>(List.of("order"));
    args.addAll(List.of(words.split(" ", -1)));
    args.addAll(List.of("--port", Integer.toString(venue.port())));
    return Client.run(args.toArray(String[]::new));
  }
}
