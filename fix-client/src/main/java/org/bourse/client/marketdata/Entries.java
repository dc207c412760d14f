package org.bourse.client.marketdata;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.bourse.client.marketdata.Entry.Action;
import org.bourse.client.marketdata.Entry.Aggressor;
import org.jspecify.annotations.Nullable;

/**
 * Reads W and X from their text, without a dictionary: an entry begins with 279 in an X and with
 * 269 in a W, and has all that follows up to the next. Fields that say nothing of the book are
 * passed over. Used once.
 */
final class Entries {

  private static final char SOH = '\001';

  private final boolean snapshot;
  private final int first;
  private String mdReqId = "";
  private String messageSymbol = "";
  private String sendingTime = "";
  private long messageRptSeq = Entry.NO_NUMBER;
  private final List<Draft> drafts = new ArrayList<>();

  private Entries(boolean snapshot) {
    this.snapshot = snapshot;
    this.first = snapshot ? 269 : 279;
  }

  /** An entry that is being read. */
  private static final class Draft {
    private char action = '0';
    private char type = '?';
    private String symbol = "";
    private String id = "";
    private int position;
    private @Nullable BigDecimal price;
    private @Nullable BigDecimal size;
    private @Nullable Integer orders;
    private long rptSeq = Entry.NO_NUMBER;
    private String date = "";
    private String time = "";
    private Aggressor aggressor = Aggressor.NONE;
    private String condition = "";
    private boolean indicative;
  }

  /**
   * Reads one message.
   *
   * @param type its MsgType(35), W or X
   * @param message fields that end with SOH each
   * @throws OutOfStep if a field that matters has no sense
   */
  static Update read(String type, String message) throws OutOfStep {
    Entries entries = new Entries(type.equals("W"));
    int at = 0;
    while (at < message.length()) {
      int equals = message.indexOf('=', at);
      int end = message.indexOf(SOH, at);
      end = end < 0 ? message.length() : end;
      if (equals > at && equals < end) {
        entries.field(message.substring(at, equals), message.substring(equals + 1, end));
      }
      at = end + 1;
    }
    return entries.update();
  }

  private void field(String tag, String value) throws OutOfStep {
    try {
      int number = Integer.parseInt(tag);
      if (number == first) {
        drafts.add(new Draft());
      }
      if (drafts.isEmpty() || (snapshot && number == 83)) {
        messageField(number, value);
      } else {
        entryField(drafts.get(drafts.size() - 1), number, value);
      }
    } catch (NumberFormatException e) {
      throw new OutOfStep("a field that is no number: " + tag + "=" + value, e);
    }
  }

  private void messageField(int tag, String value) {
    switch (tag) {
      case 52 -> sendingTime = value;
      case 55 -> messageSymbol = value;
      case 83 -> messageRptSeq = Long.parseLong(value);
      case 262 -> mdReqId = value;
      default -> {}
    }
  }

  private static void entryField(Draft entry, int tag, String value) {
    switch (tag) {
      case 279 -> entry.action = first(value);
      case 269 -> entry.type = first(value);
      case 55 -> entry.symbol = value;
      case 278 -> entry.id = value;
      case 290 -> entry.position = Integer.parseInt(value);
      case 270 -> entry.price = new BigDecimal(value);
      case 271 -> entry.size = new BigDecimal(value);
      case 346 -> entry.orders = Integer.valueOf(value);
      case 83 -> entry.rptSeq = Long.parseLong(value);
      case 272 -> entry.date = value;
      case 273 -> entry.time = value;
      case 276, 277 -> entry.condition = value;
      case 286 -> entry.indicative = value.equals("5");
      case 2446 -> entry.aggressor = aggressor(value);
      default -> {}
    }
  }

  private static char first(String value) {
    return value.isEmpty() ? '?' : value.charAt(0);
  }

  private static Aggressor aggressor(String value) {
    return switch (value) {
      case "1" -> Aggressor.BUY;
      case "2" -> Aggressor.SELL;
      default -> Aggressor.NONE;
    };
  }

  private Update update() throws OutOfStep {
    List<Entry> entries = new ArrayList<>(drafts.size());
    String symbol = messageSymbol;
    long rptSeq = messageRptSeq;
    for (Draft draft : drafts) {
      symbol = draft.symbol.isEmpty() ? symbol : draft.symbol;
      if (!snapshot) {
        rptSeq = draft.rptSeq;
      }
      entries.add(entry(draft, symbol, rptSeq));
    }
    String first = entries.isEmpty() ? messageSymbol : entries.get(0).symbol();
    return new Update(snapshot, mdReqId, first, rptSeq, sendingTime, List.copyOf(entries));
  }

  private Entry entry(Draft draft, String symbol, long rptSeq) throws OutOfStep {
    return new Entry(
        action(draft.action),
        draft.type,
        symbol,
        draft.id,
        draft.position,
        draft.price,
        draft.size,
        draft.orders,
        rptSeq,
        time(draft),
        draft.aggressor,
        draft.condition,
        draft.indicative);
  }

  private static Action action(char code) throws OutOfStep {
    return switch (code) {
      case '0' -> Action.NEW;
      case '1' -> Action.CHANGE;
      case '2' -> Action.DELETE;
      default -> throw new OutOfStep("an entry with the unknown MDUpdateAction(279) " + code);
    };
  }

  private String time(Draft draft) {
    if (draft.time.isEmpty()) {
      return sendingTime;
    }
    int dash = sendingTime.indexOf('-');
    String today = dash < 0 ? "" : sendingTime.substring(0, dash);
    String date = draft.date.isEmpty() ? today : draft.date;
    return date.isEmpty() ? draft.time : date + "-" + draft.time;
  }
}
