package org.bourse.exchange.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How another process asks a running exchange for a snapshot: by a file beside the snapshots, which
 * is gone once it is sealed, or says why it could not be.
 */
public final class SnapshotRequest {
  private static final Logger LOG = LoggerFactory.getLogger(SnapshotRequest.class);
  private static final String ASKED = "asked\n";

  private final Path file;

  /** The request in a folder of snapshots. */
  public SnapshotRequest(Path snapshots) {
    file = snapshots.resolve("request");
  }

  /** Asks. */
  public void ask() throws IOException {
    Files.writeString(file, ASKED);
  }

  /** Takes back what was asked, or what was answered. */
  public void withdraw() throws IOException {
    Files.deleteIfExists(file);
  }

  /**
   * What has become of the request.
   *
   * @return empty once it is done, the request itself as long as it waits, else why it failed
   */
  public String answer() throws IOException {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      return "";
    }
  }

  /** Whether an answer means that the request still waits. */
  public static boolean waits(String answer) {
    return answer.equals(ASKED);
  }

  boolean isThere() throws IOException {
    return Files.exists(file) && waits(answer());
  }

  /** Answers a request, if there is one; whether that could be done. */
  boolean failed(Throwable cause) {
    try {
      if (Files.exists(file)) {
        Path answer = file.resolveSibling("request.new"); // whoever reads must not see a part
        Files.write(answer, reason(cause).getBytes(UTF_8));
        Files.move(answer, file, ATOMIC_MOVE);
      }
      return true;
    } catch (IOException e) {
      LOG.warn("{}: could not be answered: {}", file, e.getMessage());
      return false;
    }
  }

  private static String reason(Throwable cause) {
    String message = cause.getMessage();
    return message == null || message.isBlank() ? cause.toString() : message;
  }
}
