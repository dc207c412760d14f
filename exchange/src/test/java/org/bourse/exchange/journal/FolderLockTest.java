package org.bourse.exchange.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {
  private final Path folder;

  FolderLockTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void shouldRefuseAFolderThatAnotherProcessHoldsAndSayWhich() throws Exception {
    Process holder = startHolder();
    try {
      assertRefusedWith(holder.pid());
      assertRefusedWith(holder.pid());
    } finally {
      holder.destroyForcibly();
    }
    holder.waitFor();
    FolderLock.acquire(folder).close();
  }

  @Test
  void shouldRefuseASecondLockInTheSameProcessAndKeepTheFirst() throws Exception {
    FolderLock first = FolderLock.acquire(folder);
    assertRefusedWith(ProcessHandle.current().pid());
    Process other = start();
    assertThat(other.errorReader(UTF_8).lines()).anyMatch(line -> line.contains("is in use by"));
    assertThat(other.waitFor()).isNotZero();
    first.close();
    first.close();
    FolderLock.acquire(folder).close();
  }

  @Test
  void shouldWriteItsProcessIdAndCreateTheFolder() throws IOException {
    Path data = folder.resolve("a/b");
    FolderLock lock = FolderLock.acquire(data);
    assertThat(data.resolve("lock")).hasContent(String.valueOf(ProcessHandle.current().pid()));
    lock.close();
  }

  private void assertRefusedWith(long pid) {
    assertThatThrownBy(() -> FolderLock.acquire(folder))
        .isInstanceOf(FolderLockedException.class)
        .hasMessageContaining("is in use by process " + pid + ". Stop that process");
  }

  private Process startHolder() throws IOException {
    Process process = start();
    BufferedReader output = process.inputReader(UTF_8);
    assertThat(output.readLine()).startsWith("holding");
    return process;
  }

  private Process start() throws IOException {
    String java = ProcessHandle.current().info().command().orElseThrow();
    return new ProcessBuilder(
            java,
            "-cp",
            System.getProperty("java.class.path"),
            LockHolder.class.getName(),
            folder.toString())
        .start();
  }
}
