package org.bourse.exchange.sequencer;

import com.lmax.disruptor.ExceptionHandler;

/**
 * What nobody expects on the sequencer's thread halts order entry: going on could tell a client
 * what is not in the journal.
 */
record LastResort(LocalSequencer sequencer) implements ExceptionHandler<CommandSlot> {
  @Override
  public void handleEventException(Throwable cause, long sequence, CommandSlot command) {
    sequencer.halt(cause, sequence, command);
  }

  @Override
  public void handleOnStartException(Throwable cause) {
    sequencer.halt(cause);
  }

  @Override
  public void handleOnShutdownException(Throwable cause) {
    sequencer.halt(cause);
  }
}
