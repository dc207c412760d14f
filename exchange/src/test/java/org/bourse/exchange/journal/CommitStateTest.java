package org.bourse.exchange.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class CommitStateTest {
  @Test
  void shouldParkAnInterruptedThreadUntilTheCommitHasEndedAndLeaveItInterrupted() {
    CommitState commits = new CommitState(0);
    CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    Thread waiting =
        new Thread(
            () -> {
              Thread.currentThread().interrupt();
              commits.awaitEndOfCurrent();
              interrupted.complete(Thread.currentThread().isInterrupted());
            });
    commits.begin();
    waiting.start();
    await()
        .until(() -> waiting.getState() == Thread.State.TIMED_WAITING && !waiting.isInterrupted());
    assertThat(interrupted).isNotDone();

    commits.end();
    await().until(interrupted::isDone);
    assertThat(interrupted.join()).isTrue();
  }
}
