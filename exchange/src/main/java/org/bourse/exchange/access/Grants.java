package org.bourse.exchange.access;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;

/**
 * What a session may do, and from where. A participant's are those of its users and of each session
 * that has none of its own.
 *
 * @param addresses from where it may connect
 * @param instruments the symbols of which it may enter orders, and get market data
 * @param accounts what Account(1) may say; where they are listed, an order must name one of them
 * @param dropCopyOf the participants of whose orders it may be told, with {@link Role#DROP_COPY}
 * @param cancelOnDisconnect what becomes of its orders when its client is gone
 * @param cancelGrace how long its client may be gone before that
 * @param standardMarketData whether market data has only fields that FIX 4.4 has where they stand
 */
public record Grants(
    List<AddressRange> addresses,
    Names instruments,
    Names accounts,
    Names dropCopyOf,
    CancelOnDisconnect cancelOnDisconnect,
    Duration cancelGrace,
    boolean standardMarketData) {

  /** Copies the list. */
  public Grants {
    addresses = List.copyOf(addresses);
  }

  /** Whether a connection may come from an address. */
  public boolean allows(InetAddress from) {
    return addresses.stream().anyMatch(range -> range.contains(from));
  }
}
