package org.bourse.exchange.command;

import java.math.BigDecimal;
import java.util.function.Consumer;
import org.bourse.exchange.model.ControlKind;

/**
 * What the venue does of itself: by its schedule, its clock, or an operator. {@link ControlKind}
 * says which of the values are told for which kind.
 *
 * @param correlation comes back in the answer, 0: nobody waits for one
 * @param orderId 0: none
 * @param execId 0: none
 * @param price scaled by the instrument's price scale
 * @param quantity scaled by the instrument's quantity scale
 * @param time in nanoseconds: a moment or a length, by kind
 * @param instrumentId -1: all
 * @param sessionId -1: all
 * @param participantId -1: all
 * @param code a value, by kind
 * @param mask what is set of code, or how other values are to be read: {@link #IN_OWN_SCALES},
 *     {@link #BY_SCHEDULE}
 * @param msgType {@code '\0'}: none
 * @param by who asked for it
 */
public record Control(
    long correlation,
    ControlKind kind,
    long orderId,
    long execId,
    long price,
    long quantity,
    long time,
    int instrumentId,
    int sessionId,
    int participantId,
    int code,
    int mask,
    char msgType,
    String text,
    String by)
    implements Command {

  /**
   * In mask: price and quantity have scales of their own, the price's in the second byte, the
   * quantity's in the first; else they have the instrument's.
   */
  public static final int IN_OWN_SCALES = 1 << 16;

  /**
   * In mask: the schedule asks, time is the moment for which it does. A phase does not end a halt
   * then, unless it is the close, but is the one in which the halted instrument goes on; a day that
   * begins leaves all instruments closed.
   */
  public static final int BY_SCHEDULE = 1;

  /** A control that says nothing but its kind. */
  public static Control of(ControlKind kind) {
    return new Control(0, kind, 0, 0, 0, 0, 0, -1, -1, -1, 0, 0, '\0', "", "");
  }

  /** The same, for somebody who waits for the answer. */
  public Control from(long who, String name) {
    return with(
        draft -> {
          draft.correlation = who;
          draft.by = name;
        });
  }

  /** The same for an order. */
  public Control order(long id) {
    return with(draft -> draft.orderId = id);
  }

  /** The same for an execution. */
  public Control execution(long id) {
    return with(draft -> draft.execId = id);
  }

  /** The same with a price and a quantity. */
  public Control values(long newPrice, long newQuantity) {
    return with(
        draft -> {
          draft.price = newPrice;
          draft.quantity = newQuantity;
        });
  }

  /** The same with a price and a quantity as they are written, whatever the instrument's scales. */
  public Control decimals(BigDecimal newPrice, BigDecimal newQuantity) {
    Control with = values(plain(newPrice), plain(newQuantity));
    int scales =
        IN_OWN_SCALES | Math.max(0, newPrice.scale()) << 8 | Math.max(0, newQuantity.scale());
    return with.switches(scales, code);
  }

  private Control with(Consumer<ControlDraft> change) {
    ControlDraft draft = new ControlDraft(this);
    change.accept(draft);
    return draft.control();
  }

  private static long plain(BigDecimal value) {
    return value.unscaledValue().longValueExact();
  }

  /** The same with a time. */
  public Control time(long nanos) {
    return with(draft -> draft.time = nanos);
  }

  /** The same for an instrument. */
  public Control instrument(int id) {
    return with(draft -> draft.instrumentId = id);
  }

  /** The same for a session. */
  public Control session(int id) {
    return with(draft -> draft.sessionId = id);
  }

  /** The same for a participant. */
  public Control participant(int id) {
    return with(draft -> draft.participantId = id);
  }

  /** The same with a code. */
  public Control code(int value) {
    return with(draft -> draft.code = value);
  }

  /** The same with switches. */
  public Control switches(int which, int values) {
    return with(
        draft -> {
          draft.code = values;
          draft.mask = which;
        });
  }

  /** The same for requests of a type. */
  public Control requests(char type) {
    return with(draft -> draft.msgType = type);
  }

  /** The same with a text. */
  public Control text(String words) {
    return with(draft -> draft.text = words);
  }
}
