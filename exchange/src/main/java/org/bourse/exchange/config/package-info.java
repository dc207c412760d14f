/**
 * YAML to records, all checked at start. Files are read as text, parsed into a tree of texts that
 * knows its lines, and only then given types: so a symbol {@code NO} stays a text, a price stays
 * exact, and each fault names its line.
 */
@NullMarked
package org.bourse.exchange.config;

import org.jspecify.annotations.NullMarked;
