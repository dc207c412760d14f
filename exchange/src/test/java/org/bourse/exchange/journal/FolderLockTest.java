package org.bourse.exchange.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

  @Test
  void shouldSayWhichProcessHoldsTheLockNow() throws Exception {
    assertThat(FolderLock.holder(folder.resolve("missing"))).isEmpty();
    assertThat(FolderLock.holder(folder)).isEmpty();
    assertThat(folder).isEmptyDirectory();
    Process holder = startHolder();
    try {
      assertThat(FolderLock.holder(folder)).hasValue(holder.pid());
      assertRefusedWith(holder.pid());
    } finally {
      holder.destroyForcibly();
    }
    holder.waitFor();
    assertThat(folder.resolve("lock")).exists();
    assertThat(FolderLock.holder(folder)).isEmpty();
  }

  @Test
  void shouldKeepItsOwnLockWhenAskedWhoHoldsIt() throws Exception {
    FolderLock lock = FolderLock.acquire(folder);
    assertThat(FolderLock.holder(folder)).hasValue(ProcessHandle.current().pid());
    Process other = start();
    assertThat(other.errorReader(UTF_8).lines()).anyMatch(line -> line.contains("is in use by"));
    lock.close();
    assertThat(FolderLock.holder(folder)).isEmpty();
  }

  @Test
  void shouldNotBeRefusedByAProcessThatOnlyLooks() throws Exception {
    FolderLock.acquire(folder).close();
    Process looker = start("look");
    try {
      assertThat(looker.inputReader(UTF_8).readLine()).startsWith("looking");
      for (int i = 0; i < 500; i++) {
        FolderLock.acquire(folder).close();
      }
    } finally {
      looker.destroyForcibly();
    }
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

  private Process start(String... more) throws IOException {
    String java = ProcessHandle.current().info().command().orElseThrow();
    List<String> command = new ArrayList<>();
    command.addAll(List.of(java, "-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(LockHolder.class.getName(), folder.toString()));
    command.addAll(List.of(more));
    return new ProcessBuilder(command).start();
  }
}
