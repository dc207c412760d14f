package org.bourse.exchange;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.bourse.exchange.config.Configuration;
import org.bourse.exchange.config.ConfigurationFaults;
import org.bourse.exchange.config.HttpSettings;
import org.bourse.exchange.fix.FixSettings;
import org.bourse.exchange.fix.InvalidFixSettings;
import org.bourse.exchange.model.Durability;
import org.bourse.exchange.tools.Trouble;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code start}: runs an exchange until it is told to stop. */
@Command(
    name = "start",
    description = "Starts the exchange; Ctrl-C or SIGTERM stops it.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class StartCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(StartCommand.class);
  private static final int HIGHEST_PORT = 65_535;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--config",
      paramLabel = "DIR",
      description = "Folder with the configuration (default: config).")
  private @Nullable Path config;

  @Mixin private final DataOption data = new DataOption();

  @Option(
      names = "--durability",
      paramLabel = "disk|os",
      converter = DurabilityWord.class,
      description = "When an acknowledgement may leave: forced to the disk, or given to the OS.")
  private @Nullable Durability durability;

  @Option(
      names = "--fix-port",
      paramLabel = "N",
      description = "Port of the FIX acceptor, whatever fix.cfg says.")
  private @Nullable Integer fixPort;

  @Option(
      names = "--http-port",
      paramLabel = "N",
      description = "Port of the HTTP server, whatever exchange.yaml says; 0: none.")
  private @Nullable Integer httpPort;

  private final CountDownLatch stopped = new CountDownLatch(1);

  /** Reads a durability as it is written in exchange.yaml. */
  static final class DurabilityWord implements ITypeConverter<Durability> {
    @Override
    public Durability convert(String word) {
      return switch (word) {
        case "disk" -> Durability.DISK;
        case "os" -> Durability.OS;
        default -> throw new TypeConversionException("expected disk or os but was '" + word + "'");
      };
    }
  }

  @Override
  public Integer call() throws InterruptedException {
    CommandSpec command = Objects.requireNonNull(spec);
    PrintWriter err = command.commandLine().getErr();
    if (fixPort != null && (fixPort < 1 || fixPort > HIGHEST_PORT)) {
      throw new ParameterException(
          command.commandLine(), "--fix-port must be from 1 to " + HIGHEST_PORT);
    }
    if (httpPort != null && (httpPort < 0 || httpPort > HIGHEST_PORT)) {
      throw new ParameterException(
          command.commandLine(), "--http-port must be from 0 to " + HIGHEST_PORT);
    }
    Path configFolder = config == null ? Home.resolve("config") : config;
    try {
      Configuration configuration = Configuration.load(configFolder);
      if (durability != null) {
        configuration =
            configuration.withExchange(configuration.exchange().withDurability(durability));
      }
      if (httpPort != null) {
        configuration = configuration.withExchange(configuration.exchange().withHttpPort(httpPort));
      }
      FixSettings fix =
          FixSettings.load(
              configuration.exchange().fix().settings(),
              fixPort == null ? OptionalInt.empty() : OptionalInt.of(fixPort));
      run(configuration, fix, configFolder, data.path(), command.commandLine().getOut());
      return 0;
    } catch (ConfigurationFaults | InvalidFixSettings | StartFault e) {
      err.println(e.getMessage());
    } catch (IOException e) {
      err.println(Trouble.line(e));
    }
    err.flush();
    return ExitCode.COULD_NOT_RUN;
  }

  private void run(
      Configuration configuration,
      FixSettings fix,
      Path configFolder,
      Path dataFolder,
      PrintWriter out)
      throws StartFault, IOException, InterruptedException {
    Exchange exchange = Exchange.start(configuration, fix, dataFolder, Environment.real());
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(exchange), "stop"));
    out.println(Version.text() + " is open");
    out.println("  FIX 4.4     " + fix.summary());
    HttpSettings http = configuration.exchange().http();
    if (http.port() != 0) {
      out.println("  HTTP        " + http.address() + ":" + http.port());
    }
    out.println("  instruments " + configuration.instruments().size());
    out.println("  config      " + configFolder.toAbsolutePath().normalize());
    out.println("  data        " + dataFolder.toAbsolutePath().normalize());
    out.println(
        "  durability  " + configuration.exchange().durability().name().toLowerCase(Locale.ROOT));
    exchange.summary().lines().forEach(out::println);
    out.println("Ctrl-C stops it.");
    out.flush();
    while (!stopped.await(1, TimeUnit.SECONDS)) {
      if (!exchange.holdsFolder()) {
        LOG.error(
            "{}: was removed, so another exchange may work on the folder: this one ends at once, as"
                + " if it were killed",
            dataFolder.resolve("lock"));
        Runtime.getRuntime().halt(ExitCode.AMISS);
      }
    }
  }

  /** Runs as the process is told to end, and ends it with the code of an orderly stop. */
  private void stop(Exchange exchange) {
    int exitCode = 0;
    try {
      if (exchange.stop()) {
        LOG.info("Stopped");
      } else {
        LOG.error("Stopped, after order entry or the message log had failed; see above");
        exitCode = ExitCode.AMISS;
      }
    } catch (IOException | InterruptedException | RuntimeException e) {
      LOG.error("The stop was not orderly; the next start recovers", e);
      exitCode = ExitCode.AMISS;
    }
    stopped.countDown();
    Runtime.getRuntime().halt(exitCode);
  }
}
