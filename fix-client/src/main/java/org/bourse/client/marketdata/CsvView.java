package org.bourse.client.marketdata;

import java.math.BigDecimal;
import java.util.Locale;
import org.bourse.client.cli.Console;
import org.jspecify.annotations.Nullable;

/** A header, then a row for each entry; what is told goes to standard error. */
final class CsvView extends PrintedView {

  static final String HEADER =
      "time,symbol,rpt_seq,action,type,id,position,price,size,orders,aggressor,condition";

  /**
   * Prints the header.
   *
   * @param closed called when nobody reads any more
   */
  CsvView(Console console, Runnable closed) {
    super(console, closed);
    out().println(HEADER);
    out().flush();
  }

  @Override
  void print(Update update, MarketBook book) {
    if (update.snapshot() && update.entries().isEmpty()) {
      out().print(row(update));
    }
    for (Entry entry : update.entries()) {
      out().print(row(entry, update.snapshot()));
    }
  }

  /** A W without entries: nothing is in the book. */
  private static String row(Update empty) {
    return join(
        empty.sendingTime(),
        empty.symbol(),
        number(empty.rptSeq()),
        "snapshot",
        "empty",
        "",
        "",
        "",
        "",
        "",
        "",
        "");
  }

  static String row(Entry entry, boolean snapshot) {
    return join(
        entry.time(),
        entry.symbol(),
        number(entry.rptSeq()),
        snapshot ? "snapshot" : Words.action(entry.action()),
        Words.type(entry),
        entry.id(),
        entry.position() == 0 ? "" : Integer.toString(entry.position()),
        text(entry.price()),
        text(entry.size()),
        entry.orders() == null ? "" : entry.orders().toString(),
        Words.aggressor(entry.aggressor()),
        entry.condition());
  }

  private static String join(String... columns) {
    StringBuilder row = new StringBuilder(100);
    for (int i = 0; i < columns.length; i++) {
      row.append(i == 0 ? "" : ",").append(quoted(columns[i]));
    }
    return row.append('\n').toString();
  }

  private static String quoted(String text) {
    boolean plain = text.indexOf(',') < 0 && text.indexOf('"') < 0;
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  private static String number(long rptSeq) {
    return rptSeq == Entry.NO_NUMBER ? "" : String.format(Locale.ROOT, "%d", rptSeq);
  }

  private static String text(@Nullable BigDecimal number) {
    return number == null ? "" : number.toPlainString();
  }
}
