package org.bourse.client.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A project with the real launcher, and a Maven and a Java that only write down what they were
 * asked to do: the jars are empty files.
 */
final class Clone {

  private static final String MAVEN =
      """
      #!/bin/sh
      mkdir building || echo overlap >>builds
      echo "$*" >>builds
      i=0
      while [ $i -lt 100000 ]; do i=$((i + 1)); done
      for jar in exchange/target/bourse-exchange.jar fix-client/target/bourse-client.jar; do
        mkdir -p "${jar%/*}/lib"
        : >"$jar"
      done
      rmdir building
      """;

  private static final String JAVA =
      """
      #!/bin/sh
      if [ "$1" = -version ]; then
        echo 'openjdk version "VERSION" 2025-01-01' >&2
        exit 0
      fi
      pwd -P
      for arg in "$@"; do echo "$arg"; done
      exit 7
      """;

  final Path root;
  final Path javaHome;

  Clone(Path folder) throws IOException {
    Path home = folder.toRealPath();
    root = home.resolve("my clone");
    javaHome = home.resolve("my jdk");
    Files.createDirectories(root.resolve("exchange/src/main"));
    Files.createDirectories(root.resolve("fix-client/src/main"));
    Files.createDirectories(javaHome.resolve("bin"));
    Path launcher = Path.of("").toAbsolutePath().resolveSibling("bourse");
    script(root.resolve("bourse"), Files.readString(launcher));
    Files.writeString(root.resolve("pom.xml"), "<version>1.2.3</version>\n<version>9</version>\n");
    Files.writeString(root.resolve("exchange/pom.xml"), "");
    Files.writeString(root.resolve("fix-client/pom.xml"), "");
    maven(MAVEN);
    java("17.0.9");
  }

  void maven(String text) throws IOException {
    script(root.resolve("mvnw"), text);
  }

  void java(String version) throws IOException {
    script(javaHome.resolve("bin/java"), JAVA.replace("VERSION", version));
  }

  /** The builds so far, one line each. */
  List<String> builds() throws IOException {
    Path file = root.resolve("builds");
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  record Result(int status, List<String> out, String err) {}

  Result run(String... args) throws IOException, InterruptedException {
    return finish(begin(root.resolve("bourse"), root, Map.of(), args));
  }

  Process begin(Path launcher, Path directory, Map<String, String> environment, String... args)
      throws IOException {
    List<String> command = new ArrayList<>(List.of("sh", launcher.toString()));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().put("JAVA_HOME", javaHome.toString());
    builder.environment().putAll(environment);
    return builder.start();
  }

  static Result finish(Process process) throws IOException, InterruptedException {
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the launcher does not end");
    }
    return new Result(process.exitValue(), out.lines().toList(), err);
  }

  private static void script(Path file, String text) throws IOException {
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
