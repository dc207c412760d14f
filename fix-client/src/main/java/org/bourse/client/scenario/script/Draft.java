package org.bourse.client.scenario.script;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bourse.client.fix.Dictionary;

/** A scenario while it is read, line by line. */
final class Draft {

  private static final int MOST_ROUNDS = 1_000_000;

  private final Dictionary dictionary;
  private final Place place;
  private final String id;
  private final String title;
  private final Set<String> sessions = new HashSet<>();
  private final Set<String> captured = new HashSet<>();
  private final Deque<Block> blocks = new ArrayDeque<>();

  /** A run of steps: the scenario's own, those of a repeat, those of an any-order. */
  private record Block(Place place, int times, List<Step> steps) {

    boolean isRepeat() {
      return times > 0;
    }

    boolean isAnyOrder() {
      return times == 0;
    }
  }

  private Draft(Dictionary dictionary, Place place, String id, String title) {
    this.dictionary = dictionary;
    this.place = place;
    this.id = id;
    this.title = title;
    blocks.push(new Block(place, -1, new ArrayList<>()));
  }

  /** From a {@code scenario} line, its comment cut off. */
  static Draft of(Dictionary dictionary, Place place, String line) throws Fault {
    String[] words = line.strip().split("\\s+", 3);
    if (words.length < 2) {
      throw new Fault("scenario: what is its id?");
    }
    return new Draft(dictionary, place, words[1], words.length == 3 ? words[2] : "");
  }

  String id() {
    return id;
  }

  Place place() {
    return place;
  }

  void line(Place place, List<Token> tokens) throws Fault {
    String first = tokens.get(0).text();
    switch (first) {
      case "session" -> begin(SessionLine.read(place, tokens));
      case "venue" -> add(new VenueLine(dictionary, values()).read(place, tokens));
      case "any-order" -> open(place, tokens, 0);
      case "repeat" -> open(place, tokens, rounds(tokens));
      case "end" -> close(tokens);
      case "wait" ->
          add(
              new Step.Wait(
                  place, SessionStepLine.duration(tokens.subList(1, tokens.size()), first)));
      default -> {
        if (!sessions.contains(first)) {
          throw new Fault("'" + first + "' is neither a session nor a step");
        }
        add(step(place, first, tokens));
      }
    }
  }

  private Step step(Place place, String session, List<Token> tokens) throws Fault {
    return new SessionStepLine(dictionary, values()).read(place, session, tokens);
  }

  /** A line whose session sends bytes as they stand. */
  void raw(Place place, String session, String text) throws Fault {
    if (!sessions.contains(session)) {
      throw new Fault("'" + session + "' is no session");
    }
    if (text.isEmpty()) {
      throw new Fault("raw: which bytes?");
    }
    add(new Step.Raw(place, session, text));
  }

  private Values values() {
    return new Values(captured, blocks.stream().anyMatch(Block::isRepeat));
  }

  private void begin(Session session) throws Fault {
    if (blocks.size() > 1) {
      throw new Fault("a session line can't stand in a block");
    }
    if (!sessions.add(session.name())) {
      throw new Fault("there is a session " + session.name() + " already");
    }
    add(new Step.Begin(session.place(), session));
  }

  private void add(Step step) throws Fault {
    Block block = blocks.element();
    if (block.isAnyOrder() && !(step instanceof Step.Expect)) {
      throw new Fault("only expected messages can come in any order");
    }
    if (block.isAnyOrder() && ((Step.Expect) step).optional()) {
      throw new Fault("what comes in any order can't be optional");
    }
    block.steps().add(step);
  }

  private void open(Place place, List<Token> tokens, int times) throws Fault {
    if (blocks.element().isAnyOrder()) {
      throw new Fault("only expected messages can come in any order");
    }
    if (times == 0 && tokens.size() > 1) {
      throw new Fault("any-order takes nothing: '" + tokens.get(1).text() + "'");
    }
    blocks.push(new Block(place, times, new ArrayList<>()));
  }

  private static int rounds(List<Token> tokens) throws Fault {
    boolean isNumber = tokens.size() == 2 && tokens.get(1).text().matches("[1-9]\\d{0,6}");
    int rounds = isNumber ? Integer.parseInt(tokens.get(1).text()) : 0;
    if (rounds < 1 || rounds > MOST_ROUNDS) {
      throw new Fault("repeat takes a number of rounds, 1 to " + MOST_ROUNDS);
    }
    return rounds;
  }

  private void close(List<Token> tokens) throws Fault {
    if (tokens.size() > 1) {
      throw new Fault("end takes nothing: '" + tokens.get(1).text() + "'");
    }
    if (blocks.size() == 1) {
      throw new Fault("there is no repeat and no any-order to end");
    }
    Block block = blocks.pop();
    if (block.steps().isEmpty()) {
      throw new Fault("there is nothing between " + block.place().line() + " and its end");
    }
    blocks.element().steps().add(step(block));
  }

  private static Step step(Block block) {
    if (block.isRepeat()) {
      return new Step.Repeat(block.place(), block.times(), List.copyOf(block.steps()));
    }
    return new Step.AnyOrder(
        block.place(), block.steps().stream().map(Step.Expect.class::cast).toList());
  }

  Scenario finished() throws Fault {
    if (blocks.size() > 1) {
      Place open = blocks.element().place();
      throw new Fault("'" + open.text() + "' in line " + open.line() + " has no end");
    }
    return new Scenario(place, id, title, List.copyOf(blocks.element().steps()));
  }
}
