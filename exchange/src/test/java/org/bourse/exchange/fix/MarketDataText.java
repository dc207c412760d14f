package org.bourse.exchange.fix;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bourse.exchange.access.CancelOnDisconnect;
import org.bourse.exchange.access.Grants;
import org.bourse.exchange.access.Limits;
import org.bourse.exchange.access.Names;
import org.bourse.exchange.access.Participant;
import org.bourse.exchange.access.Role;
import org.bourse.exchange.access.SessionAccess;
import org.bourse.exchange.access.User;
import org.bourse.exchange.marketdata.WhenSlow;
import org.bourse.exchange.model.Instrument;
import org.bourse.exchange.model.SelfTrade;
import quickfix.ConfigError;
import quickfix.DataDictionary;
import quickfix.Message;

/** MarketDataRequests(V), who asks them, and who reads them. */
final class MarketDataText {
  static final String BOTH_SIDES = "|267=2|269=0|269=1";
  static final String ABC = "|146=1|55=ABC";
  static final String VALID = "262=R|263=1|264=0|265=1" + BOTH_SIDES + ABC;
  static final Admission ANYBODY = admission(Names.ANY, false, Role.MARKET_DATA);

  private static final String HEADER = "35=V|34=2|49=A|52=20260105-12:00:00.000|56=BOURSE|";
  private static final DataDictionary DICTIONARY = dictionary();

  private MarketDataText() {}

  static InstrumentIndex instruments() {
    return new InstrumentIndex(
        Stream.of("ABC", "XYZ", "TEST").map(MarketDataText::listed).toList());
  }

  static MarketDataReader reader(WhenSlow usual) {
    return new MarketDataReader(instruments(), usual);
  }

  /** The valid request with another value of a field, or one more field. */
  static String with(String tag, String value) {
    String field = tag + '=' + value;
    String replaced = VALID.replaceFirst(tag + "=[^|]*", field);
    return replaced.contains(field) ? replaced : VALID.replace("|267=", '|' + field + "|267=");
  }

  static Message message(String body) throws Exception {
    return new Message(framed(body), DICTIONARY, true);
  }

  static String framed(String body) {
    return new String(WireText.framed(HEADER + body), ISO_8859_1);
  }

  /** One who has logged on and may have so much. */
  static Admission admission(Names instruments, boolean standard, Role... roles) {
    Grants grants =
        new Grants(
            List.of(),
            instruments,
            Names.ANY,
            Names.of("A"),
            CancelOnDisconnect.NO,
            Duration.ZERO,
            standard);
    SessionAccess session = new SessionAccess("A", true, "ann", grants);
    User user = new User("ann", null, Set.of(roles), true);
    Participant participant =
        new Participant(
            "A",
            List.of(session),
            List.of(user),
            grants,
            SelfTrade.ALLOWED,
            Limits.NONE,
            Map.of(),
            null,
            false);
    return new Admission(participant, session, user, InetAddress.getLoopbackAddress());
  }

  private static Instrument listed(String symbol) {
    return new Instrument(symbol, 2, 0, 1, 1, 100_000_000, 1_000_000_000);
  }

  private static DataDictionary dictionary() {
    try {
      DataDictionary dictionary = new DataDictionary("FIX44.xml");
      dictionary.setCheckUserDefinedFields(false); // as the shipped fix.cfg has it
      return dictionary;
    } catch (ConfigError e) {
      throw new IllegalStateException(e);
    }
  }
}
