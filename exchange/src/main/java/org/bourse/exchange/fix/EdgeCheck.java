package org.bourse.exchange.fix;

import org.jspecify.annotations.Nullable;

/** Whether a request may be made at all, before it becomes a command. */
interface EdgeCheck {
  /**
   * Looks at a request whose fields are there and can be read.
   *
   * @param listed whether its symbol is one of the venue's
   * @return why it is refused, null: it may be made
   */
  @Nullable EdgeRefusal refusal(RequestFields request, boolean listed);
}
