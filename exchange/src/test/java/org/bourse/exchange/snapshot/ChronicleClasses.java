package org.bourse.exchange.snapshot;

import java.io.File;
import java.lang.reflect.Method;
import net.openhft.chronicle.values.ValueModel;
import net.openhft.compiler.CachedCompiler;

/**
 * A step of the build: makes the class that Chronicle Map would else generate and compile at each
 * start, which takes seconds and a JDK. It goes beside our own classes, where Chronicle looks for
 * it first.
 *
 * <p>Argument: the folder for classes.
 */
final class ChronicleClasses {
  private static final String VALUES = "net.openhft.chronicle.hash.VanillaGlobalMutableState";
  private static final String SUFFIX = "$$Native";

  private ChronicleClasses() {}

  public static void main(String[] arguments) throws ReflectiveOperationException {
    Class<?> values = Class.forName(VALUES);
    String name = values.getSimpleName() + SUFFIX;
    Method generate =
        Class.forName("net.openhft.chronicle.values.Generators")
            .getDeclaredMethod("generateNativeClass", ValueModel.class, String.class);
    generate.setAccessible(true);
    String source = (String) generate.invoke(null, ValueModel.acquire(values), name);
    try (CachedCompiler compiler = new CachedCompiler(null, new File(arguments[0]))) {
      compiler.loadFromJava(values.getClassLoader(), VALUES + SUFFIX, source);
    }
  }
}
