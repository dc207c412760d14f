package org.bourse.exchange.snapshot;

import java.nio.file.Path;

/**
 * A snapshot that was not used. One that is damaged has another name then; one that only could not
 * be read, for want of room or of rights, has kept its own.
 *
 * @param folder where it is now
 * @param reason what is wrong
 */
public record SetAside(Path folder, String reason) {}
