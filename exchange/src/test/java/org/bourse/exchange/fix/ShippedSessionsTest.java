package org.bourse.exchange.fix;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import quickfix.Acceptor;
import quickfix.ApplicationAdapter;
import quickfix.DefaultSessionFactory;
import quickfix.MemoryStoreFactory;
import quickfix.SLF4JLogFactory;
import quickfix.Session;
import quickfix.SessionFactory;
import quickfix.SessionID;
import quickfix.SessionSettings;
import quickfix.mina.NetworkingOptions;

/** The shipped {@code config/fix.cfg}, as QuickFIX/J reads it. */
class ShippedSessionsTest {

  private static final String FILE = Path.of("..", "config", "fix.cfg").toString();

  @Test
  void shouldHaveSessionForEachBroker() throws Exception {
    assertThat(sessions(new SessionSettings(FILE)))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(1, 8)
                .mapToObj(i -> new SessionID("FIX.4.4", "BOURSE", "BROKER" + i))
                .toList());
  }

  @Test
  void shouldBeAcceptedByQuickFix() throws Exception {
    SessionSettings settings = new SessionSettings(FILE);
    DefaultSessionFactory factory =
        new DefaultSessionFactory(
            new ApplicationAdapter(), new MemoryStoreFactory(), new SLF4JLogFactory(settings));

    for (SessionID id : sessions(settings)) {
      try (Session session = factory.create(id, settings)) {
        assertThat(session.getSessionID()).isEqualTo(id);
        assertThat(session.getDataDictionaryProvider()).isNotNull();
      }
    }
  }

  /** QuickFIX/J ignores a setting that it doesn't know: a misspelling would have no effect. */
  @Test
  void shouldHaveOnlySettingsThatQuickFixKnows() throws Exception {
    Set<String> known = new HashSet<>();
    for (Class<?> type :
        List.of(
            Session.class,
            Acceptor.class,
            SessionFactory.class,
            SessionSettings.class,
            NetworkingOptions.class)) {
      known.addAll(texts(type));
    }
    SessionSettings settings = new SessionSettings(FILE);

    for (SessionID id : sessions(settings)) {
      assertThat(new TreeSet<>(settings.getSessionProperties(id, true).stringPropertyNames()))
          .isSubsetOf(known);
    }
  }

  private static Set<SessionID> sessions(SessionSettings settings) {
    Set<SessionID> ids = new HashSet<>();
    for (Iterator<SessionID> i = settings.sectionIterator(); i.hasNext(); ) {
      ids.add(i.next());
    }
    return ids;
  }

  private static Set<String> texts(Class<?> type) throws IllegalAccessException {
    Set<String> texts = new HashSet<>();
    for (Field field : Stream.of(type.getFields()).toList()) {
      if (Modifier.isStatic(field.getModifiers()) && field.getType() == String.class) {
        texts.add((String) field.get(null));
      }
    }
    return texts;
  }
}
