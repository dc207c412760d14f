package org.bourse.client.scenario.script;

import java.nio.file.Path;
import java.util.List;

/**
 * A file of scenarios.
 *
 * @param file the file
 * @param scenarios what it holds, in its order
 */
public record Script(Path file, List<Scenario> scenarios) {}
