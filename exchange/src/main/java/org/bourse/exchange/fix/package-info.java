/** FIX 4.4 sessions: requests in, reports out. */
@NullMarked
package org.bourse.exchange.fix;

import org.jspecify.annotations.NullMarked;
