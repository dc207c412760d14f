package org.bourse.client.scenario.wire;

/**
 * A field as it stands on the wire.
 *
 * @param tag its tag, 0 where what stands before the equals sign is no number
 * @param value what stands behind it
 */
public record WireField(int tag, String value) {

  @Override
  public String toString() {
    return tag + "=" + value;
  }
}
