/** The client from outside. */
@NullMarked
package org.bourse.client;

import org.jspecify.annotations.NullMarked;
