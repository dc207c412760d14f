package org.bourse.client.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import org.bourse.client.launcher.Clone.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LauncherTest {

  private static final String BUILD = "-q -B -DskipTests package";

  private final Path folder;
  private final Clone clone;

  LauncherTest(@TempDir Path folder) throws Exception {
    this.folder = folder.toRealPath();
    this.clone = new Clone(folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "help", "-h"})
  void shouldExplainItself(String word) throws Exception {
    Result result = clone.run(word);

    assertThat(result.out()).contains("Usage: bourse COMMAND [ARGUMENTS]");
    assertThat(result.status()).isZero();
    assertThat(clone.builds()).isEmpty();
  }

  @Test
  void shouldTellTheVersionWithoutABuild() throws Exception {
    assertThat(clone.run("--version").out()).containsExactly("bourse 1.2.3");
    assertThat(clone.builds()).isEmpty();
  }

  @Test
  void shouldRefuseAnUnknownCommand() throws Exception {
    Result result = clone.run("explain");

    assertThat(result.err()).isEqualTo("bourse: unknown command 'explain' (see bourse --help)\n");
    assertThat(result.status()).isEqualTo(2);
  }

  @Test
  void shouldRefuseNoCommand() throws Exception {
    Result result = clone.run();

    assertThat(result.err()).startsWith("Usage: bourse");
    assertThat(result.status()).isEqualTo(2);
  }

  @Test
  void shouldBuildOnceAndThenBecomeJava() throws Exception {
    Result first = clone.run("start", "--port", "1 2");
    Result second = clone.run("start");

    assertThat(first.out())
        .containsExactly(
            clone.root.toString(),
            "-XX:+ExitOnOutOfMemoryError",
            "-Dbourse.home=" + clone.root,
            "-Dbourse.terminal=false",
            "-jar",
            clone.root.resolve("exchange/target/bourse-exchange.jar").toString(),
            "start",
            "--port",
            "1 2");
    assertThat(first.err()).hasLineCount(1).startsWith("bourse: building");
    assertThat(first.status()).isEqualTo(7);
    assertThat(second.err()).isEmpty();
    assertThat(clone.builds()).containsExactly(BUILD);
  }

  @Test
  void shouldRunTheClientInTheCallersFolder() throws Exception {
    Path elsewhere = Files.createDirectory(folder.resolve("else where"));
    Path link = Files.createSymbolicLink(elsewhere.resolve("b"), clone.root.resolve("bourse"));
    Map<String, String> environment = Map.of("BOURSE_JAVA_OPTS", "-Xmx1g -Da=b");

    Result result =
        Clone.finish(clone.begin(link, elsewhere, environment, "client", "replay", "a.csv"));

    assertThat(result.out())
        .containsExactly(
            elsewhere.toString(),
            "-XX:+ExitOnOutOfMemoryError",
            "-Xmx1g",
            "-Da=b",
            "-Dbourse.home=" + clone.root,
            "-Dbourse.terminal=false",
            "-jar",
            clone.root.resolve("fix-client/target/bourse-client.jar").toString(),
            "replay",
            "a.csv");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fix-client/src/main/New.java", "fix-client/pom.xml", "pom.xml"})
  void shouldBuildAgainAfterAChange(String changed) throws Exception {
    clone.run("client");
    Path file = clone.root.resolve(changed);
    if (!Files.exists(file)) {
      Files.createFile(file);
    }
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(60)));
    clone.run("client");

    assertThat(clone.builds()).containsExactly(BUILD, BUILD);
  }

  @Test
  void shouldBuildAgainWithoutLibraries() throws Exception {
    clone.run("client");
    Files.delete(clone.root.resolve("fix-client/target/lib"));
    clone.run("client");

    assertThat(clone.builds()).containsExactly(BUILD, BUILD);
  }

  @Test
  void shouldBuildOnceForTwoThatStartTogether() throws Exception {
    Path launcher = clone.root.resolve("bourse");
    Process start = clone.begin(launcher, clone.root, Map.of(), "start");
    Process client = clone.begin(launcher, clone.root, Map.of(), "client");

    assertThat(Clone.finish(start).status()).isEqualTo(7);
    assertThat(Clone.finish(client).status()).isEqualTo(7);
    assertThat(clone.builds()).containsExactly(BUILD);
  }

  @Test
  void shouldShowTheBuildWhenItFails() throws Exception {
    clone.maven("#!/bin/sh\necho no such dependency\nexit 1\n");

    Result result = clone.run("start");

    assertThat(result.err()).contains("no such dependency\nbourse: the build failed\n");
    assertThat(result.out()).isEmpty();
    assertThat(result.status()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"11.0.2", "1.8.0_401", "16"})
  void shouldRefuseAnOldJava(String version) throws Exception {
    clone.java(version);

    Result result = clone.run("start");

    assertThat(result.err()).contains("Java 17 or later is needed").contains(version);
    assertThat(result.status()).isEqualTo(2);
    assertThat(clone.builds()).isEmpty();
  }

  @Test
  void shouldRefuseAJavaHomeWithoutJava() throws Exception {
    Files.delete(clone.javaHome.resolve("bin/java"));

    Result result = clone.run("client");

    assertThat(result.err())
        .isEqualTo("bourse: JAVA_HOME is '" + clone.javaHome + "', where there is no bin/java\n");
    assertThat(result.status()).isEqualTo(2);
  }
}
