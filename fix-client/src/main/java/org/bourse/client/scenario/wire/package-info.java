/**
 * A FIX session of which a script sees and says every byte: its own connection, its own sequence
 * numbers, no check that would keep a fault from going out.
 */
@NullMarked
package org.bourse.client.scenario.wire;

import org.jspecify.annotations.NullMarked;
