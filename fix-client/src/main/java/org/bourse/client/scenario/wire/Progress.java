package org.bourse.client.scenario.wire;

import java.time.Duration;

/** How far a session's logon has come, and what was said last of it. Thread-safe. */
public final class Progress {

  private LogonState state = LogonState.NOT_CONNECTED;
  private String lastWords = "";
  private boolean everLoggedOn;

  synchronized void become(LogonState now, String words) {
    state = now;
    lastWords = words;
    everLoggedOn |= now == LogonState.LOGGED_ON;
    notifyAll();
  }

  /** The connection ended: a Logout before it says more than the end itself. */
  synchronized void ended(LogonState before, String reason) {
    boolean said = before == LogonState.LOGGED_OUT;
    become(said ? before : LogonState.NOT_CONNECTED, said ? lastWords : reason);
  }

  /** How far it is now. */
  public synchronized LogonState state() {
    return state;
  }

  /** The Text(58) of the last Logout, or why the connection ended; empty where neither. */
  public synchronized String lastWords() {
    return lastWords;
  }

  /** Whether a Logon was ever answered with one. */
  public synchronized boolean hasEverLoggedOn() {
    return everLoggedOn;
  }

  /** Waits until a Logon has its answer, or the connection ended. */
  public synchronized LogonState awaitLogon(Duration patience) throws InterruptedException {
    awaitChange(LogonState.CONNECTED, patience);
    return state;
  }

  /** Waits for the answer to a Logout, or the end of the connection; tells whether it came. */
  public synchronized boolean awaitLogout(Duration patience) throws InterruptedException {
    awaitChange(LogonState.LOGGED_ON, patience);
    return state != LogonState.LOGGED_ON;
  }

  private synchronized void awaitChange(LogonState from, Duration patience)
      throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (state == from && System.nanoTime() - deadline < 0) {
      wait(10);
    }
  }
}
