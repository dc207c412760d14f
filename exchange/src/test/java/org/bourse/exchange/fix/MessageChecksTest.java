package org.bourse.exchange.fix;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import quickfix.ApplicationAdapter;
import quickfix.DefaultSessionFactory;
import quickfix.MemoryStoreFactory;
import quickfix.Message;
import quickfix.MessageUtils;
import quickfix.SLF4JLogFactory;
import quickfix.Session;
import quickfix.SessionID;
import quickfix.SessionSettings;

/** A MarketDataRequest(V) that names no instrument, held against the dictionary. */
class MessageChecksTest {
  private static final SessionID ID = new SessionID("FIX.4.4", "BOURSE", "BROKER1");
  private static final String HEADER = "34=2|49=BROKER1|52=20260105-12:00:00.000|56=BOURSE|";

  private Session session;
  private MessageChecks checks;

  @BeforeEach
  void open() throws Exception {
    SessionSettings settings = new SessionSettings(Path.of("..", "config", "fix.cfg").toString());
    session =
        new DefaultSessionFactory(
                new ApplicationAdapter(), new MemoryStoreFactory(), new SLF4JLogFactory(settings))
            .create(ID, settings);
    checks = new MessageChecks(settings);
  }

  @AfterEach
  void close() throws Exception {
    session.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "262=R|263=1|264=0|265=1|267=1|269=0",
        "262=R|263=1|264=0|265=1|8001=100|267=1|269=0",
        "262=R|263=1|264=0|265=1|267=1|269=0|8001=100",
        "262=R|263=1|264=0|265=1|267=1|269=0|146=0",
        "262=R|263=1|264=0|265=1|267=1|269=0|146=1|55=ABC|8001=100",
      })
  void shouldLetThrough(String request) throws Exception {
    Message message = message("35=V|" + request);

    assertThat(checks.checked(session, message)).isSameAs(message);
  }

  @ParameterizedTest
  @CsvSource({
    "263=1|264=0|265=1|267=1|269=0, 262, 1",
    "262=R|264=0|265=1|267=1|269=0, 263, 1",
    "262=R|263=1|265=1|267=1|269=0, 264, 1",
    "262=R|263=1|264=0|265=1, 267, 1",
    "262=R|263=1|264=0|265=1|55=ABC|267=1|269=0, 55, 2",
    "262=R|263=1|264=0|265=1|267=1|269=0|55=ABC, 55, 2",
    "262=R|263=1|264=0|265=1|11=X|267=1|269=0, 11, 2",
    "262=|263=1|264=0|265=1|267=1|269=0, 262, 4",
    "262=R|263=3|264=0|265=1|267=1|269=0, 263, 5",
    "262=R|263=1|264=0|265=2|267=1|269=0, 265, 5",
    "262=R|263=1|264=0|265=1|267=1|269=Z, 269, 5",
    "262=R|263=1|264=+1|265=1|267=1|269=0, 264, 6",
    "262=R|263=1|264=99999999999|265=1|267=1|269=0, 264, 6",
    "262=R|263=1|264=0|265=1|266=X|267=1|269=0, 266, 6",
    "262=R|263=1|264=0|264=0|265=1|267=1|269=0, 264, 13",
    "262=R|263=1|264=0|265=1|267=2|269=0, 267, 16",
    "262=R|263=1|264=0|265=1|267=1|269=0|146=1, 146, 16",
  })
  void shouldFindAllOtherFaults(String request, int tag, int reason) throws Exception {
    Message checked = checks.checked(session, message("35=V|" + request));

    assertThat(checked)
        .isInstanceOfSatisfying(
            FaultyMessage.class,
            faulty -> {
              assertThat(faulty.fault().getField()).isEqualTo(tag);
              assertThat(faulty.fault().getSessionRejectReason()).isEqualTo(reason);
            });
  }

  @Test
  void shouldAskOthersForInstruments() throws Exception {
    assertThat(checks.checked(session, message("35=R|131=Q"))).isInstanceOf(FaultyMessage.class);
  }

  /** A message as it is read from a connection. */
  private Message message(String fields) throws Exception {
    String text = fields.replaceFirst("\\|", '|' + HEADER);
    return MessageUtils.parse(session, new String(WireText.framed(text), ISO_8859_1));
  }
}
