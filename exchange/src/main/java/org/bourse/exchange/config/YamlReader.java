package org.bourse.exchange.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Text to a tree, straight from the parser's events: nothing is resolved, expanded or typed. Of
 * YAML it takes mappings, lists and scalars; anchors, aliases, tags and second documents are
 * faults.
 */
final class YamlReader {

  private static final int DEEPEST = 16;

  private final Parser parser;
  private final FaultLog faults;
  private int line = 1;

  private YamlReader(String text, FaultLog faults) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(SourceText.LARGEST);
    this.parser = new ParserImpl(new StreamReader(text), options);
    this.faults = faults;
  }

  /** The tree, or null where there is none: the file is empty, or a fault says why. */
  static @Nullable YamlNode read(String text, FaultLog faults) {
    YamlReader reader = new YamlReader(text, faults);
    try {
      return reader.document();
    } catch (Unparsable e) {
      faults.add(e.line, YamlPath.ROOT, e.problem);
      return null;
    }
  }

  private @Nullable YamlNode document() throws Unparsable {
    next();
    if (next().is(Event.ID.StreamEnd)) {
      return null;
    }
    Event first = next();
    YamlNode root = node(first, line, YamlPath.ROOT, 0);
    next();
    if (next().is(Event.ID.DocumentStart)) {
      faults.add(line, YamlPath.ROOT, "a second document, only one is allowed");
    }
    return root;
  }

  private YamlNode node(Event event, int at, String path, int depth) throws Unparsable {
    if (event instanceof AliasEvent alias) {
      faults.add(at, path, "aliases are not allowed, was *" + Quoted.oneLine(alias.getAnchor()));
      return new YamlNode.Refused(at);
    }
    refuseAnchor((NodeEvent) event, at, path);
    if (event instanceof ScalarEvent scalar) {
      refuseTag(scalar.getTag(), at, path);
      return new YamlNode.Text(at, scalar.getValue());
    }
    if (depth == DEEPEST) {
      throw new Unparsable(line, "nested deeper than " + DEEPEST + " levels");
    }
    refuseTag(((CollectionStartEvent) event).getTag(), at, path);
    return event instanceof SequenceStartEvent
        ? sequence(at, path, depth)
        : mapping(at, path, depth);
  }

  private YamlNode sequence(int at, String path, int depth) throws Unparsable {
    List<YamlNode> items = new ArrayList<>();
    for (Event event = next(); !event.is(Event.ID.SequenceEnd); event = next()) {
      items.add(node(event, line, YamlPath.item(path, items.size()), depth + 1));
    }
    return new YamlNode.Sequence(at, items);
  }

  private YamlNode mapping(int at, String path, int depth) throws Unparsable {
    Map<String, YamlNode> entries = new LinkedHashMap<>();
    for (Event event = next(); !event.is(Event.ID.MappingEnd); event = next()) {
      int keyLine = line;
      YamlNode key = node(event, keyLine, path, depth + 1);
      String name = key instanceof YamlNode.Text text ? text.value() : "";
      String child = YamlPath.key(path, name);
      Event valueEvent = next();
      YamlNode value = node(valueEvent, keyLine, child, depth + 1);
      if (!(key instanceof YamlNode.Text)) {
        refuseKey(key, path);
        continue;
      }
      YamlNode first = entries.putIfAbsent(name, value);
      if (first != null) {
        faults.add(keyLine, child, "given twice, first in line " + first.line());
      }
    }
    return new YamlNode.Mapping(at, entries);
  }

  private void refuseKey(YamlNode key, String path) {
    if (!(key instanceof YamlNode.Refused)) {
      faults.add(key.line(), path, "a key must be a text, was " + key.kind());
    }
  }

  private void refuseAnchor(NodeEvent event, int at, String path) {
    if (event.getAnchor() != null) {
      faults.add(at, path, "anchors are not allowed, was &" + Quoted.oneLine(event.getAnchor()));
    }
  }

  private void refuseTag(@Nullable String tag, int at, String path) {
    if (tag != null) {
      faults.add(at, path, "tags are not allowed, was " + Quoted.oneLine(tag));
    }
  }

  private Event next() throws Unparsable {
    try {
      Event event = parser.getEvent();
      line = event.getStartMark().getLine() + 1;
      return event;
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark();
      throw new Unparsable(mark == null ? line : mark.getLine() + 1, notYaml(e.getProblem()));
    } catch (YAMLException e) {
      throw new Unparsable(line, notYaml(e.getMessage()));
    } catch (IllegalArgumentException e) {
      // The parser lets NumberFormatException through where a file ends within an escape.
      throw new Unparsable(line, notYaml("malformed escape"));
    }
  }

  private static String notYaml(@Nullable String problem) {
    return "not YAML: " + Quoted.oneLine(String.valueOf(problem));
  }

  /** The rest of the file can't be read. */
  private static final class Unparsable extends Exception {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final String problem;

    Unparsable(int line, String problem) {
      super(problem);
      this.line = line;
      this.problem = problem;
    }
  }
}
