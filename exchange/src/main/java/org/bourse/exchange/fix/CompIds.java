package org.bourse.exchange.fix;

import quickfix.SessionID;
import quickfix.field.SenderCompID;
import quickfix.field.SenderLocationID;
import quickfix.field.SenderSubID;
import quickfix.field.TargetCompID;
import quickfix.field.TargetLocationID;
import quickfix.field.TargetSubID;

/**
 * The header fields that say from whom to whom, written once a session.
 *
 * @param sender the fields of the sender
 * @param target the fields of the target
 */
record CompIds(FixWriter sender, FixWriter target) {
  static CompIds of(SessionID session) {
    FixWriter sender = new FixWriter().field(SenderCompID.FIELD, session.getSenderCompID());
    add(sender, SenderSubID.FIELD, session.getSenderSubID());
    add(sender, SenderLocationID.FIELD, session.getSenderLocationID());
    FixWriter target = new FixWriter().field(TargetCompID.FIELD, session.getTargetCompID());
    add(target, TargetSubID.FIELD, session.getTargetSubID());
    add(target, TargetLocationID.FIELD, session.getTargetLocationID());
    return new CompIds(sender, target);
  }

  private static void add(FixWriter to, int tag, String value) {
    if (!value.isEmpty()) {
      to.field(tag, value);
    }
  }
}
