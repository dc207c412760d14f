/** Runs scenarios: scripts that say what clients send and what they must get for it. */
@NullMarked
package org.bourse.client.scenario;

import org.jspecify.annotations.NullMarked;
