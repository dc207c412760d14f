/** YAML to records, all checked at start. */
@NullMarked
package org.bourse.exchange.config;

import org.jspecify.annotations.NullMarked;
