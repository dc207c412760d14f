package org.bourse.client;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.bourse.client.cli.Console;

/** Runs the command line in this process. */
public final class Client {

  private Client() {}

  /** How a command ended and what it printed. */
  public record Result(int status, String out, String err) {}

  public static Result run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Console console = new Console(new PrintWriter(out, true), new PrintWriter(err, true), false);
    int status = Main.run(console, args);
    return new Result(status, out.toString(), err.toString());
  }
}
