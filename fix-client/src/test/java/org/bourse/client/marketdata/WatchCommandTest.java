package org.bourse.client.marketdata;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.bourse.client.Client;
import org.junit.jupiter.api.Test;

class WatchCommandTest {

  private static final String W =
      "35=W|262=ID|55=ABC|83=7|268=2|269=0|270=10.00|271=100|346=2|290=1"
          + "|269=1|270=10.02|271=30|346=1|290=1";
  private static final String X_TRADE =
      "35=X|262=ID|268=2|279=1|269=1|55=ABC|270=10.02|271=10|346=1|290=1|83=8"
          + "|279=0|269=2|278=t1|55=ABC|270=10.02|271=20|272=20260701|273=10:00:01.250|83=9|2446=1";
  private static final String GAP =
      "35=X|262=ID|268=1|279=1|269=1|55=ABC|270=10.02|271=5|346=1|290=1|83=99";

  @Test
  void shouldPrintARowForEachEntry() throws Exception {
    try (Feeder feeder = new Feeder(f -> send(f, W, X_TRADE))) {
      Client.Result result = watch(feeder, "ABC --csv --count 2").get(20, SECONDS);

      assertThat(result.out().lines())
          .containsExactly(
              CsvView.HEADER,
              "20260701-10:00:00.000,ABC,7,snapshot,bid,,1,10.00,100,2,,",
              "20260701-10:00:00.000,ABC,7,snapshot,offer,,1,10.02,30,1,,",
              "20260701-10:00:00.000,ABC,8,change,offer,,1,10.02,10,1,,",
              "20260701-10:00:01.250,ABC,9,new,trade,t1,,10.02,20,,buy,");
      assertThat(result.err()).isEmpty();
      assertThat(result.status()).isZero();
    }
  }

  @Test
  void shouldPrintQuotesAndTradesWhereThereIsNoScreen() throws Exception {
    try (Feeder feeder = new Feeder(f -> send(f, W, X_TRADE))) {
      Client.Result result = watch(feeder, "ABC --count 2").get(20, SECONDS);

      assertThat(result.out().lines())
          .containsExactly(
              "10:00:00.000 ABC  100 x 10.00 | 10.02 x 30",
              "10:00:01.250 ABC  trade 20 @ 10.02 buy",
              "10:00:00.000 ABC  100 x 10.00 | 10.02 x 10");
    }
  }

  @Test
  void shouldAskForWhatTheOptionsSay() throws Exception {
    try (Feeder feeder = new Feeder(f -> send(f, W))) {
      watch(feeder, "ABC XYZ --csv --count 1 --depth 3 --interval 250").get(20, SECONDS);

      assertThat(feeder.requests().get(0))
          .contains("|146=2|55=ABC|55=XYZ|")
          .contains("|263=1|264=3|265=1|266=Y|")
          .contains("|267=10|269=0|269=1|269=2|269=4|269=5|269=7|269=8|269=9|269=B|269=A|")
          .contains("|8001=250|");
    }
  }

  @Test
  void shouldAskForOrdersOfAllInstruments() throws Exception {
    String w = "35=W|262=ID|55=ABC|83=7|268=1|269=0|278=a|270=10.00|271=100|290=1";
    try (Feeder feeder = new Feeder(f -> send(f, w))) {
      Client.Result result = watch(feeder, "--csv --count 1 --depth 0 --by-order").get(20, SECONDS);

      assertThat(feeder.requests().get(0)).contains("|264=0|265=1|266=N|").doesNotContain("|146=");
      assertThat(result.out()).contains(",snapshot,bid,a,1,10.00,100,,,");
    }
  }

  @Test
  void shouldSubscribeAnewOnAGap() throws Exception {
    try (Feeder feeder = new Feeder(f -> answer(f, W, GAP))) {
      Future<Client.Result> watch = watch(feeder, "ABC --csv --count 3");
      await().until(() -> feeder.requests().size() == 3);
      feeder.send(W);
      feeder.send(X_TRADE);
      Client.Result result = watch.get(20, SECONDS);

      List<String> asked = feeder.requests();
      String first = mdReqId(asked.get(0));
      assertThat(asked.get(1)).contains("|262=" + first + "|263=2|");
      assertThat(asked.get(2)).contains("|263=1|").doesNotContain("|262=" + first + "|");
      assertThat(result.err())
          .isEqualTo("out of step (ABC: RptSeq 99 where 8 comes next), subscribing anew\n");
      assertThat(result.out().lines()).hasSize(1 + 2 + 2 + 2);
      assertThat(result.status()).isZero();
    }
  }

  @Test
  void shouldPassOverWhatTheEndedSubscriptionStillGets() throws Exception {
    try (Feeder feeder = new Feeder(f -> answer(f, W, GAP, X_TRADE))) {
      Future<Client.Result> watch = watch(feeder, "ABC --csv --count 2");
      await().until(() -> feeder.requests().size() == 3);
      feeder.send(W);
      Client.Result result = watch.get(20, SECONDS);

      assertThat(result.err()).hasLineCount(1);
      assertThat(result.out()).doesNotContain("trade");
    }
  }

  @Test
  void shouldGiveUpWhenTheBookNeverFits() throws Exception {
    try (Feeder feeder = new Feeder(f -> subscribed(f, GAP))) {
      Client.Result result = watch(feeder, "ABC --csv").get(30, SECONDS);

      assertThat(result.err()).contains("each of 5 times: giving up");
      assertThat(result.status()).isEqualTo(1);
    }
  }

  @Test
  void shouldSubscribeAnewAfterALostConnection() throws Exception {
    try (Feeder feeder = new Feeder(f -> send(f, W))) {
      Future<Client.Result> watch = watch(feeder, "ABC --csv --count 2");
      await().until(() -> feeder.requests().size() == 1);
      feeder.cut();
      Client.Result result = watch.get(30, SECONDS);

      assertThat(feeder.logons()).isEqualTo(2);
      assertThat(feeder.requests()).extracting(WatchCommandTest::mdReqId).doesNotHaveDuplicates();
      assertThat(result.err().lines())
          .satisfiesExactly(
              lost -> assertThat(lost).startsWith("connection lost ("),
              again -> assertThat(again).startsWith("connected again after "));
      assertThat(result.status()).isZero();
    }
  }

  @Test
  void shouldExitWithOneWhenTheRequestIsRefused() throws Exception {
    try (Feeder feeder = new Feeder(f -> send(f, "35=Y|262=ID|281=0|58=no instrument ABC"))) {
      Client.Result result = watch(feeder, "ABC --csv").get(20, SECONDS);

      assertThat(result.err()).isEqualTo("refused: UnknownSymbol: no instrument ABC\n");
      assertThat(result.status()).isEqualTo(1);
    }
  }

  @Test
  void shouldExitWithOneWhenTheMessageIsRejected() throws Exception {
    try (Feeder feeder = new Feeder(f -> send(f, "35=j|45=2|372=V|380=3|58=not here"))) {
      Client.Result result = watch(feeder, "ABC --csv").get(20, SECONDS);

      assertThat(result.err()).isEqualTo("refused: UnsupportedMessageType: not here\n");
      assertThat(result.status()).isEqualTo(1);
    }
  }

  @Test
  void shouldEndAfterTheTimeGiven() throws Exception {
    try (Feeder feeder = new Feeder(f -> send(f, W))) {
      Client.Result result = watch(feeder, "ABC --csv --for 500ms").get(20, SECONDS);

      assertThat(result.out().lines()).hasSize(3);
      assertThat(result.status()).isZero();
    }
  }

  @Test
  void shouldExitWithTwoWithoutAConnection() throws Exception {
    Feeder feeder = new Feeder(f -> {});
    feeder.close();
    Client.Result result = watch(feeder, "ABC --connect-timeout 1s").get(20, SECONDS);

    assertThat(result.err())
        .isEqualTo(
            "no connection yet (Connection refused), trying again each second\n"
                + "bourse client watch: no connection to 127.0.0.1:"
                + feeder.port()
                + " for 1s: Connection refused\n");
    assertThat(result.status()).isEqualTo(2);
  }

  private static Future<Client.Result> watch(Feeder feeder, String words) {
    List<String> args = new ArrayList<>(List.of("watch"));
    args.addAll(List.of(words.split(" ", -1)));
    args.addAll(List.of("--port", Integer.toString(feeder.port())));
    return CompletableFuture.supplyAsync(() -> Client.run(args.toArray(String[]::new)));
  }

  private static void send(Feeder feeder, String... messages) {
    List.of(messages).forEach(feeder::send);
  }

  /** Answers the first request only. */
  private static void answer(Feeder feeder, String... messages) {
    if (feeder.requests().size() == 1) {
      send(feeder, messages);
    }
  }

  /** Answers each request but those that end a subscription. */
  private static void subscribed(Feeder feeder, String... messages) {
    if (feeder.requests().get(feeder.requests().size() - 1).contains("|263=1|")) {
      send(feeder, messages);
    }
  }

  private static String mdReqId(String request) {
    int at = request.indexOf("|262=") + 5;
    return request.substring(at, request.indexOf('|', at));
  }
}
