/** The launcher at the root of the project. */
@NullMarked
package org.bourse.client.launcher;

import org.jspecify.annotations.NullMarked;
