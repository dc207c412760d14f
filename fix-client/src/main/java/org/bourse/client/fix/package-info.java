/** One FIX 4.4 initiator session, the requests sent on it and how messages read. */
@NullMarked
package org.bourse.client.fix;

import org.jspecify.annotations.NullMarked;
