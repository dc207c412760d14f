package org.bourse.exchange.fix;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** Writes FIX messages byte by byte, right or wrong as a test wants them. */
final class WireText {
  private WireText() {}

  /** Puts BeginString, BodyLength and CheckSum around fields that are parted by bars. */
  static byte[] framed(String fields) {
    String body = fields.replace('|', '\u0001') + '\u0001';
    return framed(body, body.length());
  }

  /** As {@link #framed(String)}, with a BodyLength of the caller's. */
  static byte[] framed(String body, int bodyLength) {
    String text = "8=FIX.4.4\u00019=" + bodyLength + '\u0001' + body;
    int sum = 0;
    for (byte b : text.getBytes(ISO_8859_1)) {
      sum += b & 0xFF;
    }
    return (text + String.format("10=%03d\u0001", sum % 256)).getBytes(ISO_8859_1);
  }
}
