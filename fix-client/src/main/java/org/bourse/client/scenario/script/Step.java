package org.bourse.client.scenario.script;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One thing that a scenario does, or expects. */
public sealed interface Step {

  /** Where it stands. */
  Place place();

  /** A step on one session. */
  sealed interface OnSession extends Step {

    /** What the script calls the session. */
    String session();
  }

  /** A session begins: it is logged on here, unless the script does that itself. */
  record Begin(Place place, Session declared) implements OnSession {

    /** Whether nothing is sent and nothing passed over but what the script says. */
    public boolean isPlain() {
      return declared.sender().isEmpty();
    }

    @Override
    public String session() {
      return declared.name();
    }
  }

  /**
   * Sends a message.
   *
   * @param fields in their order, header ones too
   */
  record Send(Place place, String session, String type, List<Field> fields) implements OnSession {}

  /**
   * The next message must be this.
   *
   * @param type MsgType(35), or {@link #GARBLED}
   * @param strict no other fields but those of header and trailer, and TransactTime(60)
   * @param optional whether it may as well not come, or another in its stead
   * @param within how long to wait for it
   */
  record Expect(
      Place place,
      String session,
      String type,
      List<Field> fields,
      boolean strict,
      boolean optional,
      Duration within)
      implements OnSession {

    /** Stands for a type where bytes are expected that are no sound message. */
    public static final String GARBLED = "garbled";
  }

  /** No message may come. */
  record ExpectNone(Place place, String session, Duration howLong) implements OnSession {}

  /** The other side closes the connection. */
  record ExpectEnd(Place place, String session, Duration within) implements OnSession {}

  /** Sends bytes as they are written. */
  record Raw(Place place, String session, String text) implements OnSession {}

  /**
   * Sends the bytes of a QuickFIX acceptance script.
   *
   * @param text fields that end with SOH each; {@code <TIME+n>} is now and n seconds more
   */
  record Bytes(Place place, String session, String text) implements OnSession {}

  /**
   * The next message must have these fields and no others, as a QuickFIX acceptance script has it:
   * times may be any, Text(58) may go on.
   *
   * @param fields values by tags
   */
  record ExpectExactly(Place place, String session, Map<Integer, String> fields)
      implements OnSession {}

  /** Opens a connection and sends nothing. */
  record Connect(Place place, String session) implements OnSession {}

  /** Opens a connection and logs on, with these fields beside the usual ones, or in their stead. */
  record Logon(Place place, String session, List<Field> fields) implements OnSession {}

  /** Logs out and waits for the answer. */
  record Logout(Place place, String session, List<Field> fields) implements OnSession {}

  /** Closes the connection without a word. */
  record Disconnect(Place place, String session) implements OnSession {}

  /** Sets the number of the next message that goes out. */
  record NextOut(Place place, String session, int number) implements OnSession {}

  /** Sets the number of the next message that is expected. */
  record NextIn(Place place, String session, int number) implements OnSession {}

  /** No Heartbeats for so long. */
  record Mute(Place place, String session, Duration howLong) implements OnSession {}

  /** Reads nothing for so long. */
  record StopReading(Place place, String session, Duration howLong) implements OnSession {}

  /** Lets time pass. */
  record Wait(Place place, Duration howLong) implements Step {}

  /** The expectations in it, in any order. */
  record AnyOrder(Place place, List<Expect> expectations) implements Step {}

  /** The steps in it, so many times. */
  record Repeat(Place place, int times, List<Step> steps) implements Step {}

  /**
   * Has the venue do something.
   *
   * @param control what
   * @param parameters with what, in the words of the admin interface
   */
  record Venue(Place place, String control, Map<String, Parameter> parameters) implements Step {}

  /** Ends or starts the exchange's process. */
  record Exchange(Place place, Act act) implements Step {

    /** What is done to it. */
    public enum Act {
      /** SIGKILL. */
      KILL,
      /** An orderly stop. */
      STOP,
      /** A start on the same data. */
      START
    }
  }
}
