/** Looks at a data folder from outside, also while an exchange runs on it. */
@NullMarked
package org.bourse.exchange.tools;

import org.jspecify.annotations.NullMarked;
