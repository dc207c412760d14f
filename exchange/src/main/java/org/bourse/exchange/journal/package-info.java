/**
 * The append-only log of commands, the truth that everything else is rebuilt from.
 *
 * <p>A journal is a folder of segments, {@code journal-<first sequence, 16 hex digits>.log}. A
 * segment is a 64-byte header and then records, each aligned to 8 bytes, little endian; what
 * follows the last record is zero. A record is: CRC32C (4 bytes, over all that follows, padding
 * included, xor the folded epoch of its segment), payload length (4), sequence (8), time (8), the
 * highest sequence that was known to be forced when the record was added (8), payload.
 *
 * <p>The oldest segments may be removed, so a journal begins with what its first segment says. That
 * nothing is missing before it, only another witness can tell.
 *
 * <p>Three rules, held by the order of writing, let an open tell a crash from damage:
 *
 * <ul>
 *   <li>A segment gets its name only after its blocks are allocated and zeroed, its header is
 *       written and all of it is forced; so a bad header is damage.
 *   <li>A segment gets its name only after the one before is forced; so a bad record in any segment
 *       but the last is damage.
 *   <li>A bad record in the last segment is a torn tail if nothing sound after it says that it had
 *       been forced; see {@link org.bourse.exchange.journal.TailVerdict}.
 * </ul>
 */
@NullMarked
package org.bourse.exchange.journal;

import org.jspecify.annotations.NullMarked;
