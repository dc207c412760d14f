package org.bourse.client.replay;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bourse.client.fix.LinkListener;
import quickfix.Message;
import quickfix.field.ClOrdID;
import quickfix.field.ExecID;
import quickfix.field.ExecType;
import quickfix.field.LastPx;
import quickfix.field.LastQty;
import quickfix.field.MsgType;
import quickfix.field.PossDupFlag;
import quickfix.field.PossResend;
import quickfix.field.Text;

/** Takes every report, and holds it against what the script expects. */
final class Ledger implements LinkListener {

  private static final int DIFFERENCES_KEPT = 10;
  private static final String TRADE = String.valueOf(ExecType.TRADE);
  private static final String REJECTED = String.valueOf(ExecType.REJECTED);
  private static final Pattern CL_ORD_ID = Pattern.compile("\00111=([^\001]*)\001");

  private final Script script;
  private final InFlight inFlight;
  private final ExpectedFills fills;
  private final Outages outages;
  private final Set<String> execIds = new HashSet<>();
  private final List<String> differences = new ArrayList<>();
  private int rejects;
  private int repeated;

  Ledger(Script script, InFlight inFlight, ExpectedFills fills, Outages outages) {
    this.script = script;
    this.inFlight = inFlight;
    this.fills = fills;
    this.outages = outages;
  }

  @Override
  public void onReady() {
    inFlight.interrupted();
    outages.end();
  }

  @Override
  public void onAway(String reason) {
    inFlight.interrupted();
    outages.begin(reason);
  }

  @Override
  public void onAttemptFailed(String reason) {
    outages.waiting(reason);
  }

  @Override
  public synchronized void onMessage(Message message) {
    String type = message.getHeader().getOptionalString(MsgType.FIELD).orElse("");
    String clOrdId = text(message, ClOrdID.FIELD);
    if (type.equals(MsgType.EXECUTION_REPORT)) {
      report(message, clOrdId);
    } else if (type.equals(MsgType.ORDER_CANCEL_REJECT)) {
      reject(message, clOrdId);
    }
  }

  @Override
  public synchronized void onRefused(Message reject, String refused) {
    Matcher matcher = CL_ORD_ID.matcher(refused);
    reject(reject, matcher.find() ? matcher.group(1) : "");
  }

  private void report(Message message, String clOrdId) {
    String execType = text(message, ExecType.FIELD);
    boolean trade = execType.equals(TRADE);
    if (!execIds.add(text(message, ExecID.FIELD))) {
      if (isFlagged(message)) {
        repeated++;
        return;
      }
      if (trade) {
        fills.reportUnknown();
        differ(clOrdId, "ExecID " + text(message, ExecID.FIELD) + " came before on another report");
        return;
      }
    }
    OptionalInt index = script.indexOf(clOrdId);
    if (index.isPresent()) {
      inFlight.heard(index.getAsInt());
    }
    if (trade) {
      trade(message, clOrdId, index);
    } else if (execType.equals(REJECTED)) {
      reject(message, clOrdId);
    }
  }

  private void trade(Message message, String clOrdId, OptionalInt index) {
    String quantity = text(message, LastQty.FIELD);
    String price = text(message, LastPx.FIELD);
    if (index.isEmpty()) {
      fills.reportUnknown();
      differ(clOrdId, quantity + "@" + price + " of an order that is not of this run");
      return;
    }
    int order = script.action(index.getAsInt()).order();
    String instead;
    try {
      instead = fills.report(order, new BigDecimal(quantity), new BigDecimal(price));
    } catch (NumberFormatException e) {
      fills.reportUnknown();
      instead = "numbers";
    }
    if (!instead.isEmpty()) {
      differ(clOrdId, "fill " + quantity + "@" + price + ", expected " + instead);
    }
  }

  private void reject(Message message, String clOrdId) {
    rejects++;
    script.indexOf(clOrdId).ifPresent(inFlight::heard);
    differ(clOrdId, "rejected: " + message.getOptionalString(Text.FIELD).orElse("no text"));
  }

  private void differ(String clOrdId, String what) {
    if (differences.size() < DIFFERENCES_KEPT) {
      OptionalInt index = script.indexOf(clOrdId);
      String line = index.isPresent() ? "line " + script.line(index.getAsInt()) : "no line";
      differences.add(line + ", ClOrdID " + clOrdId + ": " + what);
    }
  }

  private static boolean isFlagged(Message message) {
    return message.getHeader().getOptionalString(PossDupFlag.FIELD).orElse("").equals("Y")
        || message.getHeader().getOptionalString(PossResend.FIELD).orElse("").equals("Y");
  }

  private static String text(Message message, int tag) {
    return message.getOptionalString(tag).orElse("");
  }

  synchronized int matched() {
    return fills.matched();
  }

  synchronized int unexpected() {
    return fills.unexpected();
  }

  /** Whether there is nothing left to come. */
  synchronized boolean isComplete() {
    return fills.matched() == fills.size();
  }

  synchronized int rejects() {
    return rejects;
  }

  /** Reports that came a second time, marked as such, and were not counted again. */
  synchronized int repeated() {
    return repeated;
  }

  /** The first things that were not as expected, and the first fills that never were. */
  synchronized List<String> differences() {
    List<String> all = new ArrayList<>(differences);
    all.addAll(fills.missing(DIFFERENCES_KEPT));
    return all;
  }
}
