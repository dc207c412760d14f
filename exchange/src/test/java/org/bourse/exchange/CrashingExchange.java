package org.bourse.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import org.bourse.exchange.config.Configuration;
import org.bourse.exchange.config.ExchangeSettings;
import org.bourse.exchange.config.FixSection;
import org.bourse.exchange.config.JournalSettings;
import org.bourse.exchange.config.MessageStoreSettings;
import org.bourse.exchange.crash.CrashTrigger;
import org.bourse.exchange.crash.KillingStorage;
import org.bourse.exchange.fix.FixSettings;
import org.bourse.exchange.journal.LastRun;

/**
 * An exchange that ends itself as SIGKILL does at a given point. Its segments are so small that
 * they roll often, and it keeps so few messages that their log is often made shorter.
 *
 * <p>Arguments: the folder with the configuration, the data folder, the port, whether the point is
 * armed from the begin ({@code start}) or by a first line on the standard input ({@code line}), and
 * the point.
 */
public final class CrashingExchange {
  private static final long SEGMENT = 32 << 10;
  private static final int RETAINED = 100;

  private CrashingExchange() {}

  public static void main(String[] arguments) throws Exception {
    List<String> all = List.of(arguments);
    boolean fromStart = all.get(3).equals("start");
    CrashTrigger trigger = new CrashTrigger(all.subList(4, all.size()), fromStart);
    Path config = Path.of(all.get(0));
    Configuration configuration = Configuration.load(config);
    Exchange exchange =
        Exchange.start(
            configuration.withExchange(withSmallSegments(configuration.exchange())),
            FixSettings.load(
                config.resolve("fix.cfg"), OptionalInt.of(Integer.parseInt(all.get(2)))),
            Path.of(all.get(1)),
            new Environment(
                KillingStorage.ofJournal(trigger),
                KillingStorage.ofMessages(trigger),
                KillingStorage.ofSnapshots(trigger),
                LastRun.bootId()));
    System.out.println(
        exchange.summary().missedReports() + " reports that clients had not been sent");
    System.out.println("Ctrl-C stops it.");
    awaitLine();
    trigger.arm();
    new CountDownLatch(1).await();
  }

  private static ExchangeSettings withSmallSegments(ExchangeSettings configured) {
    return new ExchangeSettings(
        configured.durability(),
        new JournalSettings(SEGMENT, configured.journal().archive()),
        configured.snapshot(),
        configured.engine(),
        configured.sequencer(),
        new FixSection(
            configured.fix().settings(),
            new MessageStoreSettings(configured.fix().messageStore().kind(), SEGMENT, RETAINED)));
  }

  private static void awaitLine() throws IOException {
    new BufferedReader(new InputStreamReader(System.in, UTF_8)).readLine();
  }
}
