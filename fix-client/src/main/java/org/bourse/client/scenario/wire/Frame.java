package org.bourse.client.scenario.wire;

import org.jspecify.annotations.Nullable;

/**
 * What was cut out of the stream of bytes.
 *
 * @param message its fields, as far as it has any
 * @param fault why it is garbled, null where it is sound
 */
record Frame(WireMessage message, @Nullable String fault) {}
