/** The venue from outside: its admin interface, and its process where we own it. */
@NullMarked
package org.bourse.client.scenario.venue;

import org.jspecify.annotations.NullMarked;
