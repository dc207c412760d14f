package org.bourse.exchange.access;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.bourse.exchange.access.Authentication.Claim;
import org.jspecify.annotations.Nullable;

/**
 * Who may do what, now: the participants, which may be replaced while the exchange runs, and the
 * way to log on. Any thread.
 */
public final class Access implements AutoCloseable {
  private static final String WRONG_ADDRESS = "the address is not allowed";

  private final AuditLog audit;
  private final Authentication authentication;
  private final List<Consumer<Participants>> listeners = new CopyOnWriteArrayList<>();
  private volatile Participants participants;

  /**
   * Begins with what is configured.
   *
   * @param changed the passwords that users had changed
   * @param store where such are kept
   */
  public Access(
      Participants participants,
      List<CredentialStore.Credential> changed,
      CredentialStore store,
      AuditLog audit) {
    this.participants = participants;
    this.audit = audit;
    authentication =
        new Authentication(new Credentials(changed, store), audit, () -> this.participants);
  }

  /** All participants, as they are now. */
  public Participants participants() {
    return participants;
  }

  /** Has something told of the participants each time that they were replaced. */
  public void onChange(Consumer<Participants> listener) {
    listeners.add(listener);
  }

  /**
   * Replaces the participants, at once for all that asks from now on, and audits each difference.
   *
   * @param who has changed them
   * @return how many differences there were
   * @throws IOException where that can't be audited: all is as it was
   */
  public synchronized int replace(Participants newer, String who) throws IOException {
    List<Map<String, String>> differences = Differences.between(participants, newer);
    for (Map<String, String> difference : differences) {
      audit.record(who, "setting changed", difference);
    }
    participants = newer;
    listeners.forEach(listener -> listener.accept(newer));
    return differences.size();
  }

  /**
   * Decides on the Logon of a FIX session, and changes the user's password where the attempt asks
   * for it: then durably, before the answer.
   *
   * @param compId the client's
   * @return the answer, there already or to come from another thread; a refusal is late on purpose
   */
  public CompletableFuture<Answer> logOn(String compId, Attempt attempt) {
    return authentication.decide(claim(compId, attempt), attempt);
  }

  /**
   * Decides on the attempt of a user who comes otherwise than by a FIX session.
   *
   * @return as {@link #logOn}
   */
  public CompletableFuture<Answer> authenticate(Attempt attempt) {
    String name = String.valueOf(attempt.userName());
    Participants.OfUser found = participants.user(name);
    if (found == null) {
      return authentication.decide(new Claim(name, null, null, "there is no such user"), attempt);
    }
    Participant participant = found.participant();
    boolean allowed = participant.grants().allows(attempt.from());
    return authentication.decide(
        new Claim(name, participant, found.user(), allowed ? null : WRONG_ADDRESS), attempt);
  }

  private Claim claim(String compId, Attempt attempt) {
    Participants.OfSession found = participants.session(compId);
    if (found == null) {
      return new Claim(compId, null, null, "no participant has the session");
    }
    SessionAccess session = found.session();
    Participant participant = found.participant();
    String userName = attempt.userName() == null ? session.userName() : attempt.userName();
    User user = userName == null ? null : participant.user(userName);
    String name = user == null ? compId : compId + " as " + user.name();
    return new Claim(name, participant, user, fault(session, user, attempt));
  }

  private static @Nullable String fault(
      SessionAccess session, @Nullable User user, Attempt attempt) {
    if (user == null) {
      return attempt.userName() == null ? "it names no user" : "its participant has no such user";
    }
    if (!session.enabled()) {
      return "the session is disabled";
    }
    return session.grants().allows(attempt.from()) ? null : WRONG_ADDRESS;
  }

  @Override
  public void close() {
    authentication.close();
  }
}
