package org.bourse.client;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IVersionProvider;

/** The version that the jar's manifest states. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    @Nullable String stated = Version.class.getPackage().getImplementationVersion();
    return new String[] {"bourse client " + (stated == null ? "(not from its jar)" : stated)};
  }
}
