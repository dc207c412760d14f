package org.bourse.exchange.snapshot;

/**
 * What the manifest says of a file of a snapshot.
 *
 * @param name within the snapshot's folder
 * @param length in bytes
 * @param sha256 SHA-256 of the whole file, 64 hex digits
 */
public record SealedFile(String name, long length, String sha256) {}
