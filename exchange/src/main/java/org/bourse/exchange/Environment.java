package org.bourse.exchange;

import org.bourse.exchange.journal.LastRun;
import org.bourse.exchange.journal.Storage;

/**
 * What an exchange stands on.
 *
 * @param journal the storage of the command journal
 * @param messages the storage of the FIX message log and of what it rests on
 * @param snapshots the storage of the snapshots
 * @param bootId which start of the machine this is, as {@link LastRun#bootId}
 */
record Environment(Storage journal, Storage messages, Storage snapshots, String bootId) {
  /** The machine's own file system. */
  static Environment real() {
    return new Environment(Storage.disk(), Storage.disk(), Storage.disk(), LastRun.bootId());
  }
}
