package org.bourse.exchange.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bourse.exchange.fix.OrderText.BUY;
import static org.bourse.exchange.fix.OrderText.SELL;
import static org.bourse.exchange.fix.OrderText.change;
import static org.bourse.exchange.fix.OrderText.limit;
import static org.bourse.exchange.fix.OrderText.order;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders whose time is over, and those that go on to the next day. */
class ExpiryTest extends OneVenue {
  private static final int[] ENDED = {11, 41, 150, 39, 14, 151};

  private static String gtd(String clOrdId, String until) {
    return order(clOrdId, "ABC", BUY, "10", "|40=2|44=10.00|59=6" + until);
  }

  private static String date(int daysFromNow) {
    return DateTimeFormatter.BASIC_ISO_DATE.format(
        Instant.now().atZone(ZoneOffset.UTC).toLocalDate().plusDays(daysFromNow));
  }

  private static String time(int hoursFromNow) {
    return DateTimeFormatter.ofPattern("yyyyMMdd-HH:mm:ss")
        .withZone(ZoneOffset.UTC)
        .format(Instant.now().plus(hoursFromNow, ChronoUnit.HOURS));
  }

  @Test
  void shouldExpireAtItsTime() throws Exception {
    String time = time(2);
    assertThat(rest(broker1, gtd("X", "|126=" + time)).get(126)).isEqualTo(time + ".000");
    controls.post("clock", "by", "1h");
    assertThat(broker1.reports()).isEmpty();

    controls.post("clock", "by", "61m");

    assertThat(broker1.reports())
        .extracting(report -> report.only(ENDED))
        .containsExactly("11=X|150=C|39=C|14=0|151=0");
  }

  @Test
  void shouldExpireAtTheEndOfItsLastDay() throws Exception {
    controls.post("start-of-day", "date", date(1));
    assertThat(rest(broker1, gtd("X", "|432=" + date(2))).get(432)).isEqualTo(date(2));
    controls.post("end-of-day");
    assertThat(broker1.reports()).isEmpty();
    controls.post("start-of-day", "date", date(2));
    assertThat(broker1.reports())
        .extracting(report -> report.only(11, 150, 378, 39))
        .containsExactly("11=X|150=D|378=1|39=0");

    controls.post("end-of-day");

    assertThat(broker1.reports())
        .extracting(report -> report.only(ENDED))
        .containsExactly("11=X|150=C|39=C|14=0|151=0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"126", "432"})
  void shouldRefuseOrderWhoseTimeIsOver(String tag) throws Exception {
    String past = tag.equals("126") ? time(-1) : date(-2);

    assertThat(broker1.ask(gtd("X", "|" + tag + "=" + past)).only(150, 39, 103))
        .isEqualTo("150=8|39=8|103=99");
  }

  @Test
  void shouldExpireAtTheTimeOfTheReplace() throws Exception {
    rest(broker1, gtd("X", "|126=" + time(1)));
    assertThat(
            broker1
                .ask(change("Y", "X", BUY, 10, "|40=2|44=10.00|59=6|126=" + time(3)))
                .only(150, 39))
        .isEqualTo("150=5|39=0");
    controls.post("clock", "by", "2h");
    assertThat(broker1.reports()).isEmpty();

    controls.post("clock", "by", "2h");

    assertThat(broker1.reports())
        .extracting(report -> report.only(ENDED))
        .containsExactly("11=Y|150=C|39=C|14=0|151=0");
  }

  @Test
  void shouldExpireDayOrderAtTheClose() throws Exception {
    rest(broker1, limit("X", BUY, 10, "10.00"));
    rest(broker1, order("STOP", "ABC", BUY, "10", "|40=3|99=11.00"));

    controls.phase("ABC", "closed");

    assertThat(broker1.reports())
        .extracting(report -> report.only(ENDED))
        .containsExactlyInAnyOrder("11=X|150=C|39=C|14=0|151=0", "11=STOP|150=C|39=C|14=0|151=0");
  }

  @Test
  void shouldRestateGoodTillCancelOnTheNextDayWithWhatTheDayHasBrought() throws Exception {
    rest(broker1, order("X", "ABC", BUY, "10", "|40=2|44=10.00|59=1"));
    broker2.ask(limit("S", SELL, 4, "10.00"));
    broker1.receive();

    controls.post("start-of-day");

    assertThat(broker1.reports())
        .extracting(report -> report.only(11, 150, 378, 39, 38, 14, 151, 6, 424, 425, 426))
        .containsExactly("11=X|150=D|378=1|39=1|38=10|14=4|151=6|6=10.00|424=6|425=0|426=0");
    broker2.ask(limit("S2", SELL, 1, "9.00"));
    assertThat(broker1.receive().only(150, 39, 14, 6, 424, 425, 426))
        .isEqualTo("150=F|39=1|14=5|6=10.00|424=6|425=1|426=10.00");
  }
}
