/**
 * Sealed snapshots of an engine: the open orders in a Chronicle Map, the rest of the state beside
 * it, and a manifest that vouches for both. The journal is the truth; a snapshot only shortens the
 * way there, so a damaged one is set aside and never repaired.
 */
@NullMarked
package org.bourse.exchange.snapshot;

import org.jspecify.annotations.NullMarked;
