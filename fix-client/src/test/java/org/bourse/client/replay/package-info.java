/** The replay, against a venue that matches and against one that does not. */
@NullMarked
package org.bourse.client.replay;

import org.jspecify.annotations.NullMarked;
