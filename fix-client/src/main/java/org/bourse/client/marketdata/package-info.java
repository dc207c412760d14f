/** Market data as a subscriber sees it: books and trades rebuilt from W and X, shown or printed. */
@NullMarked
package org.bourse.client.marketdata;

import org.jspecify.annotations.NullMarked;
