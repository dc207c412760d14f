package org.bourse.exchange.fix;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import quickfix.ConfigError;
import quickfix.DataDictionary;
import quickfix.DataDictionaryProvider;
import quickfix.FieldConvertError;
import quickfix.FieldException;
import quickfix.FieldNotFound;
import quickfix.IncorrectDataFormat;
import quickfix.IncorrectTagValue;
import quickfix.Message;
import quickfix.Session;
import quickfix.SessionID;
import quickfix.SessionSettings;
import quickfix.field.MsgType;
import quickfix.field.NoRelatedSym;
import quickfix.field.OrigSendingTime;
import quickfix.field.PossDupFlag;
import quickfix.field.SessionRejectReason;

/**
 * Holds incoming messages against the session's dictionary, in QuickFIX/J's place. QuickFIX/J
 * answers a fault by itself, and after a crash would not know that it has; here a faulty request
 * goes through the journal like any other, and is refused once.
 */
final class MessageChecks {
  private final Map<SessionID, Settings> sessions = new HashMap<>();

  /**
   * A session's settings.
   *
   * @param checks ValidateIncomingMessage
   * @param rejects RejectInvalidMessage
   * @param dated RequiresOrigSendingTime
   * @param refuses whether a faulty request leaves the connection and its numbers as they are
   */
  private record Settings(boolean checks, boolean rejects, boolean dated, boolean refuses) {}

  /**
   * Takes the checks over.
   *
   * @param settings where ValidateIncomingMessage is turned off, so that nothing is checked twice
   */
  MessageChecks(SessionSettings settings) throws ConfigError {
    try {
      for (Iterator<SessionID> i = settings.sectionIterator(); i.hasNext(); ) {
        SessionID id = i.next();
        boolean refuses =
            !is(settings, id, Session.SETTING_DISCONNECT_ON_ERROR, false)
                && !is(settings, id, Session.SETTING_RESET_ON_ERROR, false);
        sessions.put(
            id,
            new Settings(
                is(settings, id, Session.SETTING_VALIDATE_INCOMING_MESSAGE, true),
                is(settings, id, Session.SETTING_REJECT_INVALID_MESSAGE, true),
                is(settings, id, Session.SETTING_REQUIRES_ORIG_SENDING_TIME, true),
                refuses));
        settings.setBool(id, Session.SETTING_VALIDATE_INCOMING_MESSAGE, false);
      }
    } catch (FieldConvertError e) {
      throw new ConfigError(e);
    }
  }

  private static boolean is(SessionSettings settings, SessionID id, String key, boolean otherwise)
      throws ConfigError, FieldConvertError {
    return settings.isSetting(id, key) ? settings.getBool(id, key) : otherwise;
  }

  /** Returns the message, or what stands for it on its way if it has a fault. Any thread. */
  Message checked(Session session, Message message) {
    SessionID id = session.getSessionID();
    Settings settings = Objects.requireNonNull(sessions.get(id));
    @Nullable DataDictionaryProvider dictionaries = session.getDataDictionaryProvider();
    if (!settings.checks || dictionaries == null) {
      return message;
    }
    DataDictionary dictionary = dictionaries.getSessionDataDictionary(id.getBeginString());
    FieldException fault = fault(session, dictionary, message);
    if (fault != null && asksForAll(message, fault)) {
      message.setInt(NoRelatedSym.FIELD, 0);
      fault = fault(session, dictionary, message);
    }
    if (fault == null && settings.dated && isUndatedCopy(message)) {
      fault = new FieldException(SessionRejectReason.REQUIRED_TAG_MISSING, OrigSendingTime.FIELD);
    }
    if (fault == null) {
      return message;
    }
    if (!settings.rejects) {
      session.getLog().onErrorEvent("Passed on all the same: " + fault.getMessage());
      return message;
    }
    FaultyMessage faulty = FaultyMessage.of(message, id, fault, settings.refuses);
    return faulty == null ? message : faulty;
  }

  /**
   * Whether the fault is just that a request for market data names no instrument, as one does that
   * is about all. The dictionary takes a count of none for that.
   */
  private static boolean asksForAll(Message message, FieldException fault) {
    return fault.getField() == NoRelatedSym.FIELD
        && fault.getSessionRejectReason() == SessionRejectReason.REQUIRED_TAG_MISSING
        && message
            .getHeader()
            .getOptionalString(MsgType.FIELD)
            .orElse("")
            .equals(MsgType.MARKET_DATA_REQUEST);
  }

  /** A copy of a request must say when that was sent first; QuickFIX/J itself sees to its own. */
  private static boolean isUndatedCopy(Message message) {
    Message.Header header = message.getHeader();
    return header.isSetField(PossDupFlag.FIELD)
        && !header.isSetField(OrigSendingTime.FIELD)
        && message.isApp()
        && header.getOptionalString(PossDupFlag.FIELD).orElse("").equals("Y");
  }

  /** The first fault, told as QuickFIX/J does; null: none. */
  private static @Nullable FieldException fault(
      Session session, DataDictionary dictionary, Message message) {
    try {
      dictionary.validate(message);
      return null;
    } catch (FieldException e) {
      return e;
    } catch (IncorrectTagValue e) {
      return new FieldException(e.getSessionRejectReason(), e.getMessage(), e.getField());
    } catch (IncorrectDataFormat e) {
      return new FieldException(e.getSessionRejectReason(), e.getMessage(), e.getField());
    } catch (FieldNotFound e) {
      return new FieldException(SessionRejectReason.REQUIRED_TAG_MISSING, e.field);
    } catch (RuntimeException e) { // what a client sends must not end more than the message
      session.getLog().onErrorEvent("A message can't be checked: " + e);
      return new FieldException(SessionRejectReason.OTHER, "Message can't be checked", 0);
    }
  }
}
