package org.bourse.exchange.engine;

import java.nio.ByteOrder;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.bourse.exchange.command.Commands;
import org.bourse.exchange.command.DefineInstrument;
import org.bourse.exchange.command.DefineSession;
import org.bourse.exchange.command.codec.CancelOrderEncoder;
import org.bourse.exchange.command.codec.MessageHeaderEncoder;
import org.bourse.exchange.command.codec.NewOrderEncoder;
import org.bourse.exchange.command.codec.ReplaceOrderEncoder;
import org.bourse.exchange.event.codec.MessageHeaderDecoder;
import org.bourse.exchange.event.codec.OrderReportDecoder;
import org.bourse.exchange.model.Instrument;

/**
 * The whole engine with ids from outside, 1, 2, 3 and so on: each request is encoded as a gateway would, with a ClOrdID of its
 * own, and each report is decoded. OrderQty is what a replace by price keeps, so the order's is looked up as a client would.
 */
public final class EngineUnderTest implements EventSink {
  private static final int ORDERS = 1 << 21;

  private final MatchingEngine engine = new MatchingEngine(1 << 20, 3 << 20);
  private final BookUnderTest.Trades trades;
  private final UnsafeBuffer command = new UnsafeBuffer(new byte[512]);
  private final MessageHeaderEncoder header = new MessageHeaderEncoder();
  private final NewOrderEncoder newOrder = new NewOrderEncoder();
  private final ReplaceOrderEncoder replace = new ReplaceOrderEncoder();
  private final CancelOrderEncoder cancel = new CancelOrderEncoder();
  private final MessageHeaderDecoder eventHeader = new MessageHeaderDecoder();
  private final OrderReportDecoder report = new OrderReportDecoder();
  private final byte[] name = new byte[Long.BYTES];
  private final byte[] origName = new byte[Long.BYTES];
  private final UnsafeBuffer nameView = new UnsafeBuffer(name);
  private final UnsafeBuffer origNameView = new UnsafeBuffer(origName);
  private final long[] quantities = new long[ORDERS];
  private final byte[] sides = new byte[ORDERS];
  private final long[] externalIds = new long[3 * ORDERS];
  private final long[] names = new long[ORDERS];
  private long nextName;
  private long position;
  private long entering;
  private boolean done;

  /** An engine that tells its fills. */
  public EngineUnderTest(BookUnderTest.Trades trades) {
    this.trades = trades;
    apply(Commands.encode(new DefineSession(0, 0, "S", "P"), command, 0));
    Instrument instrument =
        new Instrument("X", 0, 0, 1, 1, Instrument.LARGEST, Instrument.LARGEST);
    apply(Commands.encode(new DefineInstrument(0, instrument, true), command, 0));
  }

  /** A limit order; with ioc, what does not trade at once is gone. */
  public void enter(long id, boolean buy, long price, long quantity, boolean ioc) {
    quantities[(int) id] = quantity;
    sides[(int) id] = (byte) (buy ? '1' : '2');
    names[(int) id] = rename();
    entering = id;
    newOrder
        .wrapAndApplyHeader(command, 0, header)
        .sessionId(0)
        .epoch(0)
        .msgSeqNum(0)
        .instrumentId(0)
        .price(Math.max(price, 1))
        .quantity(quantity)
        .side(sides[(int) id])
        .ordType((byte) '2')
        .timeInForce((byte) (ioc ? '3' : '0'))
        .possResend((short) 0)
        .putClOrdId(name, 0, name.length)
        .putAccount(name, 0, 0);
    apply(MessageHeaderEncoder.ENCODED_LENGTH + newOrder.encodedLength());
  }

  /** True when the order was resting. */
  public boolean cancel(long id) {
    chain(id);
    cancel
        .wrapAndApplyHeader(command, 0, header)
        .sessionId(0)
        .epoch(0)
        .msgSeqNum(0)
        .instrumentId(0)
        .orderId(0)
        .side(sides[(int) id])
        .possResend((short) 0)
        .putClOrdId(name, 0, name.length)
        .putOrigClOrdId(origName, 0, origName.length);
    apply(MessageHeaderEncoder.ENCODED_LENGTH + cancel.encodedLength());
    return done;
  }

  /** A new price for what is left of the order, at the end of the queue. False when it was not resting. */
  public boolean reprice(long id, long price) {
    chain(id);
    replace
        .wrapAndApplyHeader(command, 0, header)
        .sessionId(0)
        .epoch(0)
        .msgSeqNum(0)
        .instrumentId(0)
        .price(price)
        .quantity(quantities[(int) id])
        .orderId(0)
        .side(sides[(int) id])
        .ordType((byte) '2')
        .timeInForce((byte) '0')
        .possResend((short) 0)
        .putClOrdId(name, 0, name.length)
        .putOrigClOrdId(origName, 0, origName.length)
        .putAccount(name, 0, 0);
    apply(MessageHeaderEncoder.ENCODED_LENGTH + replace.encodedLength());
    return done;
  }

  @Override
  public void onEvent(DirectBuffer buffer, int offset, int length) {
    eventHeader.wrap(buffer, offset);
    if (eventHeader.templateId() != OrderReportDecoder.TEMPLATE_ID) {
      return;
    }
    report.wrapAndApplyHeader(buffer, offset, eventHeader);
    switch (report.execType()) {
      case ExecType.NEW -> externalIds[(int) report.orderId()] = entering;
      case ExecType.TRADE -> {
        if (report.aggressor() != 0) {
          trades.trade(
              externalIds[(int) report.contraOrderId()],
              externalIds[(int) report.orderId()],
              report.lastPrice(),
              report.lastQty());
        }
      }
      default -> done = true;
    }
  }

  private long rename() {
    nameView.putLong(0, ++nextName, ByteOrder.LITTLE_ENDIAN);
    return nextName;
  }

  private void chain(long id) {
    origNameView.putLong(0, names[(int) id], ByteOrder.LITTLE_ENDIAN);
    names[(int) id] = rename();
    done = false;
  }

  private void apply(int length) {
    position++;
    engine.apply(position, 0, command, 0, length, this);
  }
}
