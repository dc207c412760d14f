/** Runs scenarios. */
@NullMarked
package org.bourse.client.scenario;

import org.jspecify.annotations.NullMarked;
