/** The venue from outside. */
@NullMarked
package org.bourse.client.scenario.venue;

import org.jspecify.annotations.NullMarked;
