/** The scenario language: files to steps, each fault with its file and line. */
@NullMarked
package org.bourse.client.scenario.script;

import org.jspecify.annotations.NullMarked;
