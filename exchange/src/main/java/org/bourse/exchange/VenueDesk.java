package org.bourse.exchange;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.bourse.exchange.command.Command;
import org.bourse.exchange.command.Control;
import org.bourse.exchange.command.DefineSession;
import org.bourse.exchange.config.Configuration;
import org.bourse.exchange.config.ExchangeSettings;
import org.bourse.exchange.engine.EngineDirectory;
import org.bourse.exchange.model.ControlKind;
import org.bourse.exchange.model.Instrument;
import org.bourse.exchange.model.TradingPhase;
import org.bourse.exchange.sequencer.EventStream;
import org.bourse.exchange.sequencer.Sequencer;
import org.bourse.exchange.venue.BusinessClock;
import org.bourse.exchange.venue.ControlLine;
import org.bourse.exchange.venue.Scheduler;
import org.bourse.exchange.venue.VenueState;
import org.bourse.exchange.web.AdminServer;
import org.bourse.exchange.web.Operators;
import org.jspecify.annotations.Nullable;

/** What the venue does of itself: the clock, the controls, and the HTTP server that offers them. */
final class VenueDesk implements AutoCloseable {
  private final ControlLine line;
  private final Scheduler scheduler;
  private final BusinessClock clock;
  private final @Nullable AdminServer server;
  private final ExchangeSettings settings;

  /**
   * A desk that does nothing yet.
   *
   * @param events what comes after what is known
   * @param followed how far a schedule was followed before
   * @param lastTime of the last command, nanoseconds since 1970
   */
  VenueDesk(
      Sequencer sequencer,
      EventStream events,
      VenueState state,
      Operators operators,
      Configuration configuration,
      Scheduler.Followed followed,
      long lastTime) {
    settings = configuration.exchange();
    line = new ControlLine(sequencer, events, state);
    scheduler = new Scheduler(configuration.schedule(), state, followed, line::offer);
    clock = new BusinessClock(sequencer, line, scheduler, lastTime);
    server =
        settings.http().port() == 0
            ? null
            : new AdminServer(
                line, operators, settings.venue().controls(), settings.venue().profile());
  }

  /** What the engine knew at the start, and what the start adds. */
  static VenueState state(
      EngineDirectory known, List<Instrument> instruments, List<Command> commands) {
    List<VenueState.Market> markets = new ArrayList<>();
    for (Instrument rules : instruments) {
      int id = markets.size();
      TradingPhase phase =
          id < known.instruments().size()
              ? known.instruments().get(id).phase()
              : TradingPhase.CONTINUOUS;
      markets.add(new VenueState.Market(id, rules, phase, 0, 0, 0));
    }
    List<String> sessions = new ArrayList<>();
    known.sessions().forEach(session -> sessions.add(session.name()));
    List<String> participants = new ArrayList<>(known.participants());
    for (Command command : commands) {
      if (command instanceof DefineSession session
          && !participants.contains(session.participantName())) {
        participants.add(session.participantName());
      }
    }
    return new VenueState(
        markets, sessions, participants, known.businessDate(), known.clockOffset());
  }

  /** Where controls are carried out. */
  ControlLine line() {
    return line;
  }

  /** Up to which business time the schedule was followed, nanoseconds since 1970. */
  long scheduledUpTo() {
    return scheduler.upTo();
  }

  /** Follows the events, and the schedule: up to now when this returns. */
  void start() {
    line.start();
    clock.start();
  }

  /**
   * Opens the HTTP port.
   *
   * @throws IOException where it can't be had
   */
  void listen() throws IOException {
    if (server != null) {
      server.start(InetAddress.getByName(settings.http().address()), settings.http().port());
    }
  }

  /** Takes a command to the sequencer; nobody waits for it. */
  void offer(Command command) {
    line.offer(command);
  }

  /** Whoever was connected when the last run ended is not any more. */
  void disconnectAll(EngineDirectory known) {
    int id = 0;
    for (EngineDirectory.SessionAs session : known.sessions()) {
      if (session.cancelsOnDisconnect()) {
        line.offer(Control.of(ControlKind.DISCONNECTED).session(id));
      }
      id++;
    }
  }

  /** Takes no controls any more, and tells no time. */
  void stopListening() throws InterruptedException {
    if (server != null) {
      server.close();
    }
    clock.close();
  }

  @Override
  public void close() throws InterruptedException {
    stopListening();
    line.close();
  }
}
