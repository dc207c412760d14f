/** What the exchange offers over HTTP: now, to operators, the venue's controls. */
@NullMarked
package org.bourse.exchange.web;

import org.jspecify.annotations.NullMarked;
