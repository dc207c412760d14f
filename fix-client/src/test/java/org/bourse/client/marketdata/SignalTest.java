package org.bourse.client.marketdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In a process of its own, since a signal is for a process. */
class SignalTest {

  @ParameterizedTest
  @ValueSource(strings = {"TERM", "INT"})
  void shouldEndWithZeroAndAWholeRow(String signal) throws Exception {
    try (Feeder feeder =
        new Feeder(f -> f.send("35=W|262=ID|55=ABC|83=7|268=1|269=0|270=10|271=5|290=1"))) {
      Process process = start(feeder.port());
      try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
        assertThat(out.readLine()).isEqualTo(CsvView.HEADER);
        assertThat(out.readLine()).contains(",ABC,7,snapshot,bid,");
        int sent =
            new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .start()
                .waitFor();

        assertThat(sent).isZero();
        assertThat(out.readLine()).isNull();
        await().atMost(20, TimeUnit.SECONDS).until(() -> !process.isAlive());
        assertThat(process.exitValue()).isZero();
      } finally {
        process.destroyForcibly();
      }
    }
  }

  private static Process start(int port) throws Exception {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "org.bourse.client.Main",
            "watch",
            "ABC",
            "--csv",
            "--port",
            Integer.toString(port))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
