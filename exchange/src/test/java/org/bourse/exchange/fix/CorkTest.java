package org.bourse.exchange.fix;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.mina.core.buffer.IoBuffer;
import org.apache.mina.core.filterchain.IoFilterAdapter;
import org.apache.mina.core.session.DummySession;
import org.apache.mina.core.session.IoSession;
import org.apache.mina.core.write.DefaultWriteRequest;
import org.apache.mina.core.write.WriteRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CorkTest {
  private final Cork cork = new Cork(this::commit);
  private final DummySession connection = new DummySession();
  private final List<String> written = new ArrayList<>();
  private final List<WriteRequest> requests = new ArrayList<>();
  private final ExecutorService otherThread = Executors.newSingleThreadExecutor();
  private boolean diskIsFull;
  private Step duringCommit = () -> {};

  @BeforeEach
  void chain() {
    connection.getFilterChain().addLast("wire", new Wire());
    connection.getFilterChain().addLast("cork", cork);
  }

  @Test
  void shouldPassWritesWhereNothingIsHeld() {
    write("a");

    assertThat(written).containsExactly("a");
  }

  @Test
  void shouldWriteBatchInOnePiece() throws Exception {
    cork.hold();
    write("a");
    write("b");
    assertThat(written).isEmpty();
    cork.flush();

    assertThat(written).containsExactly("committed", "ab");
  }

  @Test
  void shouldSendWhatIsHeldBeforeWhatOtherThreadWrites() throws Exception {
    cork.hold();
    write("a");
    Thread other = new Thread(() -> write("b"));
    other.start();
    other.join();

    assertThat(written).containsExactly("committed", "a", "b");
  }

  @Test
  void shouldSendNothingWhereCommitFails() {
    cork.hold();
    write("a");

    diskIsFull = true;
    assertThatThrownBy(cork::flush).hasMessage("disk full");
    assertThat(written).isEmpty();
  }

  @Test
  void shouldHoldLargeBatchInOrder() throws Exception {
    StringBuilder expected = new StringBuilder();
    cork.hold();
    for (int i = 0; i < 20_000; i++) {
      write("message " + i + ";");
      expected.append("message ").append(i).append(';');
    }
    cork.flush();

    assertThat(written.get(0)).isEqualTo("committed");
    List<String> pieces = written.subList(1, written.size());
    assertThat(String.join("", pieces)).isEqualTo(expected.toString());
    assertThat(pieces).hasSize(expected.length() / Chunks.SIZE + 1);
  }

  @Test
  void shouldUseMemoryAgainOnlyOnceItWasSent() throws Exception {
    WriteRequest first = flushed("1".repeat(Chunks.SIZE));
    WriteRequest second = flushed("2".repeat(Chunks.SIZE));
    assertThat(array(second)).isNotSameAs(array(first)).containsOnly('2');

    connection.getFilterChain().fireMessageSent(first);
    WriteRequest third = flushed("3".repeat(Chunks.SIZE));
    assertThat(array(third)).isSameAs(array(first)).containsOnly('3');
    assertThat(array(second)).containsOnly('2');

    connection.getFilterChain().fireMessageSent(first);
    assertThat(array(flushed("4".repeat(Chunks.SIZE)))).isNotSameAs(array(third));
  }

  @Test
  void shouldKeepNoMoreMemoryForLittleThanItHas() throws Exception {
    assertThat(array(flushed("a little"))).hasSize("a little".length());
  }

  private WriteRequest flushed(String text) throws IOException {
    cork.hold();
    write(text);
    cork.flush();
    return requests.get(requests.size() - 1);
  }

  private static byte[] array(WriteRequest request) {
    return ((IoBuffer) request.getMessage()).array();
  }

  @Test
  void shouldHoldOnlyForThreadThatAsked() throws Exception {
    cork.hold();

    assertThat(cork.isHeldByThisThread()).isTrue();
    cork.flush();
    assertThat(cork.isHeldByThisThread()).isFalse();
  }

  @Test
  void shouldHoldForSeveralThreadsAndKeepTheOrder() throws Exception {
    cork.hold();
    write("a");
    onOtherThread(
        () -> {
          cork.hold();
          write("b");
        });
    write("c");
    assertThat(written).isEmpty();
    onOtherThread(cork::flush);

    assertThat(written).containsExactly("committed", "abc");
    assertThat(cork.isHeldByThisThread()).isTrue();
    write("d");
    cork.flush();
    assertThat(written).containsExactly("committed", "abc", "committed", "d");
  }

  @Test
  void shouldCommitWhatOtherThreadAddsDuringFlush() throws Exception {
    DummySession second = new DummySession();
    second.getFilterChain().addLast("wire", new Wire());
    second.getFilterChain().addLast("cork", cork);
    cork.hold();
    write("a");
    write(second, "b");
    duringCommit =
        () ->
            onOtherThread(
                () -> {
                  cork.hold();
                  write(second, "c");
                });
    cork.flush();

    assertThat(written).containsExactly("committed", "a", "committed", "bc");
    onOtherThread(cork::flush);
    assertThat(written).endsWith("bc", "committed");
  }

  @AfterEach
  void end() {
    otherThread.shutdownNow();
  }

  private interface Step {
    void run() throws IOException;
  }

  private void onOtherThread(Step step) throws IOException {
    try {
      otherThread
          .submit(
              () -> {
                step.run();
                return step;
              })
          .get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IOException(e);
    }
  }

  private void commit() throws IOException {
    if (diskIsFull) {
      throw new IOException("disk full");
    }
    written.add("committed");
    Step step = duringCommit;
    duringCommit = () -> {};
    step.run();
  }

  private void write(String text) {
    write(connection, text);
  }

  private static void write(DummySession to, String text) {
    to.getFilterChain()
        .fireFilterWrite(new DefaultWriteRequest(IoBuffer.wrap(text.getBytes(ISO_8859_1))));
  }

  /** Takes down what leaves. */
  private final class Wire extends IoFilterAdapter {
    @Override
    public void filterWrite(NextFilter next, IoSession session, WriteRequest request) {
      requests.add(request);
      IoBuffer bytes = (IoBuffer) request.getMessage();
      byte[] text = new byte[bytes.remaining()];
      bytes.get(text);
      written.add(new String(text, ISO_8859_1));
    }
  }
}
