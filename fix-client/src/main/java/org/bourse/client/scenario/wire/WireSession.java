package org.bourse.client.scenario.wire;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.bourse.client.fix.Dictionary;
import org.jspecify.annotations.Nullable;

/**
 * One session of a script, over as many connections as it takes. It numbers what goes out, keeps it
 * for a ResendRequest, asks for what is missing, and answers what keeps a session going; all that
 * can be switched off or set by the script. Thread-safe; the script uses it from one thread.
 */
public final class WireSession implements AutoCloseable {

  private final SessionId id;
  private final WireLog log;
  private final Encoder encoder;
  private final Inbox inbox = new Inbox();
  private final Inbound inbound = new Inbound();
  private final Outbound outbound;
  private final Pulse pulse = new Pulse();
  private final Connection.Listener listener = new Listener();
  private @Nullable Connection connection;
  private final Progress progress = new Progress();
  private boolean loggingOut;
  private boolean plain;

  /**
   * A session that is not connected yet.
   *
   * @param id with whom, and as whom
   * @param dictionary tells fields of the header from others
   * @param log told of every message
   */
  public WireSession(SessionId id, Dictionary dictionary, WireLog log) {
    this.id = id;
    this.log = log;
    this.encoder = new Encoder(id, Clock.systemUTC());
    this.outbound = new Outbound(id, dictionary, encoder);
  }

  /** With whom, and as whom. */
  public SessionId id() {
    return id;
  }

  /** What has arrived. */
  public Inbox inbox() {
    return inbox;
  }

  /** The time as FIX writes it. */
  public String now() {
    return encoder.now();
  }

  /** Opens a connection, unless there is one. Throws where nobody listens. */
  public synchronized void connect() throws IOException {
    if (connection == null) {
      Connection opened = Connection.open(id, listener);
      connection = opened;
      inbox.forgetEnds();
      progress.become(LogonState.CONNECTED, "");
      loggingOut = false;
      pulse.begin();
      opened.start(id.name());
    }
  }

  /** From now on nothing is sent that the script doesn't say, and no number is looked at. */
  public synchronized void makePlain() {
    plain = true;
  }

  /** Whether nothing is sent that the script doesn't say. */
  public synchronized boolean isPlain() {
    return plain;
  }

  /** Whether there is a connection. */
  public synchronized boolean isConnected() {
    return connection != null;
  }

  /** How far the logon has come. */
  public Progress progress() {
    return progress;
  }

  /** Waits until the other side has closed the connection; tells whether it has. */
  public synchronized boolean awaitEnd(Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (connection != null && System.nanoTime() - deadline < 0) {
      wait(10);
    }
    return connection == null;
  }

  /** Whether the script has set a number, which a Logon then must not reset. */
  public synchronized boolean isNumberedByScript() {
    return outbound.isSetByScript() || inbound.isSetByScript();
  }

  /** The MsgSeqNum(34) of what goes out next. */
  public synchronized void nextOut(int number) {
    outbound.setByScript(number);
  }

  /** The MsgSeqNum(34) that is expected; from now on gaps are the script's business. */
  public synchronized void nextIn(int number) {
    inbound.setByScript(number);
  }

  /** No Heartbeat and no answer to a TestRequest for so long. */
  public synchronized void mute(Duration howLong) {
    pulse.mute(howLong);
  }

  /** Leaves what comes in the socket for so long. */
  public synchronized void stopReading(Duration howLong) throws IOException {
    open().stopReading(howLong);
  }

  /** Sends a message under the next number, or the one that it says itself. */
  public synchronized void send(Outgoing message) throws IOException {
    Connection to = open();
    if (message.type().equals("A")) {
      pulse.interval(message.number(108));
      if (message.has(141, "Y")) {
        outbound.reset();
        inbound.reset();
      }
    }
    loggingOut |= message.type().equals("5");
    write(to, outbound.bytes(message));
  }

  /**
   * Sends bytes as they are. They use up a number where they have the next one, and are sent again
   * on request where they were a sound message.
   */
  public synchronized void send(RawMessage message) throws IOException {
    Connection to = open();
    write(to, outbound.bytes(message));
  }

  /** Sends bytes that the session has no part in. */
  public synchronized void send(byte[] bytes) throws IOException {
    write(open(), bytes);
  }

  private Connection open() throws IOException {
    if (connection == null) {
      String words = progress.lastWords();
      throw new IOException("not connected" + (words.isEmpty() ? "" : ": " + words));
    }
    return connection;
  }

  private void write(Connection to, byte[] bytes) throws IOException {
    to.write(bytes);
    pulse.sent();
    log.sent(id, WireMessage.of(bytes));
  }

  /** Closes the connection without a word. */
  public synchronized void disconnect() {
    if (connection != null) {
      connection.close();
      connection = null;
      progress.become(LogonState.NOT_CONNECTED, progress.lastWords());
      notifyAll();
    }
  }

  @Override
  public void close() {
    disconnect();
  }

  private void answer(Outgoing message) {
    try {
      send(message);
    } catch (IOException e) {
      ended("broken: " + e.getMessage());
    }
  }

  private void ended(String reason) {
    LogonState before = progress.state();
    disconnect();
    progress.ended(before, reason);
    inbox.add(new Arrival.Ended(progress.lastWords()));
  }

  private void received(WireMessage message) {
    List<Arrival> seen = inbound.take(message);
    seen.forEach(inbox::add);
    switch (message.type()) {
      case "A" -> progress.become(LogonState.LOGGED_ON, "");
      case "5" -> {
        String text = message.get(58);
        progress.become(LogonState.LOGGED_OUT, "Logout" + (text == null ? "" : ": " + text));
        if (!loggingOut) {
          answer(Outgoing.plain("5"));
        }
      }
      case "1" -> {
        String testReqId = message.get(112);
        if (!pulse.isMuted() && testReqId != null) {
          answer(Outgoing.plain("0", new WireField(112, testReqId)));
        }
      }
      case "2" -> resend(message);
      default -> {}
    }
    int upTo = inbound.toAskFor();
    if (upTo > 0 && connection != null) {
      answer(
          Outgoing.plain(
              "2",
              new WireField(7, Integer.toString(inbound.next())),
              new WireField(16, Integer.toString(upTo))));
    }
  }

  private void resend(WireMessage request) {
    try {
      for (byte[] again : outbound.again(request)) {
        write(open(), again);
      }
    } catch (IOException e) {
      ended("broken: " + e.getMessage());
    }
  }

  private final class Listener implements Connection.Listener {

    @Override
    public void received(Connection from, Frame frame) {
      synchronized (WireSession.this) {
        if (from != connection) {
          return;
        }
        WireMessage message = frame.message();
        log.received(id, message);
        if (frame.fault() != null) {
          inbox.add(new Arrival.Garbled(message, frame.fault()));
        } else if (plain) {
          inbox.add(new Arrival.Received(message));
        } else {
          WireSession.this.received(message);
        }
      }
    }

    @Override
    public void tick(Connection from) {
      synchronized (WireSession.this) {
        if (from == connection && progress.state() == LogonState.LOGGED_ON && pulse.isDue()) {
          answer(Outgoing.plain("0"));
        }
      }
    }

    @Override
    public void ended(Connection from, String reason) {
      synchronized (WireSession.this) {
        if (from == connection) {
          WireSession.this.ended(reason);
        }
      }
    }
  }
}
