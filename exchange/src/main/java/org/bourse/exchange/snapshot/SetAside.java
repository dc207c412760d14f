package org.bourse.exchange.snapshot;

import java.nio.file.Path;

/**
 * A snapshot that was not used.
 *
 * @param folder where it is now
 * @param reason what is wrong with it
 */
public record SetAside(Path folder, String reason) {}
