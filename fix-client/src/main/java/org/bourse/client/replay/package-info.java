/** A file of actions sent as FIX messages, and every fill compared with what the file expects. */
@NullMarked
package org.bourse.client.replay;

import org.jspecify.annotations.NullMarked;
