package org.bourse.client.venue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.bourse.client.venue.Book.Order;
import org.jspecify.annotations.Nullable;
import quickfix.ApplicationAdapter;
import quickfix.ConfigError;
import quickfix.DefaultMessageFactory;
import quickfix.FieldNotFound;
import quickfix.FileStoreFactory;
import quickfix.Message;
import quickfix.RejectLogon;
import quickfix.Session;
import quickfix.SessionID;
import quickfix.SessionNotFound;
import quickfix.SessionSettings;
import quickfix.SocketAcceptor;
import quickfix.UnsupportedMessageType;

/**
 * A FIX 4.4 acceptor, BOURSE towards BROKER1, with one book and the stock file store. Its book
 * outlives {@link #stop()} and {@link #kill()}, as a real venue's would.
 */
public final class Venue extends ApplicationAdapter implements AutoCloseable {

  private final int port;
  private final Path store;
  private final Faults faults;
  private final Book book = new Book();
  private final List<Message> requests = new CopyOnWriteArrayList<>();
  private final List<Message> logons = new CopyOnWriteArrayList<>();
  private final Complaints complaints = new Complaints();
  private final AtomicInteger handled = new AtomicInteger();
  private volatile @Nullable String refuseLogon;
  private @Nullable SocketAcceptor acceptor;
  private int orderIds;
  private int execIds;

  private Venue(Path store, Faults faults) throws IOException {
    this.store = store;
    this.faults = faults;
    this.port = FreePort.next();
  }

  /** A venue that is listening on a free port. */
  public static Venue started(Path store, Faults faults) throws IOException, ConfigError {
    Venue venue = stopped(store, faults);
    venue.start();
    return venue;
  }

  /** A venue that is not listening yet. */
  public static Venue stopped(Path store, Faults faults) throws IOException {
    return new Venue(store, faults);
  }

  /** Refuses each Logon from now on, with this text in a Logout. */
  public void refuseLogon(String text) {
    refuseLogon = text;
  }

  public synchronized void start() throws ConfigError {
    SessionSettings settings = new SessionSettings();
    settings.setString("ConnectionType", "acceptor");
    settings.setString("SocketAcceptAddress", "127.0.0.1");
    settings.setString("SocketAcceptPort", Integer.toString(port));
    settings.setString("SocketReuseAddress", "Y");
    settings.setString("SocketTcpNoDelay", "Y");
    settings.setString("NonStopSession", "Y");
    settings.setString("FileStorePath", store.toString());
    settings.setString(new SessionID("FIX.4.4", "BOURSE", "BROKER1"), "BeginString", "FIX.4.4");
    acceptor =
        SocketAcceptor.newBuilder()
            .withApplication(this)
            .withMessageStoreFactory(new FileStoreFactory(settings))
            .withSettings(settings)
            .withLogFactory(complaints)
            .withMessageFactory(new DefaultMessageFactory())
            .build();
    acceptor.start();
  }

  /** Stops in order: Logout first. */
  public synchronized void stop() {
    stop(false);
  }

  /** Stops with no word on the wire. */
  public synchronized void kill() {
    stop(true);
  }

  private void stop(boolean force) {
    if (acceptor != null) {
      acceptor.stop(force);
      acceptor = null;
    }
  }

  @Override
  public void close() {
    kill();
  }

  public int port() {
    return port;
  }

  /** What the sessions complained of, to be read. */
  public String complaints() {
    return complaints.toString();
  }

  /** Application messages handled, each as often as the session gave it to us. */
  public int handled() {
    return handled.get();
  }

  public List<Message> requests() {
    return List.copyOf(requests);
  }

  public List<Message> logons() {
    return List.copyOf(logons);
  }

  @Override
  public void fromAdmin(Message message, SessionID id) throws FieldNotFound, RejectLogon {
    if (message.getHeader().getString(35).equals("A")) {
      logons.add(message);
      if (refuseLogon != null) {
        throw new RejectLogon(refuseLogon);
      }
    }
  }

  @Override
  public void fromApp(Message request, SessionID id) throws FieldNotFound, UnsupportedMessageType {
    requests.add(request);
    handled.incrementAndGet();
    if (faults.isUnsupported(request)) {
      throw new UnsupportedMessageType();
    }
    if (!faults.isSilent(request)) {
      handle(request, id);
    }
  }

  private void handle(Message request, SessionID id) throws FieldNotFound, UnsupportedMessageType {
    switch (request.getHeader().getString(35)) {
      case "D" -> enter(request, id);
      case "F" -> cancel(request, id);
      case "G" -> reduce(request, id);
      case "H" -> status(request, id);
      default -> throw new UnsupportedMessageType();
    }
  }

  private void enter(Message request, SessionID id) throws FieldNotFound {
    BigDecimal price =
        request.isSetField(44)
            ? request.getDecimal(44)
            : BigDecimal.valueOf(request.getChar(54) == '1' ? 1_000_000_000L : 0L);
    Order order =
        new Order(
            ++orderIds,
            request.getString(11),
            request.getChar(54) == '1',
            price,
            request.getDecimal(38).longValueExact());
    if (faults.refuses(request)) {
      report(id, order, '8', '8', 0).send("58", "not today");
      return;
    }
    report(id, order, '0', '0', order.quantity).send();
    book.match(
        order,
        (resting, aggressor, quantity, at) -> {
          trade(id, resting, quantity, at);
          trade(id, aggressor, quantity, at);
        });
    char timeInForce = request.isSetField(59) ? request.getChar(59) : '0';
    if (order.leaves() > 0 && timeInForce == '3') {
      report(id, order, '4', '4', 0).send();
    } else if (order.leaves() > 0) {
      book.rest(order);
    }
  }

  private void trade(SessionID id, Order order, long quantity, BigDecimal price) {
    report(id, order, 'F', order.leaves() == 0 ? '2' : '1', order.leaves())
        .send("32", Long.toString(quantity), "31", price.toPlainString());
  }

  private void cancel(Message request, SessionID id) throws FieldNotFound {
    Order order = book.find(request.getString(41));
    if (order == null || faults.refuses(request)) {
      reject(request, id, "1");
      return;
    }
    book.remove(order);
    order.clOrdId = request.getString(11);
    report(id, order, '4', '4', 0).send("41", request.getString(41));
  }

  private void reduce(Message request, SessionID id) throws FieldNotFound {
    Order order = book.find(request.getString(41));
    if (order == null || faults.refuses(request)) {
      reject(request, id, "2");
      return;
    }
    order.quantity = request.getDecimal(38).longValueExact();
    book.rename(order, request.getString(11));
    report(id, order, '5', order.filled > 0 ? '1' : '0', order.leaves())
        .send("41", request.getString(41));
  }

  private void status(Message request, SessionID id) throws FieldNotFound {
    Order known = book.find(request.getString(11));
    Order order =
        known != null ? known : new Order(0, request.getString(11), true, BigDecimal.ONE, 0);
    report(id, order, 'I', known != null ? '0' : '8', order.leaves()).send();
  }

  private void reject(Message request, SessionID id, String to) throws FieldNotFound {
    Message reject = new Message();
    reject.getHeader().setString(35, "9");
    reject.setString(37, "NONE");
    reject.setString(11, request.getString(11));
    reject.setString(41, request.getString(41));
    reject.setString(39, "8");
    reject.setString(434, to);
    reject.setString(102, "1");
    send(reject, id);
  }

  private Report report(SessionID id, Order order, char execType, char status, long leaves) {
    Message report = new Message();
    report.getHeader().setString(35, "8");
    report.setString(37, Integer.toString(order.id));
    report.setString(17, execType == 'I' ? "0" : "E" + ++execIds);
    report.setChar(150, execType);
    report.setChar(39, status);
    report.setString(11, order.clOrdId);
    report.setString(55, "ABC");
    report.setChar(54, order.buy ? '1' : '2');
    report.setString(38, Long.toString(order.quantity));
    report.setString(151, Long.toString(leaves));
    report.setString(14, Long.toString(order.filled));
    report.setString(6, "0");
    return fields -> {
      for (int i = 0; i < fields.length; i += 2) {
        report.setString(Integer.parseInt(fields[i]), fields[i + 1]);
      }
      faults.apply(report);
      if (!faults.loses(report)) {
        send(report, id);
      }
      if (faults.repeats(report)) {
        Message again = (Message) report.clone();
        if (faults.marksRepeats()) {
          again.getHeader().setString(97, "Y");
        }
        send(again, id);
      }
    };
  }

  private interface Report {
    void send(String... tagsAndValues);
  }

  private static void send(Message message, SessionID id) {
    try {
      Session.sendToTarget(message, id);
    } catch (SessionNotFound e) {
      throw new IllegalStateException(e);
    }
  }
}
