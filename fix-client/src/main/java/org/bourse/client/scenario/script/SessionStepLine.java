package org.bourse.client.scenario.script;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bourse.client.cli.DurationText;
import org.bourse.client.fix.Dictionary;
import picocli.CommandLine.TypeConversionException;

/** Reads lines that begin with a session's name. */
final class SessionStepLine {

  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration SILENCE = Duration.ofMillis(300);
  private static final String WITHIN = "within";

  private final Dictionary dictionary;
  private final Values values;

  SessionStepLine(Dictionary dictionary, Values values) {
    this.dictionary = dictionary;
    this.values = values;
  }

  Step read(Place place, String session, List<Token> tokens) throws Fault {
    if (tokens.size() < 2) {
      throw new Fault("what shall session " + session + " do?");
    }
    List<Token> rest = tokens.subList(2, tokens.size());
    String verb = tokens.get(1).text();
    return switch (verb) {
      case ">" -> send(place, session, rest);
      case "<" -> expect(place, session, rest);
      case "expect" -> expectEnd(place, session, rest);
      case "logon" -> new Step.Logon(place, session, toSend(rest));
      case "logout" -> new Step.Logout(place, session, toSend(rest));
      case "connect" -> new Step.Connect(place, none(session, rest, verb));
      case "disconnect" -> new Step.Disconnect(place, none(session, rest, verb));
      case "next-out" -> new Step.NextOut(place, session, number(rest, verb));
      case "next-in" -> new Step.NextIn(place, session, number(rest, verb));
      case "mute" -> new Step.Mute(place, session, duration(rest, verb));
      case "stop-reading" -> new Step.StopReading(place, session, duration(rest, verb));
      default -> throw new Fault("no session step is called '" + verb + "'");
    };
  }

  private Step send(Place place, String session, List<Token> tokens) throws Fault {
    return new Step.Send(place, session, type(tokens), toSend(tokens.subList(1, tokens.size())));
  }

  private List<Field> toSend(List<Token> tokens) throws Fault {
    return Fields.toSend(dictionary, values, tokens);
  }

  private Step expect(Place place, String session, List<Token> tokens) throws Fault {
    if (!tokens.isEmpty() && tokens.get(0).is("none")) {
      List<Token> rest = tokens.subList(1, tokens.size());
      return new Step.ExpectNone(place, session, rest.isEmpty() ? SILENCE : duration(rest, "none"));
    }
    String type =
        tokens.isEmpty() || !tokens.get(0).is(Step.Expect.GARBLED)
            ? type(tokens)
            : Step.Expect.GARBLED;
    boolean strict = false;
    boolean optional = false;
    Duration within = PATIENCE;
    List<Token> fields = new ArrayList<>();
    for (Token token : tokens.subList(1, tokens.size())) {
      if (token.is("strict")) {
        strict = true;
      } else if (token.is("optional")) {
        optional = true;
      } else if (token.key().equals(WITHIN)) {
        within = duration(token.value().text());
      } else {
        fields.add(token);
      }
    }
    List<Field> expected = Fields.expected(dictionary, values, fields);
    return new Step.Expect(place, session, type, expected, strict, optional, within);
  }

  private static Step expectEnd(Place place, String session, List<Token> tokens) throws Fault {
    if (tokens.isEmpty() || !tokens.get(0).is("disconnect") || tokens.size() > 2) {
      throw new Fault("what can be expected so is a disconnect: " + session + " expect disconnect");
    }
    if (tokens.size() == 1) {
      return new Step.ExpectEnd(place, session, PATIENCE);
    }
    if (!tokens.get(1).key().equals(WITHIN)) {
      throw new Fault("'" + tokens.get(1).text() + "' is not within=...");
    }
    return new Step.ExpectEnd(place, session, duration(tokens.get(1).value().text()));
  }

  /** MsgType(35), also by the message's name. */
  private String type(List<Token> tokens) throws Fault {
    if (tokens.isEmpty() || tokens.get(0).kind() != Token.Kind.WORD) {
      throw new Fault("which message? '> D' or '> NewOrderSingle'");
    }
    String word = tokens.get(0).text();
    String named = dictionary.messageType(word);
    if (named != null) {
      return named;
    }
    if (word.isEmpty() || word.length() > 3 || word.indexOf('=') >= 0) {
      throw new Fault("FIX 4.4 has no message '" + word + "'");
    }
    return word;
  }

  private static String none(String session, List<Token> tokens, String verb) throws Fault {
    if (!tokens.isEmpty()) {
      throw new Fault(verb + " takes nothing: '" + tokens.get(0).text() + "'");
    }
    return session;
  }

  private static int number(List<Token> tokens, String verb) throws Fault {
    if (tokens.size() != 1 || !tokens.get(0).text().matches("[1-9]\\d{0,8}")) {
      throw new Fault(verb + " takes a sequence number");
    }
    return Integer.parseInt(tokens.get(0).text());
  }

  static Duration duration(List<Token> tokens, String verb) throws Fault {
    if (tokens.size() != 1) {
      throw new Fault(verb + " takes a duration, such as 500ms or 5s");
    }
    return duration(tokens.get(0).text());
  }

  private static Duration duration(String text) throws Fault {
    try {
      return new DurationText().convert(text);
    } catch (TypeConversionException e) {
      throw new Fault(String.valueOf(e.getMessage()));
    }
  }
}
