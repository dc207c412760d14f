package org.bourse.exchange.access;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Where attempts come from, as far as it can't be changed at will: an IPv4 address, or the first 64
 * bits of an IPv6 one.
 */
record Source(ByteBuffer address) {
  private static final int IPV6_NETWORK_BYTES = 8;

  static Source of(InetAddress from) {
    byte[] address = from.getAddress();
    return new Source(
        ByteBuffer.wrap(
            address.length > IPV6_NETWORK_BYTES
                ? Arrays.copyOf(address, IPV6_NETWORK_BYTES)
                : address));
  }
}
