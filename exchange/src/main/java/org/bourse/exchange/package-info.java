/** The composition root: what is built, and in which order it starts and stops. */
@NullMarked
package org.bourse.exchange;

import org.jspecify.annotations.NullMarked;
