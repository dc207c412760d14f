package org.bourse.exchange.config;

/** What QuickFIX/J reads sent messages from. */
public enum MessageStoreKind {
  /** The exchange's own log. */
  LOG,

  /**
   * QuickFIX/J's FileStore, beside the log; each request is then handled to its end before the next
   * of the same connection is read.
   */
  FILE
}
