package org.bourse.client.marketdata;

/** Where what comes is shown. Any thread. */
interface View extends AutoCloseable {

  /**
   * A message was applied. Called with the book's monitor held; the next message waits for it.
   *
   * @param update what came
   * @param book as it is now
   */
  void onUpdate(Update update, MarketBook book);

  /** The session is logged on. */
  void connected();

  /**
   * It was never logged on yet.
   *
   * @param reason of the last attempt's failure
   */
  void waiting(String reason);

  /**
   * It was logged on, and is no longer.
   *
   * @param reason one line
   */
  void away(String reason);

  /**
   * Something that the user must know.
   *
   * @param notice one line
   */
  void tell(String notice);

  /** Shows no more, and leaves the terminal as it was. */
  @Override
  void close();
}
