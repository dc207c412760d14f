/** FIX sessions that do as they are told. */
@NullMarked
package org.bourse.client.scenario.wire;

import org.jspecify.annotations.NullMarked;
