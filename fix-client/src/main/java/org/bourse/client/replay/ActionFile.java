package org.bourse.client.replay;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.bourse.client.cli.CouldNotRun;
import org.bourse.client.replay.Action.Fill;
import org.bourse.client.replay.Action.Kind;

/** Reads a file of actions, plain or gzipped; what is wrong with it is said with file and line. */
final class ActionFile {

  private static final String HEADER = "seq,time,action,order_id,side,price,qty,expected_fills";
  private static final int COLUMNS = 8;

  private final Path path;
  private final List<Action> actions = new ArrayList<>();
  private final Map<String, Integer> orders = new HashMap<>();
  private int line;

  private ActionFile(Path path) {
    this.path = path;
  }

  /**
   * Reads all of it: the action at index {@code i} stands on line {@code i + 2}.
   *
   * @throws CouldNotRun if it can't be read, or a line is not an action
   */
  static List<Action> read(Path path) throws CouldNotRun {
    ActionFile file = new ActionFile(path);
    try (InputStream in = Files.newInputStream(path);
        InputStream plain = path.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
      file.read(reader);
    } catch (NoSuchFileException e) {
      throw new CouldNotRun(path + ": no such file", e);
    } catch (IOException e) {
      throw new CouldNotRun(path + ": cannot be read: " + e.getMessage(), e);
    }
    return file.actions;
  }

  private void read(BufferedReader reader) throws IOException, CouldNotRun {
    line = 1;
    String text = reader.readLine();
    if (text == null || !text.startsWith(HEADER)) {
      throw fault("the first line must begin with " + HEADER);
    }
    while ((text = reader.readLine()) != null) {
      line++;
      actions.add(action(text.split(",", -1)));
    }
    if (actions.isEmpty()) {
      throw fault("no actions");
    }
  }

  private Action action(String[] columns) throws CouldNotRun {
    if (columns.length < COLUMNS) {
      throw fault(columns.length + " columns, at least " + COLUMNS + " expected");
    }
    long seq = columns[0].equals("S") ? Action.SEED : number("seq", columns[0], 0);
    Kind kind = kind(columns[2]);
    int order = kind.isOrder() ? newOrder(columns[3]) : knownOrder(columns[3]);
    boolean buy = buy(columns[4]);
    long price = number("price", columns[5], 1);
    long quantity = number("qty", columns[6], kind == Kind.CANCEL ? 0 : 1);
    return new Action(seq, kind, order, buy, price, quantity, fills(columns[7]));
  }

  private Kind kind(String text) throws CouldNotRun {
    return switch (text) {
      case "NEW" -> Kind.NEW;
      case "IOC" -> Kind.IOC;
      case "CANCEL" -> Kind.CANCEL;
      case "REDUCE" -> Kind.REDUCE;
      default -> throw fault("action '" + text + "' is none of NEW, IOC, CANCEL, REDUCE");
    };
  }

  private boolean buy(String text) throws CouldNotRun {
    return switch (text) {
      case "B" -> true;
      case "S" -> false;
      default -> throw fault("side '" + text + "' is neither B nor S");
    };
  }

  private List<Fill> fills(String text) throws CouldNotRun {
    if (text.isEmpty()) {
      return List.of();
    }
    List<Fill> fills = new ArrayList<>();
    for (String fill : text.split(";", -1)) {
      int colon = fill.indexOf(':');
      int at = fill.indexOf('@', colon + 1);
      if (colon < 1 || at < 0) {
        throw fault("expected fill '" + fill + "' is not order:quantity@price");
      }
      fills.add(
          new Fill(
              knownOrder(fill.substring(0, colon)),
              number("fill quantity", fill.substring(colon + 1, at), 1),
              number("fill price", fill.substring(at + 1), 1)));
    }
    return List.copyOf(fills);
  }

  private int newOrder(String id) throws CouldNotRun {
    int order = orders.size();
    if (id.isEmpty() || orders.putIfAbsent(id, order) != null) {
      throw fault(id.isEmpty() ? "no order_id" : "order " + id + " was there before");
    }
    return order;
  }

  private int knownOrder(String id) throws CouldNotRun {
    Integer order = orders.get(id);
    if (order == null) {
      throw fault("order '" + id + "' is unknown");
    }
    return order;
  }

  private long number(String name, String text, long least) throws CouldNotRun {
    try {
      long number = Long.parseLong(text);
      if (number >= least) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new CouldNotRun(at() + name + " '" + text + "' is not a number", e);
    }
    throw fault(name + " " + text + " is below " + least);
  }

  private CouldNotRun fault(String what) {
    return new CouldNotRun(at() + what);
  }

  private String at() {
    return path + ":" + line + ": ";
  }
}
