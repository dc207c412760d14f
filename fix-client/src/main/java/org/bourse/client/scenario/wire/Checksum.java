package org.bourse.client.scenario.wire;

/** CheckSum(10): the sum of all bytes before it, modulo 256, in three digits. */
final class Checksum {

  private Checksum() {}

  static String of(byte[] bytes, int length) {
    int sum = 0;
    for (int i = 0; i < length; i++) {
      sum += bytes[i] & 0xff;
    }
    int last = sum & 0xff;
    return ""
        + (char) ('0' + last / 100)
        + (char) ('0' + last / 10 % 10)
        + (char) ('0' + last % 10);
  }
}
