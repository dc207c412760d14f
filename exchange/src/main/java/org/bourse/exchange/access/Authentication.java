package org.bourse.exchange.access;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides whether one who logs on is who he says. What is known already costs microseconds and is
 * decided at once; a password that was not checked before is hashed elsewhere. A refusal comes half
 * a second after the attempt whatever its reason is, so that its time tells nothing; after too many
 * from one address there is none, and nothing is hashed for it. Any thread.
 */
final class Authentication implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger("access");
  private static final long REFUSED_AFTER_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
  private static final String REFUSED = "Logon refused";
  private static final String WRONG_PASSWORD = "wrong password";

  private final SourceThrottle throttle = new SourceThrottle();
  private final KnownPasswords known = new KnownPasswords();
  private final PasswordDesk desk = new PasswordDesk();
  private final Credentials credentials;
  private final AuditLog audit;
  private final Supplier<Participants> participants;

  Authentication(Credentials credentials, AuditLog audit, Supplier<Participants> participants) {
    this.credentials = credentials;
    this.audit = audit;
    this.participants = participants;
  }

  /**
   * Whose attempt it is.
   *
   * @param name for the log
   * @param fault why it is refused whatever the password is, null: it may be accepted
   */
  record Claim(
      String name,
      @Nullable Participant participant,
      @Nullable User user,
      @Nullable String fault) {}

  /** Decides. The answer is there already, or comes from another thread. */
  CompletableFuture<Answer> decide(Claim claim, Attempt attempt) {
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    Case open = new Case(claim.name(), attempt, System.nanoTime(), answer);
    Participant participant = claim.participant();
    User user = claim.user();
    if (claim.fault() != null || participant == null || user == null) {
      refuse(open, String.valueOf(claim.fault()));
    } else {
      decide(open, new Answer.Admitted(participant, user));
    }
    return answer;
  }

  /** An attempt that has no answer yet. */
  private record Case(String name, Attempt attempt, long began, CompletableFuture<Answer> answer) {
    Source source() {
      return Source.of(attempt.from());
    }

    void drop() {
      answer.complete(new Answer.Dropped());
    }
  }

  private void decide(Case open, Answer.Admitted admitted) {
    User user = admitted.user();
    PasswordHash hash = credentials.of(user);
    String password = open.attempt.password();
    boolean changes = open.attempt.newPassword() != null;
    boolean openToAll = hash == null || hash.isDemo();
    if (!user.enabled()) {
      refuse(open, "the user is disabled");
    } else if (openToAll && !open.attempt.from().isLoopbackAddress()) {
      refuse(open, "without a password, or with that of the demo, from this machine only");
    } else if (password == null && openToAll && !changes) {
      open.answer.complete(admitted);
    } else if (password == null || hash == null) {
      refuse(open, password == null ? "the password is missing" : "the user has no password");
    } else {
      check(open, admitted, hash, password);
    }
  }

  private void check(Case open, Answer.Admitted admitted, PasswordHash hash, String password) {
    Boolean right = known.check(admitted.user().name(), hash, password);
    if (right != null && !right) {
      refuse(open, WRONG_PASSWORD);
    } else if (right != null && open.attempt.newPassword() == null) {
      open.answer.complete(admitted);
    } else if (throttle.isExhausted(open.source(), open.began)
        || !desk.offer(open.source(), () -> verify(open, admitted, password))) {
      open.drop();
    }
  }

  /** On the desk's thread, the only one that changes passwords: so the hash is looked up anew. */
  private void verify(Case open, Answer.Admitted admitted, String password) {
    User user = admitted.user();
    PasswordHash hash = credentials.of(user);
    String newPassword = open.attempt.newPassword();
    if (hash == null || throttle.isExhausted(open.source(), System.nanoTime())) {
      open.drop();
    } else if (!hash.matches(password)) {
      refuse(open, WRONG_PASSWORD, hash.cost());
    } else {
      known.remember(user.name(), hash, password);
      open.answer.complete(
          newPassword == null ? admitted : change(admitted, newPassword, open.attempt));
    }
  }

  private Answer change(Answer.Admitted admitted, String newPassword, Attempt attempt) {
    String fault = Passwords.fault(newPassword);
    if (fault != null) {
      return new Answer.Refused("NewPassword refused: " + fault, true);
    }
    String name = admitted.user().name();
    PasswordHash hash = PasswordHash.of(newPassword);
    try {
      audit.record(name, "password changed", Map.of("from", attempt.from().getHostAddress()));
      credentials.change(admitted.user(), hash, participants.get());
    } catch (IOException e) {
      LOG.error("The password of {} could not be changed", name, e);
      return new Answer.Refused("NewPassword refused: it can't be kept now", true);
    }
    LOG.info("{} has changed its password", name);
    known.remember(name, hash, newPassword);
    return admitted;
  }

  private void refuse(Case open, String reason) {
    refuse(open, reason, 1);
  }

  private void refuse(Case open, String reason, int cost) {
    String from = open.attempt.from().getHostAddress();
    if (!throttle.failed(open.source(), cost, System.nanoTime())) {
      LOG.debug("Logon of {} from {} dropped: {}", open.name, from, reason);
      open.drop();
      return;
    }
    LOG.warn("Logon of {} from {} refused: {}", open.name, from, reason);
    if (throttle.isExhausted(open.source(), open.began)) {
      LOG.warn("Further Logons from {} that fail are dropped without a line for now", from);
    }
    long left = open.began + REFUSED_AFTER_NANOS - System.nanoTime();
    open.answer.completeOnTimeout(
        new Answer.Refused(REFUSED, false), Math.max(0, left), TimeUnit.NANOSECONDS);
  }

  @Override
  public void close() {
    desk.close();
  }
}
