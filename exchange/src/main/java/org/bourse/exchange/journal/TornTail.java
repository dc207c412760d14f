package org.bourse.exchange.journal;

import java.nio.file.Path;

/**
 * What a crash had left half written at the end of the journal, and {@link Journal#open} cut, or
 * would cut.
 *
 * @param segment the file
 * @param offset from which it was zeroed
 * @param sequence of the first record that was cut
 * @param soundRecords how many sound records of the same unforced write were cut with it, because
 *     the records before them were missing
 */
public record TornTail(Path segment, long offset, long sequence, int soundRecords) {}
