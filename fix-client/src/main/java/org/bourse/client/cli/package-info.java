/** What every command shares: where it writes, how it ends, which session it opens. */
@NullMarked
package org.bourse.client.cli;

import org.jspecify.annotations.NullMarked;
