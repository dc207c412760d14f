/**
 * What is rebuilt from W and X, how it is shown, and the command against a venue on a raw socket.
 */
@NullMarked
package org.bourse.client.marketdata;

import org.jspecify.annotations.NullMarked;
