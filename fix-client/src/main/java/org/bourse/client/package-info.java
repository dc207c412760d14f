/** The test client: a FIX initiator that knows nothing of the exchange's insides. */
@NullMarked
package org.bourse.client;

import org.jspecify.annotations.NullMarked;
