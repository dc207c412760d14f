package org.bourse.exchange;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** What is logged as an error in this process, from when it is made until it is closed. */
final class ErrorLog implements AutoCloseable {
  private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  private final ListAppender<ILoggingEvent> events = new ListAppender<>();

  ErrorLog() {
    events.start();
    root.addAppender(events);
  }

  List<String> lines() {
    return lines(Level.ERROR);
  }

  List<String> warnings() {
    return lines(Level.WARN);
  }

  private List<String> lines(Level level) {
    return List.copyOf(events.list).stream()
        .filter(event -> event.getLevel() == level)
        .map(ILoggingEvent::getFormattedMessage)
        .toList();
  }

  @Override
  public void close() {
    root.detachAppender(events);
  }
}
