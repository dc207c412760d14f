/** Reads scenarios. */
@NullMarked
package org.bourse.client.scenario.script;

import org.jspecify.annotations.NullMarked;
